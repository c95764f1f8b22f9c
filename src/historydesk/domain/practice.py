"""Flash cards: which term comes next, and what of a meaning the front of a card may show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from html import escape
from random import Random
from typing import Literal

from historydesk.domain.entities import CardLink
from historydesk.domain.glossary import GlossaryTerm
from historydesk.domain.values import dataclass

Front = Literal["term", "meaning"]
"""What the front of a card shows."""

SOON = 6
"""So many other cards come before one that was put off; fewer when there are no more."""

GAP = "[…]"
"""Stands for the term where its meaning would name it."""


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """Both sides of a card: the term, its meaning in the compiler's safe subset, and where it is used."""

    term: GlossaryTerm
    html: str
    uses: tuple[CardLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One time through a set of terms, by id; the first of ``queue`` is the card shown.

    ``known`` are those laid aside as known, ``put_off`` those that were to come again, each in that order.
    """

    queue: tuple[str, ...]
    total: int
    known: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()

    @property
    def card(self) -> str:
        """The term shown; "" at the end."""
        return self.queue[0] if self.queue else ""

    @property
    def number(self) -> int:
        """Where one is, from 1: a card that comes again is counted when it is known."""
        return min(len(self.known) + 1, self.total)

    @property
    def waiting(self) -> int:
        """How many cards that were put off are still to come, the one shown among them."""
        return len(set(self.put_off) - set(self.known))

    @property
    def seen(self) -> int:
        """How many terms were answered at least once."""
        return len(set(self.known) | set(self.put_off))

    def answered(self, *, knew: bool) -> Round:
        """After the card shown was laid aside as known, or put off for a few others."""
        if not self.queue:
            return self
        card, rest = self.queue[0], self.queue[1:]
        if knew:
            return replace(self, queue=rest, known=(*self.known, card))
        put_off = self.put_off if card in self.put_off else (*self.put_off, card)
        return replace(self, queue=(*rest[:SOON], card, *rest[SOON:]), put_off=put_off)


def begin(terms: Iterable[str], known: Collection[str], seed: int) -> Round:
    """A new round: terms not known yet first, then the others, both shuffled; the same for the same ``seed``."""
    fresh: list[str] = []
    old: list[str] = []
    for term in terms:
        (old if term in known else fresh).append(term)
    shuffle = Random(seed).shuffle
    shuffle(fresh)
    shuffle(old)
    return Round((*fresh, *old), len(fresh) + len(old))


_TAGS = re.compile(r"(<[^>]*>)")
_LINKS = re.compile(r"</?a\b[^>]*>")
_CITATIONS = re.compile(r'<a\b[^>]*class="cite"[^>]*>.*?</a>', re.DOTALL)
_MARKS = str.maketrans("‘’“”", "''\"\"")
_ASIDE = re.compile(r"\(([^)]*)\)")


def front_of_meaning(html: str, term: GlossaryTerm) -> str:
    """A meaning without its links, and with gaps where it names the term: the front of a card."""
    bare = _LINKS.sub("", _CITATIONS.sub("", html))
    names = {_ASIDE.sub("", term.title).strip(), *_ASIDE.findall(term.title), *term.aliases, term.script}
    known = sorted((_pattern(name) for name in names if len(name.strip()) > 1), key=len, reverse=True)
    if not known:
        return bare
    named = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?:e?s)?(?!\w)", re.IGNORECASE)
    return "".join(part if part.startswith("<") else named.sub(GAP, part) for part in _TAGS.split(bare))


def _pattern(name: str) -> str:
    """A name as HTML may hold it: any space between its words, straight quotes and apostrophes or curly ones."""
    words = " ".join(name.split()).translate(_MARKS)
    pattern = re.escape(escape(words, quote=False)).replace("\\ ", r"\s+")
    return pattern.replace("'", "['‘’]").replace('"', '(?:["“”]|&quot;)')
