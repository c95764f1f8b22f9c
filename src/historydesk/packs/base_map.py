"""Makes the base map: GeoJSON of coasts, rivers and frontiers becomes one file of ready drawings.

The file: ``MAGIC``, length of the directory (big-endian 32 bits), directory (JSON), then the layers. A layer
is cut into parts, so that a map unpacks what it shows: their number (32 bits); for each its bounds (left,
top, right, bottom: single precision, km on the plane with y pointing down) and packed size (32 bits); then
the parts. A part is zlib-packed: a 32-bit count and so many paths as ``QDataStream`` writes ``QPainterPath``
(big endian, single precision). ``names`` in the directory is where one more blob lies: the names of units as
zlib-packed JSON, in the order of their outlines. The same sources give the same bytes.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from historydesk.errors import ResourceError
from historydesk.packs.map_shapes import (
    Line,
    cut_lines,
    cut_rings,
    dissolve,
    lines_of,
    project,
    projected,
    simple_rings,
    simplify,
)
from historydesk.packs.map_source import read_map_features
from historydesk.packs.map_units import MapUnit, read_units

MAGIC = b"HDMAP\x00\x00\x05"
ERAS = (1900, 1924, 1929, 1936, 2025)
"""Years the map can show; the last stands for today. Bit n of a layer's ``mask``: it belongs to ERAS[n]."""

_DATES = ("1900-06-01", "1924-12-01", "1929-12-31", "1936-12-31", "2025-01-01")
_ALWAYS = (1 << len(ERAS)) - 1

DOUBTFUL_KM = 15
"""A line this uncertain or more is a layer of its own, to be drawn softly."""

LINES = ("neighbour", "autonomy", "internal", "frontier")
"""Kinds of borders; each may have a ``…_soft`` beside it."""

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

PART_KM = (8000.0, 6000.0, 3000.0, 1500.0, 300.0)
"""Side of the squares of the plane whose drawings are packed together, by level."""

_MOVE, _LINE = 0, 1


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


