"""Finding words in a text without regard to case and accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MOST = 2000
"""More matches than this are not listed."""


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace("’", "'")


class FoldedText:
    """A text with its folded form and the way back. Positions count UTF-16 units, as text documents do."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        self._units: list[int] = []
        unit = 0
        for character in text:
            folded = character if character.isascii() and not character.isupper() else _plain(character)
            if character.isspace():
                folded = " "
            elif character == "\u2060":
                folded = ""
            letters.append(folded)
            self._units.extend([unit] * len(folded))
            unit += 2 if ord(character) > 0xFFFF else 1
        self._units.append(unit)
        self.folded = "".join(letters)

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Where ``wanted`` stands, as (first unit, unit past the last), optionally between two units."""
        needle = " ".join("".join(_plain(c) for c in wanted).split())
        if not needle:
            return []
        found: list[tuple[int, int]] = []
        at = self.folded.find(needle)
        while at >= 0 and len(found) < MOST:
            first, past = self._units[at], self._units[at + len(needle) - 1] + 1
            if first >= start and (end is None or past <= end):
                found.append((first, past))
            at = self.folded.find(needle, at + len(needle))
        return found
