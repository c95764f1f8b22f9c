"""Draws a journey: each means of travel by a line of its own, the part travelled strongly."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from historydesk.domain.entities import Journey
from historydesk.domain.values import dataclass
from historydesk.ui.map.base_painter import mixed, transform_of
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.journey_track import JourneyTrack, Point
from historydesk.ui.map.polyline import points_along, seen_parts, weights
from historydesk.ui.theme import Theme

MARGIN = 24.0
"""Pixels around the view in which lines are still drawn, so that no end shows at its edge."""

TOLERANCE = 0.4
"""Pixels by which a drawn line may leave out a bend."""

RING, DOT = 13.0, 5.5
"""Radius of the traveller's ring and dot."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One pen of a line: ``ink`` names a colour, lengths are in pixels, ``dashes`` alternate line and gap."""

    ink: str
    width: float
    dashes: tuple[float, ...] = ()
    round: bool = True

    @property
    def dots(self) -> float:
        """Pixels from dot to dot when it is nothing but round dots, else 0."""
        return sum(self.dashes) if len(self.dashes) == 2 and self.dashes[0] < 1 else 0.0


HALO = Stroke("page", 6.5)
STROKES: dict[str, tuple[Stroke, ...]] = {
    "rail": (HALO, Stroke("red", 2.4), Stroke("red", 8.0, (1.6, 7.4), round=False)),
    "road": (Stroke("page", 8.0), Stroke("red", 5.0), Stroke("page", 2.2)),
    "sea": (HALO, Stroke("red", 3.4, (0.1, 7.4))),
    "river": (Stroke("page", 9.0), Stroke("water", 7.0), Stroke("red", 2.6, (9.0, 5.0, 0.1, 5.0))),
    "sledge": (HALO, Stroke("red", 2.6, (9.0, 6.5))),
}
"""The pens of each means of travel, from below."""

FAINT, FAINT_ON_DARK, FAINT_IN_CONTRAST = 0.58, 0.4, 0.35
"""How far the part to come recedes into the land."""


Part = tuple[str, bool, tuple[Point, ...]]
"""Of a way to be drawn: its means of travel, whether strongly, its points."""


