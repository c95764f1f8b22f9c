"""The selects behind the lists of a card: events, journeys and chapters that belong to an item.

Each is a function that builds its select when it is first wanted and keeps it.
"""

from __future__ import annotations

from functools import cache as later

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.sql.selectable import SelectBase

from historydesk.store.statements import json_text
from historydesk.store.tables import (
    ChapterRow,
    CouncilRow,
    EventRow,
    EventTextRow,
    JourneyRow,
    JourneyTextRow,
    LanguageRow,
    PassageRow,
    ReferenceRow,
)

_lang: BindParameter[str] = bindparam("lang")
_id: BindParameter[str] = bindparam("id")
_quoted: BindParameter[str] = bindparam("quoted")
_limit: BindParameter[int] = bindparam("limit")

COUNCILS_OF = later(
    lambda: (
        select(CouncilRow.data)
        .where(CouncilRow.lang == _lang, func.instr(json_text(CouncilRow.data), _quoted) > 0)
        .order_by(CouncilRow.ordinal)
        .limit(_limit)
    )
)
EVENTS_AT = later(
    lambda: (
        select(EventRow.id, EventTextRow.title, EventTextRow.display)
        .join(EventTextRow, (EventTextRow.id == EventRow.id) & (EventTextRow.lang == _lang))
        .where(EventRow.place == _id)
        .order_by(EventRow.first_day, EventRow.ordinal)
        .limit(_limit)
    )
)
EVENTS_OF = later(
    lambda: (
        select(EventRow.id, EventTextRow.title, EventTextRow.display)
        .join(EventTextRow, (EventTextRow.id == EventRow.id) & (EventTextRow.lang == _lang))
        .where(func.instr(json_text(EventRow.people), _quoted) > 0)
        .order_by(EventRow.first_day, EventRow.ordinal)
        .limit(_limit)
    )
)
JOURNEYS_OF = later(
    lambda: (
        select(JourneyRow.id, JourneyTextRow.title)
        .join(JourneyTextRow, (JourneyTextRow.id == JourneyRow.id) & (JourneyTextRow.lang == _lang))
        .where(JourneyRow.person == _id)
        .order_by(JourneyRow.ordinal)
        .limit(_limit)
    )
)
JOURNEYS_AT = later(
    lambda: (
        select(JourneyRow.id, JourneyTextRow.title, JourneyRow.stops, JourneyTextRow.stops.label("words"))
        .join(JourneyTextRow, (JourneyTextRow.id == JourneyRow.id) & (JourneyTextRow.lang == _lang))
        .where(func.instr(json_text(JourneyRow.stops), _quoted) > 0)
        .order_by(JourneyRow.ordinal)
        .limit(_limit)
    )
)
"""Journeys whose stops hold the quoted id somewhere: which stops, the reader must see."""


def _told_in() -> SelectBase:
    first = (
        select(ReferenceRow.chapter, func.min(ReferenceRow.ordinal).label("ordinal"))
        .where(ReferenceRow.scheme == bindparam("scheme"), ReferenceRow.target == _id)
        .group_by(ReferenceRow.chapter)
        .order_by(ReferenceRow.chapter)
        .limit(_limit)
        .subquery("first")
    )
    return (
        select(ChapterRow.id, ChapterRow.number, ChapterRow.title, PassageRow.id.label("passage"))
        .select_from(first)
        .join(LanguageRow, LanguageRow.ordinal == 1)
        .join(
            PassageRow,
            (PassageRow.lang == LanguageRow.tag)
            & (PassageRow.chapter == first.c.chapter)
            & (PassageRow.ordinal == first.c.ordinal),
        )
        .join(ChapterRow, (ChapterRow.lang == _lang) & (ChapterRow.number == first.c.chapter))
        .order_by(first.c.chapter)
    )


TOLD_IN = later(_told_in)
"""The chapters that name an item, and in each the first passage that does."""
