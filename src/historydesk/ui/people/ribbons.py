"""The ways people take from phase to phase, drawn as ribbons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from historydesk.domain.alliances import Side
from historydesk.domain.values import dataclass
from historydesk.ui.theme import Theme

TOKENS: dict[Side, str] = {"won": "ink", "apart": "edge", "against": "blue"}
FAINT = 0.30
"""How much of a side's colour a ribbon has."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A way between two boxes: it leaves and arrives level and turns at a part of the way across (``bend``)."""

    start: QPointF
    end: QPointF
    bend: float
    width: float

    def path(self, part: float = 1.0) -> QPainterPath:
        """The curve, or as much of it from its start."""
        path = QPainterPath(self.start)
        turn = self.start.x() + (self.end.x() - self.start.x()) * self.bend
        path.cubicTo(turn, self.start.y(), turn, self.end.y(), self.end.x(), self.end.y())
        if part >= 1:
            return path
        drawn, steps = QPainterPath(self.start), max(2, round(40 * part))
        for step in range(1, steps + 1):
            drawn.lineTo(path.pointAtPercent(part * step / steps))
        return drawn


def ribbon_between(one: QRect, other: QRect, bend: float, width: float) -> Ribbon:
    """From the edge of a box to the edge of the next, beginning and ending a little under them."""
    onward = one.center().x() <= other.center().x()
    start = one.x() + one.width() - width if onward else one.x() + width
    end = other.x() + width if onward else other.x() + other.width() - width
    middles = (each.y() + each.height() / 2 for each in (one, other))
    return Ribbon(QPointF(start, next(middles)), QPointF(end, next(middles)), bend, width)


def paint_ribbon(painter: QPainter, theme: Theme, ribbon: Ribbon, sides: tuple[Side, Side]) -> None:
    """Quietly, in the colours of the sides it joins; dashed where one of them is neither."""
    gradient = QLinearGradient(ribbon.start, ribbon.end)
    for place, side in enumerate(sides):
        gradient.setColorAt(place, _faint(theme, side))
    pen = QPen(gradient, ribbon.width / 2 if theme.is_high_contrast else ribbon.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if "apart" in sides:
        pen.setDashPattern([1.6, 1.0])
    painter.setPen(pen)
    painter.drawPath(ribbon.path())


def paint_way(painter: QPainter, theme: Theme, ribbon: Ribbon, part: float) -> None:
    """As a way that is followed, drawn as far as ``part`` of its length."""
    pen = QPen(theme.color("red"), ribbon.width * 0.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPath(ribbon.path(part))


def _faint(theme: Theme, side: Side) -> QColor:
    color = theme.color(TOKENS[side])
    if not theme.is_high_contrast:
        color.setAlphaF(FAINT)
    return color
