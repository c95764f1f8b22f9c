"""Draws city plates as the sheets of an atlas."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import get_args

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from historydesk.domain.plate import LineKind, Plate, PlateLine, PlateSite
from historydesk.ui.map.base_painter import mixed, transform_of
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.label_layout import Box
from historydesk.ui.map.line_names import LineNames
from historydesk.ui.map.plate_sheet import PlateSheet
from historydesk.ui.map.room import Room
from historydesk.ui.theme import Appearance, default_appearance

LOOSE_M = 150
"""A site known to so many metres or worse gets a disk of the doubt, a line soft edges."""

SITE = 5.5
"""Half the side of a site's mark in pixels."""

FEATHER = 22.0
"""Pixels over which the sheet's edge fades into the map."""

FRAME = 10.0
"""Pixels from the sheet's edge to its frame."""

WIDTHS_KM = {"river": 0.09, "street": 0.022, "wall": 0.02, "railway": 0.012, "sketch": 0.01}
WIDTHS_PX = {
    "river": (5.0, 30.0),
    "street": (3.0, 9.0),
    "wall": (2.5, 5.0),
    "railway": (1.4, 2.0),
    "sketch": (1.6, 2.2),
}
"""Kind of line → how wide it is on the ground, and drawn at least and at most."""

MOUTH = 34.0
"""Pixels over which a river fades at least where it is drawn no farther."""

ORDER = ("river", "wall", "sketch", "street", "railway")
"""Kinds of lines from below."""

LEAST_TITLE = 260.0
"""A sheet narrower than so many pixels bears no title."""

_KINDS: dict[str, LineKind] = {each: each for each in get_args(LineKind)}

Label = tuple[float, float, str, int]


