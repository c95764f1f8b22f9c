"""What the first screen needs of the records, before SQLAlchemy is loaded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args

from historydesk.domain.location import Location, Screen
from historydesk.errors import RecordsError
from historydesk.store import records_file

_SETTINGS = "SELECT key, value FROM setting"
_LAST = "SELECT screen, chapter, passage, item FROM last_location WHERE pack = ?"
_SCREENS = get_args(Screen)


class RecordsOpening:
    """Reads settings and the last place with plain sqlite3; never creates or upgrades the file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, pack: str) -> tuple[dict[str, str], Location | None, str]:
        """Settings, the last location in ``pack`` if any, and a sentence if the file was set aside.

        Never raises: without readable records the program starts as new.
        """
        try:
            found = records_file.version(self.path)
            if isinstance(found, str):
                return {}, None, records_file.set_aside(self.path, found)
            return (*self._rows(pack), "") if found else ({}, None, "")
        except RecordsError as fault:
            return {}, None, str(fault)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            # the records store looks closer, sets the file aside if need be and says so
            return {}, None, ""

    def _rows(self, pack: str) -> tuple[dict[str, str], Location | None]:
        mode = "rw" if records_file.journal_of(self.path).exists() else "ro"  # a journal must be played back
        address = records_file.uri(self.path, mode)
        with closing(sqlite3.connect(address, uri=True, timeout=0.5)) as connection:
            settings = dict(connection.execute(_SETTINGS).fetchall())
            last = connection.execute(_LAST, (pack,)).fetchone()
        return settings, location_of(last) if last else None


def location_of(row: tuple[str, str, str, str]) -> Location | None:
    """The location in a row (screen, chapter, passage, item); ``None`` for a screen no longer known."""
    screen, chapter, passage, item = row
    return Location(screen, chapter, passage, item) if screen in _SCREENS else None  # type: ignore[arg-type]
