"""What a person does and sees, in the words of the tests."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from historydesk.app import Program
from historydesk.domain.location import Location
from historydesk.services.services import Services
from historydesk.ui.cards.card_popup import CardPopup
from historydesk.ui.index.item_pane import ItemPane
from historydesk.ui.practice.practice_page import PracticePage
from historydesk.ui.reader.reader_page import ReaderPage
from historydesk.ui.search.search_panel import SearchPanel
from historydesk.ui.shell.main_window import MainWindow


class Visitor:
    """A person before one running program; owned by the test."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot = program, qtbot

    @property
    def window(self) -> MainWindow:
        """The window."""
        assert self.program.window is not None
        return self.program.window

    @property
    def services(self) -> Services:
        """The services behind it."""
        assert self.program.services is not None
        return self.program.services

    @property
    def reader(self) -> ReaderPage:
        """The reading page."""
        assert self.window.surfaces.reader is not None
        return self.window.surfaces.reader

    @property
    def popup(self) -> CardPopup:
        """The card that floats."""
        return self.window.overlays.cards.popup

    @property
    def search_panel(self) -> SearchPanel:
        """The open search."""
        assert self.window.overlays.search is not None
        return self.window.overlays.search

    @property
    def screen(self) -> str:
        """Which screen is shown."""
        location = self.services.reading.location
        return location.screen if location is not None else ""

    def focus(self) -> QWidget | None:
        """What has the keyboard."""
        return QApplication.focusWidget()

    def go(self, screen: str, **address: str) -> None:
        """Go somewhere."""
        self.window.go(Location(screen, **address))  # type: ignore[arg-type]
        self.qtbot.waitUntil(lambda: self.screen == screen)

    def see_timeline(self, event: str = "", days: tuple[date, date] | None = None) -> None:
        """Open the timeline, an event of it, or a stretch of days, and wait until it is filled."""
        self.go("timeline", item=f"event:{event}" if event else "")
        page = self.window.surfaces.timeline
        assert page is not None
        self.qtbot.waitUntil(lambda: bool(page.events()) and not page.view.is_taking_in(), timeout=10_000)
        if days is not None:
            page.range_changed.emit(days[0].toordinal(), days[1].toordinal())

    def see_people(self, item: str = "") -> None:
        """Open a phase or a person of the screen of people and wait until it is filled."""
        self.go("people", item=item)
        page = self.window.surfaces.people
        assert page is not None
        self.qtbot.waitUntil(lambda: page.number >= 0, timeout=10_000)

    def see_evidence(self, item: str = "") -> None:
        """Open an item of the evidence screen and wait until it is filled."""
        self.go("evidence", item=item)
        page = self.window.surfaces.evidence
        assert page is not None
        self.qtbot.waitUntil(lambda: page.evidence() is not None, timeout=10_000)
        self.qtbot.waitUntil(self.sees_evidence, timeout=10_000)

    def sees_evidence(self) -> bool:
        """Whether the claim or the source turned to is shown with all that is connected with it."""
        page = self.window.surfaces.evidence
        assert page is not None
        pane = {"claim": page.claim_card, "source": page.source_card}.get(page.tab())
        item = pane.item if isinstance(pane, ItemPane) else None
        return pane is None or (item is not None and str(item.card.reference) == page.shown())

    def see_words(self, chapter: str = "gori") -> None:
        """Open the words of a chapter and wait until they are listed."""
        self.go("index", chapter=chapter)
        page = self.window.surfaces.index
        assert page is not None
        self.qtbot.waitUntil(lambda: page.side.findChild(QListView).model().rowCount() > 0, timeout=10_000)

    def practise(self, **choice: str) -> PracticePage:
        """Open flash cards and wait for the first."""
        self.go("practice", **choice)
        page = self.window.surfaces.practice
        assert page is not None
        self.qtbot.waitUntil(page.card.isVisible, timeout=10_000)
        return page

    def answer_cards(self, key: Qt.Key = Qt.Key.Key_1) -> None:
        """Turn and answer each card by keyboard, up to the end."""
        page = self.window.surfaces.practice
        assert page is not None
        while page.end is None:
            self.press(Qt.Key.Key_Space)
            self.press(key)

    def answer_quiz(self, chapter: str) -> None:
        """Open the questions of a chapter and answer the first by keyboard."""
        self.go("quiz", chapter=chapter)
        self.type("1")
        self.press(Qt.Key.Key_Return)
        page = self.window.surfaces.quiz
        assert page is not None and page.question is not None
        assert page.question.verdict is not None

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        self.qtbot.keyClick(self.focus() or self.window, key, modifier)

    def type(self, text: str) -> None:
        """Type letters wherever the keyboard is."""
        self.qtbot.keyClicks(self.focus() or self.window, text)

    def command(self, name: str) -> None:
        """Use an action of the window."""
        self.window.actions_by_name[name].trigger()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press a control."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def follow(self, scheme: str) -> None:
        """Activate the first reference of a kind in the chapter shown."""
        page = self.reader.view.page
        assert page is not None
        span = next(each for each in page.references() if each.reference.scheme == scheme)
        self.reader.view.references.activate(span)

    def chapter(self) -> str:
        """Id of the chapter on the page."""
        chapter = self.reader.view.chapter
        return chapter.summary.id if chapter is not None else ""
