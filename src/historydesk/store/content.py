"""The content store: everything a pack holds, read through SQLAlchemy."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from historydesk.domain.chapter import Chapter, Use
from historydesk.domain.chronicle import Band, Chronicle
from historydesk.domain.citation import CitationStyle, entry_words
from historydesk.domain.entities import Card, HistoricalEvent, IndexEntry, Journey, MapPlace
from historydesk.domain.item_page import ItemPage, Section
from historydesk.domain.pack import ChapterSummary, Home, Language, PackInfo
from historydesk.domain.plate import Plate
from historydesk.domain.quiz import Question
from historydesk.domain.reference import Reference
from historydesk.domain.search import Results
from historydesk.errors import PackError, UnknownItemError
from historydesk.store import card_labels, pack_file, rows
from historydesk.store import item_statements as items
from historydesk.store import statements as sql
from historydesk.store.cards import CardReader, place_note
from historydesk.store.excerpts import plain
from historydesk.store.item_page import ItemPageReader
from historydesk.store.journey_rows import journey
from historydesk.store.pack_connection import PackConnection
from historydesk.store.plate_rows import plate
from historydesk.store.search import Search

USES = 200
"""Uses listed of one item, at most."""


class ContentStore:
    """Reads one pack; made in a worker, owned by the library, used by one thread at a time.

    Every method takes a language tag and falls back to the pack's own language. They raise UnknownItemError
    for what the pack does not hold and PackDamagedError when the file gives out.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        pack_file.check_header(path)
        self._connection = PackConnection(path)
        try:
            self.languages = tuple(Language(tag, name) for tag, name in self._connection.rows(sql.LANGUAGES))
            ordinals = dict(map(tuple, self._connection.rows(items.LANGUAGE_ORDINALS)))
        except PackError:
            self._connection.close()
            raise
        self._cards = CardReader(self._connection)
        self._pages = ItemPageReader(self._connection, self._cards)
        self._search = Search(self._connection, ordinals)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def set_style(self, style: CitationStyle) -> None:
        """Cite sources in this style from now on."""
        self._connection.style = style

    # -- what the opening store gives too ------------------------------------------------------------------

    def info(self) -> PackInfo:
        """Identity of the pack."""
        manifest = dict(map(tuple, self._rows(sql.MANIFEST)))
        return rows.pack_info(manifest, self.languages)

    def home(self, lang: str) -> Home:
        """The home page in a language."""
        lang = self._lang(lang)
        found = self._rows(sql.HOME, lang=lang)
        if not found:
            raise self._connection.damaged()
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
        found = self._rows(sql.CONTENTS, lang=self._lang(lang), first=first, past=first + count)
        return tuple(map(rows.summary, found))

    def chapter(self, lang: str, chapter_id: str) -> Chapter:
        """A whole chapter."""
        lang = self._lang(lang)
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
        lang = self._lang(lang)
        ids = rows.distinct_ids(self._rows(sql.CHAPTER_PLACE_IDS, lang=lang, id=chapter_id))
        found = self._rows(sql.PLACES_BY_ID, lang=lang, ids=rows.ids_json(ids)) if ids else []
        return tuple(map(rows.map_place, found))

    def strip_events(self, lang: str, limit: int = 240) -> tuple[HistoricalEvent, ...]:
        """The first events in time, at most ``limit``."""
        return tuple(map(rows.event, self._rows(sql.STRIP_EVENTS, lang=self._lang(lang), limit=limit)))

    # -- items ---------------------------------------------------------------------------------------------

    def card(self, lang: str, reference: Reference) -> Card:
        """The card of any item; its labels are those of ``card_labels``."""
        return self._cards.card(self._lang(lang), reference)

    def entry(self, source: str) -> str:
        """A source as the bibliography has it, in plain words; "" when there is none of this id."""
        return next((entry_words(html) for _, html, *_ in self._rows(items.SOURCE, id=source)), "")

    def uses(self, lang: str, reference: Reference) -> tuple[Use, ...]:
        """The passages that name an item, with about 120 characters around the mention."""
        return self._pages.uses(self._lang(lang), self.languages[0].tag, reference, USES)

    def item(self, lang: str, reference: Reference, shown: Mapping[Section, int]) -> ItemPage:
        """An item and all that is connected with it; ``shown`` asks for more than the first few of a section."""
        return self._pages.page(self._lang(lang), self.languages[0].tag, reference, shown)

    def index(self, lang: str, kind: str) -> tuple[IndexEntry, ...]:
        """All items of a kind in the order of the index; raises UnknownItemError for a kind that has none."""
        statement = items.INDEXES.get(kind)
        if statement is None:
            raise UnknownItemError(f"There is no index of “{kind}”.", path=self.path)
        entries = []
        for id_, title, said, order, *today in self._connection.rows(statement, {"lang": self._lang(lang)}):
            note = place_note(title, today[0], said) if today else card_labels.VERDICTS.get(said, said)
            key = f"{order:09d} {plain(title)}" if isinstance(order, int) else plain(order)
            entries.append(IndexEntry(Reference(kind, id_), title, note, key))
        return tuple(sorted(entries, key=lambda entry: (entry.sort_key, entry.reference.target)))

    def places(self, lang: str) -> tuple[MapPlace, ...]:
        """Every place of the pack."""
        return tuple(map(rows.map_place, self._rows(items.ALL_PLACES, lang=self._lang(lang))))

    def events(self, lang: str) -> tuple[HistoricalEvent, ...]:
        """Every event of the pack in order of time."""
        return tuple(map(rows.event, self._rows(items.ALL_EVENTS, lang=self._lang(lang))))

    def bands(self, lang: str) -> tuple[Band, ...]:
        """The named stretches of time behind the timeline, in order of time."""
        return tuple(Band(*row) for row in self._rows(items.ALL_BANDS, lang=self._lang(lang)))

    def chronicle(self, lang: str) -> Chronicle:
        """All that the timeline shows; takes a second for 50,000 events, so ask in a thread."""
        lang = self._lang(lang)
        chapters = map(rows.summary, self._rows(sql.CONTENTS, lang=lang, first=1, past=sys.maxsize))
        timed = tuple(each for each in chapters if each.end)
        lanes = tuple((id_, title) for id_, title in self._rows(items.ALL_LANES, lang=lang))
        return Chronicle(self.events(lang), self.bands(lang), timed, self.places(lang), lanes)

    def journeys(self, lang: str) -> tuple[Journey, ...]:
        """Every journey, with its stops and its legs on the plane."""
        return tuple(map(journey, self._rows(items.ALL_JOURNEYS, lang=self._lang(lang))))

    def plates(self, lang: str) -> tuple[Plate, ...]:
        """Every plate of a city, in the author's order."""
        return tuple(map(plate, self._rows(items.ALL_PLATES, lang=self._lang(lang))))

    def questions(self, lang: str, chapter_id: str) -> tuple[Question, ...]:
        """The questions at the end of a chapter."""
        found = self._rows(items.QUESTIONS, lang=self._lang(lang), id=chapter_id)
        return tuple(Question(id_, kind, data) for id_, kind, data in found)

    def figure(self, path: str) -> tuple[str, bytes]:
        """A picture's media type and bytes, by its path in the authored folder."""
        found = self._rows(items.FIGURE, path=path.removeprefix("figure:"))
        if not found:
            raise UnknownItemError(f"This pack has no picture “{path}”.", path=self.path)
        return found[0][0], found[0][1]

    def search(self, lang: str, query: str, per_group: int = 6) -> Results:
        """What a query finds, at most ``per_group`` of each kind; never raises for what is typed."""
        return self._search.results(self._lang(lang), self.languages[0].tag, query, per_group)

    def _lang(self, wanted: str) -> str:
        return rows.language(self.languages, wanted)

    def _rows(self, statement: Any, **values: Any) -> list[Any]:
        return list(self._connection.rows(statement, values))
