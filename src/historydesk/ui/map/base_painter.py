"""Draws the base map in the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from historydesk.domain.values import dataclass
from historydesk.errors import ResourceError
from historydesk.ui.map.base_map import COARSE, DETAIL, FULL, KINDS, BaseMap, Chunk
from historydesk.ui.map.camera import Camera
from historydesk.ui.theme import Theme

AT_REST = ((8.0, 1), (3.0, 2))
IN_MOTION = ((5.0, 0), (2.8, 1), (1.4, 2))
"""From so many km per pixel on, this level is drawn; below all, the full one."""

BORDERS = (
    *("neighbour_soft", "neighbour", "autonomy_soft", "autonomy", "internal_soft", "internal"),
    *("coast", "frontier_soft", "frontier"),
)
"""Lines in the order in which they are drawn."""

FAR = AT_REST[0][0]
"""From so many km per pixel on the whole world is in view: other countries' borders recede, small ones go."""

NEAR_ONLY = frozenset({"neighbour_soft", "autonomy", "autonomy_soft"})

SOFT = (3.0, 3.0)
"""Pixels of dash and gap of a line that is good to 15 km or worse."""

FIRM = (9.0, 3.0)
"""The same for a border between republics in high contrast, where coasts are of the same colour."""

DETAIL_BELOW = 1.2
"""Km per pixel below which a detail window is looked for."""


def level_of(km: float, *, fine: bool) -> int:
    """The world level for a scale in km per pixel: a coarser one in motion."""
    return next((level for start, level in (AT_REST if fine else IN_MOTION) if km >= start), FULL)


def transform_of(camera: Camera, width: float, height: float) -> QTransform:
    """Plane to pixels."""
    scale = width / camera.width_km
    transform = QTransform()
    transform.translate(width / 2, height / 2)
    transform.rotate(camera.turn)
    transform.scale(scale, scale)
    transform.translate(-camera.x, -camera.y)
    return transform


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """``share`` of the second colour in the first, opaque."""
    a, b = first, second
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


@dataclass(frozen=True, slots=True)
class _Layers:
    """Which layers a frame draws."""

    base: BaseMap
    level: int
    window: str
    era: int
    far: bool


