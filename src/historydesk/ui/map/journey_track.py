"""A journey as one line that can be measured: where the traveller is, how far, on which day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import hypot

from historydesk.domain.entities import Journey, Way
from historydesk.domain.values import dataclass

Point = tuple[float, float]
"""Kilometres on the plane of the scene, y down."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A way of a leg: its points in the scene, how far along the line each lies, and where it begins.

    ``start_km`` counts from the beginning of the leg, ``km`` is the length over the ground.
    """

    leg: int
    mode: str
    points: tuple[Point, ...]
    along: tuple[float, ...]
    start_km: float
    km: float

    def at(self, share: float) -> tuple[Point, int]:
        """The point at a share (0–1) of the line, and the number of the last point before it."""
        wanted = min(1.0, max(0.0, share)) * self.along[-1]
        before = min(len(self.points) - 1, max(0, bisect_right(self.along, wanted) - 1))
        if before == len(self.points) - 1:
            return self.points[before], before
        (ax, ay), (bx, by) = self.points[before], self.points[before + 1]
        length = self.along[before + 1] - self.along[before]
        t = (wanted - self.along[before]) / length if length else 0.0
        return (ax + (bx - ax) * t, ay + (by - ay) * t), before


class JourneyTrack:
    """Measures a journey; immutable. A position counts stops: 2.25 is a quarter of the way from stop 2 on."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.last = float(min(len(journey.legs), max(0, len(journey.stops) - 1)))
        """The position of the last stop."""

        self._legs: list[tuple[Stretch, ...]] = []
        for number, leg in enumerate(journey.legs[: int(self.last)]):
            self._legs.append(_stretches(number, leg.ways))
        self._km = [sum(each.km for each in leg) for leg in self._legs]
        self._until = [0.0, *accumulate(self._km)]
        self.stretches: tuple[Stretch, ...] = tuple(each for leg in self._legs for each in leg)
        """Every way with a line, in order."""

    @property
    def km(self) -> float:
        """Length of the whole over the ground."""
        return self._until[-1]

    def km_at(self, position: float) -> float:
        """How far one has come."""
        leg, share = self.split(position)
        return self._until[leg] + self._km[leg] * share if self._km else 0.0

    def position_at(self, km: float) -> float:
        """Where one is after so many km."""
        if not self._km or km >= self.km:
            return self.last
        leg = max(0, bisect_right(self._until, max(0.0, km)) - 1)
        leg = min(leg, len(self._km) - 1)
        return leg + (km - self._until[leg]) / self._km[leg] if self._km[leg] and km > 0 else float(leg)

    def split(self, position: float) -> tuple[int, float]:
        """The leg one is on and the share of it; the last stop ends the last leg."""
        position = min(self.last, max(0.0, position))
        leg = min(int(position), max(0, int(self.last) - 1))
        return leg, position - leg

    def point(self, position: float) -> Point | None:
        """Where the traveller is; ``None`` when no leg has a line."""
        leg, share = self.split(position)
        stretch, along = self.stretch_at(leg, share)
        return stretch.at(along)[0] if stretch is not None else self._neighbour(leg)

    def stretch_at(self, leg: int, share: float) -> tuple[Stretch | None, float]:
        """The way one is on at a share of a leg, and the share of that way; ``None`` when the leg has no line."""
        if leg >= len(self._legs) or not self._legs[leg]:
            return None, 0.0
        wanted = share * self._km[leg]
        for stretch in self._legs[leg]:
            if stretch.km and wanted <= stretch.start_km + stretch.km:
                return stretch, max(0.0, wanted - stretch.start_km) / stretch.km
        return self._legs[leg][-1], 1.0

    def _neighbour(self, leg: int) -> Point | None:
        """The nearest known point of a leg without a line."""
        for before in reversed(self._legs[:leg]):
            if before:
                return before[-1].points[-1]
        return next((after[0].points[0] for after in self._legs[leg:] if after), None)

    def unplaced(self) -> tuple[tuple[int, Point], ...]:
        """The stops that are no place of the pack, and where they lie."""
        return tuple(
            (number, point)
            for number, stop in enumerate(self.journey.stops)
            if not stop.place and (point := self.point(float(number))) is not None
        )

    def leg_points(self, leg: int) -> tuple[Point, ...]:
        """All points of a leg."""
        return (
            tuple(point for each in self._legs[leg] for point in each.points) if leg < len(self._legs) else ()
        )

    def points(self) -> tuple[Point, ...]:
        """All points of the journey."""
        return tuple(point for each in self.stretches for point in each.points)

    def width_at(self, stop: int, least: float, most: float) -> float:
        """How wide (km) a view must be to show a stop among what lies around it."""
        reaches = [
            extent for leg in (stop - 1, stop) if (extent := _extent(self.leg_points(leg))) > 0 and leg >= 0
        ]
        return min(most, max(least, 2.4 * min(reaches, default=most)))

    def day_at(self, stop: int) -> int:
        """Days to the stop's first known day, that of the first stop being day 1; 0 where one is not known."""
        stops, start = self.journey.stops, self._first_day()
        here = stops[stop].first_day or stops[stop].last_day if stop < len(stops) else 0
        return here - start + 1 if start and here >= start else 0

    def days(self) -> int:
        """Days from the first stop's to the last one that is known; 0 when the first is not."""
        start = self._first_day()
        last = max((max(each.first_day, each.last_day) for each in self.journey.stops), default=0)
        return last - start + 1 if start and last > start else 0

    def _first_day(self) -> int:
        """The first stop's first known day: without it, days of the journey would be days of something else."""
        first = self.journey.stops[0] if self.journey.stops else None
        return first.first_day or first.last_day if first is not None else 0


def _stretches(leg: int, ways: Sequence[Way]) -> tuple[Stretch, ...]:
    made = []
    start = 0.0
    for way in ways:
        points = tuple((x, -y) for x, y in way.points)
        if len(points) < 2:
            continue
        steps = (hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))
        along = (0.0, *accumulate(steps))
        km = way.km or along[-1]
        made.append(Stretch(leg, way.mode, points, along, start, km))
        start += km
    return tuple(made)


def _extent(points: Sequence[Point]) -> float:
    if not points:
        return 0.0
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))
