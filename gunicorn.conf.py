"""How gunicorn serves the site: `gunicorn spacequiz.wsgi` reads this; its arguments override it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connections

from spacequiz import env

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter
    from gunicorn.workers.base import Worker

# Loopback only: what faces a network is a proxy that speaks HTTPS and buffers slow clients.
SETTINGS = env.load_settings()
bind = f"127.0.0.1:{SETTINGS.PORT}"

# A request is a few milliseconds of Python, so threads would not help: one worker a core.
workers = SETTINGS.WORKERS
worker_class = "sync"
# Loaded once and shared by the workers: less memory, and a broken start is told once.
preload_app = True

timeout = 30
graceful_timeout = 10
limit_request_line = 4094
limit_request_fields = 64
limit_request_field_size = 8190
# Not even a proxy on this machine, which may pass on what a client sends, says where the site is.
forwarder_headers = ""
# gunicorn would take commands from a socket in the home folder. Signals are enough.
control_socket_disable = True

# No access log: students' addresses are nobody's business. Errors go to stderr.
accesslog = None
loglevel = "warning"


def when_ready(server: Arbiter) -> None:
    print(
        f"SpaceQuiz is at http://{bind}/ (Ctrl-C ends it).\n"
        "Teachers: `make teacher` makes an account, /admin/ is where it works.",
        flush=True,
    )


def pre_fork(server: Arbiter, worker: Worker) -> None:
    """Neither a connection nor a pool's threads survive a fork."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
