"""Keeps the map on the places of the pack and on what was asked to be shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.services.services import Services
from historydesk.ui.map.atlas_page import AtlasPage
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.period import Period


class MapDesk(Desk):
    """Brings places, journeys and cards to the map; owned by the window."""

    def __init__(self, services: Services, page: AtlasPage, period: Period, parent: QObject) -> None:
        super().__init__(services, page, parent)
        self._page, self._period = page, period
        self._is_filled = False
        page.place_chosen.connect(self._on_place)
        page.place_requested.connect(self._on_more)
        page.reference_requested.connect(self._on_reference)

    def open(self, location: Location, position: object) -> None:
        """Show the place or the journey that the address names, as soon as the pack is wholly open."""
        self._services.library.when_prepared(self._fill)

    def focus(self) -> None:
        """The map."""
        self._page.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Other names."""
        self._is_filled = False

    def _fill(self) -> None:
        location, library = self._services.reading.location, self._services.library
        if location is None or location.screen != "map":
            return
        if not self._is_filled:
            self._is_filled = True
            self._page.set_places(library.places())
        reference = Reference.parse(location.item)
        wanted = reference.target if reference is not None and reference.scheme == "journey" else ""
        self._page.show_journey(library.journey(wanted))
        if reference is not None and reference.scheme == "place":
            self._page.choose_place(reference.target)
            self._page.set_place_card(self._card(reference))

    @Slot(str)
    def _on_place(self, place_id: str) -> None:
        self._page.set_place_card(self._card(Reference("place", place_id)))

    @Slot(str)
    def _on_more(self, place_id: str) -> None:
        self.location_requested.emit(Location("index", item=f"place:{place_id}"))

    @Slot(object)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)
