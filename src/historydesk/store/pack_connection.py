"""The connection of the content store: SQLAlchemy over one read-only, immutable file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Executable, Row, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.elements import TextClause
from sqlalchemy.sql.selectable import SelectBase

from historydesk.domain.citation import STYLES, CitationStyle
from historydesk.errors import PackDamagedError
from historydesk.store import pack_file

Later = Callable[[], SelectBase]
"""A select that is built when it is first wanted."""

_CACHE_KIB = 16384
"""Pages kept in memory; a search reads a few thousand of them again and again while a word is typed."""


class PackConnection:
    """One open pack; owned by the content store and shared by its parts. One thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.style: CitationStyle = STYLES[0]
        """How sources are cited; every statement that asks for ``style`` gets it."""
        name, _, _ = pack_file.file_uri(path).partition("?")
        url = URL.create("sqlite", database=name, query={"mode": "ro", "immutable": "1", "uri": "true"})
        self._engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
        event.listen(self._engine, "connect", _set_up)
        try:
            self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        except DBAPIError as fault:
            self._engine.dispose()
            raise self.damaged() from fault

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._engine.dispose()

    def rows(
        self, statement: SelectBase | TextClause | Later, values: Mapping[str, Any] | None = None
    ) -> list[Row[*tuple[Any, ...]]]:
        """All rows of a statement; raises PackDamagedError when the file cannot give them."""
        if not isinstance(statement, SelectBase | TextClause):
            statement = statement()
        try:
            return list(
                self._connection.execute(cast(Executable, statement), {"style": self.style, **(values or {})})
            )
        except (DBAPIError, UnicodeDecodeError) as fault:
            raise self.damaged() from fault

    def damaged(self) -> PackDamagedError:
        """What to raise when the file does not hold what it should."""
        return PackDamagedError(
            f"The pack “{self.path.name}” is damaged.", "Copy it again from where it came.", path=self.path
        )


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("foreign_keys=ON", "query_only=ON", f"cache_size=-{_CACHE_KIB}"):
        connection.execute(f"PRAGMA {pragma}")
