"""The head of a column: when a phase was and what it is called."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.ui.people.column_words import draw_middle, height_of
from historydesk.ui.people.flow_chip import STEPS
from historydesk.ui.theme import Appearance, default_appearance

EDGE = 6


class PhaseHead(QPushButton):
    """Chooses a phase; owned by the picture of all phases."""

    def __init__(self, number: int, years: str, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self._years, self._title = years, title
        self._appearance = default_appearance()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_shown(self, shown: bool) -> None:
        """Mark the phase chosen."""
        self.setChecked(shown)
        self.setAccessibleDescription(self.tr("Shown") if shown else "")

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.update()

    def height_within(self, width: int) -> int:
        """Height that shows all words in this width, at least a target's."""
        upper, lower = self._heights(width)
        return max(self._appearance.target, upper + lower + 2 * EDGE)

    def sizeHint(self) -> QSize:
        """One column."""
        return QSize(120, self.height_within(120))

    def nextCheckState(self) -> None:
        """The page says which phase is shown."""

    def _fonts(self) -> tuple[QFont, QFont]:
        look = self._appearance
        return look.interface_face(13, weight=600, chrome=False), look.reading_face(14.5, weight=600)

    def _heights(self, width: int) -> tuple[int, int]:
        years, title = self._fonts()
        inner = width - 2 * EDGE
        return height_of(self._years, years, inner) + 2, height_of(self._title, title, inner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the picture and the page."""
        if event.key() in STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Years and title."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        upper, lower = self._heights(self.width())
        width = self.width() - 2 * EDGE
        years, title = self._fonts()
        painter.setFont(years)
        painter.setPen(theme.color("red"))
        draw_middle(painter, QRect(EDGE, EDGE, width, upper), self._years)
        painter.setFont(title)
        painter.setPen(theme.color("ink"))
        draw_middle(painter, QRect(EDGE, EDGE + upper, width, lower), self._title)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
