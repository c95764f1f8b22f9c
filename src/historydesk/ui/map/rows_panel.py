"""Rows below one another that scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
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
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._show(())

    def _bring_into_view(self, row: QWidget) -> None:
        """Scroll so that a row is seen, also before the rows were ever laid out."""
        layout = self._inner.layout() if self._inner is not None else None
        if layout is not None:
            layout.activate()
        bar = self.verticalScrollBar()
        top = row.y() - ABOVE
        if top < bar.value() or row.geometry().bottom() > bar.value() + self.viewport().height():
            bar.setValue(max(0, top))

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
        if (before := self.takeWidget()) is not None:
            before.hide()
            before.deleteLater()  # one of its rows may be what was just pressed
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._inner = inner
