"""Specs as JSON and back. Fields that are as they are by default are left out, so that a spec with
a new field can still read what was kept before."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Final, Protocol, cast, get_args, get_origin, get_type_hints

from quizzes.figures.specs import Bars, InSpace, LandingMap, Seats, Spec, Timeline
from quizzes.items.text import Json, Text

FIGURES: Final[Mapping[str, type[Spec]]] = {
    "bars": Bars,
    "timeline": Timeline,
    "in-space": InSpace,
    "seats": Seats,
    "landing-map": LandingMap,
}
NAMES: Final = {figure: name for name, figure in FIGURES.items()}


class Record(Protocol):
    """What every NamedTuple is, and has no name for."""

    _field_defaults: Mapping[str, object]

    def _asdict(self) -> Mapping[str, object]: ...


def to_json(spec: Spec) -> dict[str, Json]:
    """``{"figure": its name, ...its fields}``."""
    return {"figure": NAMES[type(spec)], **cast("dict[str, Json]", written(spec))}


def from_json(held: Mapping[str, Json]) -> Spec:
    """What ``to_json`` wrote. Raises KeyError where there is no such figure."""
    figure = FIGURES[cast(str, held["figure"])]
    return cast(
        Spec,
        reader(cast(Hashable, figure))({name: held[name] for name in held if name != "figure"}),
    )


def written(value: object) -> Json:
    if isinstance(value, Text):
        return value.to_json()
    if isinstance(value, date):  # a moment too
        return value.isoformat()
    if isinstance(value, tuple):
        if not hasattr(value, "_fields"):
            return [written(one) for one in value]
        record = cast(Record, value)
        defaults = record._field_defaults
        return {
            name: written(one)
            for name, one in record._asdict().items()
            if name not in defaults or one != defaults[name]
        }
    return cast(Json, value)


@cache
def reader(annotation: Hashable) -> Callable[[Json], object]:
    """How a value of a type is read from JSON."""
    arguments = get_args(annotation)
    if isinstance(annotation, UnionType):
        read = reader(next(one for one in arguments if one is not NoneType))
        return lambda held: None if held is None else read(held)
    if get_origin(annotation) is tuple:
        read = reader(arguments[0])  # what figures hold several of is all of one type
        return lambda held: tuple(map(read, cast("list[Json]", held)))
    readers: dict[object, Callable[[Json], object]] = {
        Text: Text.from_json,
        datetime: lambda held: datetime.fromisoformat(cast(str, held)),
        date: lambda held: date.fromisoformat(cast(str, held)),
    }
    if annotation in readers:
        return readers[annotation]
    if isinstance(annotation, type) and issubclass(annotation, tuple):
        return fields_reader(annotation)
    return lambda held: held


def fields_reader(record: type) -> Callable[[Json], object]:
    readers = {name: reader(hint) for name, hint in get_type_hints(record).items()}
    return lambda held: record(
        **{name: readers[name](one) for name, one in cast("dict[str, Json]", held).items()}
    )
