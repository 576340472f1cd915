"""Feedback with the figure that proves it: how long it takes to make, and how large it is.

Of every kind and every way to answer it, items of papers as they are stored.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final

from django.test import Client, RequestFactory
from django.urls import reverse

from bench.filled import filled_in, new_paper
from bench.report import Measured, spread
from bench.server import HOST, BenchError
from quizzes.items.blueprint import Blueprint
from quizzes.models import Attempt, PaperItem
from quizzes.queries.attempts import frozen_item, own_attempt, paper_items, recorded_responses
from quizzes.queries.generators import current_generator
from quizzes.services.attempts import start_attempt
from quizzes.tokens import OWNER_COOKIE, new_owner, sign_owner
from quizzes.views.attempts import show_feedback

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzes.items.item import Item

CARDS: Final = 3
"""Of each kind, answered in each of its ways."""
ROUNDS: Final = 3
FRAGMENT: Final = {"hx-request": "true", "accept-encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class Card:
    """An item of an attempt that has been answered, and what came back, in kB as it travels: with
    its figure, and the same without."""

    attempt: Attempt
    position: int
    item: Item
    kb: float
    plain_kb: float
    bare_kb: float

    @property
    def name(self) -> str:
        return f"{self.item.kind}, {self.item.interaction.value}"


def cards(*, quick: bool) -> Measured:
    """The first round warms up: templates, catalogues, the outlines of regions."""
    student = Student()
    per_kind, rounds = (1, 1) if quick else (CARDS, ROUNDS)
    list(map(ms_of, student.answer("bench cards", per_kind)))
    answered: list[Card] = []
    taken: list[list[float]] = []
    for number in range(rounds):
        of_round = list(student.answer(f"bench cards {number}", per_kind))
        taken.append([ms_of(card) for card in of_round])
        answered += of_round
    every = [ms for of_round in taken for ms in of_round]
    slow = max(zip(every, answered, strict=True), key=lambda pair: pair[0])
    large = max(answered, key=lambda card: card.kb)
    details: dict[str, Any] = {
        "millisecond": "of computing on one core, whatever else it does meanwhile",
        "cards": len(answered),
        "ms": without_all(spread([median(of_round) for of_round in taken])),
        "ms_p95": round(p95(every), 2),
        "ms_most": round(slow[0], 2),
        "slowest": slow[1].name,
        "card_kb": without_all(spread([card.kb for card in answered], 3)),
        "card_kb_p95": round(p95([card.kb for card in answered]), 2),
        "card_uncompressed_kb": without_all(spread([card.plain_kb for card in answered], 3)),
        "largest": large.name,
        "fragment_kb": without_all(spread([card.bare_kb for card in answered], 3)),
        "ms_by_interaction": by_interaction(answered, every),
        "card_kb_by_interaction": by_interaction(answered, [card.kb for card in answered]),
    }
    return Measured(
        {
            "proof_card_ms": round(median(map(median, taken)), 2),
            "fragment_kb": round(median(card.bare_kb for card in answered), 2),
            "card_kb": round(large.kb, 2),
        },
        {"cards": details},
    )


class Student:
    """A browser that answers, in this process and through all of the middleware."""

    def __init__(self) -> None:
        self.owner = new_owner()
        self.client = Client(headers={"host": HOST})
        self.client.cookies[OWNER_COOKIE] = sign_owner(self.owner)

    def answer(self, seed: str, per_kind: int) -> Iterator[Card]:
        """Some items of every kind in each of its ways, answered rightly, partly and wrongly."""
        generator, _revision = current_generator()
        for kind in generator.kinds:
            for way in kind.interactions:
                blueprint = Blueprint(
                    (kind.topic,), per_kind, kinds=(kind.slug,), interactions=(way,)
                )
                paper = new_paper(blueprint, seed)
                attempt = start_attempt(paper, self.owner, paper.created_at)
                for position, item in enumerate(paper_items(paper.pk), 1):
                    yield self.answered(attempt, position, item)

    def answered(self, attempt: Attempt, position: int, item: Item) -> Card:
        path = reverse("item", args=[attempt.code, position])
        fields: dict[str, list[str]] = {}
        for field, value in filled_in(attempt.code, position, item, turn=attempt.pk + position):
            fields.setdefault(field, []).append(value)
        answer = self.client.post(path, fields, headers=FRAGMENT)
        if answer.status_code != 200 or answer.headers.get("Content-Encoding") != "gzip":
            raise BenchError(f"An answer got status {answer.status_code}, or came uncompressed.")
        plain = self.client.get(path, headers={"hx-request": "true"})
        return Card(
            attempt=attempt,
            position=position,
            item=item,
            kb=len(answer.content) / 1000,
            plain_kb=len(plain.content) / 1000,
            bare_kb=self.without_figure(attempt, position, path),
        )

    def without_figure(self, attempt: Attempt, position: int, path: str) -> float:
        """How large the same feedback is where the paper has no figure."""
        held = PaperItem.objects.get(paper=attempt.paper, position=position)
        PaperItem.objects.filter(pk=held.pk).update(figure=None)
        frozen_item.cache_clear()
        bare = self.client.get(path, headers=FRAGMENT)
        PaperItem.objects.filter(pk=held.pk).update(figure=held.figure)
        frozen_item.cache_clear()
        return len(bare.content) / 1000


def ms_of(card: Card) -> float:
    """From the stored item and the response to the fragment. An item that is read anew has no
    figure in memory."""
    attempt = own_attempt(card.attempt.code, card.attempt.owner)
    state = recorded_responses(attempt)
    request = RequestFactory(headers={**FRAGMENT, "host": HOST}).get("/")
    frozen_item.cache_clear()
    started = time.process_time()
    frozen = frozen_item(attempt.paper_id, card.position)
    show_feedback(request, attempt, state, card.position, frozen)
    return (time.process_time() - started) * 1000


def p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def by_interaction(answered: list[Card], values: list[float]) -> dict[str, float]:
    """The median of each."""
    held: dict[str, list[float]] = {}
    for card, value in zip(answered, values, strict=True):
        held.setdefault(card.item.interaction.value, []).append(value)
    return {way: round(median(of_way), 2) for way, of_way in held.items()}


def without_all(told: dict[str, Any]) -> dict[str, Any]:
    """A spread of so many values that one would not read them one by one."""
    return {name: value for name, value in told.items() if name != "all"}
