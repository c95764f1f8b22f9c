"""Initials: what stands for a portrait."""

from __future__ import annotations

GEORGIAN = frozenset(map(chr, range(0x10D0, 0x1100)))
"""Letters whose capitals hardly any typeface has: Georgian is written without them."""


def initials_of(name: str, surname: str = "") -> str:
    """First letters of the first word of a name and of the surname, which is else its last word.

    Words in brackets, by-names and numbers do not count; a name of one word has one letter, one without letters none.
    """
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return ""
    last = next((word for word in reversed(words) if word == surname), words[-1])
    letters = words[0][0] + last[0] if len(words) > 1 else last[:1]
    return "".join(letter if letter in GEORGIAN else letter.upper() for letter in letters)
