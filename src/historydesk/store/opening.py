"""The opening store: what the first screen needs from a pack, before SQLAlchemy is loaded."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Any

from historydesk.domain.chapter import Chapter
from historydesk.domain.entities import HistoricalEvent, MapPlace
from historydesk.domain.pack import ChapterSummary, Home, Language, PackInfo
from historydesk.errors import PackDamagedError, UnknownItemError
from historydesk.store import opening_sql as sql
from historydesk.store import pack_file, rows


class OpeningStore:
    """Reads home, contents and chapters with plain sqlite3; owned by the library until all is loaded.

    Its SQL is generated from the mappings and its rows become values by the code that the content store uses,
    so both answer alike. Opening raises PackError when the file is missing, no pack, too new or cut short.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        pack_file.check_header(path)
        self._connection = pack_file.connect(path)
        try:
            self.languages = tuple(Language(tag, name) for tag, name in self._rows(sql.LANGUAGES))
        except PackDamagedError:
            self._connection.close()
            raise

    def __enter__(self) -> OpeningStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def info(self) -> PackInfo:
        """Identity of the pack."""
        return rows.pack_info(dict(self._rows(sql.MANIFEST)), self.languages)

    def home(self, lang: str) -> Home:
        """The home page in a language."""
        lang = rows.language(self.languages, lang)
        found = self._rows(sql.HOME, lang=lang)
        if not found:
            raise self._damaged()
        last = self._rows(sql.LAST_NUMBER, lang=lang, limit=1)
        first = self._rows(sql.NEIGHBOURS, lang=lang, first=1, past=2)
        ids = rows.ids_json(place for place, *_ in rows.home_places(found[0][4]))
        return rows.home(
            found[0],
            last[0][0] if last else 0,
            first[0][1] if first else "",
            self.languages,
            map(rows.map_place, self._rows(sql.PLACES_BY_ID, lang=lang, ids=ids)),
        )

    def contents(self, lang: str, first: int, count: int) -> tuple[ChapterSummary, ...]:
        """The lines of the contents from chapter number ``first`` on."""
        lang = rows.language(self.languages, lang)
        return tuple(map(rows.summary, self._rows(sql.CONTENTS, lang=lang, first=first, past=first + count)))

    def chapter(self, lang: str, chapter_id: str) -> Chapter:
        """A whole chapter; raises UnknownItemError when the pack has none of that id."""
        lang = rows.language(self.languages, lang)
        found = self._rows(sql.CHAPTER, lang=lang, id=chapter_id)
        if not found:
            raise UnknownItemError(f"This pack has no chapter “{chapter_id}”.", path=self.path)
        number = found[0][1]
        return rows.chapter(
            found[0],
            self._rows(sql.NEIGHBOURS, lang=lang, first=number - 1, past=number + 2),
            self._rows(sql.PASSAGES, lang=lang, number=number),
        )

    def chapter_places(self, lang: str, chapter_id: str) -> tuple[MapPlace, ...]:
        """The places a chapter names, in reading order."""
        lang = rows.language(self.languages, lang)
        ids = rows.distinct_ids(self._rows(sql.CHAPTER_PLACE_IDS, lang=lang, id=chapter_id))
        found = self._rows(sql.PLACES_BY_ID, lang=lang, ids=rows.ids_json(ids)) if ids else []
        return tuple(map(rows.map_place, found))

    def strip_events(self, lang: str, limit: int = 240) -> tuple[HistoricalEvent, ...]:
        """The first events in time, at most ``limit``."""
        lang = rows.language(self.languages, lang)
        return tuple(map(rows.event, self._rows(sql.STRIP_EVENTS, lang=lang, limit=limit)))

    def _rows(self, statement: str, **values: Any) -> list[Any]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as fault:
            raise self._damaged() from fault

    def _damaged(self) -> PackDamagedError:
        return PackDamagedError(
            f"The pack “{self.path.name}” is damaged.", "Copy it again from where it came.", path=self.path
        )
