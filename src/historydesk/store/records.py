"""The reader's own records: settings, places, bookmarks, in a second SQLite file."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, create_engine, delete, event, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from historydesk.domain.location import Location
from historydesk.domain.quiz import KeptAnswer
from historydesk.domain.records import Bookmark, Judgement, ReadingPlace
from historydesk.errors import RecordsError
from historydesk.store import records_file
from historydesk.store.records_file import BUSY_SECONDS, DAMAGED, RECORDS_ID, RECORDS_VERSION
from historydesk.store.records_opening import location_of
from historydesk.store.records_tables import (
    BookmarkRow,
    JudgementRow,
    KnownTermRow,
    LastLocationRow,
    QuizAnswerRow,
    ReadingPlaceRow,
    RecordsTable,
    SettingRow,
)


class RecordsStore:
    """Keeps what a person leaves behind; opened in a worker, owned by the library.

    Opening makes the file, or brings it to the current version with a copy kept, or sets a damaged or newer
    one aside: ``message`` then says so. What a ``save_…`` returned from is on the disk. On a folder that
    cannot be written reading gives what there is and writing raises RecordsError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.message = ""
        self._readable = False
        self._is_old = False
        self._engine = create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=NullPool,
        )
        event.listen(self._engine, "connect", _set_up)
        try:
            self._prepare()
        except RecordsError as fault:
            self.message = self.message or str(fault)

    def close(self) -> None:
        """Nothing stays open between calls; this ends the engine."""
        self._engine.dispose()

    # -- settings ------------------------------------------------------------------------------------------

    def settings(self) -> dict[str, str]:
        """All settings that were saved."""
        return dict(map(tuple, self._read(select(SettingRow.key, SettingRow.value))))

    def save_setting(self, key: str, value: str) -> None:
        """Keep one setting."""
        statement = insert(SettingRow).values(key=key, value=value)
        self._write(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    # -- places --------------------------------------------------------------------------------------------

    def places(self, pack: str) -> dict[str, ReadingPlace]:
        """How far each chapter of a pack was read, by chapter id."""
        columns = (
            ReadingPlaceRow.chapter,
            ReadingPlaceRow.passage,
            ReadingPlaceRow.share,
            ReadingPlaceRow.finished,
        )
        found = self._read(select(*columns).where(ReadingPlaceRow.pack == pack))
        return {row[0]: ReadingPlace(*row) for row in found}

    def save_place(self, pack: str, place: ReadingPlace) -> None:
        """Keep how far a chapter was read."""
        values = {"passage": place.passage, "share": place.share, "finished": place.finished}
        statement = insert(ReadingPlaceRow).values(pack=pack, chapter=place.chapter, **values)
        self._write(statement.on_conflict_do_update(index_elements=["pack", "chapter"], set_=values))

    def last_location(self, pack: str) -> Location | None:
        """Where the person was last; ``None`` when never."""
        row = LastLocationRow
        found = self._read(select(row.screen, row.chapter, row.passage, row.item).where(row.pack == pack))
        return location_of(found[0]) if found else None

    def save_last_location(self, pack: str, location: Location) -> None:
        """Keep where the person is (not the words they searched for)."""
        values = {
            "screen": location.screen,
            "chapter": location.chapter,
            "passage": location.passage,
            "item": location.item,
        }
        statement = insert(LastLocationRow).values(pack=pack, **values)
        self._write(statement.on_conflict_do_update(index_elements=["pack"], set_=values))

    # -- quizzes -------------------------------------------------------------------------------------------

    def answers(self, pack: str) -> dict[str, dict[str, KeptAnswer]]:
        """The answers kept of a pack, by chapter id and question id."""
        row = QuizAnswerRow
        columns = (row.chapter, row.question, row.fingerprint, row.attempt, row.given, row.right)
        found: dict[str, dict[str, KeptAnswer]] = {}
        for chapter, question, print_, attempt, given, right in self._read(
            select(*columns).where(row.pack == pack).order_by(row.chapter, row.question)
        ):
            kept = KeptAnswer(chapter, question, print_, attempt, _given(given), right)
            found.setdefault(chapter, {})[question] = kept
        return found

    def save_answer(self, pack: str, answer: KeptAnswer) -> None:
        """Keep an answer in place of the one given before."""
        values = {
            "fingerprint": answer.fingerprint,
            "attempt": answer.attempt,
            "given": json.dumps(answer.given, ensure_ascii=False),
            "right": answer.right,
        }
        keys = {"pack": pack, "chapter": answer.chapter, "question": answer.question}
        statement = insert(QuizAnswerRow).values(**keys, **values)
        self._write(statement.on_conflict_do_update(index_elements=list(keys), set_=values))

    # -- judgements ----------------------------------------------------------------------------------------

    def judgements(self, pack: str) -> dict[str, Judgement]:
        """The judgements placed in a pack, by debate id."""
        columns = (JudgementRow.debate, JudgementRow.position, JudgementRow.made)
        found = self._read(select(*columns).where(JudgementRow.pack == pack))
        return {row[0]: Judgement(*row) for row in found}

    def save_judgement(self, pack: str, judgement: Judgement) -> None:
        """Keep a judgement in place of the one before; position "" takes it back."""
        row = JudgementRow
        if not judgement.position:
            self._write(delete(row).where(row.pack == pack, row.debate == judgement.debate))
            return
        values = {"position": judgement.position, "made": judgement.made}
        statement = insert(row).values(pack=pack, debate=judgement.debate, **values)
        self._write(statement.on_conflict_do_update(index_elements=["pack", "debate"], set_=values))

    # -- practice ------------------------------------------------------------------------------------------

    def known_terms(self, pack: str) -> frozenset[str]:
        """The terms of a pack that were known when they were practised, by id."""
        return frozenset(
            row[0] for row in self._read(select(KnownTermRow.term).where(KnownTermRow.pack == pack))
        )

    def save_known_terms(self, pack: str, terms: Mapping[str, bool]) -> None:
        """Keep of each of these terms whether it is known."""
        row = KnownTermRow
        known = [{"pack": pack, "term": term} for term, is_known in terms.items() if is_known]
        if known:
            self._write(insert(row).on_conflict_do_nothing(), known)
        unknown = [{"its_pack": pack, "its_term": term} for term, is_known in terms.items() if not is_known]
        if unknown:
            which = (row.pack == bindparam("its_pack")) & (row.term == bindparam("its_term"))
            self._write(delete(row).where(which), unknown)

    # -- bookmarks -----------------------------------------------------------------------------------------

    def bookmarks(self, pack: str) -> tuple[Bookmark, ...]:
        """The bookmarks of a pack, oldest first."""
        columns = (BookmarkRow.chapter, BookmarkRow.passage, BookmarkRow.made)
        found = self._read(select(*columns).where(BookmarkRow.pack == pack).order_by(BookmarkRow.id))
        return tuple(Bookmark(*row) for row in found)

    def add_bookmark(self, pack: str, chapter: str, passage: str) -> None:
        """Mark a passage; marking it twice changes nothing."""
        made = datetime.now(UTC).isoformat(timespec="seconds")
        statement = insert(BookmarkRow).values(pack=pack, chapter=chapter, passage=passage, made=made)
        self._write(statement.on_conflict_do_nothing())

    def remove_bookmark(self, pack: str, chapter: str, passage: str) -> None:
        """Take a mark away, if it is there."""
        row = BookmarkRow
        self._write(delete(row).where(row.pack == pack, row.chapter == chapter, row.passage == passage))

    # -- the file ------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        found = records_file.version(self.path)
        if found != 0 and not isinstance(found, str) and not self._is_sound():
            found = DAMAGED
        if isinstance(found, str):
            self.message = records_file.set_aside(self.path, found)
            found = 0
        self._readable = found != 0
        if found < RECORDS_VERSION:
            self._is_old = self._readable
            self._upgrade(found)
            self._readable, self._is_old = True, False

    def _upgrade(self, found: int) -> None:
        """Migrate a copy and put it in the file's place, so that a crash leaves either the old or the new."""
        work = self.path.with_name(f".{self.path.name}.upgrading-{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            work.unlink(missing_ok=True)
            if found:
                backup = self.path.with_name(
                    f"{self.path.stem}.before-version-{RECORDS_VERSION}{self.path.suffix}"
                )
                _copy(self.path, backup)
                _copy(self.path, work)
            elif records_file.journal_of(self.path).exists():
                # the journal of a file that is gone would be played back into the new one
                records_file.set_aside(self.path, DAMAGED)
            if found:
                from historydesk.store.records_migration import migrate

                migrate(work)
            else:
                _make(work)
            with work.open("rb+") as file:
                os.fsync(file.fileno())
            work.replace(self.path)
        except (OSError, sqlite3.Error, DBAPIError) as fault:
            raise _cannot_keep(self.path) from fault
        except Exception as fault:
            if not type(fault).__module__.startswith("alembic"):
                raise
            raise RecordsError(
                "Your place and settings cannot be kept: a part of the program is missing.",
                "Reinstall the program.",
                path=self.path,
            ) from fault
        finally:
            for leftover in (work, records_file.journal_of(work)):
                with contextlib.suppress(OSError):
                    leftover.unlink(missing_ok=True)

    def _is_sound(self) -> bool:
        try:
            with self._engine.connect() as connection:
                result = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        except DBAPIError as fault:
            # locked or read-only: nothing is wrong with the content
            return isinstance(fault.orig, sqlite3.OperationalError) and not _is_damage(fault.orig)
        return bool(result == "ok")

    def _connect(self) -> sqlite3.Connection:
        journal = records_file.journal_of(self.path).exists()
        mode = "rw" if journal or os.access(self.path, os.W_OK) else "ro"
        return sqlite3.connect(
            records_file.uri(self.path, mode), uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )

    # -- statements ----------------------------------------------------------------------------------------

    def _read(self, statement: Any) -> list[Any]:
        if not self._readable:
            return []
        with self._translated("Your records cannot be read."), self._engine.connect() as connection:
            try:
                return list(connection.execute(statement))
            except DBAPIError as fault:
                if self._is_old and "no such" in str(fault.orig):
                    return []  # a file that could not be upgraded lacks what is newer than it
                raise

    def _write(self, statement: Any, values: Sequence[Mapping[str, Any]] = ()) -> None:
        if not self._readable or self._is_old:
            raise _cannot_keep(self.path)
        with self._translated("This could not be kept in your records."), self._engine.begin() as connection:
            connection.execute(statement, values or None)

    @contextmanager
    def _translated(self, summary: str) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as fault:
            cause = fault.orig if isinstance(fault, DBAPIError) else fault
            raise RecordsError(summary, _remedy(str(cause)), path=self.path) from fault


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("foreign_keys=ON", "journal_mode=DELETE", "synchronous=FULL"):
        try:
            connection.execute(f"PRAGMA {pragma}").close()
        except sqlite3.OperationalError:
            if pragma.startswith("journal_mode"):
                continue  # locked or read-only: the mode is the file's own, and already so
            raise


def _make(path: Path) -> None:
    """A new file, as the migrations would make it, without loading Alembic: most people never need it."""
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path), poolclass=NullPool)
    try:
        with engine.begin() as connection:
            RecordsTable.metadata.create_all(connection)
            for statement in (
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                f"INSERT INTO alembic_version VALUES ('{RECORDS_VERSION}')",
                f"PRAGMA application_id={RECORDS_ID}",
                f"PRAGMA user_version={RECORDS_VERSION}",
            ):
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


def _copy(source: Path, target: Path) -> None:
    """A consistent copy, through SQLite: an unfinished write in its journal is not carried over."""
    target.unlink(missing_ok=True)
    old = sqlite3.connect(records_file.uri(source, "rw"), uri=True, timeout=BUSY_SECONDS)
    try:
        new = sqlite3.connect(target)
        try:
            old.backup(new)
        finally:
            new.close()
    finally:
        old.close()


def _is_damage(fault: sqlite3.Error) -> bool:
    words = str(fault).lower()
    return any(word in words for word in ("malformed", "not a database", "corrupt", "no such table"))


def _remedy(cause: str) -> str:
    words = cause.lower()
    if "full" in words:
        return "The disk is full: free some space."
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return "The folder cannot be written."
    if "locked" in words or "busy" in words:
        return "Another program is using them: try again."
    return "The file may be damaged: start HistoryDesk again."


def _given(text: str) -> tuple[str, ...]:
    """The list in a cell; one that is none gives no answer."""
    try:
        found = json.loads(text)
    except ValueError:
        return ()
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _cannot_keep(path: Path) -> RecordsError:
    return RecordsError(
        "Your place and settings cannot be kept.", f"The folder “{path.parent}” cannot be written.", path=path
    )
