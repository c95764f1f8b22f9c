"""Dates in words and between the calendars."""

from __future__ import annotations

from datetime import date

from convertdate import julian
from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain.dates import (
    REFORM,
    Moment,
    describe,
    describe_day,
    describe_days,
    julian_from_ordinal,
    ordinal_from_julian,
)

days = st.integers(min_value=1, max_value=date(9999, 12, 31).toordinal())


@given(days.filter(lambda day: day > 400))
def test_old_style_agrees_with_an_independent_library(day: int) -> None:
    new = date.fromordinal(day)
    assert julian_from_ordinal(day) == julian.from_gregorian(new.year, new.month, new.day)


@given(days.filter(lambda day: day > 400))
def test_old_style_and_back_is_the_same_day(day: int) -> None:
    assert ordinal_from_julian(*julian_from_ordinal(day)) == day


def test_the_difference_grows_at_the_end_of_february_1900_old_style() -> None:
    assert julian_from_ordinal(date(1900, 3, 12).toordinal()) == (1900, 2, 28)
    assert julian_from_ordinal(date(1900, 3, 13).toordinal()) == (1900, 2, 29)
    assert julian_from_ordinal(date(1900, 3, 14).toordinal()) == (1900, 3, 1)
    assert julian_from_ordinal(date(1918, 2, 13).toordinal()) == (1918, 1, 31)


def test_a_day_shows_both_calendars_where_the_julian_was_in_force() -> None:
    assert describe(Moment(1878, 12, 18), julian=True) == "6 December 1878 O.S. / 18 December 1878 N.S."


def test_a_month_has_one_calendar_only() -> None:
    assert describe(Moment(1888, 9, approximate=True), julian=True) == "about September 1888"


def test_uncertainty_is_said_once() -> None:
    assert describe(Moment(1884), Moment(1890, uncertain=True), julian=True) == "1884 – 1890 (uncertain)"


def test_an_unknown_language_falls_back_to_english() -> None:
    assert describe(Moment(1917, 11, 7), lang="xx") == "7 November 1917"


def test_a_stretch_of_days_says_once_what_its_ends_share() -> None:
    first, last = date(1917, 3, 15).toordinal(), date(1917, 11, 7).toordinal()
    assert describe_days(first, last) == "15 March – 7 November 1917"
    assert describe_days(first, last, old_style=True) == "2 March – 25 October 1917"
    assert describe_days(first - 400, last) == "9 February 1916 – 7 November 1917"
    assert describe_days(first, first) == "15 March 1917"


def test_old_style_ends_with_the_reform() -> None:
    assert describe_day(REFORM, old_style=True) == "14 February 1918"
    assert describe_day(REFORM - 1, old_style=True) == "31 January 1918"
    assert describe_day(REFORM - 1) == "13 February 1918"
    assert describe_days(REFORM - 1, REFORM, old_style=True) == "31 January – 14 February 1918"
