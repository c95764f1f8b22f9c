"""How the view of time moves: eased, interruptible, at most 400 ms; nothing runs while it rests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Slot

CHANGE_MS = 380
"""A change of the view: to an event, to everything."""

ZOOM_MS = 180
"""A step of the wheel or a key."""

GLIDE_MS = 400
"""The end of a drag that was let go while moving."""


class ViewMotion(QObject):
    """Moves from one range of days to another; owned by the view, which shows what ``show`` is given."""

    def __init__(self, show: Callable[[float, float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._from = self._to = (0.0, 1.0)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)

    def start(self, begin: tuple[float, float], end: tuple[float, float], milliseconds: int) -> None:
        """Move from range to range; a gliding end decelerates, a change also accelerates."""
        self.stop()
        self._from, self._to = begin, end
        if milliseconds <= 0 or begin == end:
            self._show(*end)
            return
        change = milliseconds == CHANGE_MS
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic if change else QEasingCurve.Type.OutCubic)
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """Stay where the view is."""
        self._animation.stop()

    def is_running(self) -> bool:
        """Whether a movement is under way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def target(self) -> tuple[float, float] | None:
        """Where a movement under way ends."""
        return self._to if self.is_running() else None

    @Slot(object)
    def _step(self, share: float) -> None:
        if self.is_running() or share == 1.0:
            self._show(*between(self._from, self._to, float(share)))


def between(begin: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    """A range on the way from one to another: the span changes by equal factors, a common point stands still."""
    first_span, last_span = begin[1] - begin[0], end[1] - end[0]
    if share >= 1.0:
        return end
    if abs(last_span / first_span - 1) < 1e-6:
        return begin[0] + (end[0] - begin[0]) * share, begin[1] + (end[1] - begin[1]) * share
    span = first_span * (last_span / first_span) ** share
    part = (span - first_span) / (last_span - first_span)
    start = begin[0] + (end[0] - begin[0]) * part
    return start, start + span
