"""The north arrow of a map."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from historydesk.ui.theme import Appearance

UP = 0.5
"""North is up when it is less than so many degrees off."""

PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class Compass(QAbstractButton):
    """Shows where true north is in the middle of the map, and turns it up; owned by the map."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._north = 0.0
        self._drawn: dict[tuple[int, bool, bool, float], QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and size."""
        self._appearance = appearance
        self._drawn.clear()
        self.resize(appearance.target, appearance.target)
        self.update()

    def set_north(self, degrees: float, *, said: bool) -> None:
        """North is so many degrees clockwise of up; ``said``: at rest, for those who listen."""
        degrees = (degrees + 180.0) % 360.0 - 180.0
        if abs(degrees - self._north) > 0.05:
            self._north = degrees
            self.update()
        if said:
            self._say()

    def north(self) -> float:
        """Degrees clockwise of up at which north is shown."""
        return self._north

    def _say(self) -> None:
        if abs(self._north) <= UP:
            words = self.tr("North is up")
        elif self._north > 0:
            words = self.tr("Turn north up: it is {degrees}° to the right").format(degrees=round(self._north))
        else:
            words = self.tr("Turn north up: it is {degrees}° to the left").format(degrees=round(-self._north))
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setToolTip(self.tr("{words} (N)").format(words=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space turn north up; everything else is the map's."""
        if event.key() in PRESSING:
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture of this direction; as the map turns, each degree is drawn once."""
        key = (round(self._north), self.hasFocus(), self.underMouse(), self.devicePixelRatioF())
        drawn = self._drawn.get(key)
        if drawn is None:
            scale = self.devicePixelRatioF()
            drawn = self._drawn[key] = QPixmap(self.size() * scale)
            drawn.setDevicePixelRatio(scale)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, round(self._north))
            painter.end()
        QPainter(self).drawPixmap(0, 0, drawn)

    def _draw(self, painter: QPainter, north: float) -> None:
        """A needle on a disc, its red end and the letter to the north."""
        theme = self._appearance.theme
        side = float(min(self.width(), self.height()))
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = side / 2 - 2
        line = theme.color("edge" if theme.is_high_contrast else "rule")
        painter.setPen(QPen(theme.color("focus"), 3) if self.hasFocus() else QPen(line, 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "card"))
        painter.drawEllipse(middle, radius, radius)
        angle = radians(north)
        ahead = QPointF(sin(angle), -cos(angle))
        across = QPointF(-ahead.y(), ahead.x()) * (side * 0.1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("red"))
        base = middle - ahead * (side * 0.1)
        painter.drawPolygon(QPolygonF([middle + ahead * (side * 0.13), base + across, base - across]))
        painter.setBrush(theme.color("soft_ink"))
        painter.drawPolygon(QPolygonF([middle - ahead * (side * 0.34), base + across, base - across]))
        painter.setPen(theme.color("ink"))
        font = self._appearance.interface_face(1, weight=600)
        font.setPixelSize(max(9, round(side * 0.28)))
        painter.setFont(font)
        at = middle + ahead * (side * 0.28)
        box = QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("N"))
