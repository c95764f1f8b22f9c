"""Excerpts: a short piece of plain text around what was found in it. Standard library only."""

from __future__ import annotations

import re
import unicodedata
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


def plain(text: str) -> str:
    """The text in lower case without accents, character for character."""
    return text.lower() if _EASY.fullmatch(text) else text.translate(_PLAIN)


def matches(text: str, words: Sequence[str]) -> list[Mark]:
    """(start, length) of the words in ``text`` that begin with one of ``words``, which are plain already."""
    low = plain(text)
    ends: dict[int, int] = {}
    for word in filter(None, words):
        at = low.find(word)
        while at >= 0:
            past = at + len(word)
            if at == 0 or not _is_letter(low[at - 1]):
                rest = _REST.match(low, past)
                ends[at] = rest.end() if rest else past
            at = low.find(word, past)
    return [(start, ends[start] - start) for start in sorted(ends)]


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def phrase(text: str, words: Sequence[str]) -> Mark | None:
    """Where all the words stand one after another; ``None`` when they don't."""
    if len(words) < 2:
        return None
    pattern = r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"\w*"
    found = re.search(pattern, plain(text))
    return (found.start(), found.end() - found.start()) if found else None


def excerpt(text: str, marks: Sequence[Mark], width: int = WIDTH) -> tuple[str, tuple[Mark, ...]]:
    """About ``width`` characters where most marks are, cut between words, with the marks that fall inside."""
    text = text.rstrip()
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
    best, anchor = 0, marks[0][0] if marks else 0
    for first, _ in marks:
        count = sum(1 for at, _ in marks if first <= at < first + width * 3 // 4)
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
