"""What moves a map: courses from camera to camera, and the moment of rest after the hand."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal, Slot

from historydesk.ui.map.camera import Camera

REST_MS = 140
"""After the last wheel notch or drag step the map draws its fine frame."""


class Course(Protocol):
    """A way of the camera over time; immutable."""

    @property
    def milliseconds(self) -> int:
        """A fitting duration."""
        ...

    def at(self, share: float) -> Camera:
        """The camera at a share (0–1) of the way."""
        ...


class MapMotion(QObject):
    """Runs one course at a time and tells when the hand has rested; owned by a map. Idle, no timer runs."""

    frame = Signal(object)
    """The ``Camera`` to look from now."""

    ended = Signal()
    """A course came to its end."""

    rested = Signal()
    """After ``rest_soon`` no other step was taken."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._on_step)
        self._animation.finished.connect(self._on_finished)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rested)

    def start(self, course: Course, milliseconds: int = 0, *, eased: bool = True) -> None:
        """Run a course (0: as long as fits it); ``eased``: slow at both ends."""
        self.stop()
        self._course = course
        curve = QEasingCurve.Type.InOutSine if eased else QEasingCurve.Type.Linear
        self._animation.setEasingCurve(curve)
        self._animation.setDuration(milliseconds or course.milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """End everything where it is, without a word."""
        self._course = None
        self._animation.stop()
        self._rest.stop()

    def rest_soon(self) -> None:
        """A step of the hand was taken: ``rested`` follows when no other comes."""
        self._rest.start()

    def is_on_course(self) -> bool:
        """Whether a course runs."""
        return self._course is not None

    def is_idle(self) -> bool:
        """Whether nothing runs and no timer waits."""
        return self._course is None and not self._rest.isActive()

    def target(self) -> Camera | None:
        """Where the running course ends."""
        return None if self._course is None else self._course.at(1.0)

    @Slot(object)
    def _on_step(self, share: float) -> None:
        if self._course is not None and share < 1:
            self.frame.emit(self._course.at(float(share)))

    @Slot()
    def _on_finished(self) -> None:
        if self._course is not None:
            end = self._course.at(1.0)
            self._course = None
            self.frame.emit(end)
            self.ended.emit()
