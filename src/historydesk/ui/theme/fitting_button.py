"""A button for words of any length."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget


class FittingButton(QPushButton):
    """Its words end in an ellipsis where there is no room for all of them; owned by what lists it.

    It asks for the room of all words and gets a smaller one from a layout that narrows it. ``&`` stands for itself.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tip = ""
        self.setAccessibleName(words)
        self._show(words)

    def set_tip(self, tip: str) -> None:
        """What is said of the button besides its words."""
        self._tip = tip
        self._show(self._shown)

    def _show(self, words: str) -> None:
        self._shown = words
        self.setText(words.replace("&", "&&"))
        cut = self._words if words != self._words else ""
        self.setToolTip("\n".join(filter(None, (cut, self._tip))))

    def _frame(self) -> int:
        """Pixels of the button beside its words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self._shown)

    def sizeHint(self) -> QSize:
        """Room for all words."""
        width = self._frame() + self.fontMetrics().horizontalAdvance(self._words)
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many letters as fit."""
        super().resizeEvent(event)
        room = max(0, self.width() - self._frame())
        # A pixel more or less is rounding.
        fits = self.fontMetrics().horizontalAdvance(self._words) <= room + 1
        words = (
            self._words
            if fits
            else self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        )
        if words != self._shown:
            self._show(words)
