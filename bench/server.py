"""A place of its own for each run: a throw-away database, servers on free ports, and wrk.

Nothing here touches the site's own database, and nothing leaves the machine.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import django

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT: Final = Path(__file__).resolve().parent.parent
WRK_SCRIPT: Final = Path(__file__).with_name("answer.lua")
START_TIMEOUT: Final = 30
HOST: Final = "127.0.0.1"


class BenchError(Exception):
    """Something that measuring needs is not there, or went wrong on the way."""


@dataclass(frozen=True, slots=True)
class Core:
    """The cores that are pinned to, where pinning is asked for."""

    server: int
    load: int


def two_cores() -> Core:
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        raise BenchError("Comparing requests a second takes two cores: one serves, one asks.")
    return Core(cores[0], cores[1])


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that is removed at the end, and the environment that points into it."""

    folder: Path
    environment: Mapping[str, str]

    @property
    def database(self) -> Path:
        return self.folder / "spacequiz.sqlite3"

    @property
    def empty(self) -> Path:
        """A database with all tables and no rows."""
        return self.folder / "empty.sqlite3"

    def with_database(self, path: Path, **more: str) -> dict[str, str]:
        return {**self.environment, "DATABASE_URL": f"sqlite:///{path}", **more}

    def manage(self, *arguments: str, database: Path | None = None) -> None:
        run_python("manage.py", *arguments, env=self.with_database(database or self.database))


def run_python(*arguments: str, env: Mapping[str, str]) -> str:
    """The output of a Python process; its errors end the measuring."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BenchError(f"{' '.join(arguments)} failed:\n{done.stderr.strip()}")
    return done.stdout


@contextmanager
def new_place() -> Iterator[Place]:
    """Production settings: no DEBUG, no HTTPS, a secret key of its own."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=build) as name:
        environment = {
            **os.environ,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": HOST,
            "DEBUG": "0",
            "HTTPS": "0",
        }
        for inherited in ("GUNICORN_CMD_ARGS", "WEB_CONCURRENCY", "DJANGO_SETTINGS_MODULE"):
            environment.pop(inherited, None)
        place = Place(Path(name), environment)
        place.manage("migrate", "--no-input", "--verbosity", "0", database=place.empty)
        shutil.copy(place.empty, place.database)
        place.manage("loadfacts", "--verbosity", "0")
        yield place


def enter(place: Place) -> None:
    """This process takes part too: it makes papers and attempts, and looks at what is stored."""
    os.environ.update(place.with_database(place.database))
    os.environ["DJANGO_SETTINGS_MODULE"] = "spacequiz.settings"
    django.setup()


# Serving --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Server:
    """A gunicorn that is running."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def cpu_seconds(self) -> float:
        """The time that the workers have computed so far: it hardly depends on what else runs."""
        master = Path(f"/proc/{self.process.pid}")
        workers = (master / f"task/{self.process.pid}/children").read_text(encoding="ascii")
        ticks = 0
        for worker in workers.split():
            # After the name, which is in brackets and may hold anything: user time and system time.
            fields = Path(f"/proc/{worker}/stat").read_text(encoding="utf-8").rpartition(")")[2]
            ticks += sum(map(int, fields.split()[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as held:
        held.bind((HOST, 0))
        return int(held.getsockname()[1])


@contextmanager
def serve(
    place: Place,
    application: str,
    database: Path,
    *,
    workers: int,
    core: int | None = None,
    settings: str = "spacequiz.settings",
) -> Iterator[Server]:
    """Gunicorn as the site runs it, on a port of its own; on one core where ``core`` says so."""
    port = free_port()
    log = place.folder / f"gunicorn-{port}.log"
    environment = place.with_database(
        database, PORT=str(port), WORKERS=str(workers), DJANGO_SETTINGS_MODULE=settings
    )
    pinned = [] if core is None else ["taskset", "-c", str(core)]
    command = [*pinned, sys.executable, "-m", "gunicorn", application]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    server = Server(port, process, log)
    try:
        wait_for(server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=START_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(server: Server) -> None:
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end and server.process.poll() is None:
        try:
            socket.create_connection((HOST, server.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise BenchError(f"gunicorn did not start:\n{server.log.read_text(errors='replace')[-2000:]}")


# Load -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """What came of sending prepared requests for a while.

    ``ok``: answers with status 200; ``refused``: with any other; ``broken``: connections that
    failed, and time-outs. ``answered``: the lines of the list that were answered with 200, from 1,
    known only where every thread has one connection. ``cpu_seconds``: computed by the workers.
    """

    ok: int
    refused: int
    broken: int
    seconds: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    answered: tuple[int, ...]
    cpu_seconds: float

    @property
    def rate(self) -> float:
        return self.ok / self.seconds

    @property
    def cpu_ms(self) -> float:
        """What one answer costs the server."""
        return self.cpu_seconds * 1000 / self.ok


def need_wrk() -> None:
    if shutil.which("wrk") is None:
        raise BenchError("This needs wrk. Get it with: apt-get install wrk")
    if shutil.which("taskset") is None:
        raise BenchError("This needs taskset. Get it with: apt-get install util-linux")


def send(
    server: Server,
    lines: Sequence[str],
    headers: Mapping[str, str],
    *,
    folder: Path,
    seconds: float,
    connections: int,
    threads: int = 1,
    core: int | None = None,
) -> Load:
    """Send ``lines`` (path, tab, form body), each once, over ``connections`` at a time."""
    requests, result = folder / "requests.txt", folder / "result.json"
    requests.write_text("\n".join(lines) + "\n", encoding="ascii")
    result.unlink(missing_ok=True)
    pinned = [] if core is None else ["taskset", "-c", str(core)]
    command = [*pinned, "wrk", "-s", str(WRK_SCRIPT)]
    command += ["-t", str(threads), "-c", str(connections), "-d", f"{seconds:g}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    command += [server.url, "--", str(requests), str(result), str(threads)]
    cpu_before = server.cpu_seconds()
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=seconds + START_TIMEOUT
    )
    cpu_seconds = server.cpu_seconds() - cpu_before
    if done.returncode or not result.exists():
        raise BenchError(f"wrk failed:\n{done.stdout}{done.stderr}")
    told: dict[str, Any] = json.loads(result.read_text(encoding="ascii"))
    if told.pop("exhausted"):
        raise BenchError("wrk ran out of prepared requests: prepare more.")
    told["answered"] = tuple(told["answered"])
    return Load(**told, cpu_seconds=cpu_seconds)
