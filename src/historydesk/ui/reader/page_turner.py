"""Moving through a chapter by pages, lines and ends, so that no line is cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from historydesk.ui.reader.line_window import LineWindow
from historydesk.ui.reader.paging import Line


class PageTurner:
    """Moves a view of a chapter and covers lines cut by its edges. Owned by the chapter view."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._view = view
        self.lines = LineWindow()
        self.line = 24
        """Height of a line of text."""

    @property
    def _bar(self) -> QScrollBar:
        """Asked for anew each time: PySide may drop the object it gave before, though the bar is still there."""
        return self._view.verticalScrollBar()

    @property
    def _height(self) -> int:
        return self._view.viewport().height()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move as a key without Ctrl or Alt asks; false when it asks for something else."""
        key, bar = event.key(), self._bar
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_PageDown or (key == Qt.Key.Key_Space and not back):
            self.turn(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            self.turn(-1)
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + 3 * self.line * (1 if key == Qt.Key.Key_Down else -1))
        else:
            return False
        return True

    def turn(self, direction: int) -> None:
        """One page on (1) or back (−1); the line that was cut at the edge is whole on the next page."""
        bar, height = self._bar, self._height
        value = self.lines.page_from(bar.value(), height, bar.maximum(), direction)
        bar.setValue(value)
        self.lines.cover_edges(value, height, bar.maximum())
        self._view.viewport().update()

    def reveal(self, top: float, bottom: float) -> None:
        """Bring a stretch of the document into view, with a little room around it."""
        bar, height, room = self._bar, self._height, self.line
        if top < bar.value() + room / 2:
            bar.setValue(round(top - 2 * room))
        elif bottom > bar.value() + height - room / 2 or 0 <= self.lines.below < bottom:
            bar.setValue(round(bottom - height + 3 * room))

    def cover_cut_line(self) -> None:
        """Keep a line cut by the lower edge out of sight until the text is moved."""
        self.lines.cover_cut(self._bar.value(), self._height, self._bar.maximum(), self.line)
        self._view.viewport().update()

    def visible_lines(self) -> list[Line]:
        """The lines shown, as (top, bottom) in viewport coordinates; a line cut by an edge reaches past
        it."""
        return self.lines.visible(self._bar.value(), self._height)

    @property
    def covered_from(self) -> int:
        """Viewport height below which a cut line is kept out of sight after turning a page; −1 when none
        is."""
        below = self.lines.below
        return below - self._bar.value() if below >= 0 else -1
