"""Fingers on a map: drag, flick, pinch, turn, taps, long press."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Slot
from PySide6.QtGui import QEventPoint, QTouchEvent

from historydesk.ui.map.camera import Pinch, panned
from historydesk.ui.map.glide import Flick

if TYPE_CHECKING:
    from historydesk.ui.map.map_camera import MapCamera
    from historydesk.ui.map.map_view import MapView

SLOP = 10.0
"""A finger that moves less is still tapping."""

LONG_MS = 500
TAP_MS = 350
"""A longer touch is no tap; a second tap after longer is a tap of its own."""

NEAR = 40.0
"""Pixels between the two taps of a double tap."""

TAP_ZOOM = 2.0

Point = tuple[float, float]


class TouchHand(QObject):
    """Follows up to two fingers and tells the map; owned by the map, which hands on its touch events.

    One finger drags and flicks, two zoom, move and turn. A tap or a long press on a mark uses its control, a
    double tap zooms in, a tap of two fingers zooms out. Whatever moves, the first touch stops it.
    """

    def __init__(self, view: MapView, camera: MapCamera) -> None:
        super().__init__(view)
        self._view = view
        self._camera = camera
        self._down: dict[int, Point] = {}
        self._began: dict[int, Point] = {}
        self._most = 0
        self._moved = False
        self._pressed_long = False
        self._first_ms = 0.0
        self._last_tap: tuple[float, Point] | None = None
        self._last: Point = (0.0, 0.0)
        self._pinch: Pinch | None = None
        self._flick = Flick()
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG_MS)
        self._long.timeout.connect(self._on_long)

    def follow(self, event: QTouchEvent) -> None:
        """Follow the fingers."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._cancel()
            return
        now = float(event.timestamp())
        released: list[Point] = []
        changed = False
        for point in event.points():
            at = (point.position().x(), point.position().y())
            if point.state() == QEventPoint.State.Pressed:
                changed |= self._press(point.id(), at, now)
            elif point.id() in self._down and point.state() == QEventPoint.State.Released:
                released.append(at)
                del self._down[point.id()]
                changed = True
            elif point.id() in self._down:
                self._down[point.id()] = at
        if not self._down:
            if released:
                self._let_go(released[-1], now)
        elif changed:
            self._take_hold(now)
        else:
            self._step(now)

    def _press(self, number: int, at: Point, now: float) -> bool:
        if len(self._down) == 2:
            return False
        if not self._down:
            self._camera.hold()
            self._most, self._moved, self._pressed_long = 0, False, False
            self._first_ms = now
            self._began.clear()
            self._long.start()
        else:
            self._long.stop()
        self._down[number] = self._began[number] = at
        self._most = max(self._most, len(self._down))
        return True

    def _take_hold(self, now: float) -> None:
        """Fingers came or went, or began to move: what they do next starts from here."""
        self._flick.clear()
        fingers = list(self._down.values())
        self._last = fingers[0]
        self._flick.add(now, *self._last)
        self._pinch = Pinch(self._camera.camera(), *fingers) if len(fingers) == 2 else None

    def _step(self, now: float) -> None:
        """The fingers moved."""
        fingers = list(self._down.values())
        if not self._moved:
            starts = [self._began[number] for number in self._down]
            pairs = zip(fingers, starts, strict=True)
            if all(hypot(a[0] - b[0], a[1] - b[1]) < SLOP for a, b in pairs):
                return
            self._moved = True
            self._long.stop()
            self._take_hold(now)
            return
        size = self._view.viewport().size()
        if self._pinch is not None:
            self._camera.drag_to(self._pinch.moved(fingers[0], fingers[1], size.width(), size.height()))
        else:
            (x, y), (last_x, last_y) = fingers[0], self._last
            self._last = fingers[0]
            self._flick.add(now, x, y)
            self._camera.drag_to(panned(self._camera.camera(), x - last_x, y - last_y, size.width()))

    def _let_go(self, at: Point, now: float) -> None:
        self._long.stop()
        self._pinch = None
        if self._moved:
            self._last_tap = None
            self._camera.let_go(self._flick.velocity(now) if self._most == 1 else (0.0, 0.0))
        elif not self._pressed_long and now - self._first_ms <= TAP_MS:
            self._tap(at, now)
        else:
            self._camera.let_go()

    def _tap(self, at: Point, now: float) -> None:
        last, self._last_tap = self._last_tap, None
        self._camera.let_go()
        if self._most == 2:
            points = list(self._began.values())
            middle = QPointF(*(sum(each) / len(points) for each in zip(*points, strict=True)))
            self._view.zoom_at(1 / TAP_ZOOM, middle)
        elif (
            last is not None
            and now - last[0] <= TAP_MS
            and hypot(at[0] - last[1][0], at[1] - last[1][1]) < NEAR
        ):
            self._view.zoom_at(TAP_ZOOM, QPointF(*at))
        else:
            self._last_tap = (now, at)
            self._view.use_mark(QPointF(*at))

    @Slot()
    def _on_long(self) -> None:
        if len(self._down) == 1 and not self._moved:
            self._pressed_long = True
            self._view.use_mark(QPointF(*next(iter(self._down.values()))))

    def _cancel(self) -> None:
        self._long.stop()
        self._down.clear()
        self._pinch = None
        self._camera.let_go()
