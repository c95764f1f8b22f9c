"""Makes the base map: GeoJSON of coasts, rivers and frontiers becomes one file of ready drawings.

The file: ``MAGIC``, length of the directory (big-endian 32 bits), directory (JSON), then blobs. Each
blob is zlib-packed: a 32-bit count and so many paths as ``QDataStream`` writes ``QPainterPath`` (big endian,
single precision), in km on the plane with y pointing down. The same sources give the same bytes.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from historydesk.domain.projection import RADIUS_KM, forward
from historydesk.errors import ResourceError

MAGIC = b"HDMAP\x00\x00\x02"
ERAS = (1900, 1924, 1929, 1936, 2025)
"""Years the map can show; the last stands for today. Bit n of a layer's ``mask``: it belongs to ERAS[n]."""

_DATES = ("1900-06-01", "1924-12-01", "1929-12-31", "1936-12-31", "2025-01-01")
_ALWAYS = (1 << len(ERAS)) - 1
_TODAY = 1 << (len(ERAS) - 1)

Point = tuple[float, float]
Line = list[Point]

LEVELS = (
    # tolerance true km, least area true km², cell km, overlap of neighbouring cells km
    (11.0, 600.0, 2500.0, 80.0),
    (7.0, 300.0, 2000.0, 80.0),
    (2.5, 80.0, 3000.0, 14.0),
    (0.0, 0.0, 1500.0, 6.0),
)
"""The world on the home page and in flight, coarse (from 8 km a pixel), middle (from 3 km a pixel), full."""

STEPS = (0.5, 0.5, 0.125, 0.03125, 0.0078125)
"""Grid of points in km by level; powers of two, so that bytes repeat and pack well."""

DETAIL = 4
"""Level number of the windows."""

_MOVE, _LINE = 0, 1


def _features(folder: Path, name: str) -> list[dict[str, Any]]:
    path = folder / f"{name}.geojson"
    try:
        with path.open(encoding="utf-8") as file:
            return list(json.load(file)["features"])
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"The map source {path.name} cannot be read ({error}).", path=path) from error


def _lines(feature: dict[str, Any]) -> list[list[list[float]]]:
    """All rings or lines of a feature in degrees."""
    kind, at = feature["geometry"]["type"], feature["geometry"]["coordinates"]
    if kind == "LineString":
        return [at]
    if kind in ("MultiLineString", "Polygon"):
        return list(at)
    return [ring for polygon in at for ring in polygon]


def _project(points: Iterable[Sequence[float]]) -> Line | None:
    """Degrees to the plane, y down; ``None`` when a point lies beyond the plane."""
    out: Line = []
    for point in points:
        at = forward(point[0], point[1])
        if at is None:
            return None
        out.append((at[0], -at[1]))
    return out


def _projected(features: Iterable[dict[str, Any]]) -> list[Line]:
    lines = (_project(line) for feature in features for line in _lines(feature))
    return [line for line in lines if line is not None]


def _area(ring: Sequence[Sequence[float]]) -> float:
    total = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        total += ax * by - bx * ay
    return total / 2


def _enlargement(x: float, y: float) -> float:
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
        worst, at = (tolerance * _enlargement(ax, ay)) ** 2, -1
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


def _simple_rings(rings: Iterable[Line], tolerance: float, least: float) -> list[Line]:
    out = []
    for ring in rings:
        if least and abs(_area(ring)) < least * _enlargement(*ring[0]) ** 2:
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
                if (_area(ring) > 0) != (number == 0):
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


def pack_paths(chunks: Sequence[Sequence[Line]], step: float) -> bytes:
    """Chunks of lines as a blob: each chunk one path, its points on a grid of ``step`` km."""
    out = [struct.pack(">I", len(chunks))]
    for chunk in chunks:
        elements = [
            (kind, round(x / step) * step, round(y / step) * step)
            for line in chunk
            for kind, (x, y) in zip(_kinds(), line, strict=False)
        ]
        out.append(struct.pack(">i", len(elements)))
        out.append(b"".join(struct.pack(">iff", *element) for element in elements))
        starts = len(elements) - len(chunk[-1])
        out.append(struct.pack(">ii", starts, 0))  # start of the last line; fill rule odd-even
    return zlib.compress(b"".join(out), 9)


def _kinds() -> Iterator[int]:
    yield _MOVE
    while True:
        yield _LINE


def _mask(properties: dict[str, Any]) -> int:
    """The eras a lake or a line belongs to."""
    mask = 0
    first = str(properties.get("since") or properties.get("valid_from") or "0000")
    last = str(properties.get("valid_to") or "9999")
    kind = properties.get("kind")
    for bit, date in enumerate(_DATES):
        if first <= date < last and not (kind == "modern" and bit < len(ERAS) - 1):
            mask |= 1 << bit
    return mask


