"""The open pack, in the language being read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from historydesk.domain.chapter import Chapter, Use
from historydesk.domain.citation import CitationStyle, style_named
from historydesk.domain.entities import Card, HistoricalEvent, IndexEntry, Journey, MapPlace
from historydesk.domain.pack import ChapterSummary, Home, PackInfo
from historydesk.domain.reference import Reference
from historydesk.errors import PackMissingError, UnknownItemError
from historydesk.services.tasks import TaskRunner
from historydesk.store.loading import load_content_store
from historydesk.store.opening import OpeningStore

if TYPE_CHECKING:
    from historydesk.domain.alliances import Struggle
    from historydesk.domain.chronicle import Chronicle
    from historydesk.domain.evidence import Evidence
    from historydesk.domain.glossary import Glossary
    from historydesk.domain.item_page import ItemPage, Section
    from historydesk.domain.plate import Plate
    from historydesk.domain.quiz import Question
    from historydesk.domain.search import Results
    from historydesk.store.content import ContentStore

Whole = TypeVar("Whole")
_Read = Callable[[Path, str, CitationStyle], Whole]

CHAPTERS_KEPT = 8
"""Chapters read lately, so that Back needs no reading."""


class Library(QObject):
    """Reads the pack: at once through the opening store, wholly once ``prepared`` was emitted.

    Owned by the composition root. Methods that need the content store raise ``PackMissingError`` before it is
    there; ``when_prepared`` waits for it. Opening raises ``PackError``.
    """

    prepared = Signal()
    failed = Signal(object)
    language_changed = Signal(str)
    citations_changed = Signal()

    def __init__(
        self, path: Path, tasks: TaskRunner, language: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._tasks = tasks
        self._opening: OpeningStore | None = OpeningStore(path)
        self._content: ContentStore | None = None
        self._searching: ContentStore | None = None
        self._searcher: TaskRunner | None = None
        self._waiting: list[Callable[[], None]] = []
        self._chapters: dict[tuple[str, str], Chapter] = {}
        self._wholes: dict[str, Any] = {}
        self._journeys: tuple[Journey, ...] | None = None
        self.info: PackInfo = self._opening.info()
        tags = [each.tag for each in self.info.languages]
        self.language = language if language in tags else (tags[0] if tags else "")
        self.style: CitationStyle = style_named("")

    # -- opening --------------------------------------------------------------------------------

    @property
    def is_prepared(self) -> bool:
        """Whether everything can be asked."""
        return self._content is not None

    def prepare(self) -> None:
        """Open the content store in the background; ``prepared`` or ``failed`` follows."""
        self._tasks.run(self._open_content, self._on_opened, self.failed.emit)

    def verify(self) -> None:
        """Compare the whole file with its hash in the background; ``failed`` follows when it was altered."""
        path = self.path

        def check() -> None:
            from historydesk.store.pack_file import verify_hash

            verify_hash(path)

        self._tasks.run(check, None, self.failed.emit)

    def when_prepared(self, then: Callable[[], None]) -> None:
        """Call ``then`` now, or as soon as the content store is open."""
        if self.is_prepared:
            then()
        else:
            self._waiting.append(then)

    @property
    def is_searching(self) -> bool:
        """Whether a search runs, or the page of an item is brought together."""
        return self._searcher is not None and self._searcher.is_busy

    def close(self) -> None:
        """Let go of the file; the task runners must have ended."""
        if self._searcher is not None:
            self._searcher.close()
        for store in (self._opening, self._content, self._searching):
            if store is not None:
                store.close()
        self._opening = self._content = self._searching = None
        self._waiting = []

    def set_language(self, language: str) -> None:
        """Read in another language of the pack."""
        tags = [each.tag for each in self.info.languages]
        if language in tags and language != self.language:
            self.language = language
            self._chapters.clear()
            self._wholes.clear()
            self._journeys = None
            self.language_changed.emit(language)

    def set_citations(self, style: str) -> None:
        """Cite sources in another style."""
        chosen = style_named(style)
        if chosen == self.style:
            return
        self.style = chosen
        if self._content is not None:
            self._content.set_style(chosen)
        for topic in ("struggle", "evidence"):
            self._wholes.pop(topic, None)
        self.citations_changed.emit()

    def _open_content(self) -> ContentStore:
        store = load_content_store(self.path)
        store.contents(self.language, 1, 1)
        return store

    def _on_opened(self, store: ContentStore) -> None:
        if self._opening is None:
            store.close()
            return
        store.set_style(self.style)
        self._content = store
        self._opening.close()
        self._opening = None
        waiting, self._waiting = self._waiting, []
        self.prepared.emit()
        for then in waiting:
            then()

    @property
    def _reader(self) -> OpeningStore | ContentStore:
        reader = self._content or self._opening
        if reader is None:
            raise PackMissingError("The pack was closed.", "Start the program again.", path=self.path)
        return reader

    @property
    def _whole(self) -> ContentStore:
        if self._content is None:
            raise PackMissingError(
                "The pack is still being opened.", "Try again in a moment.", path=self.path
            )
        return self._content

    # -- what the first screen asks -------------------------------------------------------------

    def home(self) -> Home:
        """The home page."""
        return self._reader.home(self.language)

    def contents(self, first: int, count: int) -> tuple[ChapterSummary, ...]:
        """Lines of the contents from chapter number ``first`` on."""
        return self._reader.contents(self.language, first, count)

    def chapter(self, chapter_id: str) -> Chapter:
        """A whole chapter; raises ``UnknownItemError``."""
        key = (self.language, chapter_id)
        chapter = self._chapters.pop(key, None) or self._reader.chapter(self.language, chapter_id)
        self._chapters[key] = chapter
        while len(self._chapters) > CHAPTERS_KEPT:
            del self._chapters[next(iter(self._chapters))]
        return chapter

    def chapter_places(self, chapter_id: str) -> tuple[MapPlace, ...]:
        """The places a chapter names, in reading order."""
        return self._reader.chapter_places(self.language, chapter_id)

    def strip_events(self) -> tuple[HistoricalEvent, ...]:
        """Events of the timeline strip."""
        return self._reader.strip_events(self.language)

    # -- what waits for the content store -------------------------------------------------------

    def card(self, reference: Reference) -> Card:
        """What a popup shows of an item; raises ``UnknownItemError``."""
        return self._whole.card(self.language, reference)

    def entry(self, reference: Reference) -> str:
        """The entry of a source in plain words; "" while it cannot be asked, or when there is none."""
        return self._content.entry(reference.target) if self._content is not None else ""

    def uses(self, reference: Reference) -> tuple[Use, ...]:
        """The passages that name an item."""
        return self._whole.uses(self.language, reference)

    def index(self, kind: str) -> tuple[IndexEntry, ...]:
        """All items of a kind."""
        return self._whole.index(self.language, kind)

    def places(self) -> tuple[MapPlace, ...]:
        """All places."""
        return self._whole.places(self.language)

    def events(self) -> tuple[HistoricalEvent, ...]:
        """All events."""
        return self._whole.events(self.language)

    def journeys(self) -> tuple[Journey, ...]:
        """All journeys; kept, for passages ask for theirs while one scrolls."""
        if self._journeys is None:
            self._journeys = self._whole.journeys(self.language)
        return self._journeys

    def plates(self) -> tuple[Plate, ...]:
        """All plates of cities."""
        return self._whole.plates(self.language)

    def journey(self, journey_id: str) -> Journey | None:
        """One journey, once everything can be asked; ``None`` when there is none of this id."""
        if not journey_id or not self.is_prepared:
            return None
        return next((each for each in self.journeys() if each.id == journey_id), None)

    # -- what is read whole, aside --------------------------------------------------------------

    def load_chronicle(self, done: Callable[[Chronicle], None]) -> None:
        """Read all that the timeline shows: see ``_load``."""
        self._load("chronicle", _read_chronicle, done)

    def load_struggle(self, done: Callable[[Struggle], None]) -> None:
        """Read who stood with whom: see ``_load``."""
        self._load("struggle", _read_struggle, done)

    def load_evidence(self, done: Callable[[Evidence], None]) -> None:
        """Read all that the evidence screen lists: see ``_load``."""
        self._load("evidence", _read_evidence, done)

    def load_glossary(self, done: Callable[[Glossary], None]) -> None:
        """Read all terms, and where they are used: see ``_load``."""
        self._load("glossary", _read_glossary, done)

    def _load(self, topic: str, read: _Read[Whole], done: Callable[[Whole], None]) -> None:
        """Read something in a thread and a connection of its own; at once when it was read.

        When the language or the style of citations changes meanwhile, only the newest wish is answered.
        """
        if topic in self._wholes:
            done(self._wholes[topic])
            return
        if not self.is_prepared:
            self.when_prepared(partial(self._load, topic, read, done))
            return
        language, style = self.language, self.style

        def keep(whole: Whole) -> None:
            if (language, style) == (self.language, self.style):
                self._wholes[topic] = whole
                done(whole)
            else:
                self._load(topic, read, done)

        self._tasks.run(partial(read, self.path, language, style), keep, self.failed.emit, topic=topic)

    # -- one by one -----------------------------------------------------------------------------

    def questions(self, chapter_id: str) -> tuple[Question, ...]:
        """The questions at the end of a chapter."""
        return self._whole.questions(self.language, chapter_id)

    def figure(self, path: str) -> bytes:
        """The bytes of a picture of the pack; empty when there is none."""
        if self._content is None:
            return b""
        try:
            return self._content.figure(path)[1]
        except UnknownItemError:
            return b""

    def search(self, query: str, done: Callable[[Results], None]) -> None:
        """Search in a thread and a connection of its own; only the newest query is answered.

        Before the pack is wholly open the query waits (and an empty answer never comes early).
        """
        if not self.is_prepared:
            self.when_prepared(lambda: self.search(query, done))
            return
        language, style = self.language, self.style
        self._need_searcher().run(
            lambda: self._aside(style).search(language, query), done, self.failed.emit, topic="search"
        )

    def load_item(
        self,
        reference: Reference,
        shown: Mapping[Section, int],
        done: Callable[[ItemPage], None],
        refused: Callable[[UnknownItemError], None],
    ) -> None:
        """Bring together what is connected with an item, beside the searches; only the newest wish is answered.

        ``shown`` says of which sections more than the first few entries are wanted. ``refused`` is called when
        the pack has no such item.
        """
        if not self.is_prepared:
            self.when_prepared(partial(self.load_item, reference, shown, done, refused))
            return
        language, style = self.language, self.style

        def failed(fault: BaseException) -> None:
            if isinstance(fault, UnknownItemError):
                refused(fault)
            else:
                self.failed.emit(fault)

        self._need_searcher().run(
            lambda: self._aside(style).item(language, reference, shown), done, failed, topic="item"
        )

    def _need_searcher(self) -> TaskRunner:
        if self._searcher is None:
            self._searcher = TaskRunner(self, name="search")
        return self._searcher

    def _aside(self, style: CitationStyle) -> ContentStore:
        """The store of the searching thread, opened there; it cites in this style."""
        if self._searching is None:
            self._searching = load_content_store(self.path)
        self._searching.set_style(style)
        return self._searching


def _read_chronicle(path: Path, language: str, _style: CitationStyle) -> Chronicle:
    with load_content_store(path) as store:
        return store.chronicle(language)


def _read_struggle(path: Path, language: str, style: CitationStyle) -> Struggle:
    from historydesk.store.people import read_struggle

    return read_struggle(path, language, style)


def _read_evidence(path: Path, language: str, style: CitationStyle) -> Evidence:
    from historydesk.store.evidence import read_evidence

    return read_evidence(path, language, style)


def _read_glossary(path: Path, language: str, _style: CitationStyle) -> Glossary:
    from historydesk.store.glossary import read_glossary

    return read_glossary(path, language)
