"""The small label that names a point of the timeline."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.words import Words

ROOM = 8
"""Pixels kept free between the label and the edges of the window."""


class EventLabel(QWidget):
    """Title and date of one event above its point; floats over the window, takes no clicks.

    Owned by ``TimelineStrip``; while shown it is a child of the window, so that the strip does not cut it.
    """

    def __init__(self, appearance: Appearance, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._owner = owner
        self._title = Words(parent=self)
        self._date = Words(parent=self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 7, 12, 8)
        rows.setSpacing(0)
        rows.addWidget(self._title)
        rows.addWidget(self._date)
        self.hide()
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and size of the words."""
        self._appearance = appearance
        color = appearance.theme.color
        self._title.set_look(appearance.interface_face(14, weight=600), color("ink"), 1.35)
        self._date.set_look(appearance.interface_face(12.5), color("soft_ink"), 1.35)
        self.update()

    def point_at(self, title: str, date: str, point: QPoint, *, below: bool = False) -> None:
        """Show these words just above ``point`` (in the owner's coordinates), or below it."""
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title.setText(title)
        self._date.setText(date)
        self._date.setVisible(bool(date))
        room = window.width() - 2 * ROOM
        widest = max(each.fontMetrics().horizontalAdvance(each.text()) for each in (self._title, self._date))
        width = min(widest + 4, round(self._appearance.chrome_px(340)), room - 24)
        height = self._title.heightForWidth(width) + (self._date.heightForWidth(width) if date else 0)
        self.resize(width + 24, height + 15)
        target = self._owner.mapTo(window, point)
        x = min(max(ROOM, target.x() - self.width() // 2), window.width() - ROOM - self.width())
        self.move(x, target.y() if below else max(0, target.y() - self.height()))
        self.show()
        self.raise_()

    def put_away(self) -> None:
        """Hide, and belong to the strip again."""
        if self.parentWidget() is not self._owner:
            self.setParent(self._owner)
        self.hide()

    def words(self) -> tuple[str, str]:
        """Title and date as shown."""
        return self._title.text(), self._date.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        line = QColor.fromRgba(theme.color("edge").rgba())
        width = 2.0 if theme.is_high_contrast else 1.0
        painter.setPen(QPen(line, width))
        painter.setBrush(theme.color("card"))
        half = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 8, 8)
