"""Keeps the home page on the pack and on the chapter left last."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.services.services import Services
from historydesk.ui.home.home_page import HomePage
from historydesk.ui.map.home_picture import HomePicture
from historydesk.ui.shell.desk import Desk
from historydesk.ui.timeline.timeline_strip import TimelineStrip


class HomeDesk(Desk):
    """Brings the pack's front page; owned by the window, which says in ``resume`` where one goes on."""

    def __init__(
        self, services: Services, page: HomePage, picture: HomePicture, strip: TimelineStrip, parent: QObject
    ) -> None:
        super().__init__(services, page, parent)
        self._page, self._picture, self._strip = page, picture, strip
        self.resume = Location("home")
        page.begin_requested.connect(self._on_begin)
        page.continue_requested.connect(self._on_continue)
        page.map_requested.connect(self._on_map)
        page.language_requested.connect(self._on_language)
        picture.place_requested.connect(self._on_place)
        strip.event_requested.connect(self._on_event)

    def open(self, location: Location, position: object) -> None:
        """Show title, lead, picture and strip."""
        library = self._services.library
        summary = None
        if self.resume.chapter:
            try:
                summary = library.chapter(self.resume.chapter).summary
            except HistoryDeskError:
                summary = None
        home = library.home()
        self._page.set_home(home, summary, library.language)
        self._picture.set_home(home)
        self._strip.set_events(library.strip_events())

    def panes(self) -> list[QWidget]:
        """The page and its strip."""
        return [self._page, self._strip]

    def focus(self) -> None:
        """The first button."""
        self._page.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_begin(self) -> None:
        self.location_requested.emit(Location("read", chapter=self._services.library.home().first_chapter))

    @Slot()
    def _on_continue(self) -> None:
        self.location_requested.emit(Location("read"))

    @Slot()
    def _on_map(self) -> None:
        self.location_requested.emit(Location("map"))

    @Slot(str)
    def _on_language(self, tag: str) -> None:
        self._services.settings.set("language", tag)

    @Slot(str)
    def _on_place(self, place_id: str) -> None:
        self.location_requested.emit(Location("map", item=f"place:{place_id}"))

    @Slot(str, QRect)
    def _on_event(self, event_id: str, anchor: QRect) -> None:
        self.reference_requested.emit(Reference("event", event_id), anchor)
