"""Draws the ways of a journey."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from historydesk.domain.entities import Way
from historydesk.ui.map.camera import Camera
from historydesk.ui.theme import Theme

DOTS = 7.0
"""Pixels from dot to dot of a way over the sea."""


class WayPainter:
    """Ways over land drawn through, ways over the sea dotted; owned by a map."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self.ways: tuple[Way, ...] = ()

    def set_ways(self, ways: Sequence[Way]) -> None:
        """What to draw; none: nothing."""
        self.ways = tuple(ways)

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        self._theme = theme

    def paint(self, painter: QPainter, camera: Camera, width: int, height: int) -> None:
        """Draw the ways as a camera sees them; the painter is antialiasing, in pixels."""
        if not self.ways or self._theme is None:
            return
        lines = [
            (way.mode, QPolygonF([QPointF(*camera.to_view(x, -y, width, height)) for x, y in way.points]))
            for way in self.ways
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, thickness in ((self._theme.color("page"), 5.5), (self._theme.color("red"), 2.5)):
            pen = QPen(ink, thickness)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for mode, line in lines:
                if mode == "sea":
                    pen.setDashPattern([0.1, DOTS / thickness])
                else:
                    pen.setStyle(Qt.PenStyle.SolidLine)
                painter.setPen(pen)
                painter.drawPolyline(line)
