"""Dates as short as a label of the timeline needs, in either calendar."""

from __future__ import annotations

from historydesk.domain.entities import HistoricalDate
from historydesk.ui.timeline.event_shape import is_exact
from historydesk.ui.timeline.time_scale import date_of, year_name

MONTH_LETTERS = 7
"""Letters of an EDTF month."""

YEAR_LETTERS = 4

Moment = tuple[int, int, int]
"""Year, month and day; 0 for what is not known."""


def ends_of(date: HistoricalDate, old_style: bool = False) -> tuple[Moment, Moment]:
    """First and last moment of a date as a calendar of Russia called them.

    What is not known to the day has no Old Style: a month stays the month that the pack names.
    """
    first, slash, last = date.edtf.partition("/")
    if not date.edtf:
        return date_of(date.first_day, old_style), date_of(date.last_day, old_style)
    return _moment(first, date.first_day, old_style), _moment(
        last if slash else first, date.last_day, old_style
    )


def _moment(edtf: str, day: int, old_style: bool) -> Moment:
    if is_exact(edtf):
        return date_of(day, old_style)
    year, month, _ = date_of(day)
    plain = edtf.rstrip("~?%")
    if len(plain) == MONTH_LETTERS and plain[-2:].isdigit() and 1 <= int(plain[-2:]) <= 12:
        return year, month, 0
    return year, 0, 0


def short_date(
    date: HistoricalDate,
    months: tuple[str, ...],
    old_style: bool = False,
    about: str = "about {date}",
    *,
    years_only: bool = False,
) -> str:
    """The date in few words; ``months`` are their short names, ``about`` says that it is approximate."""
    first, last = ends_of(date, old_style)
    if years_only:
        first, last = (first[0], 0, 0), (last[0], 0, 0)
    text = _span(first, last, months)
    plain = date.edtf.rstrip("~?%")
    if "/" not in date.edtf and len(plain) == YEAR_LETTERS and plain.endswith("X"):
        text = f"{date_of(date.first_day)[0]}s"
    if date.uncertain:
        text = f"{text}\u202f?"
    return about.format(date=text) if date.approximate else text


def _span(first: Moment, last: Moment, months: tuple[str, ...]) -> str:
    if first == last:
        return _words(first, months)
    (year, month, day), (last_year, last_month, _) = first, last
    if not month or not last_month or year != last_year:
        dash = "–" if not month and not last_month else " – "
        return f"{_words(first, months)}{dash}{_words(last, months)}"
    if day and last[2] and month == last_month:
        return f"{day}–{_words(last, months)}"
    without_year = f"{day}\u00a0{months[month - 1]}" if day else months[month - 1]
    return f"{without_year} – {_words(last, months)}"


def _words(moment: Moment, months: tuple[str, ...]) -> str:
    year, month, day = moment
    name = year_name(year)
    if month:
        name = f"{months[month - 1]}\u00a0{name}"
    return f"{day}\u00a0{name}" if day else name
