"""The compiled base map, read piece by piece."""

from __future__ import annotations

import json
import struct
import zlib
from io import SEEK_END, FileIO
from math import ceil
from pathlib import Path
from weakref import finalize

from PySide6.QtCore import QByteArray, QDataStream, QRectF
from PySide6.QtGui import QPainterPath

from historydesk.domain import projection
from historydesk.domain.values import dataclass
from historydesk.errors import ResourceError

MAGIC = b"HDMAP\x00\x00\x05"
COARSE = 0
FULL = 3
DETAIL = 4
_COUNT, _PART = struct.Struct(">I"), struct.Struct(">ffffI")
Chunk = tuple[QRectF, QPainterPath]
Part = tuple[QRectF, int, int]
Named = tuple[str, str, str, int, tuple[tuple[float, float, float], ...]]
KINDS = (
    *("land", "state", "protectorate", "river", "lake", "coast"),
    *("neighbour", "neighbour_soft", "autonomy", "autonomy_soft"),
    *("internal", "internal_soft", "frontier", "frontier_soft"),
)
"""Layers that are drawn, from below; a ``…_soft`` line is good to 15 km or worse."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A country, republic or autonomy that a map names.

    ``kind`` is union, state, federation, republic, autonomy or neighbour; ``spots`` are middles where the name may
    stand, the best first, with the distance to the unit's edge (km on the plane, y down); ``outline`` is generalised.
    """

    name: str
    note: str
    kind: str
    spots: tuple[tuple[float, float, float], ...]
    outline: QPainterPath


