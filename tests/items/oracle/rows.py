"""Facts as rows of the fixture files: plain dictionaries, and times as seconds.

Nothing here comes from ``quizzes``: an oracle that shared its code would share its mistakes.
"""

import json
from calendar import timegm
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from time import strptime
from typing import Any, Final, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Tables: TypeAlias = Mapping[str, Sequence[Row]]

FOLDER: Final = Path(__file__).resolve().parents[3] / "fixtures"
NAMES: Final = ("sources", "agencies", "people", "spacecraft", "stations", "sites", "missions",
                "seats", "spacewalks")  # fmt: skip


def said(row: Row, field: str) -> Any:
    """What a source says, and no other contradicts; else None."""
    if field in row.get("disputed", ()) or field not in row.get("provenance", {}):
        return None
    value = row.get(field)
    return None if value in ("", []) else link(value)


def link(value: Any) -> Any:
    """The slug that ``["nasa"]`` refers to; any other value as it is."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def slugs(row: Row, field: str) -> list[str]:
    """All slugs that a field refers to, as a source says and no other contradicts."""
    return [] if said(row, field) is None else sorted(map(link, row[field]))


def moment(text: str | None) -> int | None:
    """Seconds since 1970 of a time such as ``2016-03-02T04:26:36Z``."""
    return None if text is None else timegm(strptime(text, "%Y-%m-%dT%H:%M:%SZ"))


class Rows:
    """All rows, found by slug and by flight."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        for name in (
            "agencies", "people", "spacecraft", "stations", "sites", "missions", "seats",
            "spacewalks",
        ):  # fmt: skip
            setattr(self, name, {row["slug"]: row for row in tables[name]})
        self.up: dict[str, list[Row]] = defaultdict(list)
        self.of: dict[str, list[Row]] = defaultdict(list)
        for seat in tables["seats"]:
            self.up[link(seat["up"])].append(seat)
            self.of[link(seat["person"])].append(seat)
        self.launched = {s: moment(said(row, "launched_at")) for s, row in self.missions.items()}
        self.landed = {s: moment(said(row, "landed_at")) for s, row in self.missions.items()}

    agencies: Mapping[str, Row]
    people: Mapping[str, Row]
    spacecraft: Mapping[str, Row]
    stations: Mapping[str, Row]
    spacewalks: Mapping[str, Row]
    sites: Mapping[str, Row]
    missions: Mapping[str, Row]
    seats: Mapping[str, Row]

    @classmethod
    def of_fixtures(cls) -> "Rows":
        """What ``fixtures/`` holds."""
        return cls(
            {
                name: [row["fields"] for row in json.loads((FOLDER / f"{name}.json").read_bytes())]
                for name in NAMES
            }
        )

    def family(self, mission: str) -> str:
        family: str = self.spacecraft[link(self.missions[mission]["spacecraft"])]["family"]
        return family

    def is_fatal(self, mission: str) -> bool:
        return bool(self.missions[mission].get("fatal"))

    @cached_property
    def orbital(self) -> frozenset[str]:
        """Flights that reached orbit, launched at a known time."""
        return frozenset(
            slug
            for slug, row in self.missions.items()
            if row["flight_class"] == "orbital" and self.launched[slug] is not None
        )

    def seat_on(self, person: str, mission: str) -> Row | None:
        """The row that puts somebody on a flight at its launch, sourced or not."""
        return next((seat for seat in self.up[mission] if link(seat["person"]) == person), None)

    def crew_is_complete(self, mission: str) -> bool:
        """Whether sources name as many people at launch as they count."""
        crew = self.up[mission]
        return said(self.missions[mission], "crew_up") == len(crew) and all(map(was_aboard, crew))

    def flights_are_complete(self, person: str) -> bool:
        """Whether every flight of somebody is vouched for."""
        return all(map(was_aboard, self.of[person]))


def was_aboard(seat: Row) -> bool:
    """Whether a source puts this person on this flight at its launch."""
    return said(seat, "up") is not None
