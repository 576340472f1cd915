"""The reader's language, for texts of the domain."""

from functools import lru_cache

from django.utils.translation import get_language, gettext, ngettext


def translate(message: str, plural: str, count: int | None) -> str:
    """The reader's catalogue, for ``Text.render``."""
    return _in_language(get_language(), message, plural, count)


@lru_cache(maxsize=8192)  # catalogues do not change while a process runs
def _in_language(_language: str | None, message: str, plural: str, count: int | None) -> str:
    return gettext(message) if count is None else ngettext(message, plural, count)
