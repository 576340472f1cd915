"""Cyrillic names in Latin letters, for whom the facts have no name in Cyrillic.

The letters are those of BGN/PCGN's romanization of Russian (1947), and for the other alphabets of
those who flew, those of BGN/PCGN's Ukrainian (1965), Belarusian (1979), Kazakh (1979) and
Serbo-Croatian (2005). In two things it is rather like the names in the facts: signs have no
apostrophes, and ё is "yo".
"""

import re
import unicodedata
from typing import Final

LETTERS: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіўѓќ", "abvgdeziyklmnoprstufyeiwgk", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": ""}
    | {
        "ё": "yo",
        "ю": "yu",
        "я": "ya",
        "є": "ye",
        "ї": "yi",
        "ґ": "g",
        "ә": "a",
        "ғ": "gh",
        "қ": "q",
    }
    | {"ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ј": "j", "љ": "lj", "њ": "nj"}
    | {"ћ": "c", "ђ": "dj", "џ": "dz"}
)
IS_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
SAID_AFTER_Y: Final = re.compile(r"(?<![^\W_])е|(?<=[аеёиоуыэюяйъь])е")
"""An е where it begins a word, or stands after a vowel, й or a sign: "Yeliseyev"."""
LAST_IY: Final = re.compile(r"[иы]й(?![^\W_])")
"""As the facts, and the tables as a short form, have it: "Zubritsky"."""
INITIAL: Final = re.compile(r"(?<![^\W_])[\u0400-\u04ff](?![^\W_])")


def latin(written: str) -> str:
    """``written`` in small letters, with Latin ones for Cyrillic ones. What is in no table stays,
    and an initial becomes one letter: "Ю." is "y."."""
    if not IS_CYRILLIC.search(written):
        return written
    plain = unicodedata.normalize("NFC", written).casefold()
    plain = LAST_IY.sub("y", INITIAL.sub(first_letter, plain))
    return SAID_AFTER_Y.sub("ye", plain).translate(LETTERS)


def first_letter(found: "re.Match[str]") -> str:
    """The letter that the name of an initial begins with."""
    return "y" if found[0] == "е" else found[0].translate(LETTERS)[:1]
