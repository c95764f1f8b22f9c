"""How far one has come: a short line for each question."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from historydesk.ui.theme import Appearance, default_appearance

HIGH = 4


class StepLine(QWidget):
    """Answered questions filled, the one shown higher; the words beside it say the same. Owned by the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._answered: tuple[bool, ...] = ()
        self._at = 0
        self.setFixedHeight(3 * HIGH)

    def set_steps(self, answered: tuple[bool, ...], at: int) -> None:
        """Which questions were answered, and the number (from 0) of the one shown."""
        self._answered, self._at = answered, at
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme."""
        self._appearance = appearance
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, 3 * HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line each."""
        count = len(self._answered)
        if not count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._appearance.theme
        gap = 6 if count <= 24 else 1
        wide = (self.width() - gap * (count - 1)) / count
        for number, answered in enumerate(self._answered):
            here = number == self._at
            high = 2 * HIGH if here else HIGH
            painter.setBrush(theme.color("red" if here else ("ink" if answered else "edge")))
            box = QRectF(number * (wide + gap), (self.height() - high) / 2, max(1.0, wide), high)
            if not here and not answered:
                box.adjust(0, 1, 0, -1)
            painter.drawRoundedRect(box, high / 2, high / 2)
