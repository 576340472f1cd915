"""What a figure is once drawn: SVG, and the same in words for those who do not see it."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from quizzes.items.text import Text, Translate, gettext_noop, named, text

YOUR_CHOICE: Final = Text(gettext_noop("your choice"))

CAPTION: Final = gettext_noop("{title}. {remark}")


class TwinRow(NamedTuple):
    """A row of the table; the first cell heads it."""

    cells: tuple[str, ...]
    is_key: bool = False


class Twin(NamedTuple):
    """The figure as a caption and a table."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[TwinRow, ...]


class Drawing(NamedTuple):
    """``kind``: the figure's name, for the style sheet. ``svg`` may be several pictures."""

    kind: str
    svg: Markup
    title: str
    twin: Twin


def twin(caption: str, head: Sequence[str], rows: Sequence[TwinRow]) -> Twin:
    """A twin without the columns that have nothing in them."""
    kept = [at for at in range(len(head)) if any(row.cells[at] for row in rows)]
    return Twin(
        caption,
        tuple(head[at] for at in kept),
        tuple(row._replace(cells=tuple(row.cells[at] for at in kept)) for row in rows),
    )


def drawn(kind: str, svg: str, title: str, table: Twin) -> Drawing:
    """``svg`` has all words in it escaped."""
    return Drawing(kind, Markup(svg), title, table)  # noqa: S704 (see above)


class Pen(NamedTuple):
    """What all drawing needs. ``figure_id`` begins every id, so that two figures may stand on one
    page; ``land`` is the address of the outlines of the land; ``chosen`` has the indexes of the
    options that the reader chose."""

    translate: Translate
    figure_id: str
    land: str
    chosen: Collection[int] = ()

    def say(self, words: Text | None) -> str:
        """``words`` in the reader's language."""
        return "" if words is None else words.render(self.translate)

    def name(self, name: str | None) -> str:
        """``name`` as the reader's language has it."""
        return named(name or "", self.translate)

    def own(self, option: int | None) -> str:
        """What is said beside an entry that the reader chose."""
        return self.say(YOUR_CHOICE) if option is not None and option in self.chosen else ""

    def caption(self, title: Text, remark: Text | None) -> str:
        """The title, then a remark that is a sentence of its own."""
        return self.say(title if remark is None else text(CAPTION, title=title, remark=remark))

    def twin_row(
        self, cells: tuple[str, ...], option: int | None = None, *, is_key: bool = False
    ) -> TwinRow:
        """A row; its head says whether the reader chose it."""
        own = self.own(option)
        head = f"{cells[0]} ({own})" if own else cells[0]
        return TwinRow((head, *cells[1:]), is_key)


def marked(pen: Pen, option: int | None, *, is_key: bool) -> str:
    """The classes of an entry: whether it is the key, and whether the reader chose it."""
    return " ".join(
        filter(None, ("entry", "key" if is_key else "", "own" if pen.own(option) else ""))
    )
