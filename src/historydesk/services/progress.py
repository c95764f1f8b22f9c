"""What the person leaves behind, written in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from historydesk.domain.location import Location
from historydesk.domain.records import Judgement, ReadingPlace
from historydesk.errors import RecordsError
from historydesk.services.tasks import TaskRunner
from historydesk.store.loading import load_records_store

if TYPE_CHECKING:
    from historydesk.domain.quiz import KeptAnswer
    from historydesk.store.records import RecordsStore

PAUSE_MS = 400
"""Reading goes on for this long before what it left is written."""


_Answers = dict[tuple[str, str], "KeptAnswer"]
_Judgements = dict[str, Judgement]
_Batch = tuple[list[ReadingPlace], dict[str, str], Location | None, _Answers, _Judgements]
"""What is written together: places, settings, the last location, answers to questions, judgements of debates."""

_Kept = tuple[dict[str, ReadingPlace], dict[str, dict[str, "KeptAnswer"]], _Judgements]


class Progress(QObject):
    """Place in each chapter, the last location, settings, answers, judgements; owned by the composition root.

    Everything is kept in memory first; the store is opened and written in the background. When it can't be,
    ``trouble`` is emitted, reading goes on, and what waits is tried again with the next thing to keep.
    """

    places_loaded = Signal()
    place_changed = Signal(object)
    answers_changed = Signal()
    judgements_changed = Signal()
    opened = Signal()
    set_aside = Signal(str)
    trouble = Signal(object)

    def __init__(self, path: Path, pack: str, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._pack, self._tasks = path, pack, tasks
        self._store: RecordsStore | None = None
        self._places: dict[str, ReadingPlace] = {}
        self._dirty_places: dict[str, ReadingPlace] = {}
        self._dirty_settings: dict[str, str] = {}
        self._dirty_location: Location | None = None
        self._answers: dict[str, dict[str, KeptAnswer]] = {}
        self._dirty_answers: _Answers = {}
        self._judgements: _Judgements = {}
        self._dirty_judgements: _Judgements = {}
        self._writing: list[_Batch] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._flush)

    @property
    def places(self) -> dict[str, ReadingPlace]:
        """How far each chapter was read, by chapter id."""
        return dict(self._places)

    @property
    def answers(self) -> dict[str, dict[str, KeptAnswer]]:
        """The answers kept, by chapter id and question id."""
        return {chapter: dict(answers) for chapter, answers in self._answers.items()}

    @property
    def judgements(self) -> dict[str, Judgement]:
        """The judgements of debates, by debate id."""
        return {debate: each for debate, each in self._judgements.items() if each.position}

    @property
    def is_open(self) -> bool:
        """Whether the records can be written."""
        return self._store is not None

    def open(self) -> None:
        """Open the records in the background and read the places of this pack."""
        self._tasks.run(self._open, self._on_opened, self._on_trouble)

    def save_place(self, place: ReadingPlace) -> None:
        """A chapter was read up to here; what was finished stays finished, the share never shrinks."""
        before = self._places.get(place.chapter)
        if before is not None:
            share = max(before.share, place.share)
            place = ReadingPlace(place.chapter, place.passage, share, before.finished or place.finished)
        if place == before:
            return
        self._places[place.chapter] = place
        self._dirty_places[place.chapter] = place
        self.place_changed.emit(place)
        self._later()

    def save_answer(self, answer: KeptAnswer) -> None:
        """A question was answered; the answer before it is forgotten."""
        self._answers.setdefault(answer.chapter, {})[answer.question] = answer
        self._dirty_answers[answer.chapter, answer.question] = answer
        self.answers_changed.emit()
        self._later()

    def save_judgement(self, judgement: Judgement) -> None:
        """A judgement of a debate was placed, or taken back."""
        self._judgements[judgement.debate] = self._dirty_judgements[judgement.debate] = judgement
        self.judgements_changed.emit()
        self._later()

    def save_location(self, location: Location) -> None:
        """The person is here now; the next start opens it."""
        self._dirty_location = location
        self._later()

    def save_setting(self, key: str, text: str) -> None:
        """A setting was chosen."""
        self._dirty_settings[key] = text
        self._later()

    def close(self) -> None:
        """Write what waits, here and now, and let go of the file; the task runner must have ended."""
        self._timer.stop()
        if self._store is not None:
            # What was handed to the worker and did not come back may never have been written.
            waiting = [*self._writing, batch] if (batch := self._take()) is not None else [*self._writing]
            try:
                for each in waiting:
                    self._write(self._store, *each)
                self._store.close()
            except RecordsError as fault:
                self._on_trouble(fault)
            self._store = None

    def _later(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _open(self) -> tuple[RecordsStore, _Kept]:
        store = load_records_store(self._path)
        return store, (store.places(self._pack), store.answers(self._pack), store.judgements(self._pack))

    def _on_opened(self, opened: tuple[RecordsStore, _Kept]) -> None:
        self._store, (stored, answers, judgements) = opened
        self._judgements = {**judgements, **self._judgements}
        self._places = {**stored, **self._places}
        for chapter, fresh in self._answers.items():
            answers[chapter] = {**answers.get(chapter, {}), **fresh}
        self._answers = answers
        self.places_loaded.emit()
        if answers:
            self.answers_changed.emit()
        if judgements:
            self.judgements_changed.emit()
        if self._store.message:
            self.set_aside.emit(self._store.message)
        self.opened.emit()
        if self._has_dirt:
            self._later()

    @property
    def _has_dirt(self) -> bool:
        return bool(
            self._dirty_places
            or self._dirty_settings
            or self._dirty_location
            or self._dirty_answers
            or self._dirty_judgements
        )

    def _take(self) -> _Batch | None:
        if not self._has_dirt:
            return None
        places = list(self._dirty_places.values())
        judged = self._dirty_judgements
        batch = (places, self._dirty_settings, self._dirty_location, self._dirty_answers, judged)
        self._dirty_places, self._dirty_settings, self._dirty_location = {}, {}, None
        self._dirty_answers, self._dirty_judgements = {}, {}
        return batch

    @Slot()
    def _flush(self) -> None:
        store = self._store
        if store is None or (batch := self._take()) is None:
            return
        self._writing.append(batch)

        def write() -> None:
            self._write(store, *batch)

        def written(_nothing: None) -> None:
            self._writing.remove(batch)

        def failed(fault: BaseException) -> None:
            self._writing.remove(batch)
            self._put_back(*batch)
            self._on_trouble(fault)

        self._tasks.run(write, written, failed)

    def _put_back(
        self,
        places: list[ReadingPlace],
        settings: dict[str, str],
        last: Location | None,
        answers: _Answers,
        judgements: _Judgements,
    ) -> None:
        """What could not be written waits for the next occasion, unless something newer does."""
        for place in places:
            self._dirty_places.setdefault(place.chapter, place)
        self._dirty_settings = settings | self._dirty_settings
        self._dirty_location = self._dirty_location or last
        self._dirty_answers = answers | self._dirty_answers
        self._dirty_judgements = judgements | self._dirty_judgements

    def _write(  # noqa: PLR0917 - the parts of a batch
        self,
        store: RecordsStore,
        places: list[ReadingPlace],
        settings: dict[str, str],
        last: Location | None,
        answers: _Answers,
        judgements: _Judgements,
    ) -> None:
        for place in places:
            store.save_place(self._pack, place)
        for key, text in settings.items():
            store.save_setting(key, text)
        if last is not None:
            store.save_last_location(self._pack, last)
        for answer in answers.values():
            store.save_answer(self._pack, answer)
        for judgement in judgements.values():
            store.save_judgement(self._pack, judgement)

    def _on_trouble(self, fault: BaseException) -> None:
        self.trouble.emit(fault)
