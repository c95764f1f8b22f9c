"""Lines for drawing: as few points as a scale needs, and only the parts that are seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, hypot

Point = tuple[float, float]
Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def weights(points: Sequence[Point]) -> tuple[float, ...]:
    """For each point the tolerance up to which it must be kept (Douglas and Peucker 1973); the ends always."""
    found = [0.0] * len(points)
    found[0] = found[-1] = float("inf")
    parts = [(0, len(points) - 1, float("inf"))]
    while parts:
        first, last, bound = parts.pop()
        if last - first < 2:
            continue
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = hypot(dx, dy)
        farthest, distance = first + 1, -1.0
        for number in range(first + 1, last):
            x, y = points[number]
            away = abs((x - ax) * dy - (y - ay) * dx) / length if length else hypot(x - ax, y - ay)
            if length and ((x - ax) * dx + (y - ay) * dy < 0 or (x - bx) * dx + (y - by) * dy > 0):
                away = min(hypot(x - ax, y - ay), hypot(x - bx, y - by))
            if away > distance:
                farthest, distance = number, away
        kept = min(bound, distance)
        found[farthest] = kept
        parts += [(first, farthest, kept), (farthest, last, kept)]
    return tuple(found)


def seen_parts(points: Sequence[Point], edges: Edges) -> list[tuple[float, list[Point]]]:
    """The parts of a line within a rectangle, each with how far along the line it begins."""
    parts: list[tuple[float, list[Point]]] = []
    along = 0.0
    current: list[Point] | None = None
    for a, b in pairwise(points):
        length = hypot(b[0] - a[0], b[1] - a[1])
        cut = _cut(a, b, edges)
        if cut is None:
            current = None
        else:
            start, end = cut
            if current is None or start > 0:
                current = [_between(a, b, start)]
                parts.append((along + start * length, current))
            current.append(_between(a, b, end))
            if end < 1:
                current = None
        along += length
    return parts


def points_along(points: Sequence[Point], begins: float, step: float) -> list[Point]:
    """A point each ``step`` of a line that begins so far along a longer one, counted from the beginning of that."""
    found: list[Point] = []
    wanted = ceil(begins / step) * step - begins
    for a, b in pairwise(points):
        length = hypot(b[0] - a[0], b[1] - a[1])
        while wanted <= length and length:
            found.append(_between(a, b, wanted / length))
            wanted += step
        wanted -= length
    return found


def _between(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _cut(a: Point, b: Point, edges: Edges) -> tuple[float, float] | None:
    """Where a segment enters and leaves a rectangle, as shares of it (Liang and Barsky 1984)."""
    left, top, right, bottom = edges
    dx, dy = b[0] - a[0], b[1] - a[1]
    start, end = 0.0, 1.0
    for p, q in ((-dx, a[0] - left), (dx, right - a[0]), (-dy, a[1] - top), (dy, bottom - a[1])):
        if p == 0:
            if q < 0:
                return None
            continue
        t = q / p
        if p < 0:
            start = max(start, t)
        else:
            end = min(end, t)
    return (start, end) if start <= end else None
