"""The reader's language: messages of the domain and of the pages."""

from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.utils.translation import get_language, gettext, ngettext, override


class Catalogue(Protocol):
    """A language's messages. It is a ``Translate`` for texts of the domain."""

    def __call__(self, message: str, plural: str = "", count: int | None = None, /) -> str: ...

    def __hash__(self) -> int: ...


def readers_catalogue() -> Catalogue:
    """The catalogue of the language in force.

    To ask Django for the language takes several times as long as a look into the catalogue, so
    whoever has many messages asks once.
    """
    return _catalogue(get_language())


def catalogues() -> dict[str, Catalogue]:
    """Those of all languages but the one that messages are written in, by their codes."""
    codes = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return {code: _catalogue(code) for code in codes}


@lru_cache(maxsize=128)  # more than Django has languages
def _catalogue(language: str | None) -> Catalogue:
    @lru_cache(maxsize=8192)  # what is in a language does not change while a process runs
    def look_up(message: str, plural: str = "", count: int | None = None, /) -> str:
        with override(language):
            return gettext(message) if count is None else ngettext(message, plural, count)

    return look_up