def _by_mask(features: Iterable[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    groups: dict[int, list[dict[str, Any]]] = {}
    for feature in features:
        mask = _mask(feature["properties"])
        if mask:
            groups.setdefault(mask, []).append(feature)
    return groups


def _states(features: list[dict[str, Any]]) -> list[tuple[int, list[Line]]]:
    """The country of the story: the Empire, and the Union (one outline from 1924 to 1939)."""
    found = []
    for mask, date in ((0b00001, _DATES[0]), (0b01110, _DATES[2])):
        shown = [f for f in features if _valid(f, date)]
        rings = [line for ring in dissolve(shown) if (line := _project(ring)) is not None]
        if rings:
            found.append((mask, rings))
    return found


def _valid(feature: dict[str, Any], date: str) -> bool:
    return bool(feature["properties"]["valid_from"] <= date < feature["properties"]["valid_to"])


class _Writer:
    """Collects blobs and their directory."""

    def __init__(self) -> None:
        self.directory: list[dict[str, object]] = []
        self.blobs: list[bytes] = []
        self.size = 0

    def add(
        self, kind: str, level: int, mask: int, chunks: Sequence[Sequence[Line]], window: str = ""
    ) -> None:
        chunks = [chunk for chunk in chunks if chunk]
        if not chunks:
            return
        blob = pack_paths(chunks, STEPS[level])
        self.directory.append(
            {
                "kind": kind,
                "level": level,
                "mask": mask,
                "window": window,
                "offset": self.size,
                "size": len(blob),
            }
        )
        self.blobs.append(blob)
        self.size += len(blob)

    def add_areas(self, kind: str, mask: int, rings: list[Line], *, outline: str = "") -> None:
        """Areas (and their outline as a layer of its own) at every world level."""
        for level, (tolerance, least, cell, overlap) in enumerate(LEVELS):
            thin = _simple_rings(rings, tolerance, least)
            self.add(kind, level, mask, cut_rings(thin, cell, overlap))
            if outline:
                self.add(outline, level, mask, cut_lines(thin, cell))

    def add_lines(self, kind: str, mask: int, lines: list[Line]) -> None:
        """Lines at every world level."""
        for level, (tolerance, _, cell, _) in enumerate(LEVELS):
            self.add(kind, level, mask, cut_lines((simplify(line, tolerance) for line in lines), cell))

    def write(self, target: Path, windows: dict[str, list[float]]) -> None:
        content = {"eras": ERAS, "windows": windows, "layers": self.directory}
        directory = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"".join([MAGIC, struct.pack(">I", len(directory)), directory, *self.blobs]))


def build_base_map(source: Path, target: Path) -> None:
    """Read the GeoJSON in ``source``, write ``target``; raises ``ResourceError`` for what it cannot read."""
    writer = _Writer()
    _add_world(writer, source)
    windows = _add_windows(writer, source)
    writer.write(target, windows)


def _add_world(writer: _Writer, source: Path) -> None:
    writer.add_areas("land", _ALWAYS, _projected(_features(source, "land_world")), outline="coast")
    for mask, rings in _states(
        [*_features(source, "history_empire_1900"), *_features(source, "history_ussr_republics")]
    ):
        writer.add_areas("state", mask, rings)
    writer.add_lines("river", _ALWAYS, _projected(_features(source, "rivers")))
    for mask, features in sorted(_by_mask(_features(source, "lakes_world")).items()):
        writer.add_areas("lake", mask, _projected(features))
    for kind in ("neighbour", "internal", "frontier"):
        chosen = [f for f in _features(source, "history_borders_world") if f["properties"]["kind"] == kind]
        for mask, features in sorted(_by_mask(chosen).items()):
            writer.add_lines(kind, mask, _projected(features))
    writer.add_lines("neighbour", _TODAY, _projected(_features(source, "borders_world")))


def _add_windows(writer: _Writer, source: Path) -> dict[str, list[float]]:
    windows = {}
    land = _features(source, "land_detail")
    coast = _features(source, "coast_detail")
    units = _features(source, "history_units_detail")
    lakes = _features(source, "lakes_detail")
    history = _features(source, "history_borders_detail")
    borders = _features(source, "borders_detail")
    islands = _features(source, "islands_hand")
    rivers = _features(source, "rivers")
    for feature in land:
        region = feature["properties"]["region"]
        windows[region] = feature["properties"]["bbox"]
        extra = islands if region == "bosphorus" else []

        def of(features: list[dict[str, Any]], region: str = region) -> list[dict[str, Any]]:
            return [f for f in features if f["properties"].get("region") == region]

        def lines(kind: str, mask: int, paths: list[Line], region: str = region) -> None:
            writer.add(kind, DETAIL, mask, cut_lines(paths, 300.0), region)

        writer.add("land", DETAIL, _ALWAYS, [_projected([feature, *extra])], region)
        for mask, rings in _states([u for u in of(units) if u["properties"]["layer"] != "1930"]):
            writer.add("state", DETAIL, mask, [rings], region)
        for mask, features in sorted(_by_mask(of(lakes)).items()):
            writer.add("lake", DETAIL, mask, [_projected(features)], region)
        west, south, east, north = windows[region]
        inside = [
            f
            for f in rivers
            if any(west <= p[0] <= east and south <= p[1] <= north for line in _lines(f) for p in line)
        ]
        lines("river", _ALWAYS, _projected(inside))
        lines("coast", _ALWAYS, _projected([*of(coast), *extra]))
        for kind in ("neighbour", "internal", "frontier"):
            chosen = [f for f in of(history) if f["properties"]["kind"] == kind]
            for mask, features in sorted(_by_mask(chosen).items()):
                lines(kind, mask, _projected(features))
        lines("neighbour", _TODAY, _projected(of(borders)))
    return windows


def main(arguments: Sequence[str]) -> int:
    """``python -m historydesk.packs.base_map SOURCE TARGET``."""
    if len(arguments) != 2:
        print("usage: python -m historydesk.packs.base_map SOURCE_FOLDER TARGET_FILE", file=sys.stderr)
        return 2
    try:
        build_base_map(Path(arguments[0]), Path(arguments[1]))
    except ResourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