def pack_layer(chunks: Sequence[Sequence[Line]], step: float, side: float) -> bytes:
    """A layer of parts, each the chunks of one square of ``side`` km; in one part when ``side`` is 0."""
    squares: dict[tuple[int, int], list[tuple[Sequence[Line], tuple[float, float, float, float]]]] = {}
    for chunk in chunks:
        left, top, right, bottom = _bounds(chunk)
        square = (int((left + right) / 2 // side), int((top + bottom) / 2 // side)) if side else (0, 0)
        squares.setdefault(square, []).append((chunk, (left, top, right, bottom)))
    index, parts = [struct.pack(">I", len(squares))], []
    for _, found in sorted(squares.items(), key=lambda item: item[0]):
        lefts, tops, rights, bottoms = zip(*(box for _, box in found), strict=True)
        part = pack_paths([chunk for chunk, _ in found], step)
        index.append(
            struct.pack(
                ">ffffI",
                min(lefts) - step,
                min(tops) - step,
                max(rights) + step,
                max(bottoms) + step,
                len(part),
            )
        )
        parts.append(part)
    return b"".join((*index, *parts))


def _bounds(chunk: Sequence[Line]) -> tuple[float, float, float, float]:
    xs = [x for line in chunk for x, _ in line]
    ys = [y for line in chunk for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


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


def _soft(kind: str, features: Sequence[dict[str, Any]]) -> Iterator[tuple[str, int, list[dict[str, Any]]]]:
    """Border lines by layer and eras: those good to less than ``DOUBTFUL_KM``, and the doubtful ones."""
    for soft in (False, True):
        chosen = [f for f in features if (f["properties"].get("precision_km", 0) >= DOUBTFUL_KM) == soft]
        for mask, found in sorted(_by_mask(chosen).items()):
            yield f"{kind}_soft" if soft else kind, mask, found


def _states(features: list[dict[str, Any]]) -> list[tuple[str, int, list[Line]]]:
    """The country of the story: the Empire and its protectorates, and the Union (one outline from 1924 to 1939)."""
    found = []
    for kind, mask, date in (
        ("state", 0b00001, _DATES[0]),
        ("protectorate", 0b00001, _DATES[0]),
        ("state", 0b01110, _DATES[2]),
    ):
        shown = [f for f in features if _valid(f, date) and _is_protectorate(f) == (kind == "protectorate")]
        rings = [line for ring in dissolve(shown) if (line := project(ring)) is not None]
        if rings:
            found.append((kind, mask, rings))
    return found


def _valid(feature: dict[str, Any], date: str) -> bool:
    return bool(feature["properties"]["valid_from"] <= date < feature["properties"]["valid_to"])


def _is_protectorate(feature: dict[str, Any]) -> bool:
    return bool(feature["properties"].get("status") == "protectorate")


class _Writer:
    """Collects blobs and their directory."""

    def __init__(self) -> None:
        self.directory: list[dict[str, object]] = []
        self.blobs: list[bytes] = []
        self.size = 0
        self.names = (0, 0)

    def add(
        self, kind: str, level: int, mask: int, chunks: Sequence[Sequence[Line]], window: str = ""
    ) -> None:
        chunks = [chunk for chunk in chunks if chunk]
        if not chunks:
            return
        # The outlines of units are in the order of their names, so they stay together.
        blob = pack_layer(chunks, STEPS[level], PART_KM[level] if kind != "unit" else 0.0)
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
            thin = simple_rings(rings, tolerance, least)
            self.add(kind, level, mask, cut_rings(thin, cell, overlap))
            if outline:
                self.add(outline, level, mask, cut_lines(thin, cell))

    def add_lines(self, kind: str, mask: int, lines: list[Line]) -> None:
        """Lines at every world level."""
        for level, (tolerance, _, cell, _) in enumerate(LEVELS):
            self.add(kind, level, mask, cut_lines((simplify(line, tolerance) for line in lines), cell))

    def add_units(self, units: Sequence[MapUnit]) -> None:
        """Names of units, and their outlines in the same order as one layer."""
        self.add("unit", 0, _ALWAYS, [unit.outline for unit in units])
        names = [(unit.name, unit.note, unit.kind, unit.mask, unit.spots) for unit in units]
        blob = zlib.compress(json.dumps(names, separators=(",", ":"), ensure_ascii=False).encode(), 9)
        self.names = (self.size, len(blob))
        self.blobs.append(blob)
        self.size += len(blob)

    def write(self, target: Path, windows: dict[str, list[float]]) -> None:
        """Write beside the target, make sure that it is on the disk, then put it in its place."""
        content = {"eras": ERAS, "windows": windows, "names": self.names, "layers": self.directory}
        directory = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(target.name + ".part")
        try:
            with beside.open("wb") as file:
                file.writelines([MAGIC, struct.pack(">I", len(directory)), directory, *self.blobs])
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise ResourceError(
                f"The map’s file cannot be written ({error}).", "Choose another folder.", path=target
            ) from error


def build_base_map(source: Path, target: Path) -> None:
    """Read the GeoJSON in ``source``, write ``target``; raises ``ResourceError`` for what it cannot read."""
    writer = _Writer()
    _add_world(writer, source)
    windows = _add_windows(writer, source)
    try:
        writer.add_units([unit for unit in read_units(source, _DATES) if unit.spots])
    except ModuleNotFoundError as error:
        raise ResourceError(
            f"The tools for authors are not installed ({error.name} is missing).",
            "Install them with: pip install 'historydesk[author]'",
        ) from error
    writer.write(target, windows)


def _borders(source: Path, name: str) -> list[dict[str, Any]]:
    return read_map_features(source, name, ("between", "valid_from"))


def _add_world(writer: _Writer, source: Path) -> None:
    writer.add_areas("land", _ALWAYS, projected(read_map_features(source, "land_world")), outline="coast")
    units = [
        *read_map_features(source, "history_empire_1900", ("valid_from", "valid_to")),
        *read_map_features(source, "history_ussr_republics", ("valid_from", "valid_to")),
    ]
    for kind, mask, rings in _states(units):
        writer.add_areas(kind, mask, rings)
    writer.add_lines("river", _ALWAYS, projected(read_map_features(source, "rivers")))
    for mask, features in sorted(_by_mask(read_map_features(source, "lakes_world", ("kind",))).items()):
        writer.add_areas("lake", mask, projected(features))
    history = _borders(source, "history_borders_world")
    modern = _borders(source, "borders_world")
    for kind in LINES:
        chosen = [f for f in history if f["properties"]["kind"] == kind]
        for layer, mask, features in _soft(kind, [*chosen, *(modern if kind == "neighbour" else ())]):
            writer.add_lines(layer, mask, projected(features))


def _add_windows(writer: _Writer, source: Path) -> dict[str, list[float]]:
    windows = {}
    land = read_map_features(source, "land_detail", ("region", "bbox"))
    coast = read_map_features(source, "coast_detail", ("region",))
    units = read_map_features(source, "history_units_detail", ("region", "valid_from", "valid_to"))
    lakes = read_map_features(source, "lakes_detail", ("region", "kind"))
    history = _borders(source, "history_borders_detail")
    borders = _borders(source, "borders_detail")
    world = _borders(source, "history_borders_world")
    islands = read_map_features(source, "islands_hand")
    rivers = read_map_features(source, "rivers")
    for feature in land:
        region = feature["properties"]["region"]
        box = windows[region] = feature["properties"]["bbox"]
        extra = islands if region == "bosphorus" else []

        def of(features: list[dict[str, Any]], region: str = region) -> list[dict[str, Any]]:
            return [f for f in features if f["properties"].get("region") == region]

        def lines(kind: str, mask: int, paths: list[Line], region: str = region) -> None:
            writer.add(kind, DETAIL, mask, cut_lines(paths, 300.0), region)

        writer.add("land", DETAIL, _ALWAYS, [projected([feature, *extra])], region)
        for kind, mask, rings in _states([u for u in of(units) if u["properties"]["layer"] != "1930"]):
            writer.add(kind, DETAIL, mask, [rings], region)
        for mask, features in sorted(_by_mask(of(lakes)).items()):
            writer.add("lake", DETAIL, mask, [projected(features)], region)
        lines("river", _ALWAYS, projected(_within(rivers, box)))
        lines("coast", _ALWAYS, projected([*of(coast), *extra]))
        own = of(history)
        known = {_line_key(each) for each in own}
        # Lines that were drawn for the world only go on in the windows.
        own += [
            each
            for each in _within(world, box)
            if each["properties"]["kind"] in ("autonomy", "neighbour") and _line_key(each) not in known
        ]
        for kind in LINES:
            chosen = [f for f in own if f["properties"]["kind"] == kind]
            for layer, mask, features in _soft(
                kind, [*chosen, *(of(borders) if kind == "neighbour" else ())]
            ):
                lines(layer, mask, projected(features))
    return windows


def _line_key(feature: dict[str, Any]) -> tuple[tuple[str, ...], str]:
    return tuple(sorted(feature["properties"]["between"])), feature["properties"]["valid_from"]


def _within(features: list[dict[str, Any]], box: Sequence[float]) -> list[dict[str, Any]]:
    west, south, east, north = box
    return [
        f
        for f in features
        if any(west <= p[0] <= east and south <= p[1] <= north for line in lines_of(f) for p in line)
    ]


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
