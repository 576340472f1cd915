"""What a record's page is made of, and how its texts become markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from quizzes.catalogue import readers_catalogue
from quizzes.facts.base import FactBase
from quizzes.facts.records import Agency, Citation, Fact, Mission, Person, Station
from quizzes.items.kinds.base import ref
from quizzes.items.text import Text, Translate, date_text, gettext_noop, named, names_text
from quizzes.jinja import about_url, whole

Record = Mission | Person | Agency | Station

NOTHING: Final = Markup()
SOURCES_DISAGREE: Final = gettext_noop("Sources disagree, so nothing is said here.")
NOT_KNOWN: Final = gettext_noop("Not known from the sources read so far.")


@dataclass(frozen=True, slots=True)
class Row:
    """A statement: what it is about, what it says, and the numbers of the sources that say so.
    Without a source it says only that there is none."""

    term: str
    value: Markup
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: mostly a link, with what else there is to say of it."""

    main: Markup
    aside: tuple[Markup, ...] = ()
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a headline. ``note`` tells what they are, or what the list leaves out;
    ``is_compact``: they are short, and stand in columns."""

    title: str
    entries: Sequence[Entry]
    note: Markup = NOTHING
    is_compact: bool = False
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A source, as the numbers in the page refer to it."""

    number: int
    title: str
    url: str
    day: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page about one record. ``lead``: what there is to say of it in sentences; ``lead_marks``
    who says so. ``reference``: what a paper about it is asked for by."""

    section: str
    reference: str
    kicker: Sequence[Markup]
    title: str
    lead: Sequence[Markup]
    lead_marks: tuple[int, ...]
    rows: Sequence[Row]
    groups: Sequence[Group]
    notes: Sequence[Note]
    before: Markup = NOTHING
    after: Markup = NOTHING

    @property
    def description(self) -> str:
        """The lead without its markup: what search engines show."""
        return Markup(" ").join(self.lead).striptags() or self.title


class Notes:
    """The sources of a page, numbered in the order in which they are first referred to."""

    def __init__(self, facts: FactBase) -> None:
        self._facts = facts
        self._numbers: dict[Citation, int] = {}

    def cite(self, citations: Sequence[Citation]) -> tuple[int, ...]:
        """The numbers of ``citations``."""
        known = (citation for citation in citations if citation.source in self._facts.sources)
        return tuple(
            sorted({self._numbers.setdefault(one, len(self._numbers) + 1) for one in known})
        )

    def marks(self, *statements: tuple[Fact, str]) -> tuple[int, ...]:
        """The numbers of the sources of ``(record, field)`` pairs."""
        return self.cite(self._facts.cite(*statements))

    def row(
        self, term: str, value: Text | None, record: Fact, *fields: str, also: Sequence[int] = ()
    ) -> Row:
        """What ``fields`` of ``record`` say: ``value``, or why there is none."""
        term = str(said(Text(term)))
        if value is not None:
            marks = self.marks(*((record, field) for field in fields))
            return Row(term, said(value), tuple(sorted({*marks, *also})))
        disputed = any(field in record.disputed for field in fields)
        return Row(term, said(Text(SOURCES_DISAGREE if disputed else NOT_KNOWN)))

    def listed(self) -> list[Note]:
        """All that were referred to."""
        return [
            Note(number, source.title, source.url, str(said(date_text(citation.read_on))))
            for citation, number in self._numbers.items()
            for source in [self._facts.sources[citation.source]]
        ]


def said(text: Text) -> Markup:
    """``text`` in the reader's language. What goes into it is escaped, but for links."""
    rendered = text.render(lambda *message: Markup(readers_catalogue()(*message)))  # noqa: S704 (messages are ours)
    return Markup(rendered)  # noqa: S704 (a message, and in it what was escaped)


def titled(message: str) -> str:
    """A headline, a term or a name in the reader's language."""
    return readers_catalogue()(message) if message else ""


def name_of(record: Record) -> str:
    """What a record is called in a line of text."""
    return record.short_name if isinstance(record, Agency) else record.name


def link(record: Record) -> Markup:
    """The name of a record, which leads to its page."""
    return _link(record, readers_catalogue())


@lru_cache(maxsize=4096)
def _link(record: Record, translate: Translate) -> Markup:
    return linked(name_of(record), about_url(ref(record)), translate)


def linked(name: str, url: str, translate: Translate | None = None) -> Markup:
    """``name`` as the reader's language has it, which leads to ``url``."""
    shown = named(name, translate or readers_catalogue())
    return Markup('<a href="{}">{}</a>').format(url, whole(shown))


def list_text(parts: Sequence[str] | Sequence[Text]) -> Text:
    """Names, links or texts, one at least, joined as the reader's language joins them."""
    return names_text(parts)