class JourneyPainter:
    """Draws over the base map and below the places; owned by a map.

    Without progress the whole journey is drawn strongly and no traveller is shown.
    """

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self.track: JourneyTrack | None = None
        self._weights: list[tuple[float, ...]] = []
        self._thin: dict[tuple[int, int], tuple[tuple[int, ...], tuple[Point, ...]]] = {}
        self._progress: float | None = None
        self._ahead = True
        self._pens: dict[tuple[str, bool], list[QPen]] = {}

    def set_journey(self, journey: Journey | None) -> None:
        """What to draw, wholly; ``None``: nothing."""
        self.track = JourneyTrack(journey) if journey is not None else None
        self._weights = [weights(each.points) for each in self.track.stretches] if self.track else []
        self._thin.clear()
        self._progress, self._ahead = None, True

    def set_progress(self, leg: int, share: float, *, ahead: bool = True) -> None:
        """How far the traveller has come; ``ahead``: the part to come is drawn too, faintly."""
        self._progress, self._ahead = leg + share, ahead

    def clear_progress(self) -> None:
        """The whole journey, no traveller."""
        self._progress, self._ahead = None, True

    def pens(self, mode: str) -> list[QPen]:
        """The pens that draw a means of travel, from below, for a legend; a theme must be set."""
        return self._pens[mode, True]

    def set_theme(self, theme: Theme) -> None:
        """Colours and lines."""
        self._theme = theme
        page, land = theme.color("page"), theme.color("land")
        inks = {"page": page, "red": theme.color("red"), "water": _water(theme)}
        faint = FAINT_IN_CONTRAST if theme.is_high_contrast else FAINT_ON_DARK if theme.is_dark else FAINT
        self._pens = {}
        for mode, strokes in STROKES.items():
            for strong in (True, False):
                pens = []
                for stroke in strokes:
                    ink = QColor.fromRgb(inks[stroke.ink].rgb())
                    if not strong and stroke is HALO:
                        ink.setAlphaF(0.45)
                    if not strong and stroke.ink != "page":
                        ink = mixed(ink, land, faint)
                    pens.append(_pen(ink, stroke, thin=not strong and stroke.ink == "red"))
                self._pens[mode, strong] = pens

    def paint(self, painter: QPainter, camera: Camera, width: int, height: int) -> None:
        """Draw the journey as a camera sees it; the painter is antialiasing, in pixels."""
        track = self.track
        if track is None or self._theme is None or width < 1:
            return
        to_pixel = transform_of(camera, width, height)
        a, b, c, d = to_pixel.m11(), to_pixel.m12(), to_pixel.m21(), to_pixel.m22()
        dx, dy = to_pixel.dx(), to_pixel.dy()
        edges = (-MARGIN, -MARGIN, width + MARGIN, height + MARGIN)
        parts: list[tuple[str, bool, float, list[Point]]] = []
        for mode, strong, points in self._parts(track, camera.width_km / width):
            pixels = [(a * x + c * y + dx, b * x + d * y + dy) for x, y in points]
            for along, seen in seen_parts(pixels, edges):
                parts.append((mode, strong, along, seen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for strong in (False, True):
            self._draw([part for part in parts if part[1] == strong], strong, painter)
        self._draw_traveller(painter, camera, width, height)

    def _draw(
        self, parts: list[tuple[str, bool, float, list[Point]]], strong: bool, painter: QPainter
    ) -> None:
        for level in range(3):
            for mode, _, along, line in parts:
                known = mode if mode in STROKES else "road"
                if level >= len(STROKES[known]):
                    continue
                pen, dots = self._pens[known, strong][level], STROKES[known][level].dots
                if dots:
                    # Five times as fast as to let the stroker make a round of each dash.
                    painter.setPen(QPen(pen.brush(), pen.widthF(), Qt.PenStyle.SolidLine, pen.capStyle()))
                    painter.drawPoints(
                        QPolygonF([QPointF(*each) for each in points_along(line, along, dots)])
                    )
                    continue
                if pen.style() == Qt.PenStyle.CustomDashLine:
                    pen = QPen(pen)
                    pen.setDashOffset(along / pen.widthF())
                painter.setPen(pen)
                painter.drawPolyline(QPolygonF([QPointF(*each) for each in line]))

    def _parts(self, track: JourneyTrack, km_per_pixel: float) -> Iterator[Part]:
        """The ways, cut where the traveller is, with as few points as the scale needs."""
        if self._progress is None:
            for number, stretch in enumerate(track.stretches):
                yield stretch.mode, True, self._thinned(number, km_per_pixel)[1]
            return
        leg, share = track.split(self._progress)
        here, along = track.stretch_at(leg, share)
        for number, stretch in enumerate(track.stretches):
            indices, points = self._thinned(number, km_per_pixel)
            if stretch is here:
                at, before = stretch.at(along)
                kept = sum(1 for index in indices if index <= before)
                if along > 0:
                    yield stretch.mode, True, (*points[:kept], at)
                if along < 1 and self._ahead:
                    yield stretch.mode, False, (at, *points[kept:])
            elif (stretch.leg, stretch.start_km) < (leg, here.start_km if here is not None else 0.0):
                yield stretch.mode, True, points
            elif self._ahead:
                yield stretch.mode, False, points

    def _thinned(self, number: int, km_per_pixel: float) -> tuple[tuple[int, ...], tuple[Point, ...]]:
        octave = int(log2(max(1e-4, km_per_pixel)) // 1)
        found = self._thin.get((number, octave))
        if found is None:
            assert self.track is not None
            points, tolerance = self.track.stretches[number].points, TOLERANCE * 2.0**octave
            indices = tuple(i for i, weight in enumerate(self._weights[number]) if weight >= tolerance)
            found = self._thin[number, octave] = indices, tuple(points[i] for i in indices)
        return found

    def _draw_traveller(self, painter: QPainter, camera: Camera, width: int, height: int) -> None:
        if self._progress is None or self.track is None or self._theme is None:
            return
        point = self.track.point(self._progress)
        if point is None:
            return
        at = QPointF(*camera.to_view(*point, width, height))
        page, ink = self._theme.color("page"), self._theme.color("ink")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shade, thickness in ((page, 6.5), (ink, 3.0)):
            painter.setPen(QPen(shade, thickness))
            painter.drawEllipse(at, RING, RING)
        painter.setPen(QPen(page, 2.0))
        painter.setBrush(self._theme.color("red"))
        painter.drawEllipse(at, DOT, DOT)


def _pen(ink: QColor, stroke: Stroke, *, thin: bool) -> QPen:
    width = stroke.width * (0.8 if thin else 1.0)
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if stroke.round else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dashes:
        pen.setDashPattern([length / width for length in stroke.dashes])
    return pen


def _water(theme: Theme) -> QColor:
    """The edge of a way on a river: the sea's colour, deep enough to be seen on land."""
    return mixed(theme.color("sea"), theme.color("blue"), 0.3)
