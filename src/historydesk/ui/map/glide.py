"""How a map glides on after a flick."""

from __future__ import annotations

from collections import deque
from math import cos, exp, hypot, radians, sin

from historydesk.ui.map.camera import Bounds, Camera, resting_turn

TAU_MS = 325.0
"""After so long a flick has lost two thirds of its speed."""

LENGTHS = 4.6
"""A glide lasts so many times as long: one hundredth of the speed is left."""

WINDOW_MS = 100
"""The speed of a flick is taken over its last moments."""

LEAST_SPEED, MOST_SPEED = 0.12, 5.0
"""Pixels a millisecond: a slower hand merely lets go, a faster one is not believed."""


class Flick:
    """The last moments of a drag; owned by the hand."""

    def __init__(self) -> None:
        self._steps: deque[tuple[float, float, float]] = deque(maxlen=64)

    def clear(self) -> None:
        """A new drag begins."""
        self._steps.clear()

    def add(self, milliseconds: float, x: float, y: float) -> None:
        """The finger was at a pixel at a time."""
        self._steps.append((milliseconds, x, y))

    def velocity(self, now: float) -> tuple[float, float]:
        """Pixels a millisecond over the last moments; (0, 0) when the finger had come to rest."""
        recent = [step for step in self._steps if now - step[0] <= WINDOW_MS]
        if len(recent) < 2:
            return 0.0, 0.0
        (t0, x0, y0), (t1, x1, y1) = recent[0], recent[-1]
        elapsed = max(8.0, t1 - t0)
        vx, vy = (x1 - x0) / elapsed, (y1 - y0) / elapsed
        speed = hypot(vx, vy)
        if speed < LEAST_SPEED:
            return 0.0, 0.0
        share = min(1.0, MOST_SPEED / speed)
        return vx * share, vy * share


class Glide:
    """The way of the camera after a flick: exponential friction, at an edge all the stronger; immutable."""

    __slots__ = ("_dx", "_dy", "_start", "_tau")

    def __init__(self, start: Camera, velocity: tuple[float, float], width: float, bounds: Bounds) -> None:
        """``velocity`` of the picture in pixels a millisecond, in a view of this width in pixels."""
        self._start = start
        c, s = cos(radians(start.turn)), sin(radians(start.turn))
        scale = start.width_km / width * TAU_MS
        vx, vy = velocity
        self._dx, self._dy = -(vx * c + vy * s) * scale, -(-vx * s + vy * c) * scale
        share = min(
            _share(start.x, self._dx, bounds.left, bounds.right),
            _share(start.y, self._dy, bounds.top, bounds.bottom),
        )
        self._dx, self._dy, self._tau = self._dx * share, self._dy * share, TAU_MS * share

    @property
    def milliseconds(self) -> int:
        """Until it stands."""
        return round(self._tau * LENGTHS)

    def at(self, share: float) -> Camera:
        """The camera at a share (0–1) of the time."""
        gone = (1 - exp(-LENGTHS * min(1.0, share))) / (1 - exp(-LENGTHS))
        x, y = self._start.x + self._dx * gone, self._start.y + self._dy * gone
        return Camera(x, y, self._start.width_km, resting_turn(x, y, self._start.width_km))


def _share(start: float, way: float, least: float, most: float) -> float:
    """How much of a way lies before the edge."""
    if way > 0:
        return min(1.0, max(0.0, (most - start) / way))
    if way < 0:
        return min(1.0, max(0.0, (least - start) / way))
    return 1.0
