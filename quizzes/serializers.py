"""JSON fixtures that are pleasant to read, and that say where they are broken.

Django's own format, with three differences for facts: ``dumpdata`` writes one record a line and
leaves out what is empty; ``loaddata`` checks each record as a form would; and an error names the
record.
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers import base
from django.core.serializers import json as django_json
from django.core.serializers import python as django_python
from django.db import models
from django.utils.dateparse import parse_datetime

from quizzes.models import FactModel, Source

DeserializationError = base.DeserializationError


def is_empty(value: object) -> bool:
    """Whether a field says nothing. Zero says something: a vehicle that landed without a crew."""
    return value is False or value in ("", None, [], {})


def in_order(name: str, value: Any) -> Any:
    """The fields of ``provenance`` in alphabetical order: PostgreSQL forgets any other."""
    return dict(sorted(value.items())) if name == "provenance" else value


def is_fact(model: type[models.Model]) -> bool:
    return issubclass(model, FactModel | Source)


class Serializer(django_json.Serializer):
    """One record a line."""

    def start_serialization(self) -> None:
        self._init_options()  # type: ignore[attr-defined]  # missing in django-stubs
        self.stream.write("[\n")

    def end_object(self, obj: models.Model) -> None:
        if not self.first:
            self.stream.write(",\n")
        json.dump(self.get_dump_object(obj), self.stream, **self.json_kwargs)
        self._current = None

    def end_serialization(self) -> None:
        self.stream.write("\n]\n")

    def get_dump_object(self, obj: models.Model) -> dict[str, Any]:
        data = super().get_dump_object(obj)
        if is_fact(type(obj)):
            fields = data["fields"].items()
            data["fields"] = {
                name: in_order(name, value) for name, value in fields if not is_empty(value)
            }
        return data

    def handle_m2m_field(self, obj: models.Model, field: Any) -> None:
        super().handle_m2m_field(obj, field)
        current: Any = self._current
        current.get(field.name, []).sort()  # databases differ in how they sort texts


class Deserializer(django_python.Deserializer):
    """Each record checked, each error with the record's name."""

    # What django-stubs does not know of the class that Django has.
    using: str
    handle_forward_references: bool
    _handle_object: Any

    def __init__(self, stream_or_string: Any, **options: Any) -> None:
        held = stream_or_string if isinstance(stream_or_string, str | bytes) else None
        try:
            records = json.loads(
                stream_or_string.read() if held is None else held,
                object_pairs_hook=without_doubles,
                parse_constant=refuse_constant,
            )
        except ValueError as error:
            raise DeserializationError(f"this is not JSON: {error}") from error
        if not isinstance(records, list):
            raise DeserializationError("this is not a list of records")
        super().__init__(records, **options)

    def __iter__(self) -> Iterator[base.DeserializedObject]:  # type: ignore[override]  # a generator, as Django's
        seen: set[tuple[str, str]] = set()
        for number, record in enumerate(self.stream, start=1):
            try:
                check_as_written(record, seen)
                for found in self._handle_object(record):
                    if is_fact(type(found.object)):
                        check(found.object)
                        self.check_sources(found.object)
                        fill_lists(found)
                    yield found
            except GeneratorExit:
                raise
            except Exception as error:
                raise DeserializationError(f"{name_of(record, number)}: {told(error)}") from error

    def check_sources(self, record: models.Model) -> None:
        """Raises ``ValidationError`` where the record cites a source that there is not."""
        cited = cited_sources(record)
        # A source cites none, and is not yet among those that there are.
        if cited and (unknown := cited - self.sources):
            raise ValidationError(f"there is no source {', '.join(sorted(unknown))}")

    @cached_property
    def sources(self) -> set[str]:
        """The slugs of all sources. Fixtures load them first, so they are read once a file."""
        return set(Source.objects.using(self.using).values_list("slug", flat=True))

    def _handle_fk_field_node(self, field: Any, value: Any) -> Any:
        # A record may come before the one it refers to only in its own file; what another file
        # should hold and does not is an error here, not a missing value later.
        forward = self.handle_forward_references and field.related_model is field.model
        return base.deserialize_fk_value(field, value, self.using, forward)

    def _handle_m2m_field_node(self, field: Any, value: Any) -> Any:
        return base.deserialize_m2m_values(
            field, value, self.using, handle_forward_references=False
        )


def without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. Python would silently take the last of two values with one key."""
    held = dict(pairs)
    if len(held) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return held


def refuse_constant(name: str) -> None:
    """``NaN`` and the infinities, which Python reads and JSON does not have."""
    raise ValueError(f"{name} is not a number")


def check_as_written(record: Any, seen: set[tuple[str, str]]) -> None:
    """What Django would read without a word: keys it does not know, a record that comes twice, a
    time without its zone. Raises ``ValidationError``."""
    if not isinstance(record, dict) or not isinstance(record.get("fields"), dict):
        return  # which Django refuses by itself
    unknown = sorted(set(record) - {"model", "pk", "fields"})
    if unknown:
        raise ValidationError(f"there is no key {unknown[0]!r} beside model and fields")
    fields = record["fields"]
    named = str(record.get("model")), str(fields.get("slug"))
    if "slug" in fields and named in seen:
        raise ValidationError("it comes twice in this file")
    seen.add(named)
    for name, value in fields.items():
        if name.endswith("_at") and isinstance(value, str):
            time = parse_datetime(value)
            if time is not None and time.tzinfo is None:
                raise ValidationError(f"{name}: “{value}” has no zone: write UTC with a Z")


def check(record: models.Model) -> None:
    """What the fields, and the model as a whole, say of a record. Raises ``ValidationError``."""
    related = [f.name for f in record._meta.concrete_fields if f.is_relation or f.primary_key]
    record.clean_fields(exclude=related)
    record.clean()


def cited_sources(record: models.Model) -> set[str]:
    """The slugs of the sources that a record's (checked) provenance names."""
    held = record.provenance.values() if isinstance(record, FactModel) else ()
    return {citation.partition("@")[0] for citations in held for citation in citations}


def fill_lists(found: base.DeserializedObject) -> None:
    """A list that the record leaves out is empty. Django would leave it as it was before, though
    it does set every other value that is left out to its default."""
    empty: dict[str, Any] = {field.name: [] for field in found.object._meta.many_to_many}
    found.m2m_data = empty | dict(found.m2m_data or {})


def name_of(record: Any, number: int) -> str:
    """``record 12 (quizzes.mission soyuz-tma-18m)``."""
    fields = record.get("fields", {}) if isinstance(record, dict) else {}
    slug = fields.get("slug", "without a slug") if isinstance(fields, dict) else ""
    model = record.get("model", "no model") if isinstance(record, dict) else "not an object"
    return f"record {number} ({model} {slug})"


def told(error: BaseException) -> str:
    """What is wrong, in one line."""
    if isinstance(error, ValidationError):
        if hasattr(error, "error_dict"):
            return "; ".join(f"{field}: {' '.join(e)}" for field, e in error.message_dict.items())
        return " ".join(error.messages)
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error) or type(error).__name__
