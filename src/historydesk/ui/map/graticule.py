"""Lines of latitude and longitude over a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from historydesk.domain import projection
from historydesk.ui.map.base_painter import transform_of
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.label_layout import overlap
from historydesk.ui.map.room import Room
from historydesk.ui.theme import Appearance

STEPS = (1800, 1200, 600, 300, 120, 60, 30, 10, 5, 2, 1)
"""Minutes of arc between two lines."""

LEAST_PIXELS = 120.0
"""Lines are at least so far apart in the middle of the map."""

KM_PER_MINUTE = 1.853
SOUTH, NORTH = -60.0, 85.0
"""Degrees of latitude between which lines are drawn."""

PIECES = 12
"""Straight pieces from one line to the next."""


def step_of(km_per_pixel: float) -> int:
    """Minutes of arc between two lines at a scale."""
    fitting = [each for each in STEPS if each * KM_PER_MINUTE / km_per_pixel >= LEAST_PIXELS]
    return fitting[-1] if fitting else STEPS[0]


def words_of(minutes: int, *, latitude: bool) -> str:
    """A line's name: 40° E, 41°30′ N, 0°."""
    degrees, rest = divmod(abs(minutes), 60)
    number = f"{degrees}°{rest:02d}′" if rest else f"{degrees}°"
    if minutes == 0 or (not latitude and abs(minutes) == 10_800):
        return number
    letter = ("N" if minutes > 0 else "S") if latitude else ("E" if minutes > 0 else "W")
    return f"{number}\u00a0{letter}"


class Graticule:
    """Keeps the lines of the part of the earth last seen, and draws them; owned by a map."""

    def __init__(self) -> None:
        self._key: tuple[int, ...] = ()
        self._path = QPainterPath()
        self._lines: list[tuple[str, list[tuple[float, float]]]] = []

    def paint(
        self, painter: QPainter, camera: Camera, room: Room, appearance: Appearance, *, fine: bool
    ) -> None:
        """Draw the lines, and in a ``fine`` frame their names along the edges of the free part."""
        self._prepare(camera, room)
        theme = appearance.theme
        ink = QColor.fromRgb(theme.color("soft_ink").rgb())
        ink.setAlphaF(1.0 if theme.is_high_contrast else 0.4)
        painter.save()
        painter.resetTransform()
        painter.setTransform(transform_of(camera, room.width, room.height), True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink, 0.8 if fine else 0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(self._path)
        painter.restore()
        if fine:
            self._name_lines(painter, camera, room, appearance)

    def _prepare(self, camera: Camera, room: Room) -> None:
        """Find which lines the view crosses and make them, unless they are the last ones made."""
        x, y = camera.x, camera.y
        middle = projection.inverse(x, -y)
        step = step_of(camera.width_km / max(1, room.width) / projection.scale(*middle))
        lons, lats = self._seen(camera, room, middle[0])
        cells = 60.0 / step
        key = (
            step,
            floor(min(lons) * cells) - 1,
            ceil(max(lons) * cells) + 1,
            max(ceil(SOUTH * cells), floor(min(lats) * cells) - 1),
            min(floor(NORTH * cells), ceil(max(lats) * cells) + 1),
        )
        if key != self._key:
            self._key = key
            self._make(*key)

    @staticmethod
    def _seen(camera: Camera, room: Room, middle: float) -> tuple[list[float], list[float]]:
        """Longitudes (going on past 180°) and latitudes over the view."""
        lons, lats = [], []
        for i in range(13):
            for j in range(9):
                x, y = camera.to_plane(room.width * i / 12, room.height * j / 8, room.width, room.height)
                lon, lat = projection.inverse(x, -y)
                lons.append(middle + (lon - middle + 180.0) % 360.0 - 180.0)
                lats.append(lat)
        pole = projection.forward(0.0, 90.0)
        if pole is not None:
            px, py = camera.to_view(pole[0], -pole[1], room.width, room.height)
            if max(lons) - min(lons) > 180.0 or (0 <= px <= room.width and 0 <= py <= room.height):
                lons, lats = [middle - 180.0, middle + 180.0], [*lats, NORTH]
        return lons, lats

    def _make(self, step: int, west: int, east: int, south: int, north: int) -> None:
        self._path = QPainterPath()
        self._lines = []
        east = min(east, west + 21_600 // step)
        for lon in range(west, east + 1):
            minutes = (lon * step + 10_800) % 21_600 - 10_800
            spots = ((lon, south + each / PIECES) for each in range((north - south) * PIECES + 1))
            self._add(words_of(minutes or 0, latitude=False), spots, step)
        for lat in range(south, north + 1):
            around = ((west + each / PIECES, lat) for each in range((east - west) * PIECES + 1))
            self._add(words_of(lat * step, latitude=True), around, step)

    def _add(self, words: str, spots: Iterator[tuple[float, float]], step: int) -> None:
        line: list[tuple[float, float]] = []
        for lon, lat in spots:
            at = projection.forward(lon * step / 60.0, lat * step / 60.0)
            if at is None:
                self._keep(words, line)
                line = []
            else:
                line.append((at[0], -at[1]))
        self._keep(words, line)

    def _keep(self, words: str, line: list[tuple[float, float]]) -> None:
        if len(line) > 1:
            self._path.moveTo(*line[0])
            for x, y in line[1:]:
                self._path.lineTo(x, y)
            self._lines.append((words, line))

    def _name_lines(self, painter: QPainter, camera: Camera, room: Room, appearance: Appearance) -> None:
        """Write each line's name where it leaves the free part, where no other stands."""
        painter.setFont(appearance.interface_face(11))
        metrics = painter.fontMetrics()
        area = QRectF(room.free)
        taken = room.taken()
        for words, line in self._lines:
            width, height = metrics.horizontalAdvance(words), metrics.height()
            for at in _crossings([camera.to_view(x, y, room.width, room.height) for x, y in line], area):
                left = min(max(at.x() - width / 2, area.left() + 4), area.right() - width - 4)
                top = min(max(at.y() - height / 2, area.top() + 3), area.bottom() - height - 3)
                box = (left - 3, top, left + width + 3, top + height)
                if any(overlap(box, other) for other in taken):
                    continue
                taken.append(box)
                painter.setPen(Qt.PenStyle.NoPen)
                page = QColor.fromRgb(appearance.theme.color("page").rgb())
                page.setAlphaF(1.0 if appearance.theme.is_high_contrast else 0.75)
                painter.setBrush(page)
                painter.drawRoundedRect(QRectF(box[0], box[1], box[2] - box[0], height), 4, 4)
                painter.setPen(appearance.theme.color("soft_ink"))
                painter.drawText(QPointF(left, top + metrics.ascent()), words)
                break


def _crossings(line: Sequence[tuple[float, float]], area: QRectF) -> Iterator[QPointF]:
    """Where a line in pixels passes from within the area to without or back."""
    inside = [area.contains(QPointF(*at)) for at in line]
    for number in range(1, len(line)):
        if inside[number] != inside[number - 1]:
            yield QPointF(*line[number if inside[number] else number - 1])
