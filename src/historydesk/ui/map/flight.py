"""Flights: the smooth and efficient zoom and pan of van Wijk and Nuij (2003)."""

from __future__ import annotations

from math import cosh, exp, hypot, log, sinh, sqrt, tanh

from historydesk.ui.map.camera import Camera, shortest_turn

RHO = 1.42
SHORTEST_MS, LONGEST_MS = 600, 1_800
MS_PER_LENGTH = 300.0
MS_PER_DEGREE = 8.0
"""So long a flight takes at least for each degree that it turns."""


class Flight:
    """The way from one camera to another; immutable, owned by the view that flies it."""

    __slots__ = ("_distance", "_end", "_r0", "_start", "_turn", "length")

    def __init__(self, start: Camera, end: Camera) -> None:
        self._start, self._end = start, end
        self._turn = shortest_turn(start.turn, end.turn)
        self._distance = hypot(end.x - start.x, end.y - start.y)
        w0, w1, u = start.width_km, end.width_km, self._distance
        if u < 1e-3 * min(w0, w1):
            self._distance = 0.0
            self._r0 = 0.0
            self.length = abs(log(w1 / w0)) / RHO
        else:
            b0 = (w1 * w1 - w0 * w0 + RHO**4 * u * u) / (2 * w0 * RHO**2 * u)
            b1 = (w1 * w1 - w0 * w0 - RHO**4 * u * u) / (2 * w1 * RHO**2 * u)
            self._r0 = _ln(b0)
            self.length = (_ln(b1) - self._r0) / RHO
        """How long the way is in the eyes of the traveller (dimensionless)."""

    @property
    def milliseconds(self) -> int:
        """A fitting duration: the farther and the more it turns, the longer."""
        turning = abs(self._turn - self._start.turn) * MS_PER_DEGREE
        return round(min(LONGEST_MS, max(SHORTEST_MS, turning, self.length * MS_PER_LENGTH)))

    def at(self, share: float) -> Camera:
        """The camera at a share (0–1) of the way; exactly the end at 1."""
        if share >= 1:
            return self._end
        if share <= 0:
            return self._start
        start, end = self._start, self._end
        turn = start.turn + (self._turn - start.turn) * share * share * (3 - 2 * share)
        s = share * self.length
        if not self._distance:
            sign = 1 if end.width_km >= start.width_km else -1
            t = share
            return Camera(
                start.x + (end.x - start.x) * t,
                start.y + (end.y - start.y) * t,
                start.width_km * exp(sign * RHO * s),
                turn,
            )
        w0, r0 = start.width_km, self._r0
        u = w0 / RHO**2 * (cosh(r0) * tanh(RHO * s + r0) - sinh(r0))
        width = w0 * cosh(r0) / cosh(RHO * s + r0)
        t = u / self._distance
        return Camera(start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t, width, turn)


def _ln(b: float) -> float:
    """ln(√(b² + 1) − b), without loss of digits for large b."""
    return -log(sqrt(b * b + 1) + b) if b > 0 else log(sqrt(b * b + 1) - b)
