"""Excerpts: a short piece of plain text around what was found in it. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from html import unescape

WIDTH = 120
"""Characters of an excerpt, about."""

Mark = tuple[int, int]


class _Plain(dict[int, str]):
    """Maps each character to one lower-case character without accents, so that positions stay the same."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFKD", character.lower())[:1].lower()[:1] or character
        self[code] = base
        return base


_PLAIN = _Plain()
_EASY = re.compile(
    "[\x00-\x7f\u2010-\u2026\u2030-\u2033\u00ab\u00bb\u0410-\u0418\u041a-\u0438\u043a-\u044f\u10d0-\u10f0]*"
)
"""Text whose letters carry no accents: most of it, and lower case is all it needs."""
_TAG = re.compile(r"<[^>]*>")
_REST = re.compile(r"\w*")
_BETWEEN = re.compile(r"\W+")


def plain(text: str) -> str:
    """The text in lower case without accents, character for character."""
    return text.lower() if text.isascii() or _EASY.fullmatch(text) else text.translate(_PLAIN)


def found(text: str, words: Sequence[str]) -> list[Mark]:
    """(start, length) of what to mark in a text, for ``words`` that are plain already.

    That is where all words stand one after another, the last of them perhaps longer; else each word of the text that
    begins with one of them.
    """
    low = plain(text)
    starts = _starts(low, words)
    together = _phrase(low, words, starts) if len(words) > 1 else None
    return [together] if together else [(start, _end(low, start) - start) for start in starts]


def fullness(text: str, words: Sequence[str]) -> int:
    """How much a text says of the words: all of them together counts most."""
    low = plain(text)
    starts = _starts(low, words)
    together = len(words) > 1 and _phrase(low, words, starts) is not None
    return len(starts) + (100 if together else 0)


def _starts(low: str, words: Sequence[str]) -> list[int]:
    """Where a word of a plain text begins with one of the words."""
    found: set[int] = set()
    find = low.find
    for word in filter(None, words):
        length = len(word)
        at = find(word)
        while at >= 0:
            if at == 0 or not ((before := low[at - 1]).isalnum() or before == "_"):
                found.add(at)
            at = find(word, at + length)
    return sorted(found)


def _end(low: str, start: int) -> int:
    """Where the word ends that begins there."""
    rest = _REST.match(low, start)
    return rest.end() if rest else start


def _phrase(low: str, words: Sequence[str], starts: Sequence[int]) -> Mark | None:
    begins = low.startswith
    for first in range(len(starts) - len(words) + 1):
        if not begins(words[0], starts[first]) or not begins(words[1], starts[first + 1]):
            continue
        past = 0
        for number, (word, at) in enumerate(zip(words, starts[first:], strict=False)):
            if not begins(word, at) or (number and not _BETWEEN.fullmatch(low, past, at)):
                break
            past = at + len(word)
        else:
            return starts[first], _end(low, past) - starts[first]
    return None


def excerpt(text: str, marks: Sequence[Mark], width: int = WIDTH) -> tuple[str, tuple[Mark, ...]]:
    """About ``width`` characters where most marks are, cut between words, with the marks that fall inside."""
    text = text.rstrip().replace("\n", " ")
    if len(text) <= width:
        return text, tuple(marks)
    anchor = _busiest(marks, width)
    lead = width // 4
    start = max(0, min(anchor - lead, len(text) - width))
    if start:
        space = text.find(" ", start, anchor)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + width)
    if end < len(text):
        space = text.rfind(" ", max(start + 1, end - 24), end)
        end = space if space > anchor else end
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    inside = tuple((at + shift, length) for at, length in marks if start <= at and at + length <= end)
    return before + text[start:end] + after, inside


def _busiest(marks: Sequence[Mark], width: int) -> int:
    starts = [at for at, _ in marks]
    best, anchor = 0, starts[0] if starts else 0
    for number, first in enumerate(starts):
        count = bisect_left(starts, first + width * 3 // 4) - number
        if count > best:
            best, anchor = count, first
    return anchor


def mention(html: str, text: str, reference: str) -> Mark | None:
    """Where ``text`` has the words of the first link to ``reference`` in ``html``; ``None`` without one."""
    link = rf'<a\b[^>]*\bhref="{re.escape(reference)}(?:#[^"]*)?"[^>]*>(.*?)</a>'
    found = re.search(link, html, re.DOTALL)
    if found is None:
        return None
    label = strip_tags(found.group(1))
    before = len(strip_tags(html[: found.start()]))
    if 'class="cite"' in found.group(0) or 'class="note"' in found.group(0):
        return min(before, len(text)), 0
    places = [at.start() for at in re.finditer(re.escape(label), text)] if label else []
    return (
        (min(places, key=lambda at: abs(at - before)), len(label)) if places else (min(before, len(text)), 0)
    )


def strip_tags(html: str) -> str:
    """The words of a piece of html."""
    return unescape(_TAG.sub("", html))
