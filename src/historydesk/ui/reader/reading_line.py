"""Where one is in a chapter: the passage at the reading line, and how much has been read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from historydesk.domain.values import dataclass
from historydesk.ui.reader.chapter_document import ChapterDocument

READING_LINE = 0.25
"""Share of the view's height at which the passage counts as being read."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A character and where it stands: its distance from the top as a share of the view's height."""

    character: int
    away: float


BEGINNING = Anchor(0, 0.0)


def passage_at_line(page: ChapterDocument, top: int, height: int, maximum: int) -> str:
    """The passage being read in a view at ``top`` of at most ``maximum``; empty in the title."""
    if page.column is None:
        return ""
    # Near the end the reading line sinks, so that the last passages are reached too.
    begin = max(0, maximum - height)
    sunk = (top - begin) / (maximum - begin) if maximum > begin else 0.0
    y = top + height * (READING_LINE + (0.9 - READING_LINE) * max(0.0, sunk))
    at = page.text.documentLayout().hitTest(QPointF(page.column.left + 4, y), Qt.HitTestAccuracy.FuzzyHit)
    passage = page.passage_at(at)
    return passage.id if passage else ""


def anchor_at_line(page: ChapterDocument, top: int, height: int) -> Anchor:
    """The character being read in a view at ``top``, to come back to when the text is laid out anew."""
    if top <= 0:
        return BEGINNING
    left = page.column.left + 4 if page.column else 4
    at = page.text.documentLayout().hitTest(
        QPointF(left, top + height * READING_LINE), Qt.HitTestAccuracy.FuzzyHit
    )
    rects = page.rects(at, at + 1)
    return Anchor(at, (rects[0].top() - top) / height if rects else 0.0)


def top_for(page: ChapterDocument, anchor: Anchor, height: int) -> int:
    """What the scroll bar must say so that the anchor stands where it stood."""
    rects = page.rects(anchor.character, anchor.character + 1)
    return round(rects[0].top() - anchor.away * height) if anchor.character and rects else 0


def share_read(top: int, height: int, maximum: int, below: int, brief: int) -> float:
    """How much of a chapter has been seen, 0–1; neither the ``below`` pixels of ways on nor the open ``brief``
    count."""
    whole = maximum + height - below - brief
    share = min(1.0, (max(0, top - brief) + height) / whole) if maximum > 0 and whole > 0 else 1.0
    return 1.0 if share > 0.995 else share
