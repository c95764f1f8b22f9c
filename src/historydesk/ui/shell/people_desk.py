"""Keeps the screen of people on the phase and the person chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.alliances import Struggle
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass
from historydesk.services.services import Services
from historydesk.ui.index.card_pane import CardPane
from historydesk.ui.people.people_page import PeoplePage
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.period import Period
from historydesk.ui.timeline.timeline_strip import TimelineStrip

COUNCIL = "council"
"""The item of the address that shows the ruling body; a date of it may follow a colon."""


@dataclass(frozen=True, slots=True)
class PeoplePosition:
    """How the screen was left: its phase, whether all were shown, a list, or the ruling body."""

    phase: int
    as_list: bool
    is_council: bool
    is_flow: bool = True
    date: int = 0


class PeopleDesk(Desk):
    """Brings alliances and cards to the screen of people; owned by the window.

    Without an item in the address it shows the phase of the time chosen on the timeline, else of the chapter or the
    event one comes from.
    Choosing a phase or a person is a step that Back undoes.
    """

    def __init__(  # noqa: PLR0917 - the parts of the screen, and what it follows
        self,
        services: Services,
        page: PeoplePage,
        card: CardPane,
        strip: TimelineStrip,
        period: Period,
        cursor: Callable[[], tuple[int, int]],
        parent: QObject,
    ) -> None:
        super().__init__(services, page, parent)
        self._page, self._pane, self._strip, self._period = page, card, strip, period
        self._cursor = cursor
        self._struggle: Struggle | None = None
        self._position: object = None
        self._person = ""
        card.set_back_visible(True)
        card.set_back_words(self.tr("Close the card"))
        page.phase_requested.connect(self._on_phase)
        page.council_requested.connect(self._on_council)
        page.person_requested.connect(self._on_person)
        page.reference_activated.connect(self._on_reference)
        page.card_left.connect(self._on_back)
        page.time_shown.connect(self._show_time)
        strip.event_requested.connect(self._on_event)
        card.back_requested.connect(self._on_back)
        card.reference_activated.connect(self._on_reference)
        card.location_requested.connect(self.location_requested)

    def open(self, location: Location, position: object) -> None:
        """Show the phase or the person that the address names; the phases are read in the background."""
        self._position = position
        self._services.library.load_struggle(self._fill)

    def position(self) -> object:
        """The phase or the date shown; ``None`` before there is any."""
        if self._page.number < 0 and not self._page.is_council:
            return None
        page = self._page
        return PeoplePosition(
            page.number,
            page.as_list.isChecked(),
            page.is_council,
            page.is_shown_together,
            page.table.number,
        )

    def panes(self) -> list[QWidget]:
        """Phases, picture, what it was about, card, strip of time."""
        return self._page.panes()

    def focus(self) -> None:
        """The phase shown."""
        self._page.focus()

    def take(self, reference: Reference) -> bool:
        """A person of the diagram has a card beside it."""
        struggle = self._struggle or Struggle()
        sat = any(sitter.person == reference.target for sitter in struggle.sitters())
        if reference.scheme == "person" and (sat or struggle.with_person(reference.target)):
            self._on_person(reference.target)
            return True
        return False

    def forget(self) -> None:
        """The phases are read again."""
        self._struggle = None

    def cite_anew(self) -> None:
        """What each phase leans on, and the card of a person."""
        if self._struggle is not None:
            self._services.library.load_struggle(self._refill)

    def _refill(self, struggle: Struggle) -> None:
        shown = self._page.number
        self._struggle = struggle
        self._page.set_struggle(struggle)
        self._page.show_phase(max(0, shown))
        if self._person:
            self._show_person(self._person)

    def _fill(self, struggle: Struggle) -> None:
        location = self._services.reading.location
        if location is None or location.screen != "people":
            return
        arrived = self._page.number < 0
        if struggle is not self._struggle:
            arrived = True
            kept = self._page.number
            self._struggle = struggle
            self._page.set_struggle(struggle)
            self._strip.set_events(self._services.library.strip_events())
            self._page.show_phase(max(0, kept))
        left, self._position = self._position, None
        if isinstance(left, PeoplePosition):
            self._page.show_phase(left.phase)
            self._page.as_list.setChecked(left.as_list)
            self._page.show_flow(left.is_flow)
            self._page.show_council(left.is_council)
            self._page.show_date(left.date)
        elif not location.item:
            self._follow(struggle)
        scheme, _, target = location.item.partition(":")
        if scheme == "alliance":
            self._page.show_phase(struggle.number(target))
        if scheme == COUNCIL:
            self._page.show_date(struggle.council_number(target))
        if scheme != "person":
            self._page.show_council(scheme == COUNCIL)
        self._show_person(target if scheme == "person" else "")
        if arrived and not self._person:
            self._page.focus()

    def _follow(self, struggle: Struggle) -> None:
        """Stand at the time chosen on the timeline, else at that of the event or the chapter one comes from."""
        chosen = self._period.is_chosen
        first, last = (self._period.first, self._period.last) if chosen else self._cursor()
        if last:
            self._page.show_phase(struggle.within(first, last) if chosen else struggle.led_by(first, last))
            self._page.show_date(struggle.council_of(date.fromordinal(last).year))

    def _show_person(self, person: str) -> None:
        """The card of a person beside a phase in which that person stands."""
        assert self._struggle is not None
        before, self._person = self._person, ""
        if person:
            phases = self._struggle.with_person(person)
            if phases and not self._page.is_council and self._page.number not in phases:
                self._page.show_phase(phases[0])
            reference = Reference("person", person)
            card = self._card(reference)
            if card is not None:
                self._person = person
                self._pane.show_card(card, self._services.library.uses(reference))
        had_card = (
            self._pane.isAncestorOf(focused) if (focused := self._page.window().focusWidget()) else False
        )
        self._page.show_person(self._person)
        if self._person and self._person != before:
            self._pane.focus_start()
        elif before and not self._person and had_card:
            self._page.focus_person(before)

    @Slot()
    def _show_time(self) -> None:
        """Where on the strip of time the phase or the date shown lies."""
        struggle, page = self._struggle or Struggle(), self._page
        if page.is_council:
            council = struggle.councils[page.table.number]
            if council.year:
                first, last = date(council.year, 1, 1), date(council.year, 12, 31)
                self._strip.set_span(first.toordinal(), last.toordinal(), council.dates)
        elif page.number >= 0:
            phase = struggle.phases[page.number]
            self._strip.set_span(phase.first_day, phase.last_day, phase.dates)

    # What the page asks

    @Slot(int)
    def _on_phase(self, number: int) -> None:
        if self._struggle is not None and self._struggle.phases:
            phase = self._struggle.phases[number]
            self.location_requested.emit(Location("people", item=f"alliance:{phase.id}"))

    @Slot(str)
    def _on_person(self, person: str) -> None:
        self.location_requested.emit(Location("people", item=f"person:{person}"))

    @Slot(int)
    def _on_council(self, number: int) -> None:
        if self._struggle is not None:
            council = self._struggle.councils[number]
            self.location_requested.emit(Location("people", item=f"{COUNCIL}:{council.id}"))

    @Slot()
    def _on_back(self) -> None:
        if self._page.is_council:
            self._on_council(max(0, self._page.table.number))
        else:
            self._on_phase(max(0, self._page.number))

    @Slot(str, QRect)
    def _on_event(self, event_id: str, anchor: QRect) -> None:
        self.reference_requested.emit(Reference("event", event_id), anchor)

    @Slot(Reference)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)
