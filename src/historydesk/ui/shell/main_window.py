"""The window: the screens, what floats over them, and the wiring between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError, PackDamagedError
from historydesk.services.services import Services
from historydesk.ui.shell.actions import key_text, make_actions, rows
from historydesk.ui.shell.looks import LOOKS, appearance_of
from historydesk.ui.shell.overlays import Overlays
from historydesk.ui.shell.panes import walk
from historydesk.ui.shell.surfaces import Surfaces
from historydesk.ui.shell.top_bar import TopBar
from historydesk.ui.theme import Appearance, apply

if TYPE_CHECKING:
    from historydesk.domain.entities import Card
    from historydesk.services.notifier import Message
    from historydesk.ui.shell.fault_page import FaultPage
    from historydesk.ui.shell.notice_bar import NoticeBar
    from historydesk.ui.shell.reading_desk import ReadingDesk

LEAST = QSize(640, 480)
DESIGN = QSize(1366, 768)


class MainWindow(QMainWindow):
    """Everything a person sees; owned by the composition root. Screens are made when first needed."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self._appearance = appearance
        self._screen = ""
        self._restoring = False
        self._resume = Location("home")
        self._desk: ReadingDesk | None = None
        self._fault: FaultPage | None = None
        self._map_filled = False
        self._index_kind = "term"
        self.setObjectName("window")
        self.setMinimumSize(LEAST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.actions_by_name = make_actions(self, services.policy)
        self.bar = TopBar(key_text("search"), self)
        self._notice: NoticeBar | None = None
        self.stack = QStackedWidget(self)
        self.overlays = Overlays(services, self, self.bar, rows(self.actions_by_name))
        self.surfaces = Surfaces(services, self.stack, self._on_surface_made)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self._column = column
        self.setCentralWidget(whole)
        self.bar.set_title(services.library.info.title)
        self.setWindowTitle(services.library.info.title)
        self._connect()
        self._dress(appearance)

    # -- wiring ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        """All that is wired once; screens are wired in ``_on_surface_made`` when they come."""
        bar, services = self.bar, self._services
        bar.painted.connect(self.first_painted)
        bar.home_requested.connect(self.go_home)
        bar.back_requested.connect(self.go_back)
        bar.forward_requested.connect(self.go_forward)
        bar.screen_requested.connect(self.go_to_screen)
        overlays = self.overlays
        overlays.location_requested.connect(self.go)
        overlays.keyboard_returned.connect(self._focus_screen)
        overlays.card_closed.connect(self._on_card_closed)
        services.reading.location_changed.connect(self._on_location_changed)
        services.reading.history_changed.connect(self._on_history_changed)
        services.notifier.message_added.connect(self._on_message)
        services.settings.changed.connect(self._on_setting_changed)
        services.library.language_changed.connect(self._on_language_changed)
        services.library.prepared.connect(self._on_prepared)
        commands = {
            "home": self.go_home,
            "back": self.go_back,
            "forward": self.go_forward,
            "read": self.go_on_reading,
            "map": self.go_to_map,
            "index": self.go_to_index,
            "search": overlays.open_search,
            "next_chapter": self.next_chapter,
            "previous_chapter": self.previous_chapter,
            "find": self.find_in_chapter,
            "contents": self.focus_contents,
            "larger": self.larger,
            "smaller": self.smaller,
            "normal_size": self.normal_size,
            "settings": overlays.open_settings,
            "panes": self.next_pane,
            "panes_back": self.previous_pane,
            "full_screen": self.toggle_full_screen,
            "shortcuts": overlays.toggle_shortcuts,
            "quit": self.close,
        }
        for name, action in self.actions_by_name.items():
            action.triggered.connect(commands[name])

    def _on_surface_made(self, name: str) -> None:
        """Wire a screen that was just made."""
        surfaces = self.surfaces
        if name == "home" and surfaces.home is not None and surfaces.home_strip is not None:
            surfaces.home.begin_requested.connect(self._on_begin)
            surfaces.home.continue_requested.connect(self.go_on_reading)
            surfaces.home.map_requested.connect(self.go_to_map)
            surfaces.home.language_requested.connect(self._on_language_requested)
            surfaces.home_strip.event_requested.connect(self._on_event)
            if surfaces.picture is not None:
                surfaces.picture.place_requested.connect(self._on_home_place)
        elif name == "read" and surfaces.reader and surfaces.companion and surfaces.strip:
            from historydesk.ui.shell.reading_desk import ReadingDesk

            self._desk = ReadingDesk(
                self._services, surfaces.reader, surfaces.companion, surfaces.strip, self
            )
            self._desk.settled.connect(self._on_settled)
            surfaces.reader.reference_activated.connect(self.activate)
            surfaces.reader.reference_hovered.connect(self._on_hovered)
            surfaces.reader.hover_left.connect(self._on_hover_left)
            surfaces.reader.chapter_requested.connect(self._on_chapter)
            surfaces.companion.place_chosen.connect(self._on_companion_place)
            surfaces.companion.place_requested.connect(self._on_more_of_place)
            surfaces.companion.reference_requested.connect(self._on_map_reference)
            surfaces.strip.event_requested.connect(self._on_event)
        elif name == "map" and surfaces.atlas is not None:
            surfaces.atlas.place_chosen.connect(self._on_atlas_place)
            surfaces.atlas.place_requested.connect(self._on_more_of_place)
            surfaces.atlas.reference_requested.connect(self._on_map_reference)
        elif name == "index" and surfaces.index is not None:
            surfaces.index.kind_requested.connect(self._on_index_kind)
            surfaces.index.item_requested.connect(self._on_index_item)
            surfaces.index.location_requested.connect(self.go)
            surfaces.index.set_counts(_index_counts(self._services.library.info.counts))

    @property
    def notice(self) -> NoticeBar:
        """The bar for messages, made with the first of them."""
        if self._notice is None:
            from historydesk.ui.shell.notice_bar import NoticeBar

            self._notice = NoticeBar(self.centralWidget())
            self._notice.set_appearance(self._appearance)
            self._column.insertWidget(1, self._notice)
            # Tab comes to it after the bar and before the screen, as the eye does.
            for button in self._notice.findChildren(QPushButton):
                self.setTabOrder(self.bar.settings, button)
        return self._notice

    @Slot(object)
    def _on_message(self, message: Message) -> None:
        self.notice.add_message(message)

    # -- going ----------------------------------------------------------------------------------

    def start_at(self, location: Location) -> None:
        """The first screen: home, or the chapter left last; an address that is gone leads home."""
        self._resume = location if location.screen == "read" else Location("home")
        try:
            if location.screen == "read":
                self._services.library.chapter(location.chapter)
        except HistoryDeskError:
            location = self._resume = Location("home")
        self._services.reading.go(location)

    def set_resume(self, location: Location | None) -> None:
        """Where "Continue" leads."""
        if location is not None and location.chapter:
            self._resume = location

    @Slot(Location)
    def go(self, location: Location) -> None:
        """Go somewhere, as a step that Back undoes."""
        if location.screen == "read" and not location.chapter:
            self.go_on_reading()
            return
        self._remember()
        self._services.reading.go(location)

    @Slot()
    def go_back(self) -> None:
        """One step back."""
        self._remember()
        self._services.reading.back()

    @Slot()
    def go_forward(self) -> None:
        """One step forward."""
        self._remember()
        self._services.reading.forward()

    @Slot()
    def go_home(self) -> None:
        """Home."""
        self.go(Location("home"))

    @Slot()
    def go_on_reading(self) -> None:
        """To the chapter left last, else the first one."""
        if self._screen == "read":
            self._focus_screen()
        elif self._resume.chapter:
            self.go(self._resume)
        else:
            self._on_begin()

    @Slot()
    def go_to_map(self) -> None:
        """To the whole map."""
        self.go(Location("map"))

    @Slot()
    def go_to_index(self) -> None:
        """To the index."""
        self.go(Location("index"))

    @Slot(str)
    def go_to_screen(self, screen: str) -> None:
        """A press in the top bar."""
        self.bar.set_screen(self._screen)
        {"read": self.go_on_reading, "map": self.go_to_map, "index": self.go_to_index}[screen]()

    @Slot()
    def next_chapter(self) -> None:
        """Turn on."""
        self._turn("next")

    @Slot()
    def previous_chapter(self) -> None:
        """Turn back."""
        self._turn("previous")

    def _turn(self, way: str) -> None:
        chapter = self._desk.chapter if self._desk is not None and self._screen == "read" else None
        if chapter is not None and (target := getattr(chapter, way)):
            self.go(Location("read", chapter=target))

    def _remember(self) -> None:
        """Keep what this screen looks like for the way back."""
        location = self._services.reading.location
        if location is None:
            return
        if location.screen == "read" and self._desk is not None:
            self._services.reading.remember(self._desk.position(), self._desk.passage)
        elif location.screen == "index" and self.surfaces.index is not None:
            self._services.reading.remember(self._index_kind)

    @Slot(Location)
    def _on_location_changed(self, location: Location) -> None:
        self.overlays.close_all()
        try:
            self._show(location, self._services.reading.position)
        except PackDamagedError as fault:
            self._services.library.failed.emit(fault)
        except HistoryDeskError as fault:
            self._services.notifier.report(fault)
            if self._screen == "":
                self._show(Location("home"), None)

    def _show(self, location: Location, position: object) -> None:
        if location.screen == "read":
            page: QWidget = self.surfaces.need_reader()
            if self._desk is not None:
                self._lay_out(page)
                self._desk.show(location, position)
                self._resume = Location("read", location.chapter, self._desk.passage)
        elif location.screen == "map":
            page = self._open_map(location)
        elif location.screen == "index":
            page = self._open_index(location, position)
        else:
            page = self._open_home()
        changed = self._screen != location.screen
        self._screen = location.screen
        self.stack.setCurrentWidget(page)
        self.bar.set_screen(location.screen)
        if changed or location.screen == "read":
            self._focus_screen()
        self._services.progress.save_location(location)

    def _lay_out(self, page: QWidget) -> None:
        """Give a screen its size before it is filled, so that it is laid out once."""
        if self.stack.currentWidget() is not page and self.stack.width() > 0:
            self.stack.setCurrentWidget(page)

    def _open_home(self) -> QWidget:
        page = self.surfaces.need_home()
        library = self._services.library
        resume = None
        if self._resume.chapter:
            try:
                resume = library.chapter(self._resume.chapter).summary
            except HistoryDeskError:
                resume = None
        home = library.home()
        page.set_home(home, resume, library.language)
        if self.surfaces.picture is not None:
            self.surfaces.picture.set_home(home)
        if self.surfaces.home_strip is not None:
            self.surfaces.home_strip.set_events(library.strip_events())
        return page

    def _open_map(self, location: Location) -> QWidget:
        page = self.surfaces.need_atlas()
        self._services.library.when_prepared(self._fill_map)
        return page

    def _fill_map(self) -> None:
        page, location = self.surfaces.atlas, self._services.reading.location
        if page is None or location is None or location.screen != "map":
            return
        if not self._map_filled:
            self._map_filled = True
            page.set_places(self._services.library.places())
        reference = Reference.parse(location.item)
        wanted = reference.target if reference is not None and reference.scheme == "journey" else ""
        page.show_journey(self._services.library.journey(wanted))
        if reference is not None and reference.scheme == "place":
            page.choose_place(reference.target)
            page.set_place_card(self._card(reference))

    def _card(self, reference: Reference) -> Card | None:
        try:
            return self._services.library.card(reference)
        except HistoryDeskError as fault:
            self._services.notifier.report(fault)
            return None

    def _open_index(self, location: Location, position: object) -> QWidget:
        page = self.surfaces.need_index()
        kind = position if isinstance(position, str) else ""

        def fill() -> None:
            here = self._services.reading.location
            if here is None or here.screen != "index":
                return
            reference = Reference.parse(here.item)
            if reference is not None:
                library = self._services.library
                try:
                    page.show_card(library.card(reference), library.uses(reference))
                except HistoryDeskError as fault:
                    self._services.notifier.report(fault)
            else:
                page.show_kind(kind or "term")

        self._services.library.when_prepared(fill)
        return page

    def _focus_screen(self) -> None:
        """Put the keyboard where one goes on."""
        focused = QApplication.focusWidget()
        if self._screen == "read" and self.surfaces.reader is not None:
            page = self.surfaces.reader
            if focused is None or not page.contents.isAncestorOf(focused) or not page.contents.isVisible():
                page.focus_text()
        elif self._screen == "home" and self.surfaces.home is not None:
            self.surfaces.home.first_control().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._screen == "index" and self.surfaces.index is not None:
            self.surfaces.index.focus_filter()
        elif self._screen == "map" and self.surfaces.atlas is not None:
            self.surfaces.atlas.map.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- references -----------------------------------------------------------------------------

    @Slot(Reference, QRect)
    def activate(self, reference: Reference, anchor: QRect) -> None:
        """Follow a reference: a chapter opens, a place is flown to, all else opens its card."""
        if reference.scheme == "chapter":
            from historydesk.ui.shell.card_desk import location_of

            self.go(location_of(reference))
        elif reference.scheme == "place" and self._choose_on_companion(reference):
            return
        else:
            self.overlays.cards.open(reference, anchor)

    def _choose_on_companion(self, reference: Reference) -> bool:
        companion = self.surfaces.companion
        if self._screen != "read" or companion is None or not companion.isVisible():
            return False
        companion.choose_place(reference.target)
        self._services.library.when_prepared(partial(self._show_on_companion, reference))
        return True

    def _show_on_companion(self, reference: Reference) -> None:
        if self.surfaces.companion is not None:
            self.surfaces.companion.set_place_card(self._card(reference))

    @Slot(Reference, QRect)
    def _on_hovered(self, reference: Reference, anchor: QRect) -> None:
        if reference.scheme != "chapter":
            self.overlays.cards.open(reference, anchor, by_hover=True)

    @Slot()
    def _on_hover_left(self) -> None:
        self.overlays.hover_left()

    @Slot()
    def _on_card_closed(self) -> None:
        if self._screen == "read" and self.surfaces.reader is not None:
            focused = QApplication.focusWidget()
            if focused is None or not focused.isVisible() or self.surfaces.reader.isAncestorOf(focused):
                self.surfaces.reader.focus_reference_return()
            else:
                self.surfaces.reader.view.references.clear_open()

    @Slot(str, QRect)
    def _on_event(self, event_id: str, anchor: QRect) -> None:
        self.overlays.cards.open(Reference("event", event_id), anchor)

    @Slot(str)
    def _on_companion_place(self, place_id: str) -> None:
        reference = Reference("place", place_id)
        self._services.library.when_prepared(partial(self._show_on_companion, reference))

    @Slot(str)
    def _on_atlas_place(self, place_id: str) -> None:
        if self.surfaces.atlas is not None:
            self.surfaces.atlas.set_place_card(self._card(Reference("place", place_id)))

    @Slot(str)
    def _on_more_of_place(self, place_id: str) -> None:
        self.go(Location("index", item=f"place:{place_id}"))

    @Slot(str)
    def _on_home_place(self, place_id: str) -> None:
        self.go(Location("map", item=f"place:{place_id}"))

    @Slot(object)
    def _on_map_reference(self, reference: Reference) -> None:
        focused = QApplication.focusWidget() or self.bar
        self.activate(reference, QRect(focused.mapToGlobal(focused.rect().topLeft()), focused.size()))

    # -- what screens ask -----------------------------------------------------------------------

    @Slot()
    def _on_begin(self) -> None:
        self.go(Location("read", chapter=self._services.library.home().first_chapter))

    @Slot(str)
    def _on_chapter(self, chapter_id: str) -> None:
        self.go(Location("read", chapter=chapter_id))

    @Slot(Location)
    def _on_settled(self, location: Location) -> None:
        self._resume = location
        if self._screen == "read":
            self._services.progress.save_location(location)

    @Slot(str)
    def _on_index_kind(self, kind: str) -> None:
        self._index_kind = kind
        library, page = self._services.library, self.surfaces.index
        if page is not None and library.is_prepared:
            page.set_entries(kind, library.index(kind))

    @Slot(Reference)
    def _on_index_item(self, reference: Reference) -> None:
        from historydesk.ui.shell.card_desk import location_of

        self.go(location_of(reference))

    @Slot(str)
    def _on_language_requested(self, tag: str) -> None:
        self._services.settings.set("language", tag)

    @Slot()
    def _on_prepared(self) -> None:
        if self._desk is not None:
            self._desk.on_prepared()

    @Slot(str)
    def _on_language_changed(self, language: str) -> None:
        info = self._services.library.home()
        self.bar.set_title(info.title)
        self.setWindowTitle(info.title)
        self._map_filled = False
        if self._desk is not None:
            self._desk.reload()
        if self.surfaces.index is not None:
            self.surfaces.index.set_counts(_index_counts(self._services.library.info.counts))
        location = self._services.reading.location
        if location is not None:
            self._show(location, None)

    @Slot(bool, bool)
    def _on_history_changed(self, back: bool, forward: bool) -> None:
        self.bar.set_history(back, forward)
        for name, there in (("back", back), ("forward", forward)):
            if name in self.actions_by_name:
                self.actions_by_name[name].setEnabled(there)

    # -- faults ---------------------------------------------------------------------------------

    def show_fault(self, summary: str, remedy: str) -> None:
        """Take the content away and say why (the pack was altered)."""
        from historydesk.ui.shell.fault_page import FaultPage

        self.overlays.close_all()
        if self._fault is None:
            self._fault = FaultPage(self, can_quit=self._services.policy.allows("quit"))
            self._fault.set_appearance(self._appearance)
            self._fault.quit_requested.connect(self.close)
            self.stack.addWidget(self._fault)
        self._fault.set_fault(self.tr("This pack cannot be trusted any more"), summary, remedy)
        self.stack.setCurrentWidget(self._fault)
        self._screen = "fault"
        for name, action in self.actions_by_name.items():
            action.setEnabled(name in ("quit", "full_screen", "larger", "smaller", "normal_size"))
        self.bar.setEnabled(False)
        self._fault.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    # -- reading --------------------------------------------------------------------------------

    @Slot()
    def find_in_chapter(self) -> None:
        """The find bar of the chapter; elsewhere, search over everything."""
        if self._screen == "read" and self.surfaces.reader is not None:
            self.surfaces.reader.open_find()
        else:
            self.overlays.open_search()

    @Slot()
    def focus_contents(self) -> None:
        """The keyboard into the contents, opened where they are folded away."""
        if self._screen != "read":
            self.go_on_reading()
        page = self.surfaces.reader
        if page is None:
            return
        if page.rooms.contents_over:
            page.contents_button.setChecked(True)
        page.contents.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def next_pane(self) -> None:
        """The keyboard to the next part of the window."""
        walk(self._panes(), 1)

    @Slot()
    def previous_pane(self) -> None:
        """The keyboard to the part before."""
        walk(self._panes(), -1)

    def _panes(self) -> list[QWidget]:
        surfaces = self.surfaces
        panes: list[QWidget] = [self.bar]
        if self._notice is not None:
            panes.append(self._notice)
        if self._screen == "read" and surfaces.reader and surfaces.companion and surfaces.strip:
            panes += [surfaces.reader.contents, surfaces.reader.column, surfaces.companion, surfaces.strip]
        elif (current := self.stack.currentWidget()) is not None:
            panes.append(current)
            if self._screen == "home" and surfaces.home_strip is not None:
                panes.append(surfaces.home_strip)
        return panes

    # -- looks ----------------------------------------------------------------------------------

    @Slot()
    def larger(self) -> None:
        """Larger text."""
        self._services.settings.step("text_percent", 1)

    @Slot()
    def smaller(self) -> None:
        """Smaller text."""
        self._services.settings.step("text_percent", -1)

    @Slot()
    def normal_size(self) -> None:
        """Text as designed."""
        self._services.settings.step("text_percent", 0)

    @Slot(str, object)
    def _on_setting_changed(self, key: str, value: object) -> None:
        settings = self._services.settings
        if key in LOOKS:
            self._dress(appearance_of(settings, self._services.policy), everywhere=True)
        elif key == "language":
            self._services.library.set_language(str(value))

    def _dress(self, appearance: Appearance, *, everywhere: bool = False) -> None:
        """Give everything this look; ``everywhere`` also the application's own controls."""
        before, self._appearance = self._appearance, appearance
        application = QApplication.instance()
        if everywhere and isinstance(application, QApplication) and _controls_differ(before, appearance):
            apply(application, appearance)
        self.bar.set_appearance(appearance)
        if self._notice is not None:
            self._notice.set_appearance(appearance)
        self.surfaces.set_appearance(appearance)
        self.overlays.set_appearance(appearance)
        if self._fault is not None:
            self._fault.set_appearance(appearance)

    @property
    def appearance(self) -> Appearance:
        """How everything looks now."""
        return self._appearance

    # -- the window itself ----------------------------------------------------------------------

    def restore_geometry(self, stored: str) -> None:
        """Size and place of the last time, else the designed size, or the whole of a small screen."""
        if stored and self.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii", "ignore"))):
            return
        screen = QGuiApplication.primaryScreen()
        room = screen.availableSize() if screen is not None else DESIGN
        if room.width() <= DESIGN.width() or room.height() <= DESIGN.height():
            self.resize(room.boundedTo(DESIGN))
            self.setWindowState(Qt.WindowState.WindowMaximized)
        else:
            self.resize(DESIGN)
            self.move(
                screen.availableGeometry().topLeft()
                + QPoint((room.width() - DESIGN.width()) // 2, (room.height() - DESIGN.height()) // 3)
            )

    @Slot()
    def toggle_full_screen(self) -> None:
        """Full screen and back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot()
    def come_forward(self) -> None:
        """A second start asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard (Qt does so in dialogs only)."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            if not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mouse's own Back and Forward buttons."""
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.go_forward()
        else:
            super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What floats keeps its place."""
        super().resizeEvent(event)
        self.overlays.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; a kiosk does not close."""
        if not self._services.policy.may_close:
            event.ignore()
            return
        self._remember()
        self._services.settings.set("geometry", bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self.overlays.close_all()
        event.accept()
        self.closed.emit()


def _controls_differ(before: Appearance, after: Appearance) -> bool:
    """Whether style sheet, palette or interface font change (reading font and spacing are not in them)."""
    return (before.theme, before.text_percent) != (after.theme, after.text_percent)


def _index_counts(counts: dict[str, int]) -> dict[str, int]:
    names = {
        "term": "terms",
        "person": "people",
        "place": "places",
        "event": "events",
        "claim": "claims",
        "source": "sources",
    }
    return {kind: counts[name] for kind, name in names.items() if name in counts}
