"""What makes an item fair: each rule a named function that returns what is wrong, or None.

The rules follow Haladyna, Downing & Rodriguez (2002) and the reports of players of fact-driven
games; thresholds without a source are this project's own. ``docs/fairness.md`` tells them all.
"""

from collections.abc import Mapping
from typing import Final

from quizzes.items.item import Interaction
from quizzes.items.rules.leaks import (
    key_of_usual_length,
    no_clue_in_prompt,
    no_clue_in_stem,
    possible_at_the_time,
)
from quizzes.items.rules.options import (
    distinct,
    distinct_prompts,
    in_order,
    no_catch_all,
    no_shared_alias,
    one_type,
    related,
    three_or_four_options,
    three_to_five_options,
    up_to_six_options,
)
from quizzes.items.rules.sheet import Rule, Sheet
from quizzes.items.rules.truth import (
    claim_proven,
    names_proven,
    order_proven,
    pairs_proven,
    point_proven,
    proven,
    quantity_proven,
    several_proven,
    sourced,
)
from quizzes.items.rules.wording import (
    claim_names_option,
    fatal_flights_with_respect,
    feedback_for_every_option,
    few_words,
    no_fatal_flights,
    one_short_question,
    one_short_sentence,
)

COMMON: Final = (
    sourced,
    one_type,
    distinct,
    no_shared_alias,
    no_catch_all,
    possible_at_the_time,
    feedback_for_every_option,
)
"""What holds however an item is answered."""
ASKED: Final = (one_short_question, fatal_flights_with_respect)
WRITTEN: Final = (sourced, feedback_for_every_option, *ASKED)
"""What holds where no option is shown."""
RANKED: Final = (three_to_five_options, one_short_sentence, no_fatal_flights)

RULES_OF: Final[Mapping[Interaction, tuple[Rule, ...]]] = {
    Interaction.CHOICE: (
        proven, *COMMON, three_or_four_options, related, in_order, key_of_usual_length,
        no_clue_in_stem, *ASKED,
    ),
    Interaction.MULTIPLE: (
        several_proven, *COMMON, up_to_six_options, related, no_clue_in_stem, *ASKED
    ),
    Interaction.TRUE_FALSE: (
        claim_proven, *COMMON, related, claim_names_option, one_short_sentence, no_fatal_flights,
    ),
    Interaction.ORDER: (order_proven, *COMMON, *RANKED),
    Interaction.MATCH: (pairs_proven, *COMMON, distinct_prompts, no_clue_in_prompt, *RANKED),
    Interaction.NUMBER: (proven, quantity_proven, *WRITTEN),
    Interaction.PLACE: (
        proven, point_proven, *COMMON, three_or_four_options, related, no_clue_in_stem, *ASKED
    ),
    Interaction.NAME: (names_proven, *WRITTEN, related),
}  # fmt: skip
"""The rules for each interaction."""


RULES_FOR_WORDS: Final = frozenset(
    (key_of_usual_length, no_clue_in_stem, no_clue_in_prompt, distinct, distinct_prompts)
)
"""Those that another language may break: what is long, what tells the key, what reads the same.
The others look at facts, or at words of English."""
WORDS_OF: Final[Mapping[Interaction, tuple[Rule, ...]]] = {
    interaction: (*(rule for rule in rules if rule in RULES_FOR_WORDS), few_words)
    for interaction, rules in RULES_OF.items()
}
"""The rules for an item in another language."""


def name_of(rule: Rule) -> str:
    """A rule as reports call it: ``"one-short-question"``."""
    return rule.__name__.replace("_", "-")


RULES: Final[Mapping[str, Rule]] = {
    name_of(rule): rule for rules in RULES_OF.values() for rule in rules
}
"""All of them, by name."""


def broken_rule(s: Sheet) -> tuple[str, str] | None:
    """The name of the first rule that the item breaks, and what is wrong; None for a fair item."""
    rules = RULES_OF if s.is_english else WORDS_OF
    for rule in rules[s.item.interaction]:
        problem = rule(s)
        if problem is not None:
            return name_of(rule), problem
    return None
