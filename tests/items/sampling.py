"""The same items in any process: what the tests of seeds compare."""

import json
from hashlib import sha256

from quizzes.facts.base import FactBase
from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.generate import Generator
from quizzes.items.item import Item, Topic
from quizzes.items.kinds import KINDS
from quizzes.items.papers import make_paper
from quizzes.items.seeds import Draw
from tests import fixture_files


def line(item: Item) -> str:
    return json.dumps(item.to_json(), ensure_ascii=False)


def lines_of(generator: Generator, seed: str, count: int = 45) -> list[str]:
    """As many items of all kinds as asked for, then a paper of ten."""
    stream = generator.stream(KINDS, Draw(seed))
    lines = [line(item) for item, _ in zip(stream, range(count), strict=False)]
    paper = make_paper(Blueprint(tuple(Topic), 10), seed, generator)
    return lines if isinstance(paper, TooFew) else lines + [line(item) for item in paper]


def digest(seed: str) -> str:
    """Of the items that a process makes of the fixture files."""
    facts = FactBase(fixture_files.read_records())
    lines = lines_of(Generator(facts, KINDS), seed)
    return sha256("\n".join(lines).encode()).hexdigest()
