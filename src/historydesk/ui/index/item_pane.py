"""An item with everything connected with it: what it is, its map, its passages, events, people and sources."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.item_page import SECTIONS, ItemPage, Section
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.index.card_body import CardBody
from historydesk.ui.index.card_title import CardTitle
from historydesk.ui.index.item_section import ItemSection
from historydesk.ui.index.page_columns import Measures, PageColumns
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.back_button import BackButton
from historydesk.ui.theme.page_area import PageArea
from historydesk.ui.theme.words import Words

WIDE = 800
"""From this width on (at 100 %) map and sources stand beside the words."""

MEASURE, SIDE = 700, 400
"""Widest column of words and widest column beside it, in pixels at 100 %."""

GAP = 40
ASIDE: tuple[Section, ...] = ("place", "source")
"""Sections that stand beside the words where there is room."""


class ItemPane(PageArea):
    """The right side of the index and of the evidence; owned by their pages.

    ``picture`` is the small map, made by the shell, which brings it the places of each page. ``leads_to_evidence``
    says whether a claim and a source lead there: not where they are among the evidence already.
    """

    reference_activated = Signal(Reference)
    location_requested = Signal(Location)
    back_requested = Signal()

    wanted = Signal(str, int)
    """So many entries of a section are wanted."""

    def __init__(
        self,
        picture: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        leads_to_evidence: bool = True,
    ) -> None:
        super().__init__(parent)
        self._leads_to_evidence = leads_to_evidence
        self._appearance = default_appearance()
        self._item: ItemPage | None = None
        self._is_wide = False
        self._scroll_wanted = -1
        self._build(picture if picture is not None else QWidget())
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.set_appearance(self._appearance)

    def _build(self, picture: QWidget) -> None:
        self._back = BackButton(self.page)
        self._back.clicked.connect(self.back_requested)
        self._empty = Words(self.tr("Choose an entry to read about it."), self.page)
        self._title = CardTitle(self.page)
        self._body = CardBody(self.page)
        self._body.reference_activated.connect(self.reference_activated)
        self._way = QPushButton(self.page)
        self._way.setProperty("role", "secondary")
        self._way.setCursor(Qt.CursorShape.PointingHandCursor)
        self._way.clicked.connect(self._on_way)
        self._build_map(picture)
        names: dict[Section, str] = {
            "event": self.tr("Events"),
            "journey": self.tr("Journeys"),
            "person": self.tr("People"),
            "term": self.tr("Terms"),
            "claim": self.tr("Claims"),
            "debate": self.tr("Debates"),
            "passage": self.tr("Where it appears"),
            "place": self.tr("Places"),
            "source": self.tr("Sources"),
        }
        self._sections = {section: ItemSection(section, names[section], self.page) for section in SECTIONS}
        for each in self._sections.values():
            each.reference_activated.connect(self.reference_activated)
            each.location_requested.connect(self.location_requested)
            each.wanted.connect(self.wanted)
        self._columns = PageColumns(self.page)
        self._columns.setContentsMargins(40, 28, 32, 40)
        self._columns.add_part(self._back, below=8)
        self._columns.add_part(self._empty)
        self._columns.add_part(self._title, below=16)
        self._columns.add_part(self._body, below=14)
        self._columns.add_part(self._way, below=14)
        self._columns.add_part(self._body.details, below=10)
        self._columns.add_part(self._map, aside=True)
        for section, part in self._sections.items():
            self._columns.add_part(part, aside=section in ASIDE)

    def _build_map(self, picture: QWidget) -> None:
        self._map = QWidget(self.page)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._map.setSizePolicy(policy)
        self._picture = picture
        self._to_map = QPushButton(self._map)
        self._to_map.setProperty("role", "link")
        self._to_map.setCursor(Qt.CursorShape.PointingHandCursor)
        self._to_map.clicked.connect(self._on_map)
        rows = QVBoxLayout(self._map)
        rows.setContentsMargins(0, 4, 0, 12)
        rows.setSpacing(4)
        rows.addWidget(picture)
        rows.addWidget(self._to_map, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def item(self) -> ItemPage | None:
        """What is shown."""
        return self._item

    def show_item(self, item: ItemPage | None, scroll: int | None = None) -> None:
        """Show an item from its beginning, or scrolled so far down; ``None`` shows an invitation.

        The item that is shown already, with more entries perhaps, stays where it is.
        """
        before, self._item = self._item, item
        same = before is not None and item is not None and before.card.reference == item.card.reference
        if same:
            self._show()
        else:
            self._turn()
        self._scroll_wanted = -1 if same and scroll is None else scroll or 0
        self._scroll()

    def _turn(self) -> None:
        """Show another item; the keyboard, if it was on the page, goes to its beginning."""
        focused = self.window().focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        if held:
            self._body.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.hide()  # so that it is laid out once
        self._show()
        self.page.show()
        if held:
            self.focus_start()

    def scroll_position(self) -> int:
        """How far down the page is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def set_back_visible(self, visible: bool) -> None:
        """Offer the way back to the list (narrow windows)."""
        self._back.setVisible(visible)

    def focus_start(self) -> None:
        """Put the keyboard at the beginning of the page."""
        target = self._back if self._back.isVisibleTo(self) else self._body.text
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._title.set_appearance(appearance)
        self._body.set_appearance(appearance)
        self._empty.set_look(appearance.reading_face(18), appearance.theme.color("soft_ink"))
        self._back.set_appearance(appearance)
        for section in self._sections.values():
            section.set_appearance(appearance)
        px = appearance.px
        self._columns.set_measures(Measures(round(px(WIDE)), round(px(MEASURE)), round(px(SIDE)), GAP))
        self._show()

    # -- what is shown -------------------------------------------------------------------------------------

    def _show(self) -> None:
        item = self._item
        self._empty.setVisible(item is None)
        self._title.setVisible(item is not None)
        self._body.setVisible(item is not None)
        if item is None:
            for part in (self._way, self._body.details, self._map, *self._sections.values()):
                part.hide()
            return
        self._title.show_card(item.card)
        self._body.show_card(item.card)
        self._show_ways(item)
        tells = item.card.reference.scheme in ("place", "person")
        self._sections["event"].set_name(self.tr("What happened") if tells else self.tr("Events"))
        for section, shown in self._sections.items():
            if section == "passage":
                shown.show_uses(item.uses, item.use_count, str(item.card.reference))
            else:
                found = item.list_of(section)
                shown.show_entries(found.entries if found else (), found.count if found else 0)
        self._is_wide = self._columns.is_wide(self.viewport().width())
        self._order_keys()

    def _show_ways(self, item: ItemPage) -> None:
        words = {
            "journey": self.tr("Follow this journey"),
            "event": self.tr("Show on the timeline"),
            "claim": self.tr("Open in Evidence") if self._leads_to_evidence else "",
            "source": self.tr("Show in the bibliography") if self._leads_to_evidence else "",
        }.get(item.card.reference.scheme, "")
        self._way.setVisible(bool(words))
        self._way.setText(words)
        self._way.setAccessibleName(f"{words}: {item.card.title}")
        self._map.setVisible(bool(item.places))
        self._to_map.setVisible(item.card.reference.scheme != "journey")
        shown = self.tr("Show on the map")
        self._to_map.setText(shown)
        if item.places:
            self._to_map.setAccessibleName(f"{shown}: {item.places[0].name}")

    @Slot()
    def _on_way(self) -> None:
        if self._item is None:
            return
        reference = self._item.card.reference
        leads = {"journey": "map", "event": "timeline"}.get(reference.scheme, "evidence")
        self.location_requested.emit(Location(leads, item=str(reference)))  # type: ignore[arg-type]

    @Slot()
    def _on_map(self) -> None:
        if self._item is not None and self._item.places:
            self.location_requested.emit(Location("map", item=f"place:{self._item.places[0].id}"))

    # -- columns -------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """One column or two: Tab goes down the first, then down the second."""
        is_wide = self._columns.is_wide(self.viewport().width())
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._order_keys()

    def _order_keys(self) -> None:
        """Tab goes as one reads: down the words, then down what stands beside them."""
        first = [self._back, self._body.text, self._way, self._body.details]
        sections = sorted(self._sections, key=lambda each: self._is_wide and each in ASIDE)
        listed = [(each, self._sections[each].controls()) for each in sections]
        before = [control for each, controls in listed if each not in ASIDE for control in controls]
        after = [control for each, controls in listed if each in ASIDE for control in controls]
        middle = [*before, self._to_map] if self._is_wide else [self._to_map, *before]
        for one, next_one in pairwise([*first, *middle, *after]):
            QWidget.setTabOrder(one, next_one)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(int, int)
    def _on_range(self, _least: int, _most: int) -> None:
        self._scroll()

    def _scroll(self) -> None:
        """Scroll to where the page was left, once it is laid out so far."""
        if self._scroll_wanted < 0:
            return
        bar = self.verticalScrollBar()
        bar.setValue(self._scroll_wanted)
        if bar.maximum() >= self._scroll_wanted:
            self._scroll_wanted = -1
