"""Fingers on the timeline: one drags, flicks and taps, two pinch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

if TYPE_CHECKING:
    from historydesk.ui.timeline.time_hand import TimeHand
    from historydesk.ui.timeline.timeline_view import TimelineView

TAP_MS = 400
"""A second tap after longer is a tap of its own."""

NEAR = 40.0
"""Pixels between the two taps of a double tap."""

LEAST_APART = 24.0
"""Pixels that count at least between two fingers: a pinch cannot turn over."""


class TimeTouch(QObject):
    """Follows up to two fingers, for one view; owned by it. One finger does what the pointer does."""

    def __init__(self, view: TimelineView, hand: TimeHand) -> None:
        super().__init__(view)
        self._view = view
        self._hand = hand
        self._fingers: dict[int, QPointF] = {}
        self._pinch: tuple[float, float] | None = None
        """While two fingers pinch: the days that a pixel between them would hold, and the day between them."""
        self._last_tap: tuple[int, QPointF] | None = None

    def follow(self, event: QTouchEvent) -> None:
        """Follow the fingers."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._fingers.clear()
            self._pinch = None
            self._hand.cancel()
            return
        for point in event.points():
            at = point.position()
            if point.state() == QEventPoint.State.Pressed:
                self._press(point.id(), at)
            elif point.id() in self._fingers:
                if point.state() == QEventPoint.State.Released:
                    self._release(point.id(), at, event.timestamp())
                else:
                    self._fingers[point.id()] = at
        self._move()

    def _press(self, number: int, at: QPointF) -> None:
        if len(self._fingers) == 2:
            return
        self._fingers[number] = at
        if len(self._fingers) == 1:
            self._hand.take_hold(at)
            return
        self._hand.cancel()
        self._view.interrupt()
        first, last = self._view.view()
        middle, apart = self._between()
        self._pinch = (last - first) * apart, self._view.scale().day(middle)

    def _move(self) -> None:
        if self._pinch is not None and len(self._fingers) == 2:
            middle, apart = self._between()
            whole, day = self._pinch
            self._view.place(day, middle, whole / apart)
        elif self._pinch is None and self._fingers:
            self._hand.drag_to(next(iter(self._fingers.values())))

    def _release(self, number: int, at: QPointF, now: int) -> None:
        del self._fingers[number]
        if self._pinch is not None:
            # The finger that stays does nothing until it comes down again.
            if not self._fingers:
                self._pinch = None
            return
        last, self._last_tap = self._last_tap, None
        again = last is not None and now - last[0] <= TAP_MS and (at - last[1]).manhattanLength() <= NEAR
        if again and self._hand.is_tapping():
            self._hand.drop()
            self._view.zoom_into(at)
        elif self._hand.let_go() == "tap":
            self._last_tap = now, at

    def _between(self) -> tuple[float, float]:
        """The pixel between two fingers, and how many they are apart."""
        one, other = self._fingers.values()
        apart = ((one.x() - other.x()) ** 2 + (one.y() - other.y()) ** 2) ** 0.5
        return (one.x() + other.x()) / 2, max(LEAST_APART, apart)
