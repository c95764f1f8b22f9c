"""The compiled base map, read piece by piece."""

from __future__ import annotations

import json
import struct
import zlib
from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, QDataStream, QRectF
from PySide6.QtGui import QPainterPath

from historydesk.domain import projection
from historydesk.errors import ResourceError

MAGIC = b"HDMAP\x00\x00\x02"
COARSE = 0
DETAIL = 4
Chunk = tuple[QRectF, QPainterPath]


class BaseMap:
    """Drawings of coasts, rivers and frontiers by level and era; shared by all maps, owned by the shell.

    ``load`` reads the directory only; a layer is unpacked when it is first drawn.
    """

    def __init__(self, path: Path, start: int, directory: dict[str, object], data: bytes) -> None:
        self._path = path
        self._start = start
        self._data = data
        self._cache: dict[int, list[Chunk]] = {}
        self._chosen: dict[tuple[str, int, int, str], tuple[int, ...]] = {}
        self._layers: list[tuple[str, int, int, str, int, int]] = []
        self._windows: dict[str, tuple[float, float, float, float]] = {}
        self.eras: tuple[int, ...] = ()
        self._read_directory(directory)

    @classmethod
    def load(cls, path: Path) -> BaseMap:
        """Read the file's directory; raises ``ResourceError`` when it is missing or no base map."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ResourceError("The map’s file is missing.", "Reinstall the program.", path=path) from error
        try:
            if data[: len(MAGIC)] != MAGIC:
                raise ValueError("another kind of file")
            (length,) = struct.unpack_from(">I", data, len(MAGIC))
            start = len(MAGIC) + 4 + length
            directory = json.loads(data[len(MAGIC) + 4 : start])
            base = cls(path, start, directory, data)
            if len(data) < base._end():
                raise ValueError("cut short")
        except (ValueError, KeyError, TypeError, struct.error) as error:
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
        self.eras = tuple(eras)

    def _end(self) -> int:
        return self._start + max((offset + size for *_, offset, size in self._layers), default=0)

    def chunks(self, kind: str, level: int, era: int, window: str = "") -> list[list[Chunk]]:
        """Layers of a kind (land state river lake coast neighbour internal frontier) as bounds and paths.

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
        return [self._unpacked(number) for number in self._chosen[key]]

    def _unpacked(self, number: int) -> list[Chunk]:
        found = self._cache.get(number)
        if found is not None:
            return found
        *_, offset, size = self._layers[number]
        start = self._start + offset
        try:
            raw = zlib.decompress(self._data[start : start + size])
        except zlib.error as error:
            raise ResourceError(
                "The map’s file is damaged.", "Reinstall the program.", path=self._path
            ) from error
        stream = QDataStream(QByteArray(raw))
        stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
        chunks = []
        for _ in range(stream.readUInt32()):
            path = QPainterPath()
            stream >> path
            chunks.append((path.controlPointRect(), path))
        self._cache[number] = chunks
        return chunks

    def unpacked_levels(self) -> set[int]:
        """Levels of which something was drawn so far."""
        return {self._layers[number][1] for number in self._cache}

    def prepare(self, level: int, era: int) -> None:
        """Unpack a world level, so that its first frame is as quick as the next."""
        for kind in ("land", "state", "river", "lake", "coast", "neighbour", "internal", "frontier"):
            self.chunks(kind, level, era)

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
