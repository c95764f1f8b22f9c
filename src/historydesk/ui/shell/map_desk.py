"""Keeps the map on the places of the pack and on what was asked to be shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.services.services import Services
from historydesk.ui.map.atlas_page import AtlasPage
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.period import Period


class MapDesk(Desk):
    """Brings places, plates, journeys and cards to the map; owned by the window.

    ``chapter_year`` gives the year of the chapter being read, 0 when none is: the map's year follows it.
    An address names a place (``place:gori``) or a journey, perhaps at a stop counted from 1 (``journey:j-1#3``).
    """

    def __init__(
        self,
        services: Services,
        page: AtlasPage,
        period: Period,
        chapter_year: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(services, page, parent)
        self._page, self._period, self._chapter_year = page, period, chapter_year
        self._is_filled = False
        self._position: object = None
        page.place_chosen.connect(self._on_place)
        page.place_requested.connect(self._on_more)
        page.reference_requested.connect(self._on_reference)
        page.journey_requested.connect(self._on_journey)
        page.passage_requested.connect(self._on_passage)
        page.period_cleared.connect(period.clear)
        period.changed.connect(self._show_period)

    def open(self, location: Location, position: object) -> None:
        """Show the place or the journey that the address names, as soon as the pack is wholly open."""
        self._position = position
        self._services.library.when_prepared(self._fill)

    def position(self) -> object:
        """The journey that is open and the stop reached."""
        return self._page.shown_stop()

    def panes(self) -> list[QWidget]:
        """Lists, map, player and card."""
        page = self._page
        return [page.panel, page.map, page.player, page.card]

    def focus(self) -> None:
        """The map."""
        self._page.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self) -> bool:
        """The field for places, where the list is shown."""
        field = self._page.panel.field
        if field.isVisible():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return field.isVisible()

    def take(self, reference: Reference) -> bool:
        """A place is flown to, a journey opened."""
        if reference.scheme not in ("place", "journey"):
            return False
        self.location_requested.emit(Location("map", item=str(reference)))
        return True

    def cite_anew(self) -> None:
        """The card shown."""
        location = self._services.reading.location
        if location is not None and location.screen == "map" and location.item:
            self.open(location, self.position())

    def forget(self) -> None:
        """Other names."""
        self._is_filled = False

    def _fill(self) -> None:
        location = self._services.reading.location
        if location is None or location.screen != "map":
            return
        if not self._is_filled:
            self._is_filled = True
            self._bring()
        reference = Reference.parse(location.item)
        place = reference.target if reference is not None and reference.scheme == "place" else ""
        if place and place not in self._period.places:
            # Who asks for a place outside the chosen time has done with that time.
            self._period.clear()
        if self._period.is_chosen:
            self._show_period()
        elif year := self._chapter_year():
            self._page.set_chapter_year(year)
        if reference is not None and reference.scheme == "journey":
            self._show_journey(reference.target)
        else:
            self._page.show_journey(None)
        if place:
            self._page.choose_place(place)
            self._on_place(place)

    def _bring(self) -> None:
        library = self._services.library
        people = {entry.reference.target: entry.title for entry in library.index("person")}
        self._page.set_places(library.places())
        self._page.set_plates(library.plates())
        self._page.set_journeys(library.journeys(), people)

    def _show_journey(self, target: str) -> None:
        """Open a journey at the stop it was left at, else at the stop that the address names."""
        name, _, stop = target.partition("#")
        wanted = int(stop) if stop.isdecimal() else 0
        match self._position:
            case (str() as kept, int() as reached) if kept == name and reached > 0:
                wanted = reached + 1
        self._page.show_journey(self._services.library.journey(name), wanted)

    @Slot()
    def _show_period(self) -> None:
        """Only the places of the time chosen on the timeline, until it is cleared."""
        places = self._period.places if self._period.is_chosen else None
        self._page.set_period(self._period.words, places, self._period.year)

    @Slot(str)
    def _on_place(self, place_id: str) -> None:
        self._page.set_place_card(self._card(Reference("place", place_id)))

    @Slot(str)
    def _on_more(self, place_id: str) -> None:
        self.location_requested.emit(Location("index", item=f"place:{place_id}"))

    @Slot(str)
    def _on_journey(self, journey_id: str) -> None:
        self.location_requested.emit(Location("map", item=f"journey:{journey_id}" if journey_id else ""))

    @Slot(str, str)
    def _on_passage(self, chapter: str, passage: str) -> None:
        self.location_requested.emit(Location("read", chapter=chapter, passage=passage))

    @Slot(object)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)
