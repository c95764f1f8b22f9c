"""Lines and rings on the map's plane: simplified, cut into cells, freed of the edges they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Any

from historydesk.domain.projection import RADIUS_KM, forward

Point = tuple[float, float]
Line = list[Point]


def lines_of(feature: dict[str, Any]) -> list[list[list[float]]]:
    """All rings or lines of a feature in degrees."""
    kind, at = feature["geometry"]["type"], feature["geometry"]["coordinates"]
    if kind == "LineString":
        return [at]
    if kind in ("MultiLineString", "Polygon"):
        return list(at)
    return [ring for polygon in at for ring in polygon]


def project(points: Iterable[Sequence[float]]) -> Line | None:
    """Degrees to the plane, y down; ``None`` when a point lies beyond the plane."""
    out: Line = []
    for point in points:
        at = forward(point[0], point[1])
        if at is None:
            return None
        out.append((at[0], -at[1]))
    return out


def projected(features: Iterable[dict[str, Any]]) -> list[Line]:
    """All rings or lines of features on the plane; those beyond it are left out."""
    lines = (project(line) for feature in features for line in lines_of(feature))
    return [line for line in lines if line is not None]


def area_of(ring: Sequence[Sequence[float]]) -> float:
    """The area inside a ring, in the square of its unit; negative when it runs clockwise (y up)."""
    total = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        total += ax * by - bx * ay
    return total / 2


def enlargement(x: float, y: float) -> float:
    """Plane km per true km at a point of the plane."""
    return 1 + (x * x + y * y) / (4 * RADIUS_KM * RADIUS_KM)


def simplify(line: Line, tolerance: float) -> Line:
    """Leave out points nearer than ``tolerance`` true km to the line (Douglas and Peucker); ends stay."""
    if tolerance <= 0 or len(line) < 3:
        return line
    keep = bytearray(len(line))
    keep[0] = keep[-1] = 1
    stack = [(0, len(line) - 1)]
    if line[0] == line[-1]:
        # A ring: its farthest point splits it, or else everything would lie near a line of no length.
        x0, y0 = line[0]
        far = max(range(len(line)), key=lambda i: (hypot(line[i][0] - x0, line[i][1] - y0), -i))
        keep[far] = 1
        stack = [(0, far), (far, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = (tolerance * enlargement(ax, ay)) ** 2, -1
        for i in range(first + 1, last):
            x, y = line[i]
            t = 0.0 if length == 0 else max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
            ex, ey = x - ax - t * dx, y - ay - t * dy
            error = ex * ex + ey * ey
            if error > worst:
                worst, at = error, i
        if at >= 0:
            keep[at] = 1
            stack += [(first, at), (at, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def simple_rings(rings: Iterable[Line], tolerance: float, least: float) -> list[Line]:
    """Rings simplified by ``tolerance`` true km, without those below ``least`` true km²."""
    out = []
    for ring in rings:
        if least and abs(area_of(ring)) < least * enlargement(*ring[0]) ** 2:
            continue
        closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
        thin = simplify(closed, tolerance)
        if len(thin) >= 4:
            out.append(thin)
    return out


def _clip_half(ring: Line, axis: int, limit: float, sign: float) -> Line:
    """The part of a ring on one side of a line parallel to an axis (Sutherland and Hodgman)."""
    out: Line = []
    previous = ring[-1]
    was = (previous[axis] - limit) * sign >= 0
    for point in ring:
        inside = (point[axis] - limit) * sign >= 0
        if inside != was:
            t = (limit - previous[axis]) / (point[axis] - previous[axis])
            out.append(
                (previous[0] + t * (point[0] - previous[0]), previous[1] + t * (point[1] - previous[1]))
            )
        if inside:
            out.append(point)
        previous, was = point, inside
    return out


def _bounds(line: Line) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in line], [p[1] for p in line]
    return min(xs), min(ys), max(xs), max(ys)


def cut_rings(rings: Iterable[Line], cell: float, overlap: float) -> list[list[Line]]:
    """Rings cut by a grid of ``cell`` km; pieces reach ``overlap`` km over, so no seam shows."""
    rings = list(rings)
    if not cell:
        return [rings] if rings else []
    cells: dict[tuple[int, int], list[Line]] = {}
    for ring in rings:
        x0, y0, x1, y1 = _bounds(ring)
        if x1 - x0 < cell / 3 and y1 - y0 < cell / 3:
            key = (int(((x0 + x1) / 2) // cell), int(((y0 + y1) / 2) // cell))
            cells.setdefault(key, []).append(ring)
            continue
        for i in range(int((x0 - overlap) // cell), int((x1 + overlap) // cell) + 1):
            strip = _clip_half(ring, 0, i * cell - overlap, 1)
            strip = _clip_half(strip, 0, (i + 1) * cell + overlap, -1) if strip else strip
            if not strip:
                continue
            for j in range(int((y0 - overlap) // cell), int((y1 + overlap) // cell) + 1):
                piece = _clip_half(strip, 1, j * cell - overlap, 1)
                piece = _clip_half(piece, 1, (j + 1) * cell + overlap, -1) if piece else piece
                if len(piece) >= 3:
                    cells.setdefault((i, j), []).append([*piece, piece[0]])
    return [cells[key] for key in sorted(cells)]


def cut_lines(lines: Iterable[Line], cell: float, most: int = 120) -> list[list[Line]]:
    """Lines in pieces of at most ``most`` points, gathered by the grid cell of their middle."""
    lines = list(lines)
    if not cell:
        return [lines] if lines else []
    cells: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        start = 0
        while start < len(line) - 1:
            end = start + 1
            x0 = x1 = line[start][0]
            y0 = y1 = line[start][1]
            while end < len(line) and end - start < most:
                x, y = line[end]
                x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
                if end > start + 1 and max(x1 - x0, y1 - y0) > cell / 2:
                    break
                end += 1
            piece = line[start:end]
            key = (int((x0 + x1) / 2 // cell), int((y0 + y1) / 2 // cell))
            cells.setdefault(key, []).append(piece)
            start = end - 1
    return [cells[key] for key in sorted(cells)]


def _oriented(features: Iterable[dict[str, Any]]) -> Iterator[list[Point]]:
    """Rings in degrees: outer ones anticlockwise, holes clockwise."""
    for feature in features:
        geometry = feature["geometry"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for polygon in polygons:
            for number, raw in enumerate(polygon):
                ring: list[Point] = [(p[0], p[1]) for p in raw]
                if (area_of(ring) > 0) != (number == 0):
                    ring.reverse()
                yield ring


def dissolve(features: Iterable[dict[str, Any]]) -> list[list[Point]]:
    """The outline of polygons that share vertices, in degrees: edges that two of them share fall away."""
    edges: dict[tuple[Point, Point], None] = {}
    for ring in _oriented(features):
        for a, b in pairwise(ring):
            if (b, a) in edges:
                del edges[(b, a)]
            elif a != b:
                edges[(a, b)] = None
    after: dict[Point, list[Point]] = {}
    for a, b in edges:
        after.setdefault(a, []).append(b)
    rings = []
    for start in list(after):
        while after.get(start):
            ring = [start]
            point = after[start].pop()
            while point != start and after.get(point):
                ring.append(point)
                point = after[point].pop()
            ring.append(start)
            if len(ring) >= 4:
                rings.append(ring)
    return rings
