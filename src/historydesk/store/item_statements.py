"""The selects behind cards, indexes, uses and the map: what is read once the program is fully loaded.

Each is a function that builds its select when it is first wanted (0.3 ms) and keeps it.
"""

from __future__ import annotations

from functools import cache as later

from sqlalchemy import BindParameter, bindparam, distinct, func, literal_column, select
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import SelectBase

from historydesk.store.pack_connection import Later
from historydesk.store.statements import EVENT, MAP_PLACE, json_text, passage_html
from historydesk.store.tables import (
    BandRow,
    ChapterRow,
    ClaimRow,
    ClaimTextRow,
    DebateRow,
    EventRow,
    EventTextRow,
    FigureRow,
    JourneyRow,
    JourneyTextRow,
    LaneRow,
    LanguageRow,
    NoteRow,
    PassageRow,
    PersonRow,
    PersonTextRow,
    PlaceRow,
    PlaceTextRow,
    PlateRow,
    PlateTextRow,
    QuestionRow,
    ReferenceRow,
    SourceCitationRow,
    SourceRow,
    TermRow,
    TermTextRow,
)

_lang: BindParameter[str] = bindparam("lang")
_id: BindParameter[str] = bindparam("id")
_style: BindParameter[str] = bindparam("style")
_given = func.json_each(bindparam("ids")).table_valued("key", "value", name="given")

TERM = later(
    lambda: (
        select(
            TermTextRow.title,
            TermTextRow.say,
            TermTextRow.body_html,
            TermRow.script,
            TermRow.script_lang,
            TermRow.related,
        )
        .join(TermRow, TermRow.id == TermTextRow.id)
        .where(TermTextRow.lang == _lang, TermTextRow.id == _id)
    )
)
PLACE = later(
    lambda: select(
        PlaceTextRow.name,
        PlaceTextRow.name_today,
        PlaceTextRow.names,
        PlaceTextRow.historical_names,
        PlaceTextRow.country_then,
        PlaceTextRow.country_now,
        PlaceTextRow.body_html,
        PlaceTextRow.visit,
    ).where(PlaceTextRow.lang == _lang, PlaceTextRow.id == _id)
)
PERSON = later(
    lambda: (
        select(
            PersonTextRow.name,
            PersonTextRow.life,
            PersonTextRow.role,
            PersonTextRow.fate,
            PersonTextRow.body_html,
            PersonTextRow.allegiances,
            PersonRow.script,
            PersonRow.sources,
        )
        .join(PersonRow, PersonRow.id == PersonTextRow.id)
        .where(PersonTextRow.lang == _lang, PersonTextRow.id == _id)
    )
)
EVENT_ITEM = later(
    lambda: (
        select(
            EventTextRow.title,
            EventTextRow.display,
            EventTextRow.body_html,
            EventRow.place,
            EventRow.people,
            EventRow.confidence,
            EventRow.sources,
        )
        .join(EventRow, EventRow.id == EventTextRow.id)
        .where(EventTextRow.lang == _lang, EventTextRow.id == _id)
    )
)
CLAIM = later(
    lambda: (
        select(
            ClaimTextRow.title,
            ClaimTextRow.verdict_note,
            ClaimTextRow.body_html,
            ClaimRow.verdict,
            ClaimRow.confidence,
            ClaimRow.sources,
        )
        .join(ClaimRow, ClaimRow.id == ClaimTextRow.id)
        .where(ClaimTextRow.lang == _lang, ClaimTextRow.id == _id)
    )
)
SOURCE = later(
    lambda: (
        select(SourceCitationRow.short, SourceCitationRow.html, SourceRow.is_primary, SourceRow.note)
        .join(SourceRow, SourceRow.id == SourceCitationRow.id)
        .where(SourceCitationRow.style == _style, SourceCitationRow.id == _id)
    )
)
JOURNEY = later(
    lambda: (
        select(
            JourneyTextRow.title,
            JourneyTextRow.body_html,
            JourneyTextRow.stops.label("words"),
            JourneyRow.person,
            JourneyRow.sources,
            JourneyRow.stops,
            JourneyRow.legs,
        )
        .join(JourneyRow, JourneyRow.id == JourneyTextRow.id)
        .where(JourneyTextRow.lang == _lang, JourneyTextRow.id == _id)
    )
)
DEBATE = later(
    lambda: select(DebateRow.title, DebateRow.body_html, DebateRow.positions, DebateRow.sources).where(
        DebateRow.lang == _lang, DebateRow.id == _id
    )
)
NOTE = later(lambda: select(NoteRow.label, NoteRow.html).where(NoteRow.lang == _lang, NoteRow.id == _id))
CHAPTER_ITEM = later(
    lambda: select(
        ChapterRow.number, ChapterRow.title, ChapterRow.subtitle, ChapterRow.span, ChapterRow.minutes
    ).where(ChapterRow.lang == _lang, ChapterRow.id == _id)
)
PASSAGE_BY_ID = later(
    lambda: select(passage_html(PassageRow)).where(
        PassageRow.lang == _lang,
        PassageRow.chapter == bindparam("number"),
        PassageRow.id == bindparam("passage"),
    )
)
FIRST_PARAGRAPH = later(
    lambda: (
        select(passage_html(PassageRow))
        .where(
            PassageRow.lang == _lang,
            PassageRow.chapter == bindparam("number"),
            PassageRow.kind == "paragraph",
        )
        .order_by(PassageRow.ordinal)
        .limit(1)
    )
)

