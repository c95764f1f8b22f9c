"""Brings an item with everything connected with it to the pane that shows it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from historydesk.domain.item_page import ItemPage, Section
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass
from historydesk.services.services import Services
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.map.item_map import ItemMap


@dataclass(frozen=True, slots=True)
class ItemPosition:
    """How the page of an item was left: how many entries of which sections it showed, and how far down it was."""

    opened: tuple[tuple[Section, int], ...] = ()
    scroll: int = 0


class ItemLoader(QObject):
    """Stands between the library and one ``ItemPane`` with its map; owned by a desk.

    Items are read in the background: until one is there, the one before it is shown.
    """

    loaded = Signal(ItemPage, object)
    """An item is there, and how far down it is to be shown; ``None``: where the page stands."""

    location_requested = Signal(Location)

    def __init__(self, services: Services, pane: ItemPane, picture: ItemMap, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._pane, self._picture = pane, picture
        self._wanted: Reference | None = None
        self._opened: dict[Section, int] = {}
        pane.wanted.connect(self._on_wanted)
        pane.location_requested.connect(self.location_requested)
        picture.place_requested.connect(self._on_place)
        picture.map_requested.connect(self._on_map)

    def load(self, reference: Reference, position: ItemPosition | None = None) -> None:
        """Bring an item, as it was left when there is a position; one that the pack lacks is reported."""
        self._opened = dict(position.opened) if position is not None else {}
        self._wanted = reference
        self._ask(reference, position.scroll if position is not None else 0)

    def position(self) -> ItemPosition:
        """How the page stands now."""
        return ItemPosition(tuple(self._opened.items()), self._pane.scroll_position())

    def _ask(self, reference: Reference, scroll: int | None) -> None:
        shown: Mapping[Section, int] = dict(self._opened)

        def done(item: ItemPage) -> None:
            if self._wanted == reference:
                self._picture.set_places(item.places, item.year, item.journey)
                self.loaded.emit(item, scroll)

        self._services.library.load_item(reference, shown, done, self._services.notifier.report)

    @Slot(str, int)
    def _on_wanted(self, section: Section, count: int) -> None:
        if self._wanted is not None:
            self._opened[section] = count
            self._ask(self._wanted, None)

    @Slot(str)
    def _on_place(self, place_id: str) -> None:
        self.location_requested.emit(Location("index", item=f"place:{place_id}"))

    @Slot(str)
    def _on_map(self, place_id: str) -> None:
        self.location_requested.emit(Location("map", item=f"place:{place_id}"))
