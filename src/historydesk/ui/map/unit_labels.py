"""The names of countries, republics and autonomies, quietly inside their areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from historydesk.domain.values import dataclass
from historydesk.errors import ResourceError
from historydesk.ui.map.base_map import BaseMap, Unit
from historydesk.ui.map.camera import MOST_KM, Camera
from historydesk.ui.map.label_layout import Box, overlap
from historydesk.ui.map.room import Room
from historydesk.ui.map.unit_lettering import UnitLettering
from historydesk.ui.map.unit_names import unit_name
from historydesk.ui.theme import Appearance, default_appearance

LEAST_KM = 120.0
"""In a nearer view one knows in which country one is."""

WIDTHS = {
    "union": (4_500.0, MOST_KM),
    "federation": (1_300.0, 9_000.0),
    "republic": (LEAST_KM, 9_000.0),
    "autonomy": (LEAST_KM, 4_500.0),
}
"""Kind → narrowest and widest view in km that names it; others are named in every view."""

MOST_OF_UNION = 0.6
"""Beside the name of the whole state a republic with this share of its room is not named: they seem the same."""

HELD = (0.55, 1.8)
"""In motion words stay while the view is between so many times as wide as when they were laid out."""

DEEP = 14.0
"""A unit with so many times less room than the view is wide is named at its own spots only."""

VIEW_SPOTS = tuple((across / 10, down / 10) for down in (5, 3, 7, 1, 9) for across in (5, 3, 7, 2, 8))
"""Shares of a view's width and height."""

AIR = 5.0
"""Pixels kept free around a name."""

APART = 14.0
"""Pixels beside the words and marks of places that names keep free, lest they seem to belong to them."""

