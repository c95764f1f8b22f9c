"""The pack writer: rows in, one sealed SQLite file out, the same bytes for the same rows."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from historydesk.domain.pack import APPLICATION_ID, FORMAT_VERSION
from historydesk.domain.spelling import folded_words
from historydesk.errors import BuildError
from historydesk.store.pack_file import HASH_PLACEHOLDER, PAGE_SIZE, hash_of_file, locate_hash
from historydesk.store.pack_sql import COLUMNS, INDEXES, JSON_COLUMNS, TABLES
from historydesk.store.search_index import HEADINGS, PASSAGE, index_statements, search_base

if TYPE_CHECKING:
    from historydesk.store.tables import PackTable

_PRAGMAS = (
    f"PRAGMA page_size={PAGE_SIZE}",
    "PRAGMA encoding='UTF-8'",
    "PRAGMA auto_vacuum=NONE",
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA secure_delete=OFF",
    "PRAGMA cache_size=-4096",
    "PRAGMA foreign_keys=OFF",
    f"PRAGMA application_id={APPLICATION_ID}",
    f"PRAGMA user_version={FORMAT_VERSION}",
)
_WRITTEN_BY = 3_040_000
"""Put where SQLite notes the version of the library that wrote the file, so that it depends on no machine."""


class PackWriter:
    """Writes one pack beside its target and puts it in place when finished; owned by the compiler.

    Use as a context manager. Leaving the block without ``finish()`` removes the unfinished file and leaves an
    earlier target untouched.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._partial = target.with_name(f".{target.name}.partial-{os.getpid()}")
        self._languages: dict[str, int] = {}
        self._free_rowids: dict[tuple[str, str], Iterator[int]] = {}
        self._characters = 0
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> PackWriter:
        try:
            self._partial.unlink(missing_ok=True)
            self._remove_abandoned()
            self._open()
        except (OSError, sqlite3.Error, BuildError) as fault:
            self._discard()
            raise _cannot_write(self._target, fault) from fault
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._discard()

    def add(self, table: type[PackTable] | str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert rows of a mapped class, or of its table by name, given in the order of the mapped columns.

        JSON columns take lists and dicts (or text that is JSON already). The row ids of ``passage`` and
        ``search_document`` are assigned here, whatever is given: they keep each language and kind together in
        the indexes.
        Raises BuildError when the disk is full or two rows share a key.
        """
        if not rows:
            return
        name = table if isinstance(table, str) else table.__tablename__
        if name == "language":
            self._languages.update((row[1], row[0]) for row in rows)
        elif name == "passage":
            self._characters += sum([len(row[7]) for row in rows])
            rows = self._numbered_passages(rows)
        elif name == "search_document":
            self._characters += sum(len(row[6]) for row in rows)
            rows = [(next(self._rowids(row[1], row[2])), *row[1:]) for row in rows]
        json_columns = JSON_COLUMNS.get(name)
        if json_columns:
            rows = [_with_json(row, json_columns) for row in rows]
        try:
            self._driver().executemany(_insert(name), rows)
        except sqlite3.IntegrityError as fault:
            raise BuildError(f"Two rows of “{name}” share a key ({fault}).", path=self._target) from fault
        except sqlite3.Error as fault:
            raise _cannot_write(self._target, fault) from fault

    def finish(self) -> str:
        """Index, check, seal and put the file in place; the pack's hash (64 hexadecimal digits)."""
        try:
            self._complete()
            self._normalise_header()
            digest = self._seal()
            self._partial.replace(self._target)
            _sync_folder(self._target.parent)
        except BuildError:
            raise
        except (OSError, sqlite3.Error) as fault:
            raise _cannot_write(self._target, fault) from fault
        return digest

    # -- steps ---------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._connection = driver = sqlite3.connect(
            self._partial, isolation_level=None, cached_statements=256
        )
        for pragma in _PRAGMAS:
            driver.execute(pragma)
        driver.execute("BEGIN")
        for statement in TABLES.values():
            driver.execute(statement)

    def _remove_abandoned(self) -> None:
        """Take away what builds of this target left that were killed, or whose machine lost its power."""
        prefix = f".{self._target.name}.partial-"
        with contextlib.suppress(OSError):
            for path in self._target.parent.iterdir():
                number = path.name.removeprefix(prefix)
                if path.name.startswith(prefix) and number.isdecimal() and not _is_running(int(number)):
                    with contextlib.suppress(OSError):
                        path.unlink()

    def _complete(self) -> None:
        driver = self._driver()
        driver.execute(_insert("manifest"), ("hash", HASH_PLACEHOLDER))
        orphan = driver.execute("PRAGMA foreign_key_check").fetchone()
        if orphan is not None:
            raise BuildError(
                f"A row of “{orphan[0]}” names a row of “{orphan[2]}” that is not there.", path=self._target
            )
        for statement in INDEXES:
            driver.execute(statement)
        driver.create_function("fold", 1, folded_words, deterministic=True)
        driver.execute(HEADINGS)
        for statement in index_statements(self._characters):
            driver.execute(statement)
        driver.execute("COMMIT")
        self._close()

    def _normalise_header(self) -> None:
        with self._partial.open("r+b") as file:
            for offset, number in ((24, 1), (92, 1), (96, _WRITTEN_BY)):
                file.seek(offset)
                file.write(number.to_bytes(4, "big"))

    def _seal(self) -> str:
        place = locate_hash(self._partial, HASH_PLACEHOLDER)
        if place is None:
            raise BuildError("The pack could not be sealed: its hash has no single place.", path=self._target)
        digest = hash_of_file(self._partial, place)
        with self._partial.open("r+b") as file:
            file.seek(place)
            file.write(digest.encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        return digest

    # -- parts ---------------------------------------------------------------------------------------------

    def _driver(self) -> sqlite3.Connection:
        if self._connection is None:
            raise BuildError("The pack writer is not open.", path=self._target)
        return self._connection

    def _rowids(self, lang: str, kind: str) -> Iterator[int]:
        """The row ids that are still free in a language and kind, in order."""
        rowids = self._free_rowids.get((lang, kind))
        if rowids is None:
            ordinal = self._languages.get(lang)
            if ordinal is None:
                raise LookupError(f"Add the languages before the documents of “{lang}”.")
            rowids = self._free_rowids[lang, kind] = count(search_base(ordinal, kind) + 1)
        return rowids

    def _numbered_passages(self, rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Rows of one or more languages with their row ids: the hot loop of a build."""
        numbered: list[tuple[Any, ...]] = []
        for lang, group in groupby(rows, itemgetter(1)):
            rowids = self._rowids(lang, PASSAGE)
            numbered += [(rowid, *row[1:]) for row, rowid in zip(group, rowids, strict=False)]
        return numbered

    def _close(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()

    def _discard(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._close()
        with contextlib.suppress(OSError):
            self._partial.unlink(missing_ok=True)


@cache
def _insert(table: str) -> str:
    names = COLUMNS[table]
    listed = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'


def _with_json(row: tuple[Any, ...], columns: tuple[int, ...]) -> tuple[Any, ...]:
    values = list(row)
    for i in columns:
        if not isinstance(values[i], str):
            values[i] = json.dumps(values[i], ensure_ascii=False, separators=(",", ":"))
    return tuple(values)


def _is_running(number: int) -> bool:
    """Whether a process of that number may still be at work; Windows can't be asked without harm: yes."""
    if os.name == "nt":
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cannot_write(target: Path, fault: Exception) -> BuildError:
    if isinstance(fault, BuildError):
        return fault
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return BuildError(
        f"The pack “{target.name}” cannot be written: {reason[:1].lower()}{reason[1:]}.",
        "Check the folder and the free space; an earlier pack is untouched.",
        path=target,
    )
