"""Draws who sat where: for everybody two seats, one for the way up and one for the way down."""

from typing import Final

from quizzes.figures.drawings.chart import (
    BASELINE,
    LINE,
    NARROWEST,
    ROW_GAP,
    Chart,
    number,
    text_at,
    width_px,
    wrapped,
)
from quizzes.figures.drawings.drawing import Drawing, Pen, TwinRow, drawn, marked, twin
from quizzes.figures.specs import Other, Seats, Sitter
from quizzes.items.text import Text, gettext_noop

UP_AT: Final = 0.75
DOWN_AT: Final = 2.75
NAME_AT: Final = 4.25
SEAT: Final = 0.45
ROOM_PX: Final = NARROWEST - 16 * NAME_AT  # a rem is 16 px unless the reader has it larger

UP: Final = Text(gettext_noop("Up"))
DOWN: Final = Text(gettext_noop("Down"))
NAME: Final = Text(gettext_noop("Name"))
ROLE: Final = Text(gettext_noop("Role at launch"))
AGENCY: Final = Text(gettext_noop("Agency"))
ELSEWHERE: Final = Text(gettext_noop("Elsewhere"))
ABSENT: Final = Text(gettext_noop("Not aboard"))
OTHERS: Final = Text(gettext_noop("Others"))
YES: Final = Text(gettext_noop("yes"))
NO: Final = Text(gettext_noop("no"))


def draw_seats(spec: Seats, pen: Pen) -> Drawing:
    """Those aboard, then those who were not."""
    chart = Chart()
    for at, words in ((UP_AT, UP), (DOWN_AT, DOWN)):
        chart.parts.append(text_at(f"{at}rem", BASELINE, pen.say(words), "value", "middle"))
    chart.height += LINE + 0.25
    for sitter in spec.sitters:
        add_sitter(chart, sitter, pen)
    if spec.others:
        chart.heading(pen.say(ABSENT if spec.are_known_absent else OTHERS))
        for other in spec.others:
            kind = marked(pen, other.option, is_key=other.is_key)
            add_lines(chart, pen.name(other.name), told_of(pen, other), kind, pen.own(other.option))
    title = pen.say(spec.title)
    no = pen.say(NO) if spec.are_known_absent else ""
    table = twin(
        pen.caption(spec.title, spec.remark),
        tuple(map(pen.say, (NAME, ROLE, AGENCY, UP, DOWN, ELSEWHERE))),
        (
            *(sitter_told(sitter, pen) for sitter in spec.sitters),
            *(other_told(other, pen, no) for other in spec.others),
        ),
    )
    return drawn("seats", chart.svg(pen.figure_id, title), title, table)


def told_of(pen: Pen, who: Sitter | Other) -> list[str]:
    """What stands below a name, as pieces that stay together."""
    told = (
        (pen.say(who.role), pen.name(who.agency), pen.say(who.elsewhere))
        if isinstance(who, Sitter)
        else (pen.say(who.where),)
    )
    return [piece for piece in (*told, pen.own(who.option)) if piece]


def add_sitter(chart: Chart, sitter: Sitter, pen: Pen) -> None:
    kind = marked(pen, sitter.option, is_key=sitter.is_key)
    y = number(chart.height + LINE / 2)
    seats = "".join(
        f'<circle class="{"seat taken" if is_taken else "seat"}" cx="{at}rem" cy="{y}rem" '
        f'r="{SEAT}rem"/>'
        for at, is_taken in ((UP_AT, sitter.is_up), (DOWN_AT, sitter.is_down))
    )
    both = sitter.is_up and sitter.is_down
    way = (
        f'<line class="flight" x1="{UP_AT}rem" x2="{DOWN_AT}rem" y1="{y}rem" y2="{y}rem"/>'
        if both
        else ""
    )
    own = pen.own(sitter.option)
    add_lines(chart, pen.name(sitter.name), told_of(pen, sitter), kind, own, way + seats)


def add_lines(
    chart: Chart, name: str, pieces: list[str], kind: str, own: str, seats: str = ""
) -> None:
    """A name with what is told of it, as many pieces on a line as fit."""
    chart.parts.append(f'<g class="{kind}">{seats}')
    for line in wrapped(name, ROOM_PX):
        chart.parts.append(text_at(f"{NAME_AT}rem", chart.height + BASELINE, line, "name"))
        chart.height += LINE
    for line in packed(pieces):
        chart.parts.append(text_at(f"{NAME_AT}rem", chart.height + BASELINE, line, "note", own=own))
        chart.height += LINE
    chart.parts.append("</g>")
    chart.height += ROW_GAP


def packed(pieces: list[str]) -> list[str]:
    """Pieces in lines that fit, with dots between those on one line."""
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]} · {piece}" if lines else piece
        if lines and width_px(longer) <= ROOM_PX:
            lines[-1] = longer
        else:
            lines += wrapped(piece, ROOM_PX)
    return lines


def sitter_told(sitter: Sitter, pen: Pen) -> TwinRow:
    seats = (pen.say(YES if taken else NO) for taken in (sitter.is_up, sitter.is_down))
    cells = (
        pen.name(sitter.name), pen.say(sitter.role), pen.name(sitter.agency), *seats,
        pen.say(sitter.elsewhere),
    )  # fmt: skip
    return pen.twin_row(cells, sitter.option, is_key=sitter.is_key)


def other_told(other: Other, pen: Pen, aboard: str) -> TwinRow:
    """``aboard``: what is said of both their seats."""
    cells = (pen.name(other.name), "", "", aboard, aboard, pen.say(other.where))
    return pen.twin_row(cells, other.option, is_key=other.is_key)