ORDER = ("union", "state", "federation", "republic", "neighbour", "autonomy")


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name that stands: its middle on the plane (km, y down), its size in pixels, its drawing."""

    unit: Unit
    x: float
    y: float
    width: float
    height: float
    drawing: QPixmap

    def box(self, camera: Camera, width: int, height: int) -> Box:
        """Where it stands in a view of this size."""
        x, y = camera.to_view(self.x, self.y, width, height)
        return x - self.width / 2, y - self.height / 2, x + self.width / 2, y + self.height / 2


class UnitLabels:
    """Lays out and draws the names of an era's units; owned by a map.

    A name is shown only where it stands inside its unit, apart from all words and marks. It is laid out at rest;
    in motion it stays where it stood.
    """

    def __init__(self) -> None:
        self._lettering = UnitLettering(default_appearance())
        self._base: BaseMap | None = None
        self._units: tuple[Unit, ...] = ()
        self._era = 0
        self._key: tuple[object, ...] = ()
        self._placed: list[PlacedName] = []
        self._laid_width = 0.0
        self._is_gone = False
        self.fault: ResourceError | None = None

    def set_base_map(self, base: BaseMap | None) -> None:
        """Whose units to name."""
        self._base = base
        self._era = 0
        self._forget()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._lettering = UnitLettering(appearance)
        self._forget()

    def _forget(self) -> None:
        self._key = ()
        self._placed = []

    def rest(self, era: int, camera: Camera, room: Room, taken: Sequence[Box], scale: float = 1.0) -> None:
        """Lay out the names of a view at rest, apart from ``taken``; of a damaged map there are none."""
        self._is_gone = False
        key = (era, camera, room.width, room.height, room.area(), tuple(taken), scale)
        if key == self._key:
            return
        if era != self._era and self._base is not None:
            self._era = era
            try:
                self._units = self._in_order(self._base.units(era))
            except ResourceError as fault:
                self._units, self._base, self.fault = (), None, fault
        self._key = key
        self._laid_width = camera.width_km
        self._placed = []
        if self._base is None:
            return
        boxes = [(left - APART, top - AIR, right + APART, bottom + AIR) for left, top, right, bottom in taken]
        boxes += room.taken()
        union = 0.0
        for unit in self._units:
            if unit.kind == "republic" and unit.spots[0][2] > union * MOST_OF_UNION > 0:
                continue
            found = self._place(unit, camera, room, boxes, scale)
            if found is not None:
                self._placed.append(found)
                union = unit.spots[0][2] if unit.kind == "union" else union
                left, top, right, bottom = found.box(camera, room.width, room.height)
                boxes.append((left - AIR, top - AIR, right + AIR, bottom + AIR))

    @staticmethod
    def _in_order(units: Sequence[Unit]) -> tuple[Unit, ...]:
        return tuple(sorted(units, key=lambda unit: (ORDER.index(unit.kind), -unit.spots[0][2], unit.name)))

    def placed(self) -> list[PlacedName]:
        """What stands now."""
        return list(self._placed)

    def paint(self, painter: QPainter, camera: Camera, room: Room) -> None:
        """Draw the names as a camera sees them, in pixels."""
        if not self._placed or self._is_gone:
            return
        if not HELD[0] < camera.width_km / self._laid_width < HELD[1]:
            self._is_gone = True  # until they are laid out anew: names that went do not come back on the way
            return
        for each in self._placed:
            left, top, right, bottom = each.box(camera, room.width, room.height)
            if right > 0 and bottom > 0 and left < room.width and top < room.height:
                painter.drawPixmap(QPointF(round(left), round(top)), each.drawing)

    # Where a name stands

    def _place(
        self, unit: Unit, camera: Camera, room: Room, taken: Sequence[Box], scale: float
    ) -> PlacedName | None:
        width_km = camera.width_km
        least, most = WIDTHS.get(unit.kind, (LEAST_KM, MOST_KM))
        if not least <= width_km <= most:
            return None
        area = room.area()
        spots = [
            (*camera.to_view(x, y, room.width, room.height), reach * room.width / width_km)
            for x, y, reach in unit.spots
        ]
        spots = [spot for spot in spots if area[0] < spot[0] < area[2] and area[1] < spot[1] < area[3]]
        spots += self._view_spots(unit, camera, room)
        if not spots:
            return None
        breaks = list(self._breaks(unit_name(unit.name)))
        for lines, tight in [*((each, False) for each in breaks), *((each, True) for each in breaks)]:
            words = self._lettering.words(unit, lines, tight=tight)
            width, height = words.width, words.height
            for x, y, reach in spots:
                if 0 < reach < height * 0.45:
                    continue
                box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                inside = box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]
                if not inside or any(overlap(box, other) for other in taken):
                    continue
                if hypot(width, height) / 2 <= reach or self._stands_in(unit, box, camera, room):
                    at = camera.to_plane(x, y, room.width, room.height)
                    return PlacedName(unit, *at, width, height, self._lettering.drawing(words, scale))
        return None

    @staticmethod
    def _view_spots(unit: Unit, camera: Camera, room: Room) -> Iterator[tuple[float, float, float]]:
        """Points of a view that shows much of a unit, or only a part of it."""
        if max(reach for _, _, reach in unit.spots) * DEEP < camera.width_km:
            return
        left, top, right, bottom = room.area()
        for across, down in VIEW_SPOTS:
            x, y = left + across * (right - left), top + down * (bottom - top)
            if unit.outline.contains(QPointF(*camera.to_plane(x, y, room.width, room.height))):
                yield x, y, 0.0

    @staticmethod
    def _stands_in(unit: Unit, box: Box, camera: Camera, room: Room) -> bool:
        """Whether the letters lie within the unit's outline."""
        left, top, right, bottom = box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1
        for step in (0, 6, 3, 1, 5, 2, 4):
            x = left + (right - left) * step / 6
            for y in (top, bottom):
                if not unit.outline.contains(QPointF(*camera.to_plane(x, y, room.width, room.height))):
                    return False
        return True

    @staticmethod
    def _breaks(name: str) -> Iterator[tuple[str, ...]]:
        """A name on one line, on two, on three."""
        yield (name,)
        words = name.split(" ")
        if len(words) > 1:
            cuts = range(1, len(words))
            best = min(cuts, key=lambda cut: max(len(" ".join(words[:cut])), len(" ".join(words[cut:]))))
            yield " ".join(words[:best]), " ".join(words[best:])
        if len(words) == 3:
            yield tuple(words)
