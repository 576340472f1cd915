"""A match: subjects of one kind, from about the same time, each with its own key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.composers.base import AnyAim, Refused
from quizzes.items.folding import fold
from quizzes.items.interactions.match import pair
from quizzes.items.item import Interaction, Item, Prompt
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.option_sets import Face, are_apart
from quizzes.items.seeds import Draw
from quizzes.items.text import Text, gettext_noop, names_text, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

MOST_PAIRS: Final = 4
FEWEST_PAIRS: Final = 3
SUBJECTS_TRIED: Final = 16
NO_PAIRS: Final = Refused("pairs-proven", "too few pairs are known not to go with each other")


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: AnyAim
) -> Item | Refused:
    """Subjects are added as long as none could be taken for another's partner."""
    pairs: list[Pair] = []
    others = generator.asked.near(kind, subject, draw)
    for tried, other in enumerate((subject, *others)):
        if len(pairs) == MOST_PAIRS or tried > SUBJECTS_TRIED:
            break
        found = own_pair(generator, kind, other, draw)
        if found is None and other is subject:
            break
        if found is not None and all(fits(kind, found, held, generator.facts) for held in pairs):
            pairs.append(found)
    if len(pairs) < FEWEST_PAIRS:
        return NO_PAIRS
    return assembled(generator, kind, draw.shuffled(pairs), subject, draw)


class Pair(NamedTuple):
    """A subject with one that is right for it. ``prompt``: how the subject reads as one, ``shown``
    folded. ``told``: references of the records that it tells of."""

    subject: Fact
    face: Face
    prompt: Text
    shown: str
    told: frozenset[str]


def own_pair(generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw) -> Pair | None:
    """The pair of ``subject``, if something is right for it."""
    facts = generator.facts
    if kind.mission(subject, facts).fatal:
        return None
    keys = generator.pool(kind, subject)[0].keys
    if not keys:
        return None
    prompt, told = kind.prompt(subject, facts), frozenset(kind.tells_of(subject, facts))
    return Pair(subject, draw.pick(keys), prompt, fold(prompt.render()), told)


def fits(kind: AnyKind, one: Pair, other: Pair, facts: FactBase) -> bool:
    """Whether two pairs are known not to go crosswise, and tell different things."""
    return (
        one.shown != other.shown
        and one.told.isdisjoint(other.told)
        and are_apart((one.face, other.face))
        and kind.holds(one.subject, other.face.candidate, facts) is False
        and kind.holds(other.subject, one.face.candidate, facts) is False
    )


def assembled(
    generator: "Generator",
    kind: AnyKind,
    pairs: Sequence[Pair],
    subject: Fact,
    draw: Draw,
) -> Item | Refused:
    facts = generator.facts
    faces = draw.shuffled([held.face for held in pairs])
    prompted_by = {held.face: held.subject for held in pairs}
    reasons = [kind.because(prompted_by[face], face.candidate, facts) for face in faces]
    item = generator.assemble(
        kind, subject, Interaction.MATCH, kind.stem_of_match(facts), faces, faces, reasons
    )
    prompts = []
    told = dict.fromkeys(item.subjects)  # which has the keys that a paper asks about only once
    for held in pairs:
        prompts.append(Prompt(ref(held.subject), held.prompt, faces.index(held.face)))
        told |= dict.fromkeys(kind.tells_of(held.subject, facts))
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
    return generator.judged(kind, subject, item, faces, [held.subject for held in pairs])
