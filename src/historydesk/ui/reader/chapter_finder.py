"""Finding words in the chapter shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QTextEdit

from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.match_marks import MatchMarks

RevealSpan = Callable[[int, int], None]
"""Brings the characters from the first to before the second into view."""


class ChapterFinder:
    """Marks found words in a view of a chapter and goes from one to the next. Owned by the chapter view."""

    def __init__(self, view: QTextEdit, reveal: RevealSpan) -> None:
        self._view = view
        self._reveal = reveal
        self._page: ChapterDocument | None = None
        self._marks = MatchMarks()

    def set_page(self, page: ChapterDocument) -> None:
        """Find in this document from now on; nothing is marked in it."""
        self._page = page
        self._marks = MatchMarks(page)
        if self._view.extraSelections():
            self._view.setExtraSelections([])

    def move_to(self, page: ChapterDocument) -> None:
        """The same chapter in another document: what is marked stays so."""
        marks = self._marks
        self.set_page(page)
        self._marks.take_over(marks)
        self._draw()

    @property
    def current(self) -> int:
        """Index of the match one is at, −1 when there are none."""
        return self._marks.current

    @property
    def count(self) -> int:
        """How many matches are marked."""
        return len(self._marks.spans)

    def find_all(self, wanted: str) -> int:
        """Mark every match in the chapter and say how many; the first at or below the top becomes current."""
        if self._page is None:
            return 0
        top = QPointF(0, self._view.verticalScrollBar().value())
        at = self._page.text.documentLayout().hitTest(top, Qt.HitTestAccuracy.FuzzyHit)
        count = self._marks.find(wanted, at)
        self._show_current()
        return count

    def step(self, direction: int) -> int:
        """Go to the next or previous match; its index, −1 when there are none."""
        self._marks.step(direction)
        self._show_current()
        return self._marks.current

    def mark_within(self, wanted: str, first: int, last: int) -> int:
        """Mark words between two characters; where the first of them stands, or ``first`` when none does."""
        self._marks.find_within(wanted, first, last)
        self._draw()
        return self._marks.spans[0][0] if self._marks.spans else first

    def clear(self) -> None:
        """Take the marks away."""
        self._marks.clear()
        self._view.setExtraSelections([])

    def _show_current(self) -> None:
        if self._marks.current >= 0:
            self._reveal(*self._marks.spans[self._marks.current])
        self._draw()

    def _draw(self) -> None:
        if self._page is not None:
            self._view.setExtraSelections(self._marks.selections(self._page.appearance.theme))
