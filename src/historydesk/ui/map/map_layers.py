"""What a map draws besides its places, in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter

from historydesk.domain.entities import Journey
from historydesk.domain.plate import Plate, PlateSite
from historydesk.errors import ResourceError
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.era_fade import EraFade
from historydesk.ui.map.label_layout import Box
from historydesk.ui.map.overlays import plate_share
from historydesk.ui.map.room import Room
from historydesk.ui.map.scale_bar import draw_scale_bar
from historydesk.ui.map.unit_labels import UnitLabels
from historydesk.ui.theme import Appearance

if TYPE_CHECKING:
    from historydesk.ui.map.graticule import Graticule
    from historydesk.ui.map.journey_painter import JourneyPainter
    from historydesk.ui.map.legend_keys import LegendView
    from historydesk.ui.map.plate_painter import Label, PlatePainter
    from historydesk.ui.map.still_ground import StillGround


SITES_FROM = 0.5
"""Sites are named and can be chosen once so much of their plate shows."""


class MapLayers(QObject):
    """Base map, city plates, graticule, journey, names of countries, scale bar.

    Owned by a map, which draws its places among them.
    """

    changed = Signal()
    """Something is to be drawn anew."""

    faulted = Signal(object)
    """A layer of the base map cannot be drawn: the ``ResourceError``, once; sea and places remain."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._painter = BasePainter()
        self._units = UnitLabels()
        self._fade = EraFade(self._painter, self)
        self._fade.stepped.connect(self.changed)
        self._fault_told = False
        self._base: BaseMap | None = None
        self._year = 1929
        self._graticule: Graticule | None = None
        self._scale_bar = False
        self._still: StillGround | None = None
        self.journey_painter: JourneyPainter | None = None
        """Draws the journey; none while there is no journey."""

        self._plates: PlatePainter | None = None

    @property
    def sea(self) -> QColor:
        """The colour under everything."""
        return self._painter.sea

    def base_map(self) -> BaseMap | None:
        """The base map that is drawn."""
        return self._base

    def set_base_map(self, base: BaseMap | None) -> None:
        """Draw this base map; ``None``: sea and places only."""
        self._painter.set_base_map(base)
        self._units.set_base_map(base)
        self._base = base
        self._fault_told = False
        self.set_year(self._year)

    def set_year(self, year: int, still: tuple[Camera, Room, float] | None = None) -> None:
        """Frontiers of a year; they fade in where the map stands ``still`` (view, pixels, pixel ratio)."""
        self._year = year
        if self._base is not None:
            era = self._base.era_of(year)
            if still is None:
                self._fade.jump(era)
            else:
                camera, room, scale = still
                self._fade.fade(era, camera, room.width, room.height, scale)
                self._units.rest(era, camera, room, (), scale)  # names are drawn before the first frame
        self.changed.emit()

    def begin_motion(self) -> None:
        """The camera begins to move: no era fades any more."""
        self._fade.end()

    def is_fading(self) -> bool:
        """Whether one era fades into another."""
        return self._fade.is_running()

    def set_journey(self, journey: Journey | None) -> None:
        """Draw the whole of a journey; ``None`` takes it away."""
        if journey is None:
            self.journey_painter = None
        else:
            if self.journey_painter is None:
                from historydesk.ui.map.journey_painter import JourneyPainter

                self.journey_painter = JourneyPainter()
                self.journey_painter.set_theme(self._appearance.theme)
            self.journey_painter.set_journey(journey)
        self.changed.emit()

    def set_plates(self, plates: Sequence[Plate], places: Collection[str]) -> None:
        """Draw these plates of cities in near views; ``places`` have marks of their own."""
        if self._plates is None:
            if not plates:
                return
            from historydesk.ui.map.plate_painter import PlatePainter

            self._plates = PlatePainter()
            self._plates.set_appearance(self._appearance)
        self._plates.set_plates(plates)
        self.set_marked(places)

    def choose_site(self, site: PlateSite | None) -> None:
        """Mark a site of a plate as chosen, or none."""
        if self._plates is not None and self._plates.chosen != site:
            self._plates.choose(site)
            self.changed.emit()

    def set_marked(self, places: Collection[str]) -> None:
        """Ids of the places that have marks of their own: no plate marks them too."""
        if self._plates is not None:
            self._plates.set_places(places)
        self.changed.emit()

    def site_labels(self, camera: Camera, width: int, height: int) -> list[Label]:
        """Names of the plates' sites where plates show, for the places' words."""
        if self._plates is None or plate_share(camera.width_km) < SITES_FROM:
            return []
        return self._plates.labels(camera, width, height)

    def sites(self, camera: Camera, room: Room) -> list[PlateSite]:
        """Sites in view that have marks of their own."""
        if self._plates is None or plate_share(camera.width_km) < SITES_FROM:
            return []
        return self._plates.sites(camera, room.width, room.height)

    def legend_view(self, camera: Camera, room: Room, marks: AbstractSet[str]) -> LegendView:
        """What a legend has to explain of the layers in a view, and of these kinds of ``marks``."""
        from historydesk.ui.map.legend_keys import ORDER, ROUTES, LegendView

        # The base map's rivers need no words: a key of this name is a way along one.
        notes: tuple[str, ...] = ()
        kinds = set(marks)
        if not self._is_covered(camera, room):
            kinds |= self._painter.kinds_in(camera, room.width, room.height) - set(ROUTES)
        if {each for each in kinds if each.endswith("_soft")}:
            kinds = {each.removesuffix("_soft") for each in kinds} | {"soft"}
        if "lake" in kinds:
            kinds.add("water")
        if self.journey_painter is not None and self.journey_painter.track is not None:
            kinds |= {stretch.mode for stretch in self.journey_painter.track.stretches}
        if self._plates is not None and plate_share(camera.width_km) >= SITES_FROM:
            kinds |= {f"plate-{each}" for each in self._plates.shows(camera, room.width, room.height)}
            notes = self._plates.notes(camera, room.width, room.height)
        return LegendView(self._painter.era, tuple(key for key in ORDER if key in kinds), notes)

    def _is_covered(self, camera: Camera, room: Room) -> bool:
        """Whether a plate lies over the whole view."""
        plates = self._plates if plate_share(camera.width_km) == 1.0 else None
        return plates is not None and plates.covers(camera, room.width, room.height)

    def set_graticule(self, shown: bool) -> None:
        """Whether lines of latitude and longitude are drawn."""
        if shown:
            from historydesk.ui.map.graticule import Graticule

            self._graticule = self._graticule or Graticule()
        else:
            self._graticule = None
        self.changed.emit()

    def shows_graticule(self) -> bool:
        """Whether lines of latitude and longitude are drawn."""
        return self._graticule is not None

    def set_scale_bar(self, shown: bool) -> None:
        """Whether a scale bar stands in the lower left corner."""
        self._scale_bar = shown
        self.changed.emit()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._painter.set_theme(appearance.theme)
        self._units.set_appearance(appearance)
        if self.journey_painter is not None:
            self.journey_painter.set_theme(appearance.theme)
        if self._plates is not None:
            self._plates.set_appearance(appearance)
        self.changed.emit()

    def keep_still(self, still: bool) -> None:
        """From now on something rides over a resting map: keep a picture of the ground; or let it go."""
        if not still:
            self._still = None
        elif self._still is None:
            from historydesk.ui.map.still_ground import StillGround

            self._still = StillGround()

    def paint_ground(self, painter: QPainter, camera: Camera, room: Room, *, fine: bool) -> None:
        """Base map and plates; ``fine``: antialiased, at rest."""
        if self._still is None or not fine or self.is_fading():
            self._draw_ground(painter, camera, room, fine=fine)
        else:
            chosen = None if self._plates is None else self._plates.chosen
            view = (camera, self._painter.era, self._appearance.theme.name, chosen)
            draw = partial(self._draw_ground, camera=camera, room=room, fine=True)
            self._still.paint(painter, view, (room.width, room.height), self.sea, draw)

    def _draw_ground(self, painter: QPainter, camera: Camera, room: Room, *, fine: bool) -> None:
        painter.resetTransform()
        share = plate_share(camera.width_km)
        if not self._is_covered(camera, room):
            self._painter.paint(painter, camera, room.width, room.height, fine=fine)
        if self._plates is not None and share > 0:
            painter.resetTransform()
            painter.setOpacity(share)
            self._plates.paint(painter, camera, room.width, room.height, fine=fine)
            painter.setOpacity(1.0)

    def paint_below(self, painter: QPainter, camera: Camera, room: Room, *, fine: bool) -> None:
        """What lies between ground and places: graticule and journey; the painter is antialiasing, in pixels."""
        if self._graticule is not None:
            self._graticule.paint(painter, camera, room, self._appearance, fine=fine)
        if self.journey_painter is not None:
            self.journey_painter.paint(painter, camera, room.width, room.height)
        if not fine:
            self._units.paint(painter, camera, room)

    def paint_above(
        self, painter: QPainter, camera: Camera, room: Room, words: Sequence[Box], marks: Sequence[Box]
    ) -> None:
        """At rest, what keeps clear of the places' ``words`` and ``marks``: scale bar, names of units and graticule."""
        if self._scale_bar:
            words = [*words, draw_scale_bar(painter, camera, room, self._appearance)]
        if self._plates is not None and plate_share(camera.width_km) >= SITES_FROM:
            taken = [*words, *marks]
            words = [*words, *self._plates.name_lines(painter, camera, room, taken)]
        words = [*words, *self._name_units(painter, camera, room, [*words, *marks])]
        if self._graticule is not None:
            self._graticule.name_lines(painter, camera, room.without(words), self._appearance)

    def _name_units(
        self, painter: QPainter, camera: Camera, room: Room, taken: Sequence[Box]
    ) -> Sequence[Box]:
        self._units.rest(self._painter.era, camera, room, taken, painter.device().devicePixelRatioF())
        painter.setOpacity(self._fade.share())
        self._units.paint(painter, camera, room)
        painter.setOpacity(1.0)
        if not self._fault_told and self._fault() is not None:
            self._fault_told = True
            QTimer.singleShot(0, self, self._tell_fault)
        return [each.box(camera, room.width, room.height) for each in self._units.placed()]

    def _fault(self) -> ResourceError | None:
        return self._painter.fault or self._units.fault

    @Slot()
    def _tell_fault(self) -> None:
        self.faulted.emit(self._fault())