TITLES: dict[str, Later] = {
    "term": later(
        lambda: (
            select(TermTextRow.id, TermTextRow.title)
            .select_from(_given)
            .join(TermTextRow, (TermTextRow.id == _given.c.value) & (TermTextRow.lang == _lang))
        )
    ),
    "place": later(
        lambda: (
            select(PlaceTextRow.id, PlaceTextRow.name)
            .select_from(_given)
            .join(PlaceTextRow, (PlaceTextRow.id == _given.c.value) & (PlaceTextRow.lang == _lang))
        )
    ),
    "person": later(
        lambda: (
            select(PersonTextRow.id, PersonTextRow.name)
            .select_from(_given)
            .join(PersonTextRow, (PersonTextRow.id == _given.c.value) & (PersonTextRow.lang == _lang))
        )
    ),
    "event": later(
        lambda: (
            select(EventTextRow.id, EventTextRow.title)
            .select_from(_given)
            .join(EventTextRow, (EventTextRow.id == _given.c.value) & (EventTextRow.lang == _lang))
        )
    ),
    "claim": later(
        lambda: (
            select(ClaimTextRow.id, ClaimTextRow.title)
            .select_from(_given)
            .join(ClaimTextRow, (ClaimTextRow.id == _given.c.value) & (ClaimTextRow.lang == _lang))
        )
    ),
    "journey": later(
        lambda: (
            select(JourneyTextRow.id, JourneyTextRow.title)
            .select_from(_given)
            .join(JourneyTextRow, (JourneyTextRow.id == _given.c.value) & (JourneyTextRow.lang == _lang))
        )
    ),
    "debate": later(
        lambda: (
            select(DebateRow.id, DebateRow.title)
            .select_from(_given)
            .join(DebateRow, (DebateRow.id == _given.c.value) & (DebateRow.lang == _lang))
        )
    ),
    "chapter": later(
        lambda: (
            select(ChapterRow.id, ChapterRow.title)
            .select_from(_given)
            .join(ChapterRow, (ChapterRow.id == _given.c.value) & (ChapterRow.lang == _lang))
        )
    ),
    "source": later(
        lambda: (
            select(SourceCitationRow.id, SourceCitationRow.short)
            .select_from(_given)
            .join(
                SourceCitationRow,
                (SourceCitationRow.id == _given.c.value) & (SourceCitationRow.style == _style),
            )
        )
    ),
}
"""Ids and titles of given items, by scheme."""

USE_COUNT = later(
    lambda: select(func.count(distinct(ReferenceRow.chapter))).where(
        ReferenceRow.scheme == bindparam("scheme"), ReferenceRow.target == _id
    )
)


def _uses() -> SelectBase:
    own = aliased(PassageRow, name="own")
    shown = aliased(PassageRow, name="shown")
    return (
        select(
            ChapterRow.id,
            ChapterRow.number,
            ChapterRow.title,
            own.id.label("passage"),
            func.coalesce(passage_html(shown), passage_html(own)).label("html"),
            func.coalesce(shown.text, own.text).label("text"),
        )
        .select_from(ReferenceRow)
        .join(
            own,
            (own.lang == bindparam("own_lang"))
            & (own.chapter == ReferenceRow.chapter)
            & (own.ordinal == ReferenceRow.ordinal),
        )
        .join(ChapterRow, (ChapterRow.lang == _lang) & (ChapterRow.number == ReferenceRow.chapter))
        .outerjoin(
            shown, (shown.lang == _lang) & (shown.chapter == ReferenceRow.chapter) & (shown.id == own.id)
        )
        .where(ReferenceRow.scheme == bindparam("scheme"), ReferenceRow.target == _id)
        .order_by(ReferenceRow.chapter, ReferenceRow.ordinal)
        .limit(bindparam("limit"))
    )


USES = later(_uses)

