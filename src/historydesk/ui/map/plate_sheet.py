"""A city plate brought onto the map: its sheet turned north, its lines and areas as paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from historydesk.domain import projection
from historydesk.domain.plate import Plate, PlateArea, PlateLine
from historydesk.domain.values import dataclass

MARGIN = 0.1
LEAST_MARGIN_KM = 0.35
"""The sheet reaches beyond what is drawn by this share of its longer side, and at least so far."""

MEETING_KM = 0.35
"""A river that ends so near to another flows into it."""

SHAPES = (1.15, 1.7)
"""Least and greatest width of a sheet for its height."""


@dataclass(frozen=True, slots=True)
class PlateSheet:
    """A plate, its sheet's four corners from the upper left (as seen with north up), and its drawings.

    All in km on the plane, y down. ``bounds`` hold the sheet.
    """

    plate: Plate
    corners: tuple[QPointF, ...]
    bounds: QRectF
    lines: tuple[tuple[PlateLine, QPainterPath], ...]
    areas: tuple[tuple[PlateArea, QPainterPath], ...]
    mouths: tuple[tuple[QPointF, QPointF], ...]
    """Where a river is drawn no farther and does not flow into another, and from there a step of 1 km inwards."""

    @classmethod
    def of(cls, plate: Plate) -> PlateSheet:
        """The sheet around everything on a plate."""
        points = [(site.x, -site.y) for site in plate.sites]
        points += [(x, -y) for line in plate.lines for x, y in line.points]
        points += [(x, -y) for area in plate.areas for ring in area.rings for x, y in ring]
        corners = _corners(points)
        return cls(
            plate,
            corners,
            QPolygonF(corners).boundingRect(),
            tuple((line, _path([line.points])) for line in plate.lines),
            tuple((area, _path(area.rings)) for area in plate.areas),
            tuple(_mouths([line for line in plate.lines if line.kind == "river"])),
        )


def _corners(points: list[tuple[float, float]]) -> tuple[QPointF, ...]:
    x0, y0 = points[0]
    turn = radians(projection.north(x0, -y0))
    c, s = cos(turn), sin(turn)
    turned = [(x * c - y * s, x * s + y * c) for x, y in points]
    left, right = min(p[0] for p in turned), max(p[0] for p in turned)
    top, bottom = min(p[1] for p in turned), max(p[1] for p in turned)
    margin = max(LEAST_MARGIN_KM, MARGIN * max(right - left, bottom - top))
    wide, tall = right - left + 2 * margin, bottom - top + 2 * margin
    wide, tall = max(wide, tall * SHAPES[0]), max(tall, wide / SHAPES[1])
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    left, right, top, bottom = (
        middle_x - wide / 2,
        middle_x + wide / 2,
        middle_y - tall / 2,
        middle_y + tall / 2,
    )
    return tuple(
        QPointF(x * c + y * s, -x * s + y * c)
        for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))
    )


def _mouths(rivers: Sequence[PlateLine]) -> Iterator[tuple[QPointF, QPointF]]:
    for river in rivers:
        for points in (river.points, river.points[::-1]):
            x, y = points[0]
            others = [point for other in rivers if other is not river for point in other.points]
            if all(hypot(x - ox, y - oy) > MEETING_KM for ox, oy in others):
                inner = next((p for p in points if hypot(p[0] - x, p[1] - y) > MEETING_KM), points[-1])
                far = hypot(inner[0] - x, inner[1] - y) or 1.0
                yield QPointF(x, -y), QPointF((inner[0] - x) / far, (y - inner[1]) / far)


def _path(
    lines: list[tuple[tuple[float, float], ...]] | tuple[tuple[tuple[float, float], ...], ...],
) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        path.addPolygon(QPolygonF([QPointF(x, -y) for x, y in line]))
    return path
