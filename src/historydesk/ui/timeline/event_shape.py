"""What a date looks like: how exact and how sure it is, read from its EDTF."""

from __future__ import annotations

from functools import cache

from historydesk.domain.entities import HistoricalDate
from historydesk.domain.values import dataclass

POINT, SPAN, UNKNOWN = "point", "span", "unknown"
"""One exact day; a time that lasted; some day within a month, a year or more."""

_EXACT = 10
"""Letters of an EDTF day."""


@dataclass(frozen=True, slots=True)
class EventShape:
    """How an event is drawn: each trait has a form of its own, none only a colour.

    ``soft`` (about) ends fade, ``hollow`` (not certain) is an outline with “?”, ``open_ends`` (a time whose
    first or last day is not known) has brackets for ends.
    """

    kind: str
    soft: bool = False
    hollow: bool = False
    open_ends: bool = False


_shape = cache(EventShape)


def shape_of(date: HistoricalDate) -> EventShape:
    """The shape of a date. Without EDTF the bounds decide."""
    edtf = date.edtf
    first, slash, last = edtf.partition("/")
    if slash:
        known = is_exact(first) and is_exact(last)
        return _shape(SPAN, date.approximate, date.uncertain, not known)
    if edtf:
        kind = POINT if is_exact(first) else UNKNOWN
    else:
        kind = POINT if date.first_day == date.last_day else SPAN
    return _shape(kind, date.approximate, date.uncertain, False)


def is_exact(moment: str) -> bool:
    """Whether one end of an EDTF names a day."""
    return len(moment.rstrip("~?%")) == _EXACT and "X" not in moment
