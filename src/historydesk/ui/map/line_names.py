"""Names written along rivers and streets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from historydesk.domain.plate import PlateLine
from historydesk.domain.values import dataclass
from historydesk.ui.map.base_painter import mixed
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.label_layout import Box, overlap
from historydesk.ui.map.room import Room
from historydesk.ui.theme import Appearance, default_appearance

STEP = 12.0
"""Pixels between the spots that are tried along a line."""

MOST_BEND = 0.16
"""A name stands where the line leaves its chord by no more than this share of the name's length."""


@dataclass(frozen=True, slots=True)
class LineName:
    """A name that stands: its middle in km on the plane (y down), its angle there, half its length and height."""

    line: PlateLine
    x: float
    y: float
    angle: float
    half: float
    tall: float


class LineNames:
    """Finds where names fit along lines at rest, and keeps them there in motion; owned by a plate painter."""

    def __init__(self) -> None:
        self._appearance = default_appearance()
        self._placed: list[LineName] = []
        self._key: tuple[object, ...] = ()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self.forget()

    def forget(self) -> None:
        """Other lines: nothing stands any more."""
        self._placed, self._key = [], ()

    def rest(self, lines: Sequence[PlateLine], camera: Camera, room: Room, taken: Sequence[Box]) -> None:
        """Lay out the names of lines in a view at rest, within the free part and clear of ``taken``."""
        key = (tuple(lines), camera, room, tuple(taken))
        if key == self._key:
            return
        self._key, self._placed = key, []
        boxes = [*taken, *room.taken()]
        for line in lines:
            metrics = QFontMetricsF(self._font(line))
            half, tall = metrics.horizontalAdvance(line.name) / 2 + 3, metrics.height()
            spots = self._spots(line, camera, room, half)
            for x, y, angle, _ in sorted(spots, key=lambda spot: spot[3]):
                box = _box(x, y, angle, half, tall)
                if any(overlap(box, other) for other in boxes):
                    continue
                boxes.append(box)
                at = camera.to_plane(x, y, room.width, room.height)
                self._placed.append(LineName(line, *at, angle - radians(camera.turn), half, tall))
                break

    def _spots(
        self, line: PlateLine, camera: Camera, room: Room, half: float
    ) -> Iterator[tuple[float, float, float, float]]:
        """Pixels and angle of places where a name of this half length fits, and how much the line bends there."""
        points = [camera.to_view(x, -y, room.width, room.height) for x, y in line.points]
        free = room.area()
        middle = (free[0] + free[2]) / 2
        walked = list(_walk(points))
        reach = int(half / STEP) + 1
        aside = 0.0 if line.kind == "river" else 11.0
        for i in range(reach, len(walked) - reach):
            (ax, ay), (bx, by), (x, y) = walked[i - reach], walked[i + reach], walked[i]
            length = hypot(bx - ax, by - ay)
            if length < half:
                continue
            bend = max(
                abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length
                for px, py in walked[i - reach : i + reach]
            )
            angle = atan2(by - ay, bx - ax)
            if cos(angle) < 0:
                angle = atan2(ay - by, ax - bx)
            mx, my = (
                ((ax + bx) / 2 + x) / 2 + sin(angle) * aside,
                ((ay + by) / 2 + y) / 2 - cos(angle) * aside,
            )
            left, top, right, bottom = _box(mx, my, angle, half, 8.0)
            inside = left > free[0] and top > free[1] and right < free[2] and bottom < free[3]
            if inside and bend <= MOST_BEND * 2 * half:
                yield mx, my, angle, bend + abs(degrees(angle)) * 0.1 + abs(mx - middle) * 0.01

    def boxes(self, camera: Camera, width: int, height: int) -> list[Box]:
        """Where names stand."""
        return [
            _box(
                *camera.to_view(each.x, each.y, width, height),
                each.angle + radians(camera.turn),
                each.half,
                each.tall,
            )
            for each in self._placed
        ]

    def paint(self, painter: QPainter, camera: Camera, width: int, height: int) -> None:
        """Write the names in pixels."""
        theme = self._appearance.theme
        halo = mixed(theme.color("land"), theme.color("card"), 0.6)
        for each in self._placed:
            x, y = camera.to_view(each.x, each.y, width, height)
            font = self._font(each.line)
            metrics = QFontMetricsF(font)
            path = QPainterPath()
            path.addText(QPointF(3 - each.half, metrics.capHeight() / 2), font, each.line.name)
            painter.save()
            painter.translate(x, y)
            painter.rotate(degrees(each.angle) + camera.turn)
            pen = QPen(halo, 3.0)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)
            painter.fillPath(path, theme.color("blue" if each.line.kind == "river" else "soft_ink"))
            painter.restore()

    def _font(self, line: PlateLine) -> QFont:
        if line.kind == "river":
            return self._appearance.reading_face(15, italic=True)
        return self._appearance.interface_face(12, chrome=False)


def _walk(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points every ``STEP`` pixels along a line."""
    over = 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        length = hypot(bx - ax, by - ay)
        at = over
        while at < length:
            yield ax + (bx - ax) * at / length, ay + (by - ay) * at / length
            at += STEP
        over = at - length


def _box(x: float, y: float, angle: float, half: float, tall: float) -> Box:
    """The upright box around turned words."""
    across = abs(cos(angle)) * half + abs(sin(angle)) * tall / 2
    down = abs(sin(angle)) * half + abs(cos(angle)) * tall / 2
    return x - across, y - down, x + across, y + down
