"""The change from one era's map to another's."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import Camera

FADE_MS = 400


class EraFade(QObject):
    """Lets the map of one era fade into that of another while the camera rests; owned by a map."""

    stepped = Signal()
    """The map is to be drawn anew."""

    def __init__(self, painter: BasePainter, parent: QObject) -> None:
        super().__init__(parent)
        self._painter = painter
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(FADE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._animation.valueChanged.connect(self._on_step)

    def jump(self, era: int) -> None:
        """Show an era at once."""
        self._animation.stop()
        self._painter.end_fade()
        self._painter.era = era

    def fade(self, era: int, camera: Camera, width: int, height: int, scale: float) -> None:
        """Fade to an era in a view at rest, on a device of this pixel ratio."""
        if era != self._painter.era:
            self._animation.stop()
            self._painter.begin_fade(era, camera, width, height, scale)
            self._animation.start()

    def end(self) -> None:
        """Show the new era fully: the camera begins to move."""
        if self.is_running():
            self._animation.stop()
            self._painter.end_fade()

    def is_running(self) -> bool:
        """Whether two eras are mixed."""
        return self._animation.state() == QVariantAnimation.State.Running

    def share(self) -> float:
        """How much of the new era shows (0–1)."""
        return float(self._animation.currentValue()) if self.is_running() else 1.0

    @Slot(object)
    def _on_step(self, share: float) -> None:
        self._painter.set_fade(float(share))
        self.stepped.emit()
