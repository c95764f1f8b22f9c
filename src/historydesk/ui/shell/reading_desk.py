"""Keeps reader page, companion map and strip on the chapter and passage being read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from historydesk.domain.chapter import Chapter, Passage
from historydesk.domain.location import Location
from historydesk.domain.pack import ChapterSummary
from historydesk.domain.records import ReadingPlace
from historydesk.domain.reference import Reference
from historydesk.errors import HistoryDeskError
from historydesk.services.services import Services
from historydesk.ui.map.companion_map import CompanionMap
from historydesk.ui.reader.reader_page import ReaderPage
from historydesk.ui.shell.desk import Desk
from historydesk.ui.timeline.timeline_strip import TimelineStrip

WINDOW = 60
"""Lines of the contents brought before and after the chapter; more as one scrolls."""

FINISHED = 0.98
"""Share of a chapter from which it counts as read."""

DEFAULT_YEAR = 1929
"""Shown by the map beside a chapter without a time."""

REST_MS = 250
"""How long reading rests on a passage before the map follows."""

READ_MS = 15_000
"""A page that stays open so long counts as read, though nobody scrolled."""


class ReadingDesk(Desk):
    """Brings chapters to the page and notes how far they were read; owned by the window.

    ``settled`` tells where the person reads now, once scrolling rests.
    """

    settled = Signal(Location)

    sized_first = True

    def __init__(
        self,
        services: Services,
        page: ReaderPage,
        companion: CompanionMap,
        strip: TimelineStrip,
        parent: QObject,
    ) -> None:
        super().__init__(services, page, parent)
        self._page, self._companion, self._strip = page, companion, strip
        self._chapter: Chapter | None = None
        self._passage = ""
        self._titles: dict[Reference, str] = {}
        self._share = 0.0
        self._is_read = False
        self._has_plates = False
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(READ_MS)
        self._stay.timeout.connect(self._on_read)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        library = services.library
        page.set_figure_loader(library.figure)
        page.set_pack_line(library.info.title)
        page.set_titles(self._title)
        page.set_entries(library.entry)
        page.passage_reached.connect(self._on_passage)
        page.progress_changed.connect(self._on_progress)
        page.view.scrolled.connect(self._on_read)
        page.contents_window_requested.connect(self._on_window)
        services.progress.places_loaded.connect(self._show_progress)
        services.progress.place_changed.connect(self._on_place_changed)
        services.progress.answers_changed.connect(self._on_answers)
        strip.set_events(library.strip_events())
        self._connect()

    def _connect(self) -> None:
        """What the page, its map and its strip ask for."""
        page, companion = self._page, self._companion
        page.reference_activated.connect(self.reference_requested)
        page.reference_hovered.connect(self.reference_hovered)
        page.hover_left.connect(self.hover_left)
        page.chapter_requested.connect(self._on_chapter)
        page.quiz_requested.connect(self._on_quiz)
        page.words_requested.connect(self._on_words)
        companion.place_chosen.connect(self._on_place)
        companion.place_requested.connect(self._on_more)
        companion.reference_requested.connect(self._on_reference)
        companion.journey_requested.connect(self._on_journey)
        self._strip.event_requested.connect(self._on_event)

    @property
    def chapter(self) -> Chapter | None:
        """The chapter on the page."""
        return self._chapter

    def open(self, location: Location, position: object) -> None:
        """Open a chapter at a passage, or exactly as it was left; raises ``UnknownItemError``."""
        chapter = self._services.library.chapter(location.chapter)
        if chapter is not self._chapter:
            self._open(chapter)
        self._show_quizzes()
        if not self._restore(position):
            passage = location.passage
            self._page.scroll_to(passage, location.find)
        self._is_read = False
        self._stay.start()
        self._follow(self._page.view.current_passage or location.passage, at_once=True)

    def lay_out_unseen(self) -> None:
        """Contents, text, map and strip get their rooms."""
        self._page.lay_out_unseen()

    def position(self) -> object:
        """What ``show`` needs to bring back exactly this view."""
        view = self._page.view
        return view.verticalScrollBar().value(), view.verticalScrollBar().maximum(), view.viewport().width()

    @property
    def days(self) -> tuple[int, int]:
        """The chapter's time."""
        summary = self._chapter.summary if self._chapter is not None else None
        return (summary.start, summary.end) if summary is not None else (0, 0)

    @property
    def year(self) -> int:
        """The year of the chapter's time, 0 without a chapter."""
        return _year(self._chapter.summary) if self._chapter is not None else 0

    @property
    def passage(self) -> str:
        """The passage being read."""
        return self._page.view.current_passage

    def prepare_neighbours(self) -> None:
        """Let the page lay out the chapters before and after this one."""
        chapter, library = self._chapter, self._services.library
        if chapter is not None and library.is_prepared:
            names = [name for name in (chapter.next, chapter.previous) if name]
            self._page.prepare_neighbours(tuple(library.chapter(name) for name in names))

    def panes(self) -> list[QWidget]:
        """Contents, text, map and strip."""
        return [self._page.contents, self._page.column, self._companion, self._strip]

    def focus(self) -> None:
        """The text, unless the keyboard is in the contents."""
        focused, contents = QApplication.focusWidget(), self._page.contents
        if focused is None or not contents.isAncestorOf(focused) or not contents.isVisible():
            self._page.focus_text()

    def focus_contents(self) -> None:
        """The contents, opened where they are folded away."""
        if self._page.rooms.contents_over:
            self._page.contents_button.setChecked(True)
        self._page.contents.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find(self) -> bool:
        """The find bar of the chapter."""
        self._page.open_find()
        return True

    def take(self, reference: Reference) -> bool:
        """A place is flown to on the map beside the chapter, where there is one."""
        if reference.scheme != "place" or not self._companion.isVisible():
            return False
        self._companion.choose_place(reference.target)
        self._on_place(reference.target)
        return True

    def card_closed(self) -> None:
        """The keyboard goes back to the words that the card was about."""
        if not self._page.isVisible():
            return
        focused = QApplication.focusWidget()
        if focused is None or not focused.isVisible() or self._page.isAncestorOf(focused):
            self._page.focus_reference_return()
        else:
            self._page.view.references.clear_open()

    def forget(self) -> None:
        """Read the contents and the chapter again (another language)."""
        self._strip.set_events(self._services.library.strip_events())
        self._has_plates = False
        self._titles.clear()
        self._chapter = None

    def cite_anew(self) -> None:
        """What the numbers in the text say of their sources."""
        self._titles.clear()
        self._page.set_titles(self._title)

    def on_prepared(self) -> None:
        """Everything can be asked now: name the sources, lay out the neighbours."""
        self._page.set_titles(self._title)
        self._show_quizzes()
        self.prepare_neighbours()
        located = located_passage(self._chapter.passages, self._passage) if self._chapter else None
        if located is not None and "journey:" in located.view:
            self._show_on_map(located, at_once=False)

    def _title(self, reference: Reference) -> str:
        """The short title of a source; "" until the pack is wholly open."""
        library = self._services.library
        if reference not in self._titles:
            if not library.is_prepared:
                return ""
            try:
                self._titles[reference] = library.card(reference).title
            except HistoryDeskError:
                self._titles[reference] = ""
        return self._titles[reference]

    def _restore(self, position: object) -> bool:
        view = self._page.view
        if not isinstance(position, tuple):
            return False
        value, maximum, width = position
        bar = view.verticalScrollBar()
        if value and not bar.maximum() and view.page is not None:
            view.page.lay_out()
        if (maximum, width) != (bar.maximum(), view.viewport().width()):
            return False
        bar.setValue(value)
        return True

    def _open(self, chapter: Chapter) -> None:
        self._rest.stop()
        library = self._services.library
        summary = chapter.summary
        held = self._page.contents.model
        unknown = self._chapter is None or not held.first <= summary.number <= held.last
        self._chapter = chapter
        self._passage, self._share = "", 0.0
        if unknown:
            total = library.info.counts.get("chapters", 0)
            first = max(1, summary.number - WINDOW)
            self._page.set_contents(total, library.contents(first, 2 * WINDOW))
            self._page.set_progress(self._services.progress.places)
        self._page.set_chapter(chapter)
        self._companion.set_places(library.chapter_places(summary.id), _year(summary))
        self._strip.set_span(summary.start, summary.end, summary.span)
        self.prepare_neighbours()

    def _follow(self, passage_id: str, *, at_once: bool = False) -> None:
        self._passage = passage_id
        if at_once:
            self._rest.stop()
            self._on_rest(at_once=True)
        else:
            self._rest.start()

    @Slot(str)
    def _on_passage(self, passage_id: str) -> None:
        self._follow(passage_id)

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        self._share = share
        if share >= FINISHED:
            self._rest.start()

    @Slot()
    def _on_read(self) -> None:
        """The person reads here: from now on this chapter's progress is kept."""
        if not self._is_read and self._page.isVisible():
            self._is_read = True
            self._rest.start()

    @Slot()
    def _on_rest(self, *, at_once: bool = False) -> None:
        chapter = self._chapter
        if chapter is None:
            return
        located = located_passage(chapter.passages, self._passage)
        if located is not None:
            self._show_on_map(located, at_once=at_once)
        id_ = chapter.summary.id
        share = self._page.view.share
        if self._is_read:
            self._services.progress.save_place(ReadingPlace(id_, self._passage, share, share >= FINISHED))
        self.settled.emit(Location("read", id_, self._passage))

    def _show_on_map(self, located: Passage, *, at_once: bool) -> None:
        library = self._services.library
        if library.is_prepared and not self._has_plates:
            # Not at the start: the first passage is shown before the pack is wholly open.
            self._has_plates = True
            self._companion.map.set_plates(library.plates())
        journey = library.journey(_journey_of(located.view))
        if journey is None:
            self._companion.show_places(located.places, located.view, at_once=at_once)
            return
        names = {stop.place for stop in journey.stops}
        stops = [place for place in library.places() if place.id in names]
        self._companion.show_places((), located.view, at_once=at_once, journey=journey, stops=stops)

    @Slot(str)
    def _on_chapter(self, chapter_id: str) -> None:
        self.location_requested.emit(Location("read", chapter=chapter_id))

    @Slot(str)
    def _on_words(self, chapter: str) -> None:
        """The words of the glossary that the chapter uses."""
        self.location_requested.emit(Location("index", chapter=chapter))

    @Slot(str)
    def _on_quiz(self, chapter_id: str) -> None:
        self.location_requested.emit(Location("quiz", chapter=chapter_id))

    @Slot(str)
    def _on_place(self, place_id: str) -> None:
        self._services.library.when_prepared(partial(self._show_place, Reference("place", place_id)))

    def _show_place(self, reference: Reference) -> None:
        self._companion.set_place_card(self._card(reference))

    @Slot(str)
    def _on_more(self, place_id: str) -> None:
        self.location_requested.emit(Location("index", item=f"place:{place_id}"))

    @Slot(str)
    def _on_journey(self, journey: str) -> None:
        self.location_requested.emit(Location("map", item=f"journey:{journey}"))

    @Slot(object)
    def _on_reference(self, reference: Reference) -> None:
        self._ask(reference)

    @Slot(str, QRect)
    def _on_event(self, event_id: str, anchor: QRect) -> None:
        self.reference_requested.emit(Reference("event", event_id), anchor)

    @Slot(int, int)
    def _on_window(self, first: int, count: int) -> None:
        library = self._services.library
        total = library.info.counts.get("chapters", 0)
        self._page.set_contents(total, library.contents(max(1, first), count))

    @Slot()
    def _show_progress(self) -> None:
        self._page.set_progress(self._services.progress.places)

    @Slot()
    def _on_answers(self) -> None:
        if self._page.isVisible():
            self._show_quizzes()

    def _show_quizzes(self) -> None:
        """Say in the contents how many questions, as they are asked now, were answered."""
        library, chapter = self._services.library, self._chapter
        quizzes = {chapter.summary.id: (0, chapter.questions)} if chapter is not None else {}
        answers = self._services.progress.answers
        if answers and library.is_prepared and self._services.policy.remembers:
            from historydesk.domain.quiz_attempt import still_valid

            for name, kept in answers.items():
                questions = library.questions(name)
                quizzes[name] = len(still_valid(questions, kept)), len(questions)
        self._page.set_quizzes(quizzes)

    @Slot(object)
    def _on_place_changed(self, place: ReadingPlace) -> None:
        self._show_progress()


def located_passage(passages: Sequence[Passage], passage_id: str) -> Passage | None:
    """The passage that says where one is: this one, else the last before it, else the first that does."""
    found: Passage | None = None
    reached = not any(each.id == passage_id for each in passages)
    for each in passages:
        if (each.places or "place:" in each.view or "journey:" in each.view) and (
            found is None or not reached
        ):
            found = each
        reached = reached or each.id == passage_id
        if reached and found is not None:
            break
    return found


def _journey_of(view: str) -> str:
    """The journey an author's view names, or ""."""
    named = (part.removeprefix("journey:") for part in view.split() if part.startswith("journey:"))
    return next(named, "")


def _year(summary: ChapterSummary) -> int:
    """The year whose names and borders the map shows beside a chapter: the middle of its time."""
    middle = (summary.start + summary.end) // 2
    return date.fromordinal(middle).year if middle > 0 else DEFAULT_YEAR
