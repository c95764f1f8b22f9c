"""The little drawings of a legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.journey_painter import JourneyPainter
from historydesk.ui.map.legend_keys import ROUTES
from historydesk.ui.map.marks import Marks
from historydesk.ui.map.plate_painter import PlatePainter
from historydesk.ui.theme import Appearance

WIDTH, HEIGHT = 52, 26
AREAS = ("state", "protectorate", "water", "plate-water", "plate-park", "plate-town")
INNER = ("internal", "autonomy", "frontier", "soft")
"""Lines that are shown on the ground of the story's country."""


class Samples:
    """Draws what a key stands for as the map itself draws it; shared by the rows of one legend."""

    def __init__(self, appearance: Appearance) -> None:
        self._base = BasePainter()
        self._base.set_theme(appearance.theme)
        self._journey = JourneyPainter()
        self._journey.set_theme(appearance.theme)
        self._plate = PlatePainter()
        self._plate.set_appearance(appearance)
        self._marks = Marks(appearance)
        self._theme = appearance.theme

    def draw(self, painter: QPainter, key: str, box: QRectF) -> None:
        """Draw the sample of a key into a box of pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = box.center() - QPointF(box.width() / 2, 0), box.center() + QPointF(box.width() / 2, 0)
        if key in AREAS:
            self._draw_area(painter, key, box)
        elif key in ROUTES:
            self._ground(painter, box, "land")
            for pen in self._journey.pens(key):
                painter.setPen(pen)
                painter.drawLine(left + QPointF(6, 0), right - QPointF(6, 0))
        elif key in ("place", "cluster"):
            dot = self._marks.drawn_dot(
                False, 3 if key == "cluster" else 1, painter.device().devicePixelRatioF()
            )
            size = dot.deviceIndependentSize()
            share = min(1.0, box.height() / size.height())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            seen = QRectF(0, 0, size.width() * share, size.height() * share)
            seen.moveCenter(box.center())
            painter.drawPixmap(seen, dot, QRectF(dot.rect()))
            return
        elif key.startswith("plate-"):
            painter.fillRect(box, self._plate.ground())
            self._plate.draw_sample(painter, key.removeprefix("plate-"), left, right)
        else:
            self._ground(painter, box, "state" if key in INNER else "land")
            pen = self._base.pen("internal_soft" if key == "soft" else key)
            painter.setPen(pen)
            painter.drawPolyline(
                QPolygonF([left, left + (right - left) * 0.4 + QPointF(0, 3), right - QPointF(0, 3)])
            )
        painter.setPen(QPen(self._theme.color("edge" if self._theme.is_high_contrast else "rule"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _draw_area(self, painter: QPainter, key: str, box: QRectF) -> None:
        if key.startswith("plate-"):
            painter.fillRect(box, self._plate.area_color(key.removeprefix("plate-")))
        elif key == "water":
            self._ground(painter, box, "land")
            painter.setPen(self._base.pen("lake"))
            painter.setBrush(self._base.fill("lake"))
            painter.drawEllipse(box.center(), box.width() * 0.3, box.height() * 0.28)
        else:
            self._ground(painter, box, key)

    def _ground(self, painter: QPainter, box: QRectF, kind: str) -> None:
        painter.fillRect(box, self._base.fill(kind))


class LegendSample(QWidget):
    """The drawing of one row; owned by the legend. The words beside it say all it shows."""

    def __init__(self, key: str, samples: Samples, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self._samples = samples
        self.setFixedSize(QSize(round(WIDTH * scale), round(HEIGHT * scale)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sample."""
        self._samples.draw(QPainter(self), self._key, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
