"""Keeps the timeline, the map beside it and the card on the event and the time chosen."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.chronicle import Chronicle
from historydesk.domain.entities import Card, HistoricalEvent, MapPlace
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.services.services import Services
from historydesk.ui.index.card_pane import CardPane
from historydesk.ui.map.companion_map import CompanionMap
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.period import Period
from historydesk.ui.timeline.timeline_page import TimelinePage, TimelinePosition
from historydesk.ui.timeline.timeline_panel_list import Participant


class TimelineDesk(Desk):
    """Brings events, people, places and cards to the timeline; owned by the window.

    Choosing an event is a step that Back undoes; choosing a stretch of time is the ``period``, which other
    screens heed too.
    """

    def __init__(  # noqa: PLR0917 - the three parts of the screen
        self,
        services: Services,
        page: TimelinePage,
        companion: CompanionMap,
        card: CardPane,
        period: Period,
        parent: QObject,
    ) -> None:
        super().__init__(services, page, parent)
        self._page, self._companion, self._pane, self._period = page, companion, card, period
        self._chronicle: Chronicle | None = None
        self._events: dict[str, HistoricalEvent] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self._mapped: tuple[object, int] = ((), 0)
        self._chosen = ""
        self._position: object = None
        companion.setAccessibleName(self.tr("Map of the events"))
        companion.map.put_compass(page.panel.corner())
        card.set_back_visible(True)
        page.set_old_style(services.settings.text("old_style") == "1")
        self._connect()

    def _connect(self) -> None:
        page, companion, card = self._page, self._companion, self._pane
        page.event_chosen.connect(self._on_event)
        page.person_chosen.connect(self._on_person)
        page.chapter_chosen.connect(self._on_chapter)
        page.list_requested.connect(self._on_list)
        page.range_changed.connect(self._period.choose)
        page.old_style_chosen.connect(self._on_old_style)
        page.panel.corner_changed.connect(companion.map.put_compass)
        companion.place_chosen.connect(self._on_place)
        companion.place_requested.connect(self._on_more)
        companion.reference_requested.connect(self._on_reference)
        card.reference_activated.connect(self._on_reference)
        card.location_requested.connect(self.location_requested)
        card.back_requested.connect(self._on_list)
        self._period.changed.connect(self._on_period)

    def open(self, location: Location, position: object) -> None:
        """Show the event that the address names, or the whole story; the events are read in the background."""
        self._position = position
        self._services.library.load_chronicle(self._fill)

    def position(self) -> object:
        """The days shown, the stretch chosen and what was looked for; ``None`` before there are events."""
        return self._page.position() if self._chronicle is not None else None

    @property
    def days(self) -> tuple[int, int]:
        """The event chosen."""
        event = self._events.get(self._chosen)
        return (event.date.first_day, event.date.last_day) if event is not None else (0, 0)

    def panes(self) -> list[QWidget]:
        """Controls, line, overview and panel."""
        return self._page.panes()

    def focus(self) -> None:
        """The line."""
        self._page.focus()

    def find(self) -> bool:
        """The field for events."""
        self._page.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.tools.field.selectAll()
        return True

    def take(self, reference: Reference) -> bool:
        """An event is chosen on the line, a place on the map beside it."""
        if reference.scheme == "event":
            self._on_event(reference.target)
            return True
        if reference.scheme == "place" and self._companion.isVisible():
            self._companion.choose_place(reference.target)
            self._on_place(reference.target)
            return True
        return False

    def cite_anew(self) -> None:
        """The card shown."""
        location = self._services.reading.location
        if location is not None and location.screen == "timeline" and location.item:
            self.open(location, self.position())

    def forget(self) -> None:
        """The events are read again."""
        self._chronicle = None

    def _fill(self, chronicle: Chronicle) -> None:
        location = self._services.reading.location
        if location is None or location.screen != "timeline":
            return
        if chronicle is not self._chronicle:
            self._take_chronicle(chronicle)
        kept, self._position = self._position, None
        if isinstance(kept, TimelinePosition):
            self._period.choose(*kept.range)
            self._page.look_for(kept.find)
        reference = Reference.parse(location.item)
        wanted = reference.target if reference is not None and reference.scheme == "event" else ""
        self._show_event(wanted)
        if isinstance(kept, TimelinePosition):
            # After the event, which would else be brought into sight.
            self._page.view.set_view(*kept.view, animated=False)

    def _take_chronicle(self, chronicle: Chronicle) -> None:
        library = self._services.library
        self._chronicle = self._period.chronicle = chronicle
        self._events = {each.id: each for each in chronicle.events}
        self._names = {entry.reference.target: (entry.title, entry.note) for entry in library.index("person")}
        self._companion.map.set_plates(library.plates())
        self._page.set_chronicle(chronicle, library.language)
        self._page.set_range(self._period.first, self._period.last)
        self._show_people()

    def _show_event(self, event_id: str) -> None:
        event = self._events.get(event_id)
        self._chosen = event_id if event is not None else ""
        self._page.choose_event(self._chosen)
        if event is None:
            self._page.show_card(False)
            self._show_map(None)
            return
        reference = Reference("event", event_id)
        card = self._card(reference)
        if card is not None:
            named = self._named_then(card, event)
            self._pane.show_card(named, self._services.library.uses(reference))
            if self._page.show_card(True):
                self._pane.focus_start()
        self._show_map(event)

    def _named_then(self, card: Card, event: HistoricalEvent) -> Card:
        """The card with its place called what it was called then, as on the map above."""
        place = next((each for each in self._places() if each.id == event.place), None)
        if place is None:
            return card
        name = place.name_in(date.fromordinal(event.date.first_day).year)
        own = Reference("place", place.id)
        links = tuple(replace(each, label=name) if each.reference == own else each for each in card.links)
        return replace(card, links=links)

    def _show_map(self, event: HistoricalEvent | None) -> None:
        """All places of the time chosen, named as in the year of the event, else as in that time."""
        if self._chronicle is None:
            return
        places = self._places()
        year = date.fromordinal(event.date.first_day).year if event is not None else self._year()
        if self._mapped != (places, year):
            self._mapped = (places, year)
            self._companion.set_places(places, year)
        if event is not None and event.place:
            self._companion.choose_place(event.place)
        else:
            self._companion.show_places([place.id for place in places])

    def _places(self) -> tuple[MapPlace, ...]:
        chronicle = self._chronicle or Chronicle()
        happened = {each.place for each in self._page.events()}
        chosen = self._events.get(self._chosen)
        if chosen is not None:
            happened.add(chosen.place)
        return tuple(place for place in chronicle.places if place.id in happened)

    def _year(self) -> int:
        """The year whose names the map shows with no event chosen: the end of the stretch, else the middle."""
        if self._period.is_chosen:
            return self._period.year
        events = self._page.events()
        if not events:
            return date.today().year
        middle = (events[0].date.first_day + max(each.date.last_day for each in events)) // 2
        return date.fromordinal(middle).year

    def _show_people(self) -> None:
        """The people of the events shown, those named most often first."""
        count = Counter(person for event in self._page.events() for person in event.people)
        self._page.set_people(
            [
                Participant(person, *self._names[person])
                for person, _ in count.most_common()
                if person in self._names
            ]
        )

    # What the page asks

    @Slot(str)
    def _on_event(self, event_id: str) -> None:
        self.location_requested.emit(Location("timeline", item=f"event:{event_id}"))

    @Slot(str)
    def _on_person(self, person_id: str) -> None:
        self.reference_requested.emit(Reference("person", person_id), self._page.panel.row_rect())

    @Slot(str)
    def _on_chapter(self, chapter_id: str) -> None:
        self.location_requested.emit(Location("read", chapter=chapter_id))

    @Slot()
    def _on_list(self) -> None:
        self.location_requested.emit(Location("timeline"))

    @Slot(bool)
    def _on_old_style(self, on: bool) -> None:
        self._services.settings.set("old_style", "1" if on else "")
        self._page.set_old_style(on)

    @Slot(str)
    def _on_place(self, place_id: str) -> None:
        self._companion.set_place_card(self._card(Reference("place", place_id)))

    @Slot(str)
    def _on_more(self, place_id: str) -> None:
        self.location_requested.emit(Location("index", item=f"place:{place_id}"))

    @Slot(object)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)

    @Slot()
    def _on_period(self) -> None:
        if self._chronicle is None:
            return
        self._page.set_range(self._period.first, self._period.last)
        self._show_people()
        self._show_map(self._events.get(self._chosen))
