"""A button that shows a theme by its own colours and name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from historydesk.ui.theme import Appearance, Theme, default_appearance
from historydesk.ui.theme.appearance import face


class ThemeSwatch(QAbstractButton):
    """A piece of paper with "Aa" on it; owned by the settings panel. The chosen one has a tick and a thick edge."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._appearance = default_appearance()
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme around it and sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the paper and its name."""
        scale = self._appearance.chrome_px(1)
        return QSize(round(104 * scale), round(92 * scale))

    def minimumSizeHint(self) -> QSize:
        """As wished."""
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, letters, name, and whether it is chosen."""
        around = self._appearance.theme
        scale = self._appearance.chrome_px(1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(3, 3, self.width() - 6, self.height() - 30 * scale)
        chosen = self.isChecked()
        painter.setBrush(self._theme.color("page"))
        painter.setPen(QPen(around.color("ink" if chosen else "edge"), 3 if chosen else 1))
        painter.drawRoundedRect(paper, 8, 8)
        painter.setPen(self._theme.color("ink"))
        painter.setFont(face(self._appearance.reading_family(), 22 * scale, weight=600))
        painter.drawText(paper.adjusted(0, 0, 0, -4 * scale), Qt.AlignmentFlag.AlignCenter, "Aa")
        painter.setPen(QPen(self._theme.color("red"), 3 * scale))
        middle = paper.center().x()
        low = paper.bottom() - 9 * scale
        painter.drawLine(QPointF(middle - 16 * scale, low), QPointF(middle + 16 * scale, low))
        name = QRectF(0, paper.bottom() + 4 * scale, self.width(), 26 * scale)
        painter.setPen(around.color("ink"))
        painter.setFont(self._appearance.interface_face(13, weight=600 if chosen else 400))
        words = f"✓ {self.text()}" if chosen else self.text()
        painter.drawText(name, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(around.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
