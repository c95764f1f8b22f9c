"""Opens the card of whatever is pointed at, beside its words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.location import Location, location_of
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.services.services import Services
from historydesk.ui.cards.card_popup import CardPopup
from historydesk.ui.theme import Appearance


class CardDesk(QObject):
    """Owns the one popup; made by the window at the first card. What leads elsewhere leaves as a location."""

    location_requested = Signal(Location)
    closed = Signal()

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self.popup = CardPopup(window)
        self.popup.reference_requested.connect(self._on_reference)
        self.popup.uses_requested.connect(self._on_index)
        self.popup.index_requested.connect(self._on_index)
        self.popup.map_requested.connect(self._on_map)
        self.popup.timeline_requested.connect(self._on_timeline)
        self.popup.closed.connect(self.closed)
        self._anchor = QRect()
        self._wanted: Reference | None = None

    def open(self, reference: Reference, anchor: QRect, *, by_hover: bool = False) -> None:
        """Show the card of a reference (``anchor`` in screen pixels); waits until the pack is wholly open."""
        self._wanted, self._anchor = reference, QRect(anchor)

        def show() -> None:
            if self._wanted == reference:
                self._show(reference, by_hover=by_hover)

        self._services.library.when_prepared(show)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self.popup.set_appearance(appearance)

    def hover_left(self) -> None:
        """The pointer left the words."""
        self._wanted = None
        self.popup.hover_left()

    @Slot()
    def close(self) -> bool:
        """Close the card; whether there was one."""
        self._wanted = None
        shown = self.popup.isVisible()
        self.popup.close_card()
        return shown

    def _show(self, reference: Reference, *, by_hover: bool = False) -> None:
        try:
            card = self._services.library.card(reference)
        except HistoryDeskError as fault:
            self._services.notifier.report(fault)
            return
        self.popup.show_card(card, self._anchor, modal_focus=not by_hover)

    @Slot(Reference)
    def _on_reference(self, reference: Reference) -> None:
        if reference.scheme == "chapter":
            self._leave(location_of(reference))
        else:
            self._show(reference)

    @Slot(Reference)
    def _on_index(self, reference: Reference) -> None:
        self._leave(location_of(reference))

    @Slot(Reference)
    def _on_map(self, reference: Reference) -> None:
        self._leave(Location("map", item=str(reference)))

    @Slot(Reference)
    def _on_timeline(self, reference: Reference) -> None:
        self._leave(Location("timeline", item=str(reference)))

    def _leave(self, location: Location) -> None:
        self.close()
        self.location_requested.emit(location)