class BaseMap:
    """Drawings of coasts, rivers and frontiers by level and era; shared by all maps, owned by the shell.

    ``load`` reads the directory only; a part of a layer is unpacked when it is first seen.
    """

    def __init__(self, path: Path, start: int, directory: dict[str, object], file: FileIO) -> None:
        self._path = path
        self._start = start
        self._file = file
        finalize(self, file.close)
        self._cache: dict[tuple[int, int], list[Chunk]] = {}
        self._indexes: dict[int, list[Part]] = {}
        self._chosen: dict[tuple[str, int, int, str], tuple[int, ...]] = {}
        self._layers: list[tuple[str, int, int, str, int, int]] = []
        self._windows: dict[str, tuple[float, float, float, float]] = {}
        self._names = (0, 0)
        self._named: list[Named] | None = None
        self.eras: tuple[int, ...] = ()
        self._read_directory(directory)

    @classmethod
    def load(cls, path: Path) -> BaseMap:
        """Read the file's directory; raises ``ResourceError`` when it is missing or no base map."""
        try:
            file = path.open("rb", buffering=0)
        except OSError as error:
            raise ResourceError("The map’s file is missing.", "Reinstall the program.", path=path) from error
        try:
            head = file.read(len(MAGIC) + 4)
            if head[: len(MAGIC)] != MAGIC:
                raise ValueError("another kind of file")
            (length,) = struct.unpack_from(">I", head, len(MAGIC))
            base = cls(path, len(head) + length, json.loads(file.read(length)), file)
            if file.seek(0, SEEK_END) < base._end():
                raise ValueError("cut short")
        except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
            file.close()
            raise ResourceError("The map’s file is damaged.", "Reinstall the program.", path=path) from error
        return base

    def _read_directory(self, directory: dict[str, object]) -> None:
        layers, windows, eras = directory["layers"], directory["windows"], directory["eras"]
        if not (isinstance(layers, list) and isinstance(windows, dict) and isinstance(eras, list)):
            raise TypeError("directory")
        for each in layers:
            self._layers.append(
                (each["kind"], each["level"], each["mask"], each["window"], each["offset"], each["size"])
            )
        self._windows = {name: tuple(box) for name, box in windows.items()}
        names = directory["names"]
        if not isinstance(names, list):
            raise TypeError("names")
        self._names = (names[0], names[1])
        self.eras = tuple(eras)

    def _end(self) -> int:
        layers = [(offset, size) for *_, offset, size in self._layers]
        return self._start + max(offset + size for offset, size in (*layers, self._names))

    def chunks(
        self, kind: str, level: int, era: int, window: str = "", visible: QRectF | None = None
    ) -> list[list[Chunk]]:
        """Parts of one of the ``KINDS`` as bounds and paths; with ``visible`` only those that may be seen there.

        Raises ``ResourceError`` when the file is damaged there.
        """
        key = (kind, level, era, window)
        if key not in self._chosen:
            bit = 1 << self.eras.index(era)
            self._chosen[key] = tuple(
                number
                for number, (k, lv, mask, w, _, _) in enumerate(self._layers)
                if k == kind and lv == level and mask & bit and w == window
            )
        return [
            self._unpacked(number, place)
            for number in self._chosen[key]
            for place, (bounds, _, _) in enumerate(self._parts(number))
            if visible is None or bounds.intersects(visible)
        ]

    def _parts(self, number: int) -> list[Part]:
        """The parts of a layer: bounds, where each lies and its packed size."""
        found = self._indexes.get(number)
        if found is None:
            *_, offset, size = self._layers[number]
            try:
                self._file.seek(self._start + offset)
                (count,) = _COUNT.unpack(self._file.read(_COUNT.size))
                if not 0 < count * _PART.size < size:
                    raise ValueError("no such number of parts")
                at = offset + _COUNT.size + count * _PART.size
                found = []
                for left, top, right, bottom, length in _PART.iter_unpack(
                    self._file.read(count * _PART.size)
                ):
                    bounds = QRectF(left, top, right - left, bottom - top)
                    found.append((bounds, at, length))
                    at += length
            except (OSError, ValueError, struct.error) as error:
                raise self._damaged() from error
            self._indexes[number] = found
        return found

    def _unpacked(self, number: int, place: int) -> list[Chunk]:
        found = self._cache.get((number, place))
        if found is not None:
            return found
        _, offset, size = self._parts(number)[place]
        stream = QDataStream(QByteArray(self._blob(offset, size)))
        stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
        chunks = []
        for _ in range(stream.readUInt32()):
            path = QPainterPath()
            stream >> path
            chunks.append((path.controlPointRect(), _tight(path)))
        self._cache[number, place] = chunks
        return chunks

    def _blob(self, offset: int, size: int) -> bytes:
        try:
            self._file.seek(self._start + offset)
            return zlib.decompress(self._file.read(size))
        except (OSError, zlib.error) as error:
            raise self._damaged() from error

    def _damaged(self) -> ResourceError:
        return ResourceError("The map’s file is damaged.", "Reinstall the program.", path=self._path)

    def unpacked_levels(self) -> set[int]:
        """Levels of which something was drawn so far."""
        return {self._layers[number][1] for number, _ in self._cache}

    def unpacked_bytes(self) -> int:
        """What the unpacked layers take: 24 bytes for each point of a path."""
        return 24 * sum(path.elementCount() for chunks in self._cache.values() for _, path in chunks)

    def units(self, era: int) -> tuple[Unit, ...]:
        """The units of an era that have a name.

        Raises ``ResourceError`` when the file is damaged there.
        """
        if self._named is None:
            entries = json.loads(self._blob(*self._names))
            self._named = [
                (name, note, kind, mask, tuple((x, y, room) for x, y, room in spots))
                for name, note, kind, mask, spots in entries
            ]
        bit = 1 << self.eras.index(era)
        outlines = [path for layer in self.chunks("unit", COARSE, era) for _, path in layer]
        return tuple(
            Unit(name, note, kind, spots, outline)
            for (name, note, kind, mask, spots), outline in zip(self._named, outlines, strict=True)
            if mask & bit
        )

    def era_of(self, year: int) -> int:
        """The era whose frontiers stand for a year."""
        bounds = (1917, 1926, 1935, 1960)
        for era, last in zip(self.eras, bounds, strict=False):
            if year <= last:
                return era
        return self.eras[-1]

    def window_at(self, corners: list[tuple[float, float]]) -> str:
        """The detail window that holds a whole view; ``corners`` in km on the plane (y down)."""
        if not corners:
            return ""
        spots = []
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
            steps = 2 if abs(bx - ax) + abs(by - ay) < 3000 else ceil((abs(bx - ax) + abs(by - ay)) / 1000)
            if steps > 8:
                return ""
            for i in range(steps):
                spots.append((ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps))
        degrees = [projection.inverse(x, -y) for x, y in spots]
        for name, (west, south, east, north) in self._windows.items():
            if all(west <= lon <= east and south <= lat <= north for lon, lat in degrees):
                return name
        return ""


def _tight(path: QPainterPath) -> QPainterPath:
    """The same path in no more memory than it needs: as read it takes half as much again."""
    made = QPainterPath()  # its fill rule is odd-even, as that of all our drawings
    made.reserve(path.elementCount())
    made.addPath(path)
    return made
