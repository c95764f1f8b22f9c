"""A card beside something else: where and who first, then what it says, its sources and where it appears."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.chapter import Use
from historydesk.domain.entities import Card, CardLink
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.index.card_body import CardBody
from historydesk.ui.index.card_title import CardTitle
from historydesk.ui.index.use_button import UseButton
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.back_button import BackButton
from historydesk.ui.theme.card_lists import CardLists
from historydesk.ui.theme.flow_layout import FlowLayout, clear_layout
from historydesk.ui.theme.page_area import PageArea
from historydesk.ui.theme.words import Words

MEASURE = 660
"""Widest column of words in pixels at 100 %."""


class CardPane(PageArea):
    """What stands beside the timeline and the people; owned by those pages."""

    reference_activated = Signal(Reference)
    location_requested = Signal(Location)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._card: Card | None = None
        self._uses: tuple[Use, ...] = ()
        self._rows = QVBoxLayout(self.page)
        self._rows.setContentsMargins(18, 8, 16, 24)
        self._rows.setSpacing(0)

        self._back = BackButton(self.page, role="link")
        self._back.clicked.connect(self.back_requested)
        self._empty = Words(self.tr("Choose an entry to read about it."), self.page)
        self._title = CardTitle(self.page, compact=True)
        self._body = CardBody(self.page, compact=True)
        self._body.reference_activated.connect(self.reference_activated)
        self._make_ways()
        self._place()
        self.set_appearance(self._appearance)
        self._show()

    def _make_ways(self) -> None:
        """All that leads on from the item."""
        self._map = QPushButton(self.page)
        self._map.setProperty("role", "link")
        self._map.setCursor(Qt.CursorShape.PointingHandCursor)
        self._map.clicked.connect(self._on_map)
        self._lists = CardLists(self.page)
        self._lists.reference_activated.connect(self._on_listed)
        self._sources_title, self._sources = Words(self.tr("Sources"), self.page), self._flow()
        self._links = self._flow()
        self._uses_title = Words(self.tr("Where it appears"), self.page)
        self._uses_box = QWidget(self.page)
        self._uses_rows = QVBoxLayout(self._uses_box)
        self._uses_rows.setContentsMargins(0, 0, 0, 0)
        self._uses_rows.setSpacing(8)

    def _flow(self) -> QWidget:
        box = QWidget(self.page)
        FlowLayout(box, gap=14, row_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        return box

    def _place(self) -> None:
        self._rows.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        self._rows.addSpacing(8)
        # Where and who at once: the words below are seldom seen whole.
        head = [(self._empty, 0), (self._title, 6), (self._links, 10)]
        middle = [(self._body, 12), (self._body.details, 2), (self._map, 14), (self._lists, 0)]
        foot = [(self._sources_title, 2), (self._sources, 18), (self._uses_title, 10), (self._uses_box, 0)]
        for widget, below in head + middle + foot:
            if widget is self._map:
                self._rows.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                self._rows.addWidget(widget)
            if below:
                self._rows.addSpacing(below)
        self._rows.addStretch(1)

    def show_card(self, card: Card | None, uses: tuple[Use, ...]) -> None:
        """Show an item and the passages that name it; ``None`` shows an invitation."""
        self._card, self._uses = card, uses
        self._show()
        self.verticalScrollBar().setValue(0)

    def set_back_visible(self, visible: bool) -> None:
        """Offer the way back to the list (narrow windows)."""
        self._back.setVisible(visible)

    def set_back_words(self, words: str) -> None:
        """Say where the way back leads, if not to a list."""
        self._back.set_words(words)

    def focus_start(self) -> None:
        """Put the keyboard at the beginning of the pane."""
        target = self._back if self._back.isVisibleTo(self) else self._body.text
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        self._title.set_appearance(appearance)
        self._empty.set_look(appearance.reading_face(18), color("soft_ink"))
        heading = appearance.interface_face(13, weight=600, chrome=False)
        for words in (self._sources_title, self._uses_title):
            words.set_look(heading, color("soft_ink"))
        self._body.set_appearance(appearance)
        self.page.setMaximumWidth(round(appearance.px(MEASURE)) + 72)
        self._back.set_appearance(appearance)
        self._show()

    def _show(self) -> None:
        card = self._card
        self._empty.setVisible(card is None)
        for widget in (self._title, self._body):
            widget.setVisible(card is not None)
        for box in (self._sources, self._links, self._uses_box):
            clear_layout(box.layout())
        if card is None:
            for box in (
                self._body.details,
                self._map,
                self._lists,
                self._sources,
                self._links,
                self._uses_box,
            ):
                box.hide()
            for words in (self._sources_title, self._uses_title):
                words.hide()
            return
        self._title.show_card(card)
        self._body.show_card(card)
        self._show_map(card)
        lists = tuple(section for section in card.sections if section.scheme != "chapter")
        self._lists.show_sections(lists, self._appearance)
        listed = {entry.link.reference for section in lists for entry in section.entries}
        related = tuple(link for link in card.links if link.reference not in listed)
        named = {link.reference for link in (*card.sources, *related)} | listed
        more = [link for link in self._body.links() if link.reference not in named]
        # Citations are small marks in the text: as buttons they can be touched and are read out.
        cited = tuple(
            CardLink(self.tr("Source {number}").format(number=link.label), link.reference)
            for link in more
            if link.reference.scheme == "source" and link.label.isdigit()
        )
        others = tuple(link for link in more if not link.label.isdigit() and len(link.label) > 1)
        self._sources_title.setVisible(bool(card.sources or cited))
        self._show_links(self._sources, (*card.sources, *cited))
        self._show_links(self._links, (*related, *others))
        self._show_uses(card)

    def _show_map(self, card: Card) -> None:
        words = {
            "place": self.tr("Show on the map"),
            "journey": self.tr("Follow this journey"),
        }.get(card.reference.scheme, "")
        self._map.setVisible(bool(words))
        self._map.setText(words)
        self._map.setAccessibleName(f"{words}: {card.title}")

    @Slot()
    def _on_map(self) -> None:
        if self._card is not None:
            self.location_requested.emit(Location("map", item=str(self._card.reference)))

    @Slot(Reference)
    def _on_listed(self, reference: Reference) -> None:
        """A journey is followed on the map, all else has a page."""
        if reference.scheme == "journey":
            self.location_requested.emit(Location("map", item=str(reference)))
        else:
            self.reference_activated.emit(reference)

    def _show_links(self, box: QWidget, links: tuple[CardLink, ...]) -> None:
        box.setVisible(bool(links))
        layout = box.layout()
        for link in links:
            button = QPushButton(link.label.replace("&", "&&"), box)
            button.setProperty("role", "link")
            button.setAccessibleName(link.label)
            button.setToolTip(link.label if len(link.label) > 60 else "")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.reference_activated.emit, link.reference))
            if layout is not None:
                layout.addWidget(button)
            button.show()

    def _show_uses(self, card: Card) -> None:
        self._uses_title.setVisible(bool(self._uses))
        self._uses_box.setVisible(bool(self._uses))
        for use in self._uses:
            button = UseButton(use, str(card.reference), self._appearance, self._uses_box)
            button.clicked.connect(partial(self.location_requested.emit, button.location))
            self._uses_rows.addWidget(button)
            button.show()
