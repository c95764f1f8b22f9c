"""Spelling: one folded form for the many Latin, Cyrillic and Georgian spellings of a name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ў": "u", "ѣ": "e", "ѳ": "f", "ѵ": "i",
    "ј": "i", "љ": "l", "њ": "n", "џ": "j", "ә": "a", "қ": "k", "ғ": "g", "ң": "n", "ө": "o", "ү": "u",
    "ұ": "u", "һ": "h",
}  # fmt: skip
_GEORGIAN = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k",
    "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh", "რ": "r", "ს": "s", "ტ": "t", "უ": "u",
    "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts",
    "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ჰ": "h", "ჱ": "e", "ჲ": "i", "ჳ": "u", "ჴ": "q", "ჵ": "o", "ჶ": "f",
}  # fmt: skip
_OTHER = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_LETTERS = str.maketrans(_CYRILLIC | _GEORGIAN | _OTHER)
_SILENT = frozenset("'’‘ʼʹʺ`´′″")
"""Marks that stand for a soft sign or an ejective and belong inside a word."""

_VARIANTS = (
    ("y", "i"),
    ("w", "v"),
    ("q", "k"),
    ("x", "ks"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("dj", "j"),
    ("tz", "ts"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ie", "e"),
    ("ij", "i"),
    ("ii", "i"),
)
"""Rewritings, repeated until nothing changes: each shortens the word or takes a letter out of use."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The folded form of a name or a few words: lower-case Latin letters and digits, single spaces.

    Accents go, Cyrillic and Georgian are written in Latin letters, and the usual rival transliterations meet:
    Dzhugashvili, Djugashvili, Jughashvili, Джугашвили and ჯუღაშვილი all give ``jugashvili``. Scripts without
    a table here are kept as they are. Folding twice changes nothing.
    """
    letters = "".join(c for c in text.casefold() if c not in _SILENT)
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    plain = plain.casefold().translate(_LETTERS)
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return " ".join(folded for folded in map(_one_form, words) if folded)


def folded_words(*names: str) -> str:
    """The distinct folded words of several names, in order of first appearance (the column ``folded``)."""
    return " ".join(dict.fromkeys(word for name in names for word in fold(name).split()))


def _one_form(word: str) -> str:
    before = ""
    while word != before:
        before = word
        for spelling, form in _VARIANTS:
            word = word.replace(spelling, form)
    return word
