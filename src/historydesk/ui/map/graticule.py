"""Lines of latitude and longitude over a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, cos, floor, radians

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from historydesk.domain import projection
from historydesk.ui.map.base_painter import transform_of
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.label_layout import overlap
from historydesk.ui.map.room import Room
from historydesk.ui.theme import Appearance

STEPS = (3600, 1800, 1200, 600, 300, 120, 60, 30, 10, 5, 2, 1)
"""Minutes of arc between two lines."""

LEAST_PIXELS = 120.0
"""Lines are at least so far apart in the middle of the map."""

KM_PER_MINUTE = 1.853
SOUTH, NORTH = -60.0, 85.0
"""Degrees of latitude between which lines are drawn."""

CIRCLE = 21_600
"""Minutes of arc."""

PIECES = 12
"""Straight pieces from one line to the next."""


def step_of(km_per_pixel: float, latitude: float = 0.0) -> int:
    """Minutes of arc between two parallels at a scale, or between two meridians at a latitude."""
    km = KM_PER_MINUTE * max(0.1, cos(radians(latitude)))
    fitting = [each for each in STEPS if each * km / km_per_pixel >= LEAST_PIXELS]
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
        """Draw the lines; ``fine``: antialiased."""
        self._prepare(camera, room)
        theme = appearance.theme
        ink = QColor.fromRgb(theme.color("soft_ink").rgb())
        ink.setAlphaF(0.6 if theme.is_high_contrast else 0.4)
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

    def _prepare(self, camera: Camera, room: Room) -> None:
        """Find which lines the view crosses and make them, unless they are the last ones made."""
        middle = projection.inverse(camera.x, -camera.y)
        km = camera.width_km / max(1, room.width) / projection.scale(*middle)
        lons, lats = self._seen(camera, room, middle[0])
        across, up = step_of(km, min(abs(middle[1]), 75.0)), step_of(km)
        key = (
            across,
            floor(min(lons) * 60 / across) - 1,
            ceil(max(lons) * 60 / across) + 1,
            up,
            max(ceil(SOUTH * 60 / up), floor(min(lats) * 60 / up) - 1),
            min(floor(NORTH * 60 / up), ceil(max(lats) * 60 / up) + 1),
        )
        if key != self._key:
            self._key = key
            self._make(range(key[1], key[2] + 1), across, range(key[4], key[5] + 1), up)

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

    def _make(self, meridians: range, across: int, parallels: range, up: int) -> None:
        self._path = QPainterPath()
        self._lines = []
        whole = CIRCLE // across
        south, north = parallels[0] * up / 60, parallels[-1] * up / 60
        west, east = meridians[0] * across / 60, meridians[min(whole, len(meridians) - 1)] * across / 60
        for number in meridians[:whole]:
            minutes = (number * across + CIRCLE // 2) % CIRCLE - CIRCLE // 2
            pieces = len(parallels) * PIECES
            self._add(
                words_of(minutes, latitude=False),
                [(number * across / 60, south + (north - south) * i / pieces) for i in range(pieces + 1)],
            )
        for number in parallels:
            pieces = min(whole, len(meridians)) * PIECES
            self._add(
                words_of(number * up, latitude=True),
                [(west + (east - west) * i / pieces, number * up / 60) for i in range(pieces + 1)],
            )

    def _add(self, words: str, spots: Sequence[tuple[float, float]]) -> None:
        line: list[tuple[float, float]] = []
        for lon, lat in spots:
            at = projection.forward(lon, lat)
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

    def name_lines(self, painter: QPainter, camera: Camera, room: Room, appearance: Appearance) -> None:
        """Write each line's name where it leaves the free part, if nothing else stands there."""
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