class PlatePainter:
    """Draws plates over the base map and below the places; owned by a map, which fades it in."""

    def __init__(self) -> None:
        self._appearance = default_appearance()
        self._sheets: tuple[PlateSheet, ...] = ()
        self._places: frozenset[str] = frozenset()
        self._names = LineNames()
        self.chosen: PlateSite | None = None
        self._colors: dict[str, QColor] = {}
        self.set_appearance(self._appearance)

    def set_plates(self, plates: Sequence[Plate]) -> None:
        """Draw these."""
        self._sheets = tuple(PlateSheet.of(plate) for plate in plates if plate.sites or plate.lines)
        self._names.forget()

    def set_places(self, places: Collection[str]) -> None:
        """Ids of places that the map marks itself: their sites get no mark of their own."""
        self._places = frozenset(places)

    def choose(self, site: PlateSite | None) -> None:
        """Mark a site as chosen, or none."""
        self.chosen = site

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self._names.set_appearance(appearance)
        color, contrast = appearance.theme.color, appearance.theme.is_high_contrast
        sheet = mixed(color("land"), color("card"), 0.6) if not contrast else color("page")
        self._colors = {
            "sheet": sheet,
            "frame": mixed(sheet, color("edge"), 0.7 if not contrast else 1.0),
            "water": mixed(color("lake"), color("river"), 0.35)
            if not contrast
            else mixed(sheet, color("river"), 0.6),
            "bank": mixed(color("river"), color("blue"), 0.25),
            "street": color("page") if not appearance.theme.is_dark else mixed(sheet, color("edge"), 0.35),
            "casing": mixed(sheet, color("edge"), 0.75 if not contrast else 1.0),
            "ink": color("ink"),
            "soft": color("soft_ink"),
            "park": mixed(sheet, color("ochre"), 0.14),
            "town": mixed(sheet, color("soft_ink"), 0.1),
            "red": color("red"),
            "page": color("page"),
        }

    def seen(self, camera: Camera, width: int, height: int) -> list[PlateSheet]:
        """The sheets of which a part is in view."""
        corners = [
            QPointF(*camera.to_plane(x, y, width, height))
            for x, y in ((0, 0), (width, 0), (width, height), (0, height))
        ]
        view = QPolygonF(corners).boundingRect()
        return [sheet for sheet in self._sheets if sheet.bounds.intersects(view)]

    def covers(self, camera: Camera, width: int, height: int) -> bool:
        """Whether one sheet fills the whole view, so that nothing below it is seen."""
        corners = [
            QPointF(*camera.to_plane(x, y, width, height))
            for x, y in ((0, 0), (width, 0), (width, height), (0, height))
        ]
        return any(
            all(QPolygonF(sheet.corners).containsPoint(each, Qt.FillRule.OddEvenFill) for each in corners)
            for sheet in self._sheets
        )

    def sites(self, camera: Camera, width: int, height: int) -> list[PlateSite]:
        """Sites in view that have a mark of their own, in the order of their plates."""
        found = []
        for sheet in self.seen(camera, width, height):
            for site in sheet.plate.sites:
                x, y = camera.to_view(site.x, -site.y, width, height)
                if site.place not in self._places and 0 <= x <= width and 0 <= y <= height:
                    found.append(site)
        return found

    def labels(self, camera: Camera, width: int, height: int) -> list[Label]:
        """Names of sites: x and y in km on the plane (y up), words, rank."""
        return [
            (site.x, site.y, site.name, number)
            for sheet in self.seen(camera, width, height)
            for number, site in enumerate(sheet.plate.sites)
            if site.place not in self._places
        ]

    def shows(self, camera: Camera, width: int, height: int) -> set[str]:
        """What a legend has to explain: kinds of lines and areas, "site", "loose"."""
        kinds: set[str] = set()
        for sheet in self.seen(camera, width, height):
            kinds |= {line.kind for line, _ in sheet.lines} | {area.kind for area, _ in sheet.areas}
            kinds |= {"site"} if any(site.place not in self._places for site in sheet.plate.sites) else set()
            kinds |= {"loose"} if any(site.precision_m >= LOOSE_M for site in sheet.plate.sites) else set()
        return kinds

    def ground(self) -> QColor:
        """The colour of a sheet."""
        return self._colors["sheet"]

    def area_color(self, kind: str) -> QColor:
        """The colour of a kind of area."""
        return self._colors[kind]

    def draw_sample(self, painter: QPainter, kind: str, left: QPointF, right: QPointF) -> None:
        """Draw what a legend shows of a kind of line, of a site or of its doubt, from pixel to pixel."""
        middle = (left + right) / 2
        if kind in ("site", "loose"):
            here = PlateSite("", "", "", 0.0, 0.0, 1000 if kind == "loose" else 0)
            self._paint_site(painter, here, middle, 12.0)
            return
        line = PlateLine(_KINDS[kind], "", (), 0)
        for pen in self._pens(line, 60.0):
            painter.setPen(pen)
            painter.drawLine(left + QPointF(6, 0), right - QPointF(6, 0))

    def notes(self, camera: Camera, width: int, height: int) -> tuple[str, ...]:
        """What the plates in view say of how certain they are."""
        sheets = self.seen(camera, width, height)
        titled = [f"{sheet.plate.title}: {sheet.plate.note}" for sheet in sheets if sheet.plate.note]
        return (
            tuple(titled)
            if len(sheets) > 1
            else tuple(sheet.plate.note for sheet in sheets if sheet.plate.note)
        )

    # Drawing

    def paint(self, painter: QPainter, camera: Camera, width: int, height: int, *, fine: bool) -> None:
        """Draw sheets, lines and sites in pixels; ``fine``: antialiased, at rest."""
        scale = width / camera.width_km
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
        for sheet in self.seen(camera, width, height):
            self._paint_sheet(painter, sheet, camera, width, height, fine=fine)
            painter.save()
            painter.setTransform(transform_of(camera, width, height), True)
            self._paint_ground(painter, sheet, scale)
            painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if not fine:
            self._names.paint(painter, camera, width, height)
        for sheet in self.seen(camera, width, height):
            for site in sheet.plate.sites:
                at = QPointF(*camera.to_view(site.x, -site.y, width, height))
                self._paint_site(painter, site, at, scale)

    def name_lines(self, painter: QPainter, camera: Camera, room: Room, taken: Sequence[Box]) -> list[Box]:
        """At rest: write the names of rivers and streets along them, clear of ``taken``; returns where they stand."""
        width, height = room.width, room.height
        lines = [line for sheet in self.seen(camera, width, height) for line, _ in sheet.lines if line.name]
        self._names.rest(lines, camera, room, taken)
        self._names.paint(painter, camera, width, height)
        return self._names.boxes(camera, width, height)

    def _paint_sheet(
        self, painter: QPainter, sheet: PlateSheet, camera: Camera, width: int, height: int, *, fine: bool
    ) -> None:
        corners = QPolygonF([QPointF(*camera.to_view(p.x(), p.y(), width, height)) for p in sheet.corners])
        ground = self._colors["sheet"]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        steps, strength = (8, 0.32) if fine else (4, 0.53)
        for step in range(1, steps + 1):
            shade = QColor.fromRgba(ground.rgba())
            shade.setAlphaF(strength)
            pen = QPen(shade, 2 * FEATHER * step / steps)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(corners)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(corners)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset, line in ((FRAME, 1.2), (FRAME + 4, 0.6)):
            painter.setPen(QPen(self._colors["frame"], line))
            painter.drawPolygon(_inset(corners, inset))
        self._paint_title(painter, sheet, corners)

    def _paint_title(self, painter: QPainter, sheet: PlateSheet, corners: QPolygonF) -> None:
        first, second = corners.at(0), corners.at(1)
        if (second - first).manhattanLength() < LEAST_TITLE:
            return
        font = self._appearance.reading_face(17, weight=600)
        painter.save()
        painter.translate(first)
        painter.setFont(font)
        painter.setPen(self._colors["ink"])
        room = QRectF(FRAME + 16, FRAME + 10, (second - first).manhattanLength() - 2 * FRAME - 32, 60)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, sheet.plate.title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, sheet: PlateSheet, scale: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for area, path in sheet.areas:
            painter.setBrush(QBrush(self._colors[area.kind]))
            painter.drawPath(path)
        self._paint_lines(painter, [each for each in sheet.lines if each[0].kind == "river"], scale)
        self._fade_mouths(painter, sheet, scale)
        self._paint_lines(painter, [each for each in sheet.lines if each[0].kind != "river"], scale)

    def _paint_lines(
        self, painter: QPainter, lines: Sequence[tuple[PlateLine, QPainterPath]], scale: float
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        drawn = sorted(lines, key=lambda each: ORDER.index(each[0].kind))
        for number in (0, 1):  # all casings lie under all fillings, so that lines meet without a seam
            for line, path in drawn:
                pens = self._pens(line, scale)
                if number < len(pens):
                    painter.setPen(pens[number])
                    painter.drawPath(path)

    def _fade_mouths(self, painter: QPainter, sheet: PlateSheet, scale: float) -> None:
        """Let rivers fade out where they are drawn no farther."""
        radius = max(0.3, MOUTH / scale)
        clear = QColor.fromRgba(self._colors["sheet"].rgba())
        clear.setAlphaF(0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        half = max(WIDTHS_PX["river"][0], WIDTHS_KM["river"] * scale) / scale
        for mouth, inwards in sheet.mouths:
            fading = QRadialGradient(mouth, radius)
            fading.setColorAt(0.0, self._colors["sheet"])
            fading.setColorAt(0.3, self._colors["sheet"])
            fading.setColorAt(1.0, clear)
            painter.setBrush(fading)
            aside = QPointF(-inwards.y(), inwards.x()) * half
            first, last = mouth - inwards * half, mouth + inwards * radius
            painter.drawPolygon(QPolygonF([first + aside, last + aside, last - aside, first - aside]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _pens(self, line: PlateLine, scale: float) -> tuple[QPen, ...]:
        """Pens from below, with widths in pixels."""
        least, most = WIDTHS_PX[line.kind]
        width = min(most, max(least, WIDTHS_KM[line.kind] * scale))
        colors = self._colors
        if line.kind == "river":
            if line.precision_m >= LOOSE_M:
                soft = QColor.fromRgba(colors["water"].rgba())
                soft.setAlphaF(0.45)
                return _pen(soft, width * 1.7), _pen(colors["water"], width)
            return _pen(colors["bank"], width + 1.6), _pen(colors["water"], width)
        if line.kind == "street":
            dashes = (5.0, 3.0) if line.precision_m >= LOOSE_M else ()
            return _pen(colors["casing"], width + 2.0, dashes), _pen(colors["street"], width)
        if line.kind == "railway":
            return _pen(colors["soft"], width), _pen(colors["soft"], width + 4.0, (1.4, 7.0))
        if line.kind == "wall":
            return (_pen(colors["soft"], width),)
        return (_pen(colors["red"], width, (7.0, 5.0)),)

    def _paint_site(self, painter: QPainter, site: PlateSite, at: QPointF, scale: float) -> None:
        red = self._colors["red"]
        if site.precision_m >= LOOSE_M:
            radius = site.precision_m / 1000 * scale
            if radius > SITE * 2:
                soft = QColor.fromRgba(red.rgba())
                soft.setAlphaF(0.08)
                painter.setBrush(soft)
                soft.setAlphaF(0.55)
                painter.setPen(_pen(soft, 1.0, (3.0, 3.0)))
                painter.drawEllipse(at, radius, radius)
        if site.place and site.place in self._places:
            return
        growth = min(1.4, max(1.0, self._appearance.text_percent / 100))
        half = SITE * growth
        if site == self.chosen:
            painter.setPen(QPen(red, 2.0))
            painter.setBrush(self._colors["page"])
            painter.drawEllipse(at, half * 2.2, half * 2.2)
        painter.setPen(QPen(self._colors["page"], 2.0))
        painter.setBrush(red if site == self.chosen else self._colors["ink"])
        painter.drawPolygon(
            QPolygonF(
                [at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)]
            )
        )


def _inset(corners: QPolygonF, inset: float) -> QPolygonF:
    """A rectangle made smaller by so many pixels on each side."""
    points = [corners.at(i) for i in range(4)]
    middle = (points[0] + points[2]) / 2
    along, down = points[1] - points[0], points[3] - points[0]
    length, depth = (along.x() ** 2 + along.y() ** 2) ** 0.5, (down.x() ** 2 + down.y() ** 2) ** 0.5
    if length <= 2 * inset or depth <= 2 * inset:
        return QPolygonF([middle])
    step = along / length * inset, down / depth * inset
    signs = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    return QPolygonF([p + step[0] * x + step[1] * y for p, (x, y) in zip(points, signs, strict=True)])


def _pen(color: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    pen = QPen(QBrush(color), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
    if dashes:
        pen.setDashPattern([each / width for each in dashes])
    return pen
