"""A match: subjects of one kind, from about the same time, each with its own key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.composers.base import Refused
from quizzes.items.folding import fold
from quizzes.items.interactions.match import pair
from quizzes.items.item import Interaction, Item, Prompt
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.option_sets import Face, are_apart
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, names_text, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

MOST_PAIRS: Final = 4
FEWEST_PAIRS: Final = 3
SUBJECTS_TRIED: Final = 16
NO_PAIRS: Final = Refused("pairs-proven", "too few pairs are known not to go with each other")


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: object
) -> Item | Refused:
    """Subjects are added as long as none could be taken for another's partner."""
    pairs: list[tuple[Fact, Face]] = []
    others = generator.near(kind, subject, draw)
    for tried, other in enumerate((subject, *others)):
        if len(pairs) == MOST_PAIRS or tried > SUBJECTS_TRIED:
            break
        found = own_pair(generator, kind, other, draw)
        if found is None and other is subject:
            break
        if found is not None and all(fits(generator, kind, found, held) for held in pairs):
            pairs.append(found)
    if len(pairs) < FEWEST_PAIRS:
        return NO_PAIRS
    return assembled(generator, kind, draw.shuffled(pairs), subject, draw)


def own_pair(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw
) -> tuple[Fact, Face] | None:
    """A subject with one that is right for it, if there is one."""
    if kind.mission(subject, generator.facts).fatal:
        return None
    keys = generator.pool(kind, subject)[0].keys
    return (subject, draw.pick(keys)) if keys else None


def fits(
    generator: "Generator", kind: AnyKind, one: tuple[Fact, Face], other: tuple[Fact, Face]
) -> bool:
    """Whether two pairs are known not to go crosswise, and tell different things."""
    told = set(kind.tells_of(one[0], generator.facts))
    return (
        read_apart(kind, one[0], other[0], generator.facts)
        and told.isdisjoint(kind.tells_of(other[0], generator.facts))
        and are_apart((one[1], other[1]))
        and kind.holds(one[0], other[1].candidate, generator.facts) is False
        and kind.holds(other[0], one[1].candidate, generator.facts) is False
    )


def read_apart(kind: AnyKind, one: Fact, other: Fact, facts: FactBase) -> bool:
    """Whether the two do not read the same as prompts."""
    shown, beside = (kind.prompt(subject, facts).render() for subject in (one, other))
    return fold(shown) != fold(beside)


def assembled(
    generator: "Generator",
    kind: AnyKind,
    pairs: Sequence[tuple[Fact, Face]],
    subject: Fact,
    draw: Draw,
) -> Item | Refused:
    facts = generator.facts
    faces = draw.shuffled([face for _, face in pairs])
    prompted_by = {face: prompted for prompted, face in pairs}
    reasons = [kind.because(prompted_by[face], face.candidate, facts) for face in faces]
    item = generator.assemble(
        kind, subject, Interaction.MATCH, kind.stem_of_match(facts), faces, faces, reasons
    )
    prompts = []
    told = dict.fromkeys(item.subjects)  # which has the keys that a paper asks about only once
    for prompted, face in pairs:
        prompts.append(Prompt(ref(prompted), kind.prompt(prompted, facts), faces.index(face)))
        told |= dict.fromkeys(kind.tells_of(prompted, facts))
    citations = {citation.source for because in reasons for citation in because.citations}
    item = item._replace(
        prompts=tuple(prompts),
        rationale=text(
            gettext_noop("The pairs are: {pairs}."),
            pairs=names_text([pair(p, item.options[p.key].text) for p in prompts]),
        ),
        background=None,
        sources=generator.source_lines(citations),
        subjects=tuple(told),
    )
    return generator.judged(kind, subject, item, faces, [prompted for prompted, _ in pairs])
