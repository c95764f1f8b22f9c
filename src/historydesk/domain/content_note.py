"""The note that warns of what may hurt, and the way past it."""

from __future__ import annotations

import re

from historydesk.domain.chapter import Passage
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass

NOTE_ID = "content-note"
"""The passage that the head of a chapter makes of its ``content_note``; it opens the chapter."""
_WAY = re.compile(r'\s*<a href="(chapter:[^"]+)">((?:(?!</?a\b).)+)</a>\s*(?=</p>(?:</div>)?$)', re.DOTALL)
_TAG = re.compile("<[^>]+>")
_SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class WayPast:
    """Where whoever skips goes on: the author’s words, and a chapter or a passage of one."""

    words: str
    reference: Reference


def way_past(passage: Passage | None) -> WayPast | None:
    """The link to a chapter that ends a content note; ``None`` for other passages and notes without one."""
    found = _WAY.search(passage.html) if passage is not None and passage.id == NOTE_ID else None
    reference = Reference.parse(found[1]) if found else None
    if found is None or reference is None:
        return None
    words = _TAG.sub("", found[2])
    for sign, letter in _SIGNS:
        words = words.replace(sign, letter)
    return WayPast(" ".join(words.split()), reference)


def without_way(html: str) -> str:
    """A content note without the link that ends it."""
    return _WAY.sub("", html)