@dataclass(slots=True)
class _Fade:
    """Two eras' pictures of one view; ``share`` of the second is seen."""

    camera: Camera
    size: tuple[int, int]
    before: QImage
    after: QImage
    share: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Draw both, in pixels."""
        painter.drawImage(QPointF(), self.before)
        painter.setOpacity(self.share)
        painter.drawImage(QPointF(), self.after)
        painter.setOpacity(1.0)


class BasePainter:
    """Chooses the level and draws the layers; owned by a map, holds no drawings but for the time of a fade."""

    def __init__(self) -> None:
        self._base: BaseMap | None = None
        self.era = 1929
        self.fault: ResourceError | None = None
        self.sea = QColor(0, 0, 0)
        self._fills: dict[str, QBrush] = {}
        self._pens: dict[str, QPen] = {}
        self._plain_pens: dict[str, QPen] = {}
        self._fade: _Fade | None = None

    def set_base_map(self, base: BaseMap | None) -> None:
        """What to draw; ``None``: the sea only."""
        self._base = base
        self._fade = None

    def set_theme(self, theme: Theme) -> None:
        """Colours and lines."""
        self._fade = None
        color = theme.color
        contrast = theme.is_high_contrast
        self.sea = color("sea")
        land, state, border = color("land"), color("state"), color("border")
        self._fills = {
            "land": QBrush(land),
            "state": QBrush(state),
            "lake": QBrush(color("lake")),
        }
        inner = mixed(state, border, 0.45 if not contrast else 0.6)
        neighbour = mixed(color("coast"), color("soft_ink"), 0.3 if not contrast else 0.0)
        self._fills["protectorate"] = QBrush(mixed(land, state, 0.5))
        self._pens = {
            "coast": _pen(color("coast"), 1.0),
            "lake": _pen(mixed(color("lake"), color("coast"), 0.75), 0.8),
            "river": _pen(color("river"), 1.0),
            "neighbour": _pen(neighbour, 1.0),
            "neighbour_soft": _pen(neighbour, 1.0, SOFT),
            "neighbour_far": _pen(mixed(land, color("coast"), 0.85), 0.8),
            "autonomy": _pen(mixed(state, border, 0.3 if not contrast else 0.5), 0.8),
            "autonomy_soft": _pen(mixed(state, border, 0.3 if not contrast else 0.5), 0.8, SOFT),
            "internal": _pen(inner, 1.0, FIRM if contrast else ()),
            "internal_soft": _pen(inner, 1.0, SOFT),
            "frontier": _pen(mixed(state, border, 0.8), 1.5),
            "frontier_soft": _pen(mixed(state, border, 0.8), 1.5, SOFT),
        }
        self._plain_pens = {}
        for kind, pen in self._pens.items():
            plain = QPen(pen)
            plain.setWidth(0)  # one pixel, drawn by the quickest way
            plain.setStyle(Qt.PenStyle.SolidLine)
            self._plain_pens[kind] = plain

    def pen(self, kind: str) -> QPen:
        """The pen of a kind of line at rest."""
        return self._pens[kind]

    def fill(self, kind: str) -> QBrush:
        """The brush of a kind of area."""
        return self._fills[kind]

    def kinds_in(self, camera: Camera, width: int, height: int) -> set[str]:
        """Layers of which something lies in a view; none of a damaged map."""
        base = self._base
        if base is None:
            return set()
        km = camera.width_km / max(1, width)
        level, window = self._level(base, camera, width, height, fine=True)
        visible = self._visible(camera, width, height, -8 * km)
        try:
            return {
                kind
                for kind in KINDS
                if not (km >= FAR and kind in NEAR_ONLY)
                and any(
                    _lies_in(path, bounds, visible)
                    for layer in base.chunks(kind, level, self.era, window, visible)
                    for bounds, path in layer
                )
            }
        except ResourceError as fault:
            self.fault, self._base = fault, None
            return set()

    def _level(
        self, base: BaseMap, camera: Camera, width: int, height: int, *, fine: bool
    ) -> tuple[int, str]:
        """The level to draw, and the window of the finest."""
        km = camera.width_km / max(1, width)
        level = level_of(km, fine=fine)
        if level == FULL and km < DETAIL_BELOW:
            window = base.window_at(self._corners(camera, width, height))
            if window:
                return DETAIL, window
        return level, ""

    def begin_fade(self, era: int, camera: Camera, width: int, height: int, scale: float) -> None:
        """Draw the era shown and the new one for a view at rest: ``set_fade`` mixes them, a motion ends it."""
        self._fade = None
        before = self._picture(camera, width, height, scale)
        self.era = era
        after = self._picture(camera, width, height, scale)
        self._fade = _Fade(camera, (width, height), before, after)

    def set_fade(self, share: float) -> None:
        """How much of the new era shows (0–1); fully shown, both pictures are let go."""
        if share >= 1.0:
            self._fade = None
        elif self._fade is not None:
            self._fade.share = share

    def end_fade(self) -> None:
        """Show the new era only."""
        self._fade = None

    def _picture(self, camera: Camera, width: int, height: int, scale: float) -> QImage:
        picture = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(scale)
        picture.fill(self.sea)
        painter = QPainter(picture)
        self.paint(painter, camera, width, height, fine=True)
        painter.end()
        return picture

    def paint(
        self, painter: QPainter, camera: Camera, width: int, height: int, *, fine: bool, coarse: bool = False
    ) -> None:
        """Draw everything but the sea; ``fine``: antialiased, ``coarse``: the coarse level only.

        Leaves the painter's transform and pens changed.
        """
        base = self._base
        if base is None:
            return
        if self._fade is not None:
            if fine and self._fade.camera == camera and self._fade.size == (width, height):
                self._fade.paint(painter)
                return
            self._fade = None
        km = camera.width_km / width
        level, window = (COARSE, "") if coarse else self._level(base, camera, width, height, fine=fine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
        painter.setTransform(transform_of(camera, width, height), True)
        try:
            self._paint_layers(
                painter,
                _Layers(base, level, window, self.era, coarse or km >= FAR),
                self._visible(camera, width, height, 4 * km),
                fine=fine,
                plain_areas=coarse,
            )
        except ResourceError as fault:
            # A damaged layer: the map goes on as sea and places.
            self.fault, self._base = fault, None

    def _paint_layers(
        self, painter: QPainter, layers: _Layers, visible: QRectF, *, fine: bool, plain_areas: bool
    ) -> None:
        pens = self._pens if fine else self._plain_pens
        none = QPen(Qt.PenStyle.NoPen)

        def draw(kind: str) -> None:
            for layer in layers.base.chunks(kind, layers.level, layers.era, layers.window, visible):
                _draw(painter, layer, visible)

        if plain_areas:
            # Smooth coasts and frontiers lie over the edges of the areas: a third of the time is saved.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(none)
        painter.setBrush(self._fills["land"])
        draw("land")
        painter.setBrush(self._fills["protectorate"])
        draw("protectorate")
        painter.setBrush(self._fills["state"])
        draw("state")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pens["river"])
        draw("river")
        painter.setBrush(self._fills["lake"])
        painter.setPen(pens["lake"] if layers.level >= 3 else none)
        draw("lake")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind in BORDERS:
            if layers.far and kind in NEAR_ONLY:
                continue
            painter.setPen(pens["neighbour_far" if layers.far and kind == "neighbour" else kind])
            draw(kind)

    @staticmethod
    def _corners(camera: Camera, width: int, height: int) -> list[tuple[float, float]]:
        return [
            camera.to_plane(x, y, width, height)
            for x, y in ((0, 0), (width, 0), (width, height), (0, height))
        ]

    def _visible(self, camera: Camera, width: int, height: int, margin: float) -> QRectF:
        corners = self._corners(camera, width, height)
        xs, ys = [p[0] for p in corners], [p[1] for p in corners]
        return QRectF(
            QPointF(min(xs) - margin, min(ys) - margin), QPointF(max(xs) + margin, max(ys) + margin)
        )


def _pen(color: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    pen = QPen(QBrush(color), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern([each / width for each in dashes])
    pen.setCosmetic(True)
    return pen


def _lies_in(path: QPainterPath, bounds: QRectF, visible: QRectF) -> bool:
    """Whether a corner of a path lies in a rectangle, or the rectangle in a path."""
    if not bounds.intersects(visible):
        return False
    elements = (path.elementAt(i) for i in range(path.elementCount()))
    return any(visible.contains(each.x, each.y) for each in elements) or path.contains(visible.center())


def _draw(painter: QPainter, chunks: list[Chunk], visible: QRectF) -> None:
    for bounds, path in chunks:
        if bounds.intersects(visible):
            painter.drawPath(path)
