"""Which values of a record need a source, and a record without those that have none."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Final, TypeVar

from quizzes.facts.records import (
    Agency,
    Fact,
    Mission,
    Person,
    Seat,
    Site,
    Spacecraft,
    Spacewalk,
    Station,
)

F = TypeVar("F", bound=Fact)

# Fields that are vocabulary or bookkeeping rather than statements: they need no source. (An
# agency's predecessor is there only to keep the two apart.)
BOOKKEEPING: Final = frozenset(
    {"slug", "provenance", "disputed", "aliases", "countries", "fatal", "orbits_convention",
     "native_name", "predecessor", "born_precision", "launch_precision", "landing_precision",
     "start_precision", "point_kind"}
)  # fmt: skip
STATED_FIELDS: Final[Mapping[type[Fact], tuple[tuple[str, object], ...]]] = {
    record: tuple(
        (field.name, field.default)
        for field in dataclasses.fields(record)
        if field.default is not dataclasses.MISSING and field.name not in BOOKKEEPING
    )
    for record in (Agency, Person, Spacecraft, Station, Site, Mission, Seat, Spacewalk)
}


def sourced(record: F) -> F:
    """``record`` without the values that nobody says, or on which sources disagree."""
    unsaid: dict[str, Any] = {
        name: empty
        for name, empty in STATED_FIELDS[type(record)]
        if getattr(record, name) != empty
        and (name not in record.provenance or name in record.disputed)
    }
    return dataclasses.replace(record, **unsaid) if unsaid else record
