"""What students' pages are rendered with: Jinja2, strict.

Interface strings are ``{{ _("...") }}``, with parameters
``{{ _("%(score)s right")|format(score=...) }}``, on one line: ``makemessages`` finds these. A
message is trusted, so it may have markup; ``format`` escapes what goes into it.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.descent.vehicles import definitions
from quizzes.items.text import date_text

HYPHENATED = re.compile(r"\b\w+(?:-\w+)+\b")
NUMBERED = re.compile(r"\b([A-Z]\w*) (?=\d)")


def environment(**options: Any) -> Environment:
    """Where an unknown name is an error, and a line with nothing but a tag leaves no trace."""
    strict = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**{**options, **strict})  # noqa: S701 (options turn autoescape on)
    made.globals |= {
        "about_url": about_url,
        "fonts": fonts,
        "crafts": Markup(definitions()),  # noqa: S704 (ours)
        "htmx_script": htmx_script,
        "is_right_to_left": get_language_bidi,
        "language": get_language,
        "languages": languages,
        "static": static,
        "url": url,
    }
    made.filters |= {"day": day, "whole": whole}
    return made


def messages(_request: HttpRequest) -> dict[str, Callable[[str], Markup]]:
    """``_``, with the language found out once a page."""
    return {"_": messages_of(readers_catalogue())}


@lru_cache(maxsize=128)
def messages_of(catalogue: Catalogue) -> Callable[[str], Markup]:
    """The messages of a catalogue, as markup."""
    return lru_cache(maxsize=1024)(lambda text: Markup(catalogue(text)))  # noqa: S704 (ours)


def languages() -> list[tuple[str, str]]:
    """The site's languages: the code of each, and its own name for itself."""
    return settings.LANGUAGES


def url(name: str, *args: object) -> str:
    return reverse(name, args=args)


CYRILLIC = {"ru"}
FACES = ("sofia-sans-condensed-780", "martian-mono-600")


def fonts() -> list[str]:
    """The fonts of the reader's language: those that the style sheet will ask for first."""
    script = "-cyrillic" if get_language() in CYRILLIC else ""
    return [f"quizzes/fonts/{face}{script}.woff2" for face in FACES]


def about_url(reference: str) -> str:
    """Where the page of a record is: of ``"mission:vostok-1"``, ``/missions/vostok-1/``."""
    name, _, slug = reference.partition(":")
    return reverse(name, args=[slug])


def day(value: date) -> str:
    """A day in the reader's language."""
    return date_text(value).render(readers_catalogue())


# A class reads the same texts. By type too: markup equals the same text that is none.
@lru_cache(maxsize=4096, typed=True)
def whole(text: str) -> Markup:
    """``text`` with the designations of flights marked, so that no line ends within them:
    STS-112, Soyuz TMA-18M, Soyuz 10. Names of people and places may be broken at hyphens."""
    joined = NUMBERED.sub("\\1\N{NO-BREAK SPACE}", str(escape(text)))
    return Markup(HYPHENATED.sub(_marked, joined))  # noqa: S704 (escaped)


def _marked(found: re.Match[str]) -> str:
    name = found[0]
    if not any(character.isdigit() for character in name):
        return name
    return f'<span class="whole">{name}</span>'
