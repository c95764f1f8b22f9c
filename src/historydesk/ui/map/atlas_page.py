"""The map as a page of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.domain.entities import Card, Journey, MapPlace
from historydesk.domain.plate import Plate, PlateSite
from historydesk.ui.map.atlas_panel import AtlasPanel
from historydesk.ui.map.atlas_rooms import AtlasRooms
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import LEAST_KM, home_camera
from historydesk.ui.map.era_chooser import EraChooser
from historydesk.ui.map.journey_guide import JourneyGuide
from historydesk.ui.map.journey_player import JourneyPlayer
from historydesk.ui.map.journey_words import name_in_year
from historydesk.ui.map.legend import MapLegend
from historydesk.ui.map.map_switches import MapSwitches
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.place_card import PlaceCard, named_as
from historydesk.ui.map.plates_button import PlatesButton
from historydesk.ui.map.site_card import site_card
from historydesk.ui.map.zoom_buttons import ZoomButtons
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.period_chip import PeriodChip

CLOSE_KM = 1_200.0
DEFAULT_YEAR = 1929
AIR = 8
"""Pixels between the controls at the top and a plate shown whole."""

"""Shown until a chapter, a journey or a stretch of time says another."""

BEFORE = frozenset({Qt.Key.Key_Comma, Qt.Key.Key_BracketLeft})
AFTER = frozenset({Qt.Key.Key_Period, Qt.Key.Key_BracketRight})


class AtlasPage(QWidget):
    """All places and journeys of the pack: lists to find them in, the map, its year; owned by the shell.

    With a journey open, Space plays and pauses, comma and period go to the stops before and after.
    """

    place_chosen = Signal(str)
    """A place was chosen on the map or in the list."""

    place_requested = Signal(str)
    """The person wants more about a place."""

    reference_requested = Signal(object)
    """A ``Reference`` in a card's text."""

    journey_requested = Signal(str)
    """The person chose a journey in the list; "" to close the one that is open."""

    passage_requested = Signal(str, str)
    """Chapter and passage that tell of a stop."""

    period_cleared = Signal()

    def __init__(self, base: BaseMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._places: dict[str, MapPlace] = {}
        self._shown_card: Card | None = None
        self._plates: dict[str, Plate] = {}
        self._period: frozenset[str] | None = None
        self._card_place = ""
        self._chapter_year, self._period_year = DEFAULT_YEAR, 0
        self._looked = False
        self.setAccessibleName(self.tr("Map"))

        self.panel = AtlasPanel(self)
        self.map = MapView(self)
        self.map.set_scale_bar(True)
        self.lists = QPushButton(f" {self.tr('Lists')}", self)
        self.lists.setAccessibleName(self.tr("Places and journeys"))
        self.lists.setCheckable(True)
        self.plates = PlatesButton(self)
        self.chip = PeriodChip(self)
        self.eras = EraChooser(self)
        self.switches = MapSwitches(self)
        self.legend = MapLegend(self)
        self.zoom = ZoomButtons(self)
        self.card = PlaceCard(self, full=True)
        self.player = JourneyPlayer(self)
        self.guide = JourneyGuide(self.map, self.player, self.panel.stops, self)
        self._rooms = AtlasRooms(self)
        self._connect()
        self.set_base_map(base)
        self.set_appearance(self._appearance)

    def _connect(self) -> None:
        self.lists.toggled.connect(self._on_lists)
        self.map.place_chosen.connect(self._on_map_place)
        self.map.site_chosen.connect(self._on_site)
        self.map.settled_at.connect(self._show_legend)
        self.legend.closed.connect(self._on_legend_closed)
        self.switches.legend.toggled.connect(self._on_legend)
        self.map.graticule_shown.connect(self.switches.graticule.setChecked)
        self.panel.place_chosen.connect(self._on_listed)
        self.panel.journey_chosen.connect(self.journey_requested)
        self.panel.journeys_requested.connect(self._on_journey_closed)
        self.eras.year_changed.connect(self._on_year)
        self.switches.graticule.toggled.connect(self.map.set_graticule)
        self.zoom.zoomed.connect(self._on_zoomed)
        self.plates.plate_chosen.connect(self.show_plate)
        self.chip.cleared.connect(self._on_period_cleared)
        self.card.more_requested.connect(self._on_more)
        self.card.reference_requested.connect(self.reference_requested)
        self.card.closed.connect(self._on_card_closed)
        self.guide.closed.connect(self._on_journey_closed)
        self.guide.passage_requested.connect(self.passage_requested)
        self.guide.stop_shown.connect(self._on_stop)

    # -- what it is given ------------------------------------------------------------------------

    def set_base_map(self, base: BaseMap | None) -> None:
        """Coasts and frontiers to draw."""
        self.map.set_base_map(base)

    def set_places(self, places: Sequence[MapPlace]) -> None:
        """All places of the pack."""
        self._places = {place.id: place for place in places}
        self._show_places()

    def set_journeys(self, journeys: Sequence[Journey], people: Mapping[str, str]) -> None:
        """All journeys of the pack; ``people`` names the travellers by id."""
        self.panel.set_journeys(journeys, people)

    def set_plates(self, plates: Sequence[Plate]) -> None:
        """All plates of the pack."""
        self._plates = {plate.id: plate for plate in plates}
        self.plates.set_plates(plates)
        self.map.set_plates(plates)
        self._rooms.place()

    def set_period(self, label: str, places: frozenset[str] | None, year: int) -> None:
        """Keep to the places of a stretch of time, named so, as in ``year``; ``None``: all places again."""
        self._period = places
        self.chip.set_label(label if places is not None else "")
        self._period_year = year if places is not None else 0
        self._tell_year()
        self._show_places()
        self._rooms.place()

    def set_chapter_year(self, year: int) -> None:
        """The year of the chapter that is read: shown unless the person chose one, or a journey is open."""
        self._chapter_year = year
        self._tell_year()

    def _tell_year(self) -> None:
        """Without a journey the story's year is that of the stretch of time, else of the chapter."""
        if self.guide.journey is None:
            self.eras.set_story_year(self._period_year or self._chapter_year)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.guide.set_leaps(appearance.reduced_motion)
        for part in (self.panel, self.map, self.plates, self.chip, self.eras, self.switches, self.zoom):
            part.set_appearance(appearance)
        self.card.set_appearance(appearance)
        self.player.set_appearance(appearance)
        self.legend.set_appearance(appearance)
        self.lists.setIcon(icon("list", appearance.theme.color("ink"), 18))
        self.lists.setMinimumHeight(appearance.target)
        self._rooms.set_appearance(appearance)
        self._show_names()

    # -- what it shows ---------------------------------------------------------------------------

    def choose_place(self, place_id: str) -> None:
        """Mark a place in list and map and fly to it."""
        self.guide.pause()
        self.lists.setChecked(False)
        self.map.choose(place_id)
        if not self.map.chosen():
            return
        self.panel.mark_place(place_id)
        camera = self.map.camera()
        self.map.fly_to(self.map.camera_at(place_id, min(CLOSE_KM, camera.width_km)))
        self._looked = True

    def show_plate(self, plate_id: str) -> None:
        """Fly to the plate of a city."""
        plate = self._plates.get(plate_id)
        if plate is None:
            return
        self.guide.pause()
        x0, y0, x1, y1 = plate.bounds
        corners = ((x0, -y0), (x0, -y1), (x1, -y0), (x1, -y1))
        self.map.fly_to(
            self.map.camera_on_points(corners, LEAST_KM, below=self.eras.geometry().bottom() + AIR)
        )
        self.map.moved_by_hand = True  # not the journey's camera any more
        self._looked = True

    def show_journey(self, journey: Journey | None, stop: int = 0) -> None:
        """Open a journey, at a stop counted from 1, or (0) to see the whole; ``None`` closes it."""
        before = self.guide.journey
        if journey is None:
            if before is not None:
                self.guide.close()
                self.map.choose("")
                self._tell_year()
        elif journey != before or not stop:
            self.guide.open(journey, self._name_in)
        self.player.setVisible(journey is not None)
        self.lists.setChecked(False)
        self.panel.show_journey(journey)
        if journey != before:
            self._show_places()
        self._rooms.place()
        if journey is None:
            return
        self.set_place_card(None)
        self.map.choose("")
        self.panel.mark_place("")
        self._looked = True
        if stop > 0:
            self.guide.playback.go_to_stop(stop - 1)
        else:
            self._on_stop(0)
            self.guide.show_whole()

    def shown_stop(self) -> tuple[str, int] | None:
        """The journey that is open and the stop reached last, counted from 0; ``None`` without a journey."""
        return (self.guide.journey.id, self.guide.playback.stop) if self.guide.journey is not None else None

    def set_place_card(self, card: Card | None) -> None:
        """Show the card of a place, or none."""
        self.map.choose_site(None)
        if card is None:
            self.card.hide()
            self._card_place = ""
        else:
            self._card_place = card.reference.target
            self.card.show_card(self._named(card))
            if not self._rooms.holds_card_and_legend():
                self.switches.legend.setChecked(False)
        self._shown_card = card
        self._rooms.place()
        if card is not None and self.isVisible():
            self.map.keep_in_sight()

    def _named(self, card: Card) -> Card:
        """The card of a place with the place's name of the year shown."""
        place = self._places.get(card.reference.target) if card.reference.scheme == "place" else None
        return named_as(card, place, self.map.name_of(place) if place is not None else "")

    def _name_in(self, place_id: str, year: int) -> str:
        place = self._places.get(place_id)
        return name_in_year(place, year) if place is not None else ""

    def _show_places(self) -> None:
        """The places of the journey that is open, of the stretch of time, or all."""
        places = list(self._places.values())
        if self.guide.journey is not None:
            stops = dict.fromkeys(
                stop.place for stop in self.guide.journey.stops if stop.place in self._places
            )
            places = [self._places[each] for each in stops] + self.guide.unplaced()
        elif self._period is not None:
            places = [place for place in places if place.id in self._period]
        self.map.set_places(places, self.eras.year)
        self._show_names()

    def _show_names(self) -> None:
        self.map.set_year(self.eras.year, today=self.eras.is_today)
        within = self._period if self._period is not None else self._places.keys()
        listed = [place for place in self._places.values() if place.id in within]
        self.panel.set_places(listed, {place.id: self.map.name_of(place) for place in listed})
        self.panel.mark_place(self.map.chosen())
        if self._shown_card is not None:
            self.card.show_card(self._named(self._shown_card))
            self._rooms.place()
        self._show_legend()

    # -- events ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts."""
        super().resizeEvent(event)
        self._rooms.place()
        self.guide.refit()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time: the whole story."""
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            chosen = self.map.chosen()
            self.map.look(self.map.camera_at(chosen, CLOSE_KM) if chosen else home_camera())
        self.guide.refit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing plays unseen."""
        super().hideEvent(event)
        self.guide.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play, pause, stop before and after; Escape closes the card, then the journey."""
        key = Qt.Key(event.key())
        playback = self.guide.playback
        if key == Qt.Key.Key_Escape and not self.card.isHidden():
            self._on_card_closed()
        elif self.guide.journey is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            playback.toggle()
        elif key in BEFORE:
            playback.go_back()
        elif key in AFTER:
            playback.go_forward()
        elif key == Qt.Key.Key_Escape:
            self._on_journey_closed()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The screen it was designed on."""
        return QSize(1366, 700)

    @Slot(str)
    def _on_listed(self, place_id: str) -> None:
        self.choose_place(place_id)
        self.place_chosen.emit(place_id)

    @Slot()
    def _on_lists(self) -> None:
        self._rooms.place()

    @Slot(str)
    def _on_map_place(self, place_id: str) -> None:
        self.panel.mark_place(place_id)
        self.guide.pause()
        self.guide.go_to_place(place_id)
        if place_id in self._places:
            self.place_chosen.emit(place_id)

    @Slot()
    def _show_legend(self) -> None:
        """Let the legend explain what is shown now."""
        if not self.legend.isHidden():
            self.legend.set_view(self.map.legend_view())
            self._rooms.place()

    @Slot(bool)
    def _on_legend(self, shown: bool) -> None:
        self.legend.setVisible(shown)
        self._show_legend()
        self._rooms.place()

    @Slot()
    def _on_legend_closed(self) -> None:
        self.switches.legend.setChecked(False)
        self.switches.legend.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_site(self, site: PlateSite) -> None:
        """Show the card of a plate's site, or of the place it is."""
        if site.place in self._places:
            self._on_map_place(site.place)
            return
        self.guide.pause()
        self.map.choose("")
        self.panel.mark_place("")
        self.set_place_card(site_card(site))
        self.map.choose_site(site)
        self.map.keep_point_in_sight(site.x, -site.y)

    @Slot(int, bool)
    def _on_year(self, year: int, today: bool) -> None:
        self._show_names()
        self._rooms.place()

    @Slot(int)
    def _on_stop(self, stop: int) -> None:
        journey = self.guide.journey
        if journey is not None and journey.stops[stop].year:
            self.eras.set_story_year(journey.stops[stop].year, by_journey=True)
        self._rooms.place()

    @Slot(float)
    def _on_zoomed(self, factor: float) -> None:
        self.guide.pause()
        self.map.zoom(factor)

    @Slot()
    def _on_period_cleared(self) -> None:
        self.set_period("", None, 0)
        self.period_cleared.emit()

    @Slot()
    def _on_more(self) -> None:
        if self._card_place:
            self.place_requested.emit(self._card_place)

    @Slot()
    def _on_card_closed(self) -> None:
        self.set_place_card(None)
        self.map.choose("")
        self.panel.mark_place("")
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_journey_closed(self) -> None:
        self.show_journey(None)
        self.panel.focus_journeys()
        self.journey_requested.emit("")
