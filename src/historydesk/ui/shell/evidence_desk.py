"""Keeps the evidence screen on the item its address names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import CardEntry, CardLink
from historydesk.domain.evidence import Evidence
from historydesk.domain.location import Location
from historydesk.domain.records import Judgement
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.services.services import Services
from historydesk.ui.evidence.evidence_lines import TABS
from historydesk.ui.evidence.evidence_page import EvidencePage
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.map.item_map import ItemMap
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.item_loader import ItemLoader, ItemPosition


class EvidenceDesk(Desk):
    """Brings claims, debates, numbers and sources to their screen; owned by the window."""

    def __init__(
        self,
        services: Services,
        page: EvidencePage,
        panes: Mapping[str, tuple[ItemPane, ItemMap]],
        parent: QObject,
    ) -> None:
        super().__init__(services, page, parent)
        self._page = page
        self._position: object = None
        self._left: ItemPosition | None = None
        self._items: dict[str, ItemLoader] = {}
        page.item_requested.connect(self._on_item)
        page.card_requested.connect(self._on_card)
        page.reference_activated.connect(self._on_reference)
        page.debate.set_judges(services.policy.remembers)
        page.citation.set_can_save(services.policy.allows("export"))
        page.save_requested.connect(self.format_requested)
        page.debate.judgement_placed.connect(self._on_judgement)
        services.progress.judgements_changed.connect(self._show_judgement)
        for kind, (pane, picture) in panes.items():
            pane.reference_activated.connect(self._on_reference)
            items = self._items[kind] = ItemLoader(services, pane, picture, self)
            items.loaded.connect(pane.show_item)
            items.location_requested.connect(self.location_requested)

    def open(self, location: Location, position: object) -> None:
        """Show the item that the address names, else the first; everything is read in the background."""
        self._position = position
        self._services.library.load_evidence(self._fill)

    def position(self) -> object:
        """How list and item stand; ``None`` before there is anything."""
        return (self._page.position(), self._item_position()) if self._page.evidence() is not None else None

    def _item_position(self) -> ItemPosition | None:
        items = self._items.get(self._page.tab())
        return items.position() if items is not None else None

    def panes(self) -> list[QWidget]:
        """The list, and the item beside it."""
        return [part for part in (self._page.side, self._page.items) if part.isVisible()]

    def focus(self) -> None:
        """The list."""
        self._page.focus_list()

    def find(self) -> bool:
        """The field above the list."""
        self._page.focus_field()
        return True

    def take(self, reference: Reference) -> bool:
        """A claim or a debate has its place on this screen."""
        if reference.scheme not in ("claim", "debate"):
            return False
        self._on_item(str(reference))
        return True

    def cite_anew(self) -> None:
        """The list of sources, and whatever is shown beside it."""
        if self._page.evidence() is not None:
            self._services.library.load_evidence(self._refill)

    def _refill(self, evidence: Evidence) -> None:
        left, self._left = self._page.position(), self._item_position()
        self._page.set_evidence(evidence)
        self._page.restore(left)

    def _fill(self, evidence: Evidence) -> None:
        location = self._services.reading.location
        if location is None or location.screen != "evidence":
            return
        if evidence is not self._page.evidence():
            self._page.set_evidence(evidence)
        kept, self._position = self._position, None
        if isinstance(kept, tuple):
            left, self._left = kept
            self._page.restore(left)
        elif location.item in TABS:
            self._page.show_tab(location.item)
        else:
            self._page.show_item(location.item)

    @Slot(str)
    def _on_item(self, key: str) -> None:
        self.location_requested.emit(Location("evidence", item=key))

    @Slot(Reference)
    def _on_card(self, reference: Reference) -> None:
        items = self._items.get(reference.scheme)
        if items is not None:
            left, self._left = self._left, None
            items.load(reference, left)
            return
        try:
            uses = self._services.library.uses(reference)
        except HistoryDeskError as fault:
            self._services.notifier.report(fault)
            return
        self._page.show_told_in(
            tuple(
                CardEntry(
                    CardLink(use.chapter_title, Reference("chapter", f"{use.chapter_id}#{use.passage_id}")),
                    self.tr("Chapter {number}").format(number=use.chapter_number),
                )
                for use in uses
            )
        )
        self._show_judgement()

    @Slot()
    def _show_judgement(self) -> None:
        """What was judged of the debate shown."""
        id_ = self._page.shown().removeprefix("debate:")
        judgement = self._services.progress.judgements.get(id_)
        debate = self._page.debate_shown()
        if judgement is not None and debate is not None:
            known = [each.id for each in debate.positions]
            number = int(judgement.position) if judgement.position.isdecimal() else 0
            if judgement.position not in known and 0 < number <= len(known):
                # Kept by an earlier version, which counted positions.
                judgement = replace(judgement, position=known[number - 1])
                self._services.progress.save_judgement(judgement)
        self._page.debate.show_judgement(judgement)

    @Slot(str, str)
    def _on_judgement(self, debate: str, position: str) -> None:
        today = datetime.now(UTC).astimezone().date().isoformat()
        self._services.progress.save_judgement(Judgement(debate, position, today))

    @Slot(Reference)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)
