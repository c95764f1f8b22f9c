"""Rows below one another that scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

ABOVE = 24
"""Pixels of the row before that stay in view, to show that there is one."""


class RowsPanel(QScrollArea):
    """A column of controls that scrolls, by finger too; base of the lists beside the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner: QWidget | None = None
        self._sought: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._seek)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._show(())

    def _bring_into_view(self, row: QWidget) -> None:
        """Scroll so that a row is seen, now and whenever the rows are laid out anew."""
        if self._sought is not None:
            self._sought.removeEventFilter(self)
        self._sought = row
        row.installEventFilter(self)
        self._seek()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The row that is sought has another place among the rows."""
        if watched is self._sought and event.type() == QEvent.Type.Move:
            self._seek()
        return False

    @Slot()
    def _seek(self) -> None:
        row, bar = self._sought, self.verticalScrollBar()
        if row is None:
            return
        above, below = row.y() - ABOVE, row.geometry().bottom() - self.viewport().height()
        if not below <= bar.value() <= above + ABOVE:
            bar.setValue(max(0, above))

    def _show(self, widgets: Sequence[QWidget]) -> None:
        """Put these in place of what there was."""
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(2, 2, 8, 12)
        column.setSpacing(4)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._sought = None
        if (before := self.takeWidget()) is not None:
            before.hide()
            before.deleteLater()  # one of its rows may be what was just pressed
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._inner = inner
