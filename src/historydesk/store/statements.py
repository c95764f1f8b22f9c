"""The selects that the first screen needs, written once against the mappings.

``ContentStore`` runs them through SQLAlchemy; ``opening_sql`` holds the text they compile to, which
``OpeningStore`` runs before SQLAlchemy is loaded. JSON columns are read as text, so both see the same rows.
Each select is bounded by a key, a window or a limit: none grows with the pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import String, bindparam, func, literal_column, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import SelectBase

from historydesk.store.tables import (
    ChapterRow,
    EventRow,
    EventTextRow,
    HomeRow,
    LanguageRow,
    ManifestRow,
    PartRow,
    PassageRow,
    PlaceRow,
    PlaceTextRow,
    QuestionRow,
)


def json_text(column: InstrumentedAttribute[Any]) -> Any:
    """A JSON column as the text it is stored as."""
    return type_coerce(column, String)


def passage_html(row: type[PassageRow]) -> Any:
    """A passage's HTML, which is made of its text where nothing else stands in the paragraph."""
    made = literal_column("'<p>'", String) + row.text + literal_column("'</p>'", String)
    return func.coalesce(row.html, made).label("html")


_SUMMARY = (
    ChapterRow.id,
    ChapterRow.number,
    ChapterRow.title,
    ChapterRow.subtitle,
    ChapterRow.part_id,
    PartRow.title.label("part"),
    ChapterRow.words,
    ChapterRow.minutes,
    ChapterRow.span,
    ChapterRow.start_day,
    ChapterRow.end_day,
    ChapterRow.question,
)
_WITH_PART = (PartRow.lang == ChapterRow.lang) & (PartRow.id == ChapterRow.part_id)
MAP_PLACE = (
    PlaceRow.id,
    PlaceTextRow.name,
    PlaceTextRow.name_today,
    PlaceRow.lon,
    PlaceRow.lat,
    PlaceRow.x,
    PlaceRow.y,
    PlaceRow.rank,
    json_text(PlaceTextRow.names).label("names"),
)
EVENT = (
    EventRow.id,
    EventTextRow.title,
    EventRow.edtf,
    EventRow.first_day,
    EventRow.last_day,
    EventRow.approximate,
    EventRow.uncertain,
    EventTextRow.display,
    EventRow.place,
    EventRow.lane,
)
_given = func.json_each(bindparam("ids")).table_valued("key", "value", name="given")

MANIFEST = select(ManifestRow.key, ManifestRow.value)
LANGUAGES = select(LanguageRow.tag, LanguageRow.name).order_by(LanguageRow.ordinal)
HOME = select(
    HomeRow.title, HomeRow.span, HomeRow.lead, HomeRow.minutes, json_text(HomeRow.places).label("places")
).where(HomeRow.lang == bindparam("lang"))
LAST_NUMBER = (
    select(ChapterRow.number)
    .where(ChapterRow.lang == bindparam("lang"))
    .order_by(ChapterRow.number.desc())
    .limit(bindparam("limit"))
    .offset(literal_column("0"))
)
CONTENTS = (
    select(*_SUMMARY)
    .outerjoin(PartRow, _WITH_PART)
    .where(
        ChapterRow.lang == bindparam("lang"),
        ChapterRow.number >= bindparam("first"),
        ChapterRow.number < bindparam("past"),
    )
    .order_by(ChapterRow.number)
)
_QUESTIONS = (
    select(func.count())
    .where(QuestionRow.lang == ChapterRow.lang, QuestionRow.chapter == ChapterRow.number)
    .scalar_subquery()
    .label("questions")
)
CHAPTER = (
    select(*_SUMMARY, ChapterRow.brief_html, _QUESTIONS, ChapterRow.fallback)
    .outerjoin(PartRow, _WITH_PART)
    .where(ChapterRow.lang == bindparam("lang"), ChapterRow.id == bindparam("id"))
)
NEIGHBOURS = (
    select(ChapterRow.number, ChapterRow.id, ChapterRow.title)
    .where(
        ChapterRow.lang == bindparam("lang"),
        ChapterRow.number >= bindparam("first"),
        ChapterRow.number < bindparam("past"),
    )
    .order_by(ChapterRow.number)
)
PASSAGES = (
    select(
        PassageRow.id,
        PassageRow.ordinal,
        PassageRow.kind,
        passage_html(PassageRow),
        PassageRow.text,
        PassageRow.places,
        PassageRow.events,
        PassageRow.view,
    )
    .where(PassageRow.lang == bindparam("lang"), PassageRow.chapter == bindparam("number"))
    .order_by(PassageRow.ordinal)
)
CHAPTER_PLACE_IDS = (
    select(PassageRow.places)
    .join(ChapterRow, (ChapterRow.lang == PassageRow.lang) & (ChapterRow.number == PassageRow.chapter))
    .where(ChapterRow.lang == bindparam("lang"), ChapterRow.id == bindparam("id"))
    .order_by(PassageRow.ordinal)
)
PLACES_BY_ID = (
    select(*MAP_PLACE)
    .select_from(_given)
    .join(PlaceRow, PlaceRow.id == _given.c.value)
    .join(PlaceTextRow, (PlaceTextRow.id == PlaceRow.id) & (PlaceTextRow.lang == bindparam("lang")))
    .order_by(_given.c.key)
)
STRIP_EVENTS = (
    select(*EVENT)
    .join(EventTextRow, (EventTextRow.id == EventRow.id) & (EventTextRow.lang == bindparam("lang")))
    .order_by(EventRow.first_day, EventRow.ordinal)
    .limit(bindparam("limit"))
    .offset(literal_column("0"))
)

OPENING: Mapping[str, SelectBase] = {
    "MANIFEST": MANIFEST,
    "LANGUAGES": LANGUAGES,
    "HOME": HOME,
    "LAST_NUMBER": LAST_NUMBER,
    "CONTENTS": CONTENTS,
    "CHAPTER": CHAPTER,
    "NEIGHBOURS": NEIGHBOURS,
    "PASSAGES": PASSAGES,
    "CHAPTER_PLACE_IDS": CHAPTER_PLACE_IDS,
    "PLACES_BY_ID": PLACES_BY_ID,
    "STRIP_EVENTS": STRIP_EVENTS,
}
"""The selects whose text ``opening_sql`` holds, by name."""
