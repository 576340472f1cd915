"""Which functions are mutated: those that decide what is fair, what is true, and what a response
is worth.

They are every function of ``quizzes/items/rules/``; ``read``, ``check`` and ``grade`` of every
interaction; ``holds`` of every kind; and whatever of the interactions and of the kinds these call,
at any depth. What only words a question or an answer is not among them.
"""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from functools import cached_property
from types import FunctionType, ModuleType
from typing import Any, Final

from quizzes.items import interactions, kinds, rules

GRADERS: Final = ("read", "check", "grade")
CALLED_IN: Final = (interactions.__name__, kinds.__name__)


def functions() -> list[FunctionType]:
    """All of them, by module and line."""
    found: set[FunctionType] = set()
    waiting = [*roots()]
    while waiting:
        function = waiting.pop()
        if function not in found:
            found.add(function)
            waiting += called(function)
    return sorted(found, key=lambda one: (one.__module__, one.__code__.co_firstlineno))


def roots() -> Iterator[FunctionType]:
    for module in modules(rules):
        yield from own_functions(module)
    for module in modules(interactions):
        yield from (one for one in own_functions(module) if one.__name__ in GRADERS)
    for module in modules(kinds):
        yield from (one for one in own_functions(module) if one.__name__ == "holds")


def modules(package: ModuleType) -> list[ModuleType]:
    """A package and the modules in it."""
    names = [found.name for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]
    return [package, *map(importlib.import_module, names)]


def own_functions(module: ModuleType) -> Iterator[FunctionType]:
    """The functions and methods that are written in a module, but for abstract ones."""
    places = [module, *(thing for thing in vars(module).values() if isinstance(thing, type))]
    for place in places:
        for thing in vars(place).values():
            function = bare(thing)
            if function is not None and function.__module__ == module.__name__:
                yield function


def bare(thing: Any) -> FunctionType | None:
    """The function within a cache or a property, if it is one."""
    if isinstance(thing, property):
        thing = thing.fget
    if isinstance(thing, cached_property):
        thing = thing.func
    while hasattr(thing, "__wrapped__"):
        thing = thing.__wrapped__
    return thing if isinstance(thing, FunctionType) else None


def called(function: FunctionType) -> Iterator[FunctionType]:
    """What a function may call by one of the names in it: a function, or by ``self.`` a method of
    its class, of a class above that or of one below."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    things = [function.__globals__.get(name) for name in names]
    own = function.__globals__.get(function.__qualname__.rpartition(".")[0])
    if isinstance(own, type):
        methods = {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        }
        places = (*own.__mro__, *below(own))
        things += [vars(place).get(name) for place in places for name in methods]
    for one in map(bare, things):
        if one is not None and one.__module__.startswith(CALLED_IN):
            yield one


def below(own: type) -> Iterator[type]:
    """The classes that inherit from one."""
    for child in own.__subclasses__():
        yield child
        yield from below(child)
