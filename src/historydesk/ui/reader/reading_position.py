"""Where one is in the chapter shown, kept while the text is laid out anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.page_turner import PageTurner
from historydesk.ui.reader.paging import whole_top
from historydesk.ui.reader.reading_line import (
    READING_LINE,
    Anchor,
    anchor_at_line,
    passage_at_line,
    share_read,
    top_for,
)

MarkWithin = Callable[[str, int, int], int]
"""Marks words between two characters and says where the first of them stands."""


class ReadingPosition(QObject):
    """The passage being read, how much has been read, and the passage that was asked for. Owned by the chapter
    view, which tells it when the text was moved."""

    passage_reached = Signal(str)
    """The passage at the reading line; empty in the title."""

    progress_changed = Signal(float)

    def __init__(self, view: QAbstractScrollArea, turner: PageTurner, mark: MarkWithin) -> None:
        super().__init__(view)
        self._view = view
        self._turner = turner
        self._mark = mark
        self._page: ChapterDocument | None = None
        self.passage = ""
        """Id of the passage being read, empty in the title."""

        self.share = 0.0
        """How much of the chapter has been scrolled through, 0–1."""

        self.target: tuple[str, str] | None = None
        """The passage asked for and the words to mark in it, until the person moves the text."""

        self.is_moving = False
        """Whether the text is being moved by the program, not by the person."""

    def set_page(self, page: ChapterDocument, *, fresh: bool) -> None:
        """Another document is shown; with ``fresh`` from its beginning."""
        self._page = page
        self.target = None
        if fresh:
            self.passage = ""
            self.share = 0.0
            self._move(0)

    def go_to_target(self, *, settled: bool) -> None:
        """Bring the passage asked for to the reading line; with ``settled`` an unknown one is looked up."""
        if self._page is None or self.target is None:
            return
        passage_id, find = self.target
        limits = self._page.range_of(passage_id)
        if limits is None:
            self._move(0)
            self.target = None
            if settled:
                self.look()
            return
        self._page.lay_out()
        at = self._mark(find, *limits) if find else limits[0]
        rects = self._page.rects(at, at + 1)
        block = self._page.text.findBlock(at)
        whole = self._page.text.documentLayout().blockBoundingRect(block)
        top = rects[0].top() if rects else whole.top()
        wanted = top - self._view.viewport().height() * READING_LINE + 4
        if limits[0] > 0 and wanted > 0:
            self._move(round(whole_top(self._turner.lines.all(), wanted, 2 * self._turner.line)))
        else:
            self._move(0)
        self._turner.cover_cut_line()
        self._reach(passage_id)

    def anchor(self) -> Anchor | None:
        """The character being read, for ``restore``."""
        top, height = self._view.verticalScrollBar().value(), self._view.viewport().height()
        return anchor_at_line(self._page, top, height) if self._page is not None else None

    def restore(self, anchor: Anchor | None) -> None:
        """Put a character back where it stood."""
        if self._page is not None and anchor is not None:
            self._page.lay_out()
            self._move(top_for(self._page, anchor, self._view.viewport().height()))

    def look(self) -> None:
        """Take the passage at the reading line for the one being read."""
        if self._page is None:
            return
        bar = self._view.verticalScrollBar()
        height = self._view.viewport().height()
        self._reach(passage_at_line(self._page, bar.value(), height, bar.maximum()))

    def measure(self, brief: int) -> None:
        """See how much has been read; ``brief`` is the height of the open short version, which is not counted:
        opening it reads nothing of the chapter."""
        bar = self._view.verticalScrollBar()
        column = self._page.column if self._page else None
        height = self._view.viewport().height()
        share = share_read(bar.value(), height, bar.maximum(), column.below if column else 0, brief)
        if abs(share - self.share) >= 0.005 or (share == 1.0 and self.share != 1.0):
            self.share = share
            self.progress_changed.emit(share)

    def _move(self, value: int) -> None:
        before, self.is_moving = self.is_moving, True
        self._view.verticalScrollBar().setValue(value)
        self.is_moving = before

    def _reach(self, passage_id: str) -> None:
        if passage_id != self.passage:
            self.passage = passage_id
            if self._page is not None:
                self._view.setAccessibleDescription(self._page.description_of(passage_id))
            self.passage_reached.emit(passage_id)
