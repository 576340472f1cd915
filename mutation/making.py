"""Mutants of a function: its module again with one small mistake in it, as code to put in place.

The mistakes are those of mutmut: ``<`` for ``<=``, ``or`` for ``and``, None for an argument, 1 more
than a number, another text, a case left out. Not tried are mistakes that no run could show: in
annotations and docstrings, in the first argument of ``cast``, and in the ``strict`` of ``zip``,
which states that two lengths are the same where they cannot differ.
"""

import difflib
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple, cast

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

IS_STRICT = m.Arg(keyword=m.Name("strict"))
SHOWS_NOTHING = (
    m.Annotation()
    | m.Decorator()
    | m.Parameters()
    | m.Call(func=m.Name("cast"))
    | IS_STRICT
    | m.SimpleStatementLine(body=[m.Expr(value=m.SimpleString() | m.ConcatenatedString())])
)


class Mutant(NamedTuple):
    """``name``: as in ``leaks.was_active.3``."""

    name: str
    function: Any  # a FunctionType: mypy would take it for a method
    line: int
    module: cst.Module
    right: cst.CSTNode
    wrong: cst.CSTNode

    @property
    def mutated(self) -> str:
        """The module with the mistake in it."""
        module = self.module.deep_replace(self.right, self.wrong)
        return cast(cst.Module, module).code

    @property
    def code(self) -> CodeType:
        """The code of the function with the mistake in it."""
        path = inspect.getfile(self.function)
        codes = [compile(self.mutated, path, "exec", dont_inherit=True)]
        for code in codes:
            codes += [one for one in code.co_consts if isinstance(one, CodeType)]
        wanted = self.function.__qualname__
        code = next(one for one in codes if one.co_qualname == wanted)
        # Where ``super()`` is what was left out, Python still expects the cell of its class.
        return code.replace(co_freevars=self.function.__code__.co_freevars)

    @property
    def diff(self) -> str:
        """The lines that differ."""
        before = Path(inspect.getfile(self.function)).read_text().splitlines()
        lines = difflib.unified_diff(before, self.mutated.splitlines(), n=0, lineterm="")
        return "\n".join(line for line in lines if line[:3] not in ("---", "+++", "@@ "))


def mutants_of(function: FunctionType) -> Iterator[Mutant]:
    """All mutants of a function, each with one mistake."""
    wrapper = parsed(inspect.getfile(function))
    lines = wrapper.resolve(PositionProvider)
    first = inspect.getsourcelines(function)[1]
    written = next(
        node
        for node in lines
        if isinstance(node, cst.FunctionDef)
        and node.name.value == function.__name__
        and lines[node].start.line >= first
    )
    short = function.__module__.removeprefix("quizzes.items.")
    for number, (node, wrong) in enumerate(mistakes(written), 1):
        name = f"{short}.{function.__qualname__}.{number}"
        yield Mutant(name, function, lines[node].start.line, wrapper.module, node, wrong)


@cache
def parsed(path: str) -> MetadataWrapper:
    return MetadataWrapper(cst.parse_module(Path(path).read_text()))


def mistakes(node: cst.CSTNode) -> Iterator[tuple[cst.CSTNode, cst.CSTNode]]:
    """Each node in a function that one can get wrong, with the mistake."""
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            yield from ((node, wrong) for wrong in operator(node) if is_mistake(node, wrong))
    for child in node.children:
        if not m.matches(child, SHOWS_NOTHING):
            yield from mistakes(child)


def is_mistake(node: cst.CSTNode, wrong: cst.CSTNode) -> bool:
    """Whether it is worth a try: not to leave out what ``len`` and ``isinstance`` cannot do
    without, nor the ``strict`` of ``zip``."""
    if m.matches(node, m.Call(func=m.Name("len") | m.Name("isinstance"))):
        return False
    return strict_in(node) == strict_in(wrong)


def strict_in(node: cst.CSTNode) -> list[str]:
    found = [arg.value for arg in getattr(node, "args", ()) if m.matches(arg, IS_STRICT)]
    return [value.value for value in found if isinstance(value, cst.Name)]
