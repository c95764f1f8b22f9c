"""The ids of passages, and ids made of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

from historydesk.domain.chapter import BRIEF_ID
from historydesk.domain.spelling import fold
from historydesk.packs.compiled_text import CompiledPassage

_SLUG = re.compile(r"[^a-z0-9]+")


class PassageNames:
    """The passage ids of one chapter: the author’s choice, the original’s, or made from the heading.

    Owned by the reader while it reads the chapter.
    """

    def __init__(self, tokens: list[Token], original: Sequence[CompiledPassage]) -> None:
        self._original = original
        self._chosen = {
            str(token.attrs["id"])
            for token in tokens
            if token.attrs and token.level == 0 and "id" in token.attrs
        }
        self._slug, self._count = "start", 0
        self.used: set[str] = {BRIEF_ID}

    def next(self, kind: str, words: str, number: int, wanted: str) -> str:
        """The id of the passage that is ``number`` (from 0); ``wanted`` is the author's choice or empty."""
        name = wanted
        if not name and number < len(self._original) and self._original[number].kind == kind:
            name = self._original[number].id
            name = "" if name in self.used else name
        if kind == "heading":
            name = name or self._free(slugify(words) or "part", "-part-")
            self._slug, self._count = name, 0
        else:
            self._count += 1
            while not name:
                made = f"{self._slug}-{self._count}"
                if made in self.used or made in self._chosen:
                    self._count += 1
                else:
                    name = made
        self.used.add(name)
        return name

    def _free(self, slug: str, between: str) -> str:
        name, count = slug, 1
        while name in self.used or name in self._chosen:
            count += 1
            name = f"{slug}{between}{count}"
        return name


def slugify(words: str) -> str:
    """An id made of words: ``The seminary`` → ``the-seminary``; other scripts are made Latin letters."""
    plain = words
    if not words.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
        if any(character.isalpha() and character > "\u024f" for character in plain):
            plain = fold(words)
    ascii_words = plain.replace("’", "").replace("'", "").encode("ascii", "replace").decode()
    return _SLUG.sub("-", ascii_words.lower()).strip("-")[:60].strip("-")