INDEXES: dict[str, Later] = {
    "term": later(
        lambda: (
            select(TermTextRow.id, TermTextRow.title, TermRow.script, TermTextRow.title)
            .join(TermRow, TermRow.id == TermTextRow.id)
            .where(TermTextRow.lang == _lang)
        )
    ),
    "person": later(
        lambda: select(
            PersonTextRow.id, PersonTextRow.name, PersonTextRow.life, PersonTextRow.sort_name
        ).where(PersonTextRow.lang == _lang)
    ),
    "place": later(
        lambda: select(
            PlaceTextRow.id,
            PlaceTextRow.name,
            PlaceTextRow.country_now,
            PlaceTextRow.name,
            PlaceTextRow.name_today,
        ).where(PlaceTextRow.lang == _lang)
    ),
    "event": later(
        lambda: (
            select(EventTextRow.id, EventTextRow.title, EventTextRow.display, EventRow.first_day)
            .join(EventRow, EventRow.id == EventTextRow.id)
            .where(EventTextRow.lang == _lang)
        )
    ),
    "claim": later(
        lambda: (
            select(ClaimTextRow.id, ClaimTextRow.title, ClaimRow.verdict, ClaimRow.ordinal)
            .join(ClaimRow, ClaimRow.id == ClaimTextRow.id)
            .where(ClaimTextRow.lang == _lang)
        )
    ),
    "source": later(
        lambda: (
            select(SourceRow.id, SourceCitationRow.short, SourceRow.title, SourceCitationRow.ordinal)
            .join(SourceCitationRow, SourceCitationRow.id == SourceRow.id)
            .where(SourceCitationRow.style == _style)
        )
    ),
    "journey": later(
        lambda: (
            select(JourneyTextRow.id, JourneyTextRow.title, literal_column("''"), JourneyRow.ordinal)
            .join(JourneyRow, JourneyRow.id == JourneyTextRow.id)
            .where(JourneyTextRow.lang == _lang)
        )
    ),
    "debate": later(
        lambda: select(DebateRow.id, DebateRow.title, literal_column("''"), DebateRow.ordinal).where(
            DebateRow.lang == _lang
        )
    ),
}
"""Id, title, note and what to sort by, of every item of a kind."""

ALL_PLACES = later(
    lambda: (
        select(*MAP_PLACE)
        .join(PlaceTextRow, (PlaceTextRow.id == PlaceRow.id) & (PlaceTextRow.lang == _lang))
        .order_by(PlaceRow.ordinal)
    )
)
ALL_EVENTS = later(
    lambda: (
        select(*EVENT, json_text(EventRow.people).label("people"), EventRow.calendar, EventRow.confidence)
        .join(EventTextRow, (EventTextRow.id == EventRow.id) & (EventTextRow.lang == _lang))
        .order_by(EventRow.first_day, EventRow.ordinal)
    )
)
ALL_BANDS = later(
    lambda: (
        select(BandRow.first_day, BandRow.last_day, BandRow.title)
        .where(BandRow.lang == _lang)
        .order_by(BandRow.first_day, BandRow.ordinal)
    )
)
ALL_LANES = later(lambda: select(LaneRow.id, LaneRow.title).where(LaneRow.lang == _lang))
ALL_JOURNEYS = later(
    lambda: (
        select(
            JourneyRow.id,
            JourneyTextRow.title,
            JourneyRow.person,
            JourneyRow.stops,
            JourneyTextRow.stops.label("words"),
            JourneyRow.legs,
            JourneyTextRow.body_html,
        )
        .join(JourneyTextRow, (JourneyTextRow.id == JourneyRow.id) & (JourneyTextRow.lang == _lang))
        .order_by(JourneyRow.ordinal)
    )
)
JOURNEY_WHOLE = later(lambda: ALL_JOURNEYS().where(JourneyRow.id == _id))
ALL_PLATES = later(
    lambda: (
        select(
            PlateRow.id,
            PlateTextRow.title,
            PlateRow.place,
            PlateTextRow.note,
            PlateRow.x0,
            PlateRow.y0,
            PlateRow.x1,
            PlateRow.y1,
            PlateRow.sites,
            PlateTextRow.sites.label("said_sites"),
            PlateRow.lines,
            PlateTextRow.lines.label("said_lines"),
            PlateRow.areas,
            PlateTextRow.areas.label("said_areas"),
        )
        .join(PlateTextRow, (PlateTextRow.id == PlateRow.id) & (PlateTextRow.lang == _lang))
        .order_by(PlateRow.ordinal)
    )
)
QUESTIONS = later(
    lambda: (
        select(QuestionRow.id, QuestionRow.kind, QuestionRow.data)
        .join(ChapterRow, (ChapterRow.lang == QuestionRow.lang) & (ChapterRow.number == QuestionRow.chapter))
        .where(ChapterRow.lang == _lang, ChapterRow.id == _id)
        .order_by(QuestionRow.ordinal)
    )
)
FIGURE = later(
    lambda: select(FigureRow.media_type, FigureRow.data).where(FigureRow.path == bindparam("path"))
)
LANGUAGE_ORDINALS = later(lambda: select(LanguageRow.tag, LanguageRow.ordinal))
