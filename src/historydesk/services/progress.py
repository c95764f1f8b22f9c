"""What the person leaves behind, written in the background."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from historydesk.domain.location import Location
from historydesk.domain.records import Judgement, ReadingPlace
from historydesk.domain.values import dataclass
from historydesk.errors import RecordsError
from historydesk.services.tasks import TaskRunner
from historydesk.store.loading import load_records_store

if TYPE_CHECKING:
    from historydesk.domain.quiz import KeptAnswer
    from historydesk.store.records import RecordsStore

PAUSE_MS = 400
"""Reading goes on for this long before what it left is written."""


_Judgements = dict[str, Judgement]


class _Batch:
    """What is written together."""

    def __init__(self) -> None:
        self.places: dict[str, ReadingPlace] = {}
        self.settings: dict[str, str] = {}
        self.location: Location | None = None
        self.answers: dict[tuple[str, str], KeptAnswer] = {}
        self.judgements: _Judgements = {}
        self.known: dict[str, bool] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not any(vars(self).values())

    def put_under(self, newer: _Batch) -> None:
        """What could not be written waits with the ``newer``, unless that says otherwise of the same."""
        newer.places = self.places | newer.places
        newer.settings = self.settings | newer.settings
        newer.location = newer.location or self.location
        newer.answers = self.answers | newer.answers
        newer.judgements = self.judgements | newer.judgements
        newer.known = self.known | newer.known

    def write(self, store: RecordsStore, pack: str) -> None:
        """Write all of it; raises RecordsError."""
        for place in self.places.values():
            store.save_place(pack, place)
        for key, text in self.settings.items():
            store.save_setting(key, text)
        if self.location is not None:
            store.save_last_location(pack, self.location)
        for answer in self.answers.values():
            store.save_answer(pack, answer)
        for judgement in self.judgements.values():
            store.save_judgement(pack, judgement)
        if self.known:
            store.save_known_terms(pack, self.known)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read when the records were opened."""

    places: dict[str, ReadingPlace]
    answers: dict[str, dict[str, KeptAnswer]]
    judgements: _Judgements
    known: frozenset[str]


class Progress(QObject):
    """Places in chapters, the last location, settings, answers, judgements, known terms; owned by the root.

    Everything is kept in memory first; the store is opened and written in the background. When it can't be,
    ``trouble`` is emitted, reading goes on, and what waits is tried again with the next thing to keep. Without a
    ``path`` (at a kiosk) nothing is read, and nothing outlives the program.
    """

    places_loaded = Signal()
    place_changed = Signal(object)
    answers_changed = Signal()
    judgements_changed = Signal()
    opened = Signal()
    set_aside = Signal(str)
    trouble = Signal(object)

    def __init__(
        self, path: Path | None, pack: str, tasks: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path, self._pack, self._tasks = path, pack, tasks
        self._store: RecordsStore | None = None
        self._places: dict[str, ReadingPlace] = {}
        self._answers: dict[str, dict[str, KeptAnswer]] = {}
        self._judgements: _Judgements = {}
        self._known: dict[str, bool] = {}
        self._dirty = _Batch()
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
    def known_terms(self) -> frozenset[str]:
        """The terms that were known when they were practised, by id."""
        return frozenset(term for term, is_known in self._known.items() if is_known)

    @property
    def is_open(self) -> bool:
        """Whether the records can be written."""
        return self._store is not None

    def open(self) -> None:
        """Open the records in the background and read the places of this pack."""
        if self._path is None:
            self.places_loaded.emit()
            self.opened.emit()
        else:
            self._tasks.run(partial(self._open, self._path), self._on_opened, self._on_trouble)

    def save_place(self, place: ReadingPlace) -> None:
        """A chapter was read up to here; what was finished stays finished, the share never shrinks."""
        before = self._places.get(place.chapter)
        if before is not None:
            share = max(before.share, place.share)
            place = ReadingPlace(place.chapter, place.passage, share, before.finished or place.finished)
        if place == before:
            return
        self._places[place.chapter] = place
        self._dirty.places[place.chapter] = place
        self.place_changed.emit(place)
        self._later()

    def save_answer(self, answer: KeptAnswer) -> None:
        """A question was answered; the answer before it is forgotten."""
        self._answers.setdefault(answer.chapter, {})[answer.question] = answer
        self._dirty.answers[answer.chapter, answer.question] = answer
        self.answers_changed.emit()
        # At once: a crash should not take it along, and nobody answers so fast that this would be a burden.
        self._flush()

    def save_judgement(self, judgement: Judgement) -> None:
        """A judgement of a debate was placed, or taken back."""
        self._judgements[judgement.debate] = self._dirty.judgements[judgement.debate] = judgement
        self.judgements_changed.emit()
        self._later()

    def save_known_terms(self, terms: Mapping[str, bool]) -> None:
        """Of these terms it was seen whether they are known."""
        self._known.update(terms)
        self._dirty.known.update(terms)
        self._later()

    def save_location(self, location: Location) -> None:
        """The person is here now; the next start opens it."""
        self._dirty.location = location
        self._later()

    def save_setting(self, key: str, text: str) -> None:
        """A setting was chosen."""
        self._dirty.settings[key] = text
        self._later()

    def close(self) -> None:
        """Write what waits, here and now, and let go of the file; the task runner must have ended."""
        self._timer.stop()
        if self._store is not None:
            # What was handed to the worker and did not come back may never have been written.
            waiting = [*self._writing, batch] if (batch := self._take()) is not None else [*self._writing]
            try:
                for each in waiting:
                    each.write(self._store, self._pack)
                self._store.close()
            except RecordsError as fault:
                self._on_trouble(fault)
            self._store = None

    def _later(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _open(self, path: Path) -> tuple[RecordsStore, _Kept]:
        store = load_records_store(path)
        pack = self._pack
        kept = _Kept(store.places(pack), store.answers(pack), store.judgements(pack), store.known_terms(pack))
        return store, kept

    def _on_opened(self, opened: tuple[RecordsStore, _Kept]) -> None:
        self._store, kept = opened
        self._judgements = {**kept.judgements, **self._judgements}
        self._places = {**kept.places, **self._places}
        self._known = {**dict.fromkeys(kept.known, True), **self._known}
        answers = dict(kept.answers)
        for chapter, fresh in self._answers.items():
            answers[chapter] = {**answers.get(chapter, {}), **fresh}
        self._answers = answers
        self.places_loaded.emit()
        if answers:
            self.answers_changed.emit()
        if kept.judgements:
            self.judgements_changed.emit()
        if self._store.message:
            self.set_aside.emit(self._store.message)
        self.opened.emit()
        if not self._dirty.is_empty:
            self._later()

    def _take(self) -> _Batch | None:
        if self._dirty.is_empty:
            return None
        batch, self._dirty = self._dirty, _Batch()
        return batch

    @Slot()
    def _flush(self) -> None:
        store = self._store
        if store is None or (batch := self._take()) is None:
            return
        self._writing.append(batch)

        def write() -> None:
            batch.write(store, self._pack)

        def written(_nothing: None) -> None:
            self._writing.remove(batch)

        def failed(fault: BaseException) -> None:
            self._writing.remove(batch)
            batch.put_under(self._dirty)
            self._on_trouble(fault)

        self._tasks.run(write, written, failed)

    def _on_trouble(self, fault: BaseException) -> None:
        self.trouble.emit(fault)
