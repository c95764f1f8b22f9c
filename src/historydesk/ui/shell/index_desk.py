"""Keeps the index on the entries of the pack and on the item chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from historydesk.domain.glossary import GlossaryChoice, practice_of
from historydesk.domain.location import Location, location_of
from historydesk.domain.reference import Reference
from historydesk.services.services import Services
from historydesk.ui.index.index_page import IndexPage
from historydesk.ui.map.item_map import ItemMap
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.item_loader import ItemLoader
from historydesk.ui.shell.period import Period

COUNTS = {
    "term": "terms",
    "person": "people",
    "place": "places",
    "journey": "journeys",
    "event": "events",
    "claim": "claims",
    "source": "sources",
}
"""Kind of entry → what the pack calls their number."""

ORDER = "glossary_order"
"""The setting that keeps the order of the terms."""


class IndexDesk(Desk):
    """Brings entries and items to the index; owned by the window."""

    def __init__(
        self, services: Services, page: IndexPage, picture: ItemMap, period: Period, parent: QObject
    ) -> None:
        super().__init__(services, page, parent)
        self._page, self._period = page, period
        self._kind = "term"
        self._items = ItemLoader(services, page.pane, picture, self)
        self._items.loaded.connect(page.show_item)
        self._items.location_requested.connect(self.location_requested)
        page.kind_requested.connect(self._on_kind)
        page.item_requested.connect(self._on_item)
        page.reference_activated.connect(self._on_reference)
        page.period_cleared.connect(period.clear)
        page.export_requested.connect(self.export_requested)
        page.order_chosen.connect(self._on_order)
        page.practice_requested.connect(self._on_practice)
        page.set_order(services.settings.text(ORDER))
        if services.policy.allows("export"):
            page.offer_export()
        period.changed.connect(self._show_period)
        self._show_counts()
        self._show_period()

    def open(self, location: Location, position: object) -> None:
        """Show the item or the words of the chapter that the address names, else what was looked through last."""
        kind, choice, left = position if isinstance(position, tuple) else ("term", None, None)

        def fill() -> None:
            here = self._services.reading.location
            if here is None or here.screen != "index":
                return
            reference = Reference.parse(here.item)
            if reference is not None:
                self._page.expect(reference)
                self._items.load(reference, left)
            elif location.chapter and choice is None:
                self._page.set_order("chapter")
                self._page.show_terms(GlossaryChoice(chapter=location.chapter))
            elif choice is not None and kind == "term":
                self._page.show_terms(choice)
            else:
                self._page.show_kind(kind)

        self._services.library.when_prepared(fill)

    def position(self) -> object:
        """The kind looked through, what the terms were narrowed to, and how the item stands."""
        return self._kind, self._page.choice, self._items.position()

    def focus(self) -> None:
        """Where one types to find an entry."""
        self._page.focus_filter()

    def find(self) -> bool:
        """The field for entries."""
        self.focus()
        return True

    def forget(self) -> None:
        """Another language has other entries and may have other counts."""
        self._page.forget()
        self._show_counts()

    def cite_anew(self) -> None:
        """The list of sources, and the item shown."""
        if self._kind:
            self._on_kind(self._kind)
        location = self._services.reading.location
        if location is not None and location.screen == "index" and location.item:
            self.open(location, self.position())

    def _show_counts(self) -> None:
        counts = self._services.library.info.counts
        self._page.set_counts({kind: counts[name] for kind, name in COUNTS.items() if name in counts})

    @Slot()
    def _show_period(self) -> None:
        """Only the people, places and events of the time chosen on the timeline, until it is cleared."""
        period = self._period
        only = {"person": frozenset(period.people), "place": period.places, "event": period.events}
        self._page.set_period(period.words, only if period.is_chosen else {})

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        self._kind = kind
        library = self._services.library
        if kind == "term":
            library.load_glossary(self._page.set_glossary)
        elif library.is_prepared:
            self._page.set_entries(kind, library.index(kind))

    @Slot(str)
    def _on_order(self, order: str) -> None:
        self._services.settings.set(ORDER, order)

    @Slot(GlossaryChoice)
    def _on_practice(self, choice: GlossaryChoice) -> None:
        self.location_requested.emit(practice_of(choice))

    @Slot(Reference)
    def _on_item(self, reference: Reference) -> None:
        self.location_requested.emit(Location("index", item=str(reference)))

    @Slot(Reference)
    def _on_reference(self, reference: Reference) -> None:
        self.location_requested.emit(location_of(reference))
