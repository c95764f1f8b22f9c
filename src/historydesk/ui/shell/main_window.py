"""The window: the screens, what floats over them, and the wiring between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPixmapCache, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.location import Location, location_of
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError, PackDamagedError
from historydesk.services.services import Services
from historydesk.ui.shell.actions import key_text, make_actions, rows
from historydesk.ui.shell.commands import commands_of
from historydesk.ui.shell.desk import Desk
from historydesk.ui.shell.desks import Desks
from historydesk.ui.shell.looks import Looks
from historydesk.ui.shell.overlays import Overlays
from historydesk.ui.shell.panes import reveal, walk
from historydesk.ui.shell.placing import LEAST, place_window, placing_of
from historydesk.ui.shell.surfaces import Surfaces
from historydesk.ui.shell.top_bar import TopBar
from historydesk.ui.theme import Appearance

if TYPE_CHECKING:
    from historydesk.services.notifier import Message
    from historydesk.ui.shell.fault_page import FaultPage
    from historydesk.ui.shell.notice_bar import NoticeBar

TIDY_MS = 12_000
"""Whoever opened a screen so long ago stays there."""


class MainWindow(QMainWindow):
    """Everything a person sees; owned by the composition root. Screens are made when first needed."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self.looks = Looks(services.settings, services.policy, appearance, self)
        self._screen = ""
        self._resume = Location("home")
        self._fault: FaultPage | None = None
        self.setObjectName("window")
        self.setMinimumSize(LEAST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.actions_by_name = make_actions(self, services.policy)
        self.bar = TopBar(key_text("search"), self)
        self._notice: NoticeBar | None = None
        self.stack = QStackedWidget(self)
        self.overlays = Overlays(services, self, self.bar, rows(self.actions_by_name))
        self.surfaces = Surfaces(services, self.stack)
        self.desks = Desks(services, self.surfaces, self, self._on_desk_made)
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
        self._tidying = QTimer(self)
        self._tidying.setSingleShot(True)
        self._tidying.setInterval(TIDY_MS)
        self._tidying.timeout.connect(self._tidy)
        self._connect()
        self._dress(appearance)

    # -- wiring ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        """All that is wired once; screens are wired in ``_on_desk_made`` when they come."""
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
        self.looks.changed.connect(self._dress)
        services.library.language_changed.connect(self._on_language_changed)
        services.library.citations_changed.connect(self._on_citations_changed)
        services.library.prepared.connect(self._on_prepared)
        commands = commands_of(self)
        for name, action in self.actions_by_name.items():
            action.triggered.connect(commands[name])

    def _on_desk_made(self, desk: Desk) -> None:
        """Wire a screen that was just made."""
        desk.location_requested.connect(self.go)
        desk.reference_requested.connect(self.activate)
        desk.reference_hovered.connect(self._on_hovered)
        desk.hover_left.connect(self._on_hover_left)
        desk.export_requested.connect(self.overlays.open_export)
        desk.format_requested.connect(self.overlays.export_format)
        if self.desks.reading is desk:
            self.desks.reading.settled.connect(self._on_settled)

    @property
    def notice(self) -> NoticeBar:
        """The bar for messages, made with the first of them."""
        if self._notice is None:
            from historydesk.ui.shell.notice_bar import NoticeBar

            self._notice = NoticeBar(self.centralWidget())
            self._notice.set_appearance(self.appearance)
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
        home = Location("home")
        if location.screen == "read":
            self._resume = location
        try:
            if self._resume.chapter:
                self._services.library.chapter(self._resume.chapter)
        except HistoryDeskError:
            self._resume = home
        if location.screen == "read" and not self._resume.chapter:
            location = home
        self._services.reading.go(location)

    def set_resume(self, location: Location | None) -> None:
        """Where "Continue" leads."""
        if location is not None and location.chapter:
            self._resume = Location("read", location.chapter, location.passage)

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
            self.go(Location("read", chapter=self._services.library.home().first_chapter))

    @Slot()
    def go_to_map(self) -> None:
        """To the whole map."""
        self.go(Location("map"))

    @Slot()
    def go_to_timeline(self) -> None:
        """To the timeline."""
        self.go(Location("timeline"))

    @Slot()
    def go_to_evidence(self) -> None:
        """To the evidence."""
        self.go(Location("evidence"))

    @Slot()
    def go_to_people(self) -> None:
        """To who stood with whom."""
        self.go(Location("people"))

    @Slot()
    def go_to_index(self) -> None:
        """To the index."""
        self.go(Location("index"))

    @Slot(str)
    def go_to_screen(self, screen: str) -> None:
        """A press in the top bar."""
        self.bar.set_screen(self._screen)
        goes = {
            "read": self.go_on_reading,
            "map": self.go_to_map,
            "timeline": self.go_to_timeline,
            "people": self.go_to_people,
            "evidence": self.go_to_evidence,
            "index": self.go_to_index,
        }
        goes[screen]()

    @Slot()
    def next_chapter(self) -> None:
        """Turn on."""
        self._turn("next")

    @Slot()
    def previous_chapter(self) -> None:
        """Turn back."""
        self._turn("previous")

    def _turn(self, way: str) -> None:
        desk = self.desks.reading if self._screen == "read" else None
        if desk is not None and desk.chapter is not None and (target := getattr(desk.chapter, way)):
            self.go(Location("read", chapter=target))

    def _remember(self) -> None:
        """Keep what this screen looks like for the way back."""
        location = self._services.reading.location
        desk = self.desks.get(location.screen) if location is not None else None
        if desk is not None:
            self._services.reading.remember(desk.position(), desk.passage)

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
        desk = self.desks.need(location.screen)
        if self.desks.home is not None:
            self.desks.home.resume = self._resume
        if desk.sized_first and self.stack.width() > 0:
            self.stack.setCurrentWidget(desk.page)
            self._lay_out_unseen(desk)
        desk.open(location, position)
        if location.screen == "read":
            self._resume = Location("read", location.chapter, desk.passage or "")
        changed = self._screen != location.screen
        self._screen = location.screen
        self.stack.setCurrentWidget(desk.page)
        self.bar.set_screen(location.screen)
        if changed or location.screen == "read":
            self._focus_screen()
        self._services.progress.save_location(location)
        self._tidying.start()

    @Slot()
    def _tidy(self) -> None:
        """Somebody stays on a screen: let go of the pictures that Qt kept of the way there.

        Qt lets go of them, too, but a quarter at a time, and wakes for that every ten seconds for minutes.
        """
        QPixmapCache.clear()

    def _lay_out_unseen(self, desk: Desk) -> None:
        """Before the window is shown, give the screen the size it will have: a chapter is laid out once only."""
        if self.isVisible():
            return
        for part in (self, self.centralWidget(), self.stack):
            layout = part.layout() if part is not None else None
            if layout is not None:
                layout.activate()
        desk.lay_out_unseen()

    @Slot()
    def _focus_screen(self) -> None:
        """Put the keyboard where one goes on."""
        desk = self.desks.get(self._screen)
        if desk is not None:
            desk.focus()

    # -- references -----------------------------------------------------------------------------

    @Slot(Reference, QRect)
    def activate(self, reference: Reference, anchor: QRect) -> None:
        """Follow a reference: a chapter opens, what the screen can show it shows, all else opens its card."""
        desk = self.desks.get(self._screen)
        if reference.scheme == "chapter":
            self.go(location_of(reference))
        elif desk is None or not desk.take(reference):
            self.overlays.cards.open(reference, anchor)

    @Slot(Reference, QRect)
    def _on_hovered(self, reference: Reference, anchor: QRect) -> None:
        if reference.scheme != "chapter":
            self.overlays.cards.open(reference, anchor, by_hover=True)

    @Slot()
    def _on_hover_left(self) -> None:
        self.overlays.hover_left()

    @Slot()
    def _on_card_closed(self) -> None:
        desk = self.desks.get(self._screen)
        if desk is not None:
            desk.card_closed()

    # -- what changes under the screens ---------------------------------------------------------

    @Slot(Location)
    def _on_settled(self, location: Location) -> None:
        self._resume = location
        if self._screen == "read":
            self._services.progress.save_location(location)

    @Slot()
    def _on_prepared(self) -> None:
        if self.desks.reading is not None:
            self.desks.reading.on_prepared()

    @Slot(str)
    def _on_language_changed(self, language: str) -> None:
        info = self._services.library.home()
        self.bar.set_title(info.title)
        self.setWindowTitle(info.title)
        for desk in self.desks.all():
            desk.forget()
        location = self._services.reading.location
        if location is not None:
            self._show(location, None)

    @Slot()
    def _on_citations_changed(self) -> None:
        """What is shown stays where it is, with its sources in the other style."""
        for desk in self.desks.all():
            desk.cite_anew()

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
            self._fault.set_appearance(self.appearance)
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
    def find_here(self) -> None:
        """Find in the chapter, or on the screen that is shown; where there is nothing to find, in everything."""
        desk = self.desks.get(self._screen)
        if desk is None or not desk.find():
            self.overlays.open_search()

    @Slot()
    def focus_contents(self) -> None:
        """The keyboard into the contents, opened where they are folded away."""
        if self._screen != "read":
            self.go_on_reading()
        if self.desks.reading is not None:
            self.desks.reading.focus_contents()

    @Slot()
    def next_pane(self) -> None:
        """The keyboard to the next part of the window."""
        walk(self._panes(), 1)

    @Slot()
    def previous_pane(self) -> None:
        """The keyboard to the part before."""
        walk(self._panes(), -1)

    def _panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.bar]
        if self._notice is not None:
            panes.append(self._notice)
        desk = self.desks.get(self._screen)
        if desk is not None:
            panes += desk.panes()
        elif (current := self.stack.currentWidget()) is not None:
            panes.append(current)
        return panes

    # -- looks ----------------------------------------------------------------------------------

    @Slot(object)
    def _dress(self, appearance: Appearance) -> None:
        """Give everything this look."""
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
        return self.looks.appearance

    @Slot(str, object)
    def _on_setting_changed(self, key: str, value: object) -> None:
        if key == "language":
            self._services.library.set_language(str(value))
        elif key == "citations":
            self._services.library.set_citations(str(value))

    # -- the window itself ----------------------------------------------------------------------

    def restore_geometry(self, stored: str) -> None:
        """Stand where one stood the last time."""
        place_window(self, stored)

    @Slot()
    def toggle_full_screen(self) -> None:
        """Full screen and back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard (Qt does so in dialogs only)."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            if not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """A step of Tab is seen, also where it leads from outside into something scrolled away."""
        moved = super().focusNextPrevChild(forward)
        if moved and (focused := self.focusWidget()) is not None:
            reveal(focused)
        return moved

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
        self._services.settings.set("geometry", placing_of(self))
        self.overlays.close_all()
        event.accept()
        self.closed.emit()
