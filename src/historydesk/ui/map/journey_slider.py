"""The slider over a whole journey."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from historydesk.ui.theme import Appearance, default_appearance

STEPS = 1_000
EDGE = 14
"""Pixels at each end beyond the line, so that the handle is never cut."""


class JourneySlider(QSlider):
    """By distance, with a tick for each stop; owned by the player. Page keys ask for the stops beside."""

    scrubbed = Signal(float)
    """The person moved it: a share (0–1) of the distance."""

    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = default_appearance()
        self._stops: tuple[float, ...] = ()
        self._told = False
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setAccessibleName(self.tr("How far along the journey"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_value)

    def set_stops(self, shares: Sequence[float]) -> None:
        """Where the stops lie, as shares of the distance."""
        self._stops = tuple(shares)
        self.update()

    def show_share(self, share: float) -> None:
        """Stand here, without a signal."""
        self._told = True
        self.setValue(round(share * STEPS))
        self._told = False

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a target."""
        return QSize(240, self._appearance.target)

    def minimumSizeHint(self) -> QSize:
        """Room enough to drag in."""
        return QSize(120, self._appearance.target)

    def _x(self, share: float) -> float:
        return EDGE + share * (self.width() - 2 * EDGE)

    def _move_to(self, x: float) -> None:
        share = (x - EDGE) / max(1, self.width() - 2 * EDGE)
        self.setValue(round(min(1.0, max(0.0, share)) * STEPS))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the finger."""
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, page keys go from stop to stop."""
        if event.key() == Qt.Key.Key_PageDown:
            self.next_requested.emit()
        elif event.key() == Qt.Key.Key_PageUp:
            self.previous_requested.emit()
        else:
            super().keyPressEvent(event)

    def _on_value(self, value: int) -> None:
        if not self._told:
            self.scrubbed.emit(value / STEPS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, part travelled, ticks, handle, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color
        y = self.height() / 2
        at = self._x(self.value() / STEPS)
        painter.setPen(QPen(color("edge"), 2))
        painter.drawLine(QPointF(at, y), QPointF(self._x(1), y))
        painter.setPen(QPen(color("red"), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(0), y), QPointF(at, y))
        for share in self._stops:
            x = self._x(share)
            painter.setPen(QPen(color("red" if x <= at else "edge"), 2))
            painter.drawLine(QPointF(x, y - 8), QPointF(x, y + 8))
        painter.setPen(QPen(color("card"), 2))
        painter.setBrush(color("ink"))
        painter.drawEllipse(QPointF(at, y), 11, 11)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
