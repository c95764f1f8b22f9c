"""Lines of latitude and longitude over a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil, cos, floor, radians

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from historydesk.domain import projection
from historydesk.domain.values import dataclass
from historydesk.ui.map.base_painter import mixed, transform_of
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

LIKE = 3
"""In motion steps do that are so many times too wide or too narrow."""

MARGIN = 0.4
"""Share of the view by which lines reach past it."""

CROWDED = 50.0
"""Meridians are counted as at this latitude in views beyond it, though they run together there."""

LONGEST_PIECE = 3.0
"""Degrees of a straight piece at most."""

PIECES = 6
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


@dataclass(frozen=True, slots=True)
class _Net:
    """Steps in minutes of arc, and the part of the earth in degrees (longitudes may go on past 180°)."""

    across: int
    up: int
    west: float
    east: float
    south: float
    north: float

    def holds(self, other: _Net) -> bool:
        """Whether the part of another lies within this one's."""
        if self.south > max(other.south, SOUTH) or self.north < min(other.north, NORTH):
            return False
        if self.east - self.west >= 360.0:
            return True
        shifts = (other.west + turn for turn in (-360.0, 0.0, 360.0))
        return any(self.west <= west and west + other.east - other.west <= self.east for west in shifts)

    def is_like(self, other: _Net) -> bool:
        """Whether its steps will do in motion for those of another."""
        return max(self.across, other.across) <= LIKE * min(self.across, other.across) and (
            max(self.up, other.up) <= LIKE * min(self.up, other.up)
        )

    def with_margin(self) -> _Net:
        """Reaching farther on all sides, so that it holds while one looks around."""
        around, over = MARGIN * (self.east - self.west), MARGIN * (self.north - self.south)
        west, east = self.west - around, self.east + around
        if east - west >= 360.0:
            west, east = self.west, self.west + 360.0
        return replace(
            self,
            west=west,
            east=east,
            south=max(SOUTH, self.south - over),
            north=min(NORTH, self.north + over),
        )


class Graticule:
    """Keeps the lines of the part of the earth last seen, and draws them; owned by a map."""

    def __init__(self) -> None:
        self._net: _Net | None = None
        self._paths: list[QPainterPath] = []
        self._lines: list[tuple[str, list[tuple[float, float]]]] = []

    def paint(
        self, painter: QPainter, camera: Camera, room: Room, appearance: Appearance, *, fine: bool
    ) -> None:
        """Draw the lines; ``fine``: antialiased."""
        wanted = self._wanted(camera, room, 12 if fine else 4)
        net = self._net
        same = net is not None and (net.across, net.up) == (wanted.across, wanted.up)
        if net is None or not net.holds(wanted) or not (same or (not fine and net.is_like(wanted))):
            self._make(wanted.with_margin())
        theme = appearance.theme
        share = 0.6 if theme.is_high_contrast else 0.4
        if fine:
            ink = QColor.fromRgb(theme.color("soft_ink").rgb())
            ink.setAlphaF(share)
        else:
            # Lines that let nothing through are drawn in a third of the time.
            ink = mixed(theme.color("land"), theme.color("soft_ink"), share)
        painter.save()
        painter.resetTransform()
        painter.setTransform(transform_of(camera, room.width, room.height), True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink, 0.8 if fine else 0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        seen = _bounds(camera, room)
        for path in self._paths:
            if path.controlPointRect().intersects(seen):
                painter.drawPath(path)
        painter.restore()

    @staticmethod
    def _wanted(camera: Camera, room: Room, samples: int) -> _Net:
        """Steps that fit a view, and the part of the earth in it."""
        middle = projection.inverse(camera.x, -camera.y)
        km = camera.width_km / max(1, room.width) / projection.scale(*middle)
        lons, lats = [], []
        for i in range(samples + 1):
            for j in range(samples + 1):
                px, py = room.width * i / samples, room.height * j / samples
                x, y = camera.to_plane(px, py, room.width, room.height)
                lon, lat = projection.inverse(x, -y)
                lons.append(middle[0] + (lon - middle[0] + 180.0) % 360.0 - 180.0)
                lats.append(lat)
        west, east, north = min(lons), max(lons), max(lats)
        pole = projection.forward(0.0, 90.0)
        if pole is not None:
            px, py = camera.to_view(pole[0], -pole[1], room.width, room.height)
            if east - west > 180.0 or (0 <= px <= room.width and 0 <= py <= room.height):
                west, east, north = middle[0] - 180.0, middle[0] + 180.0, NORTH
        across, up = step_of(km, min(abs(middle[1]), CROWDED)), step_of(km)
        return _Net(across, up, west, east, min(lats), north)

    def _make(self, net: _Net) -> None:
        self._net = net
        self._paths = []
        self._lines = []
        across, up = net.across / 60, net.up / 60
        first, last = ceil(net.west / across), floor(net.east / across)
        meridians = range(first, min(last, first + round(360 / across) - 1) + 1)
        # Where the lines end before the pole they end at a parallel.
        north = net.north if net.north < NORTH else floor(NORTH / up) * up
        lats = _spaced(net.south, north, up)
        for number in meridians:
            minutes = (number * net.across + CIRCLE // 2) % CIRCLE - CIRCLE // 2
            self._add(words_of(minutes, latitude=False), [(number * across, lat) for lat in lats])
        lons = _spaced(net.west, net.east, across)
        for number in range(ceil(net.south / up), floor(net.north / up) + 1):
            self._add(words_of(number * net.up, latitude=True), [(lon, number * up) for lon in lons])

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
            path = QPainterPath()
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line]))
            self._paths.append(path)
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


def _spaced(first: float, last: float, step: float) -> list[float]:
    """Degrees from one to the other, near enough to one another for a smooth line."""
    pieces = max(1, ceil((last - first) / min(step / PIECES, LONGEST_PIECE)))
    return [first + (last - first) * i / pieces for i in range(pieces + 1)]


def _bounds(camera: Camera, room: Room) -> QRectF:
    """The part of the plane around a view."""
    corners = [
        QPointF(*camera.to_plane(x, y, room.width, room.height))
        for x, y in ((0, 0), (room.width, 0), (room.width, room.height), (0, room.height))
    ]
    return QPolygonF(corners).boundingRect()
