"""Days and pixels, and ticks with room for their words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.timeline.time_scale import (
    CHANGE,
    TimeScale,
    date_of,
    day_called,
    day_of,
    nice_range,
    year_month_of,
    year_name,
)


def width(label: str) -> float:
    return 8.0 * len(label)


@given(st.dates())
def test_days_are_counted_as_the_calendar_counts_them(day: date) -> None:
    assert day_of(day.year, day.month, day.day) == day.toordinal()
    assert year_month_of(day.toordinal()) == (day.year, day.month)


def test_years_before_our_era_have_no_gap() -> None:
    assert day_of(1) - day_of(0) == 366
    assert year_month_of(day_of(-99)) == (-99, 1)
    assert year_name(-99) == "100 BCE"


def test_the_range_is_rounded_to_whole_years() -> None:
    first, last = nice_range(date(1878, 12, 18).toordinal(), date(1953, 3, 5).toordinal())
    assert (date.fromordinal(first), date.fromordinal(last)) == (date(1875, 1, 1), date(1955, 1, 1))


@given(st.integers(-2_000_000, 3_600_000), st.integers(0, 3_000_000))
def test_the_range_holds_both_days(first: int, length: int) -> None:
    start, end = nice_range(first, first + length)
    assert start <= first
    assert end > first + length


@pytest.mark.parametrize(
    ("years", "pixels", "labels"),
    [
        ((1875, 1955), 1286, ["1880", "1890", "1900", "1910", "1920", "1930", "1940", "1950"]),
        ((1916, 1920), 1000, ["1916", "Jul", "1917", "Jul", "1918", "Jul", "1919", "Jul", "1920"]),
        ((1000, 2000), 400, ["1000", "1500", "2000"]),
    ],
)
def test_ticks_follow_the_room(years: tuple[int, int], pixels: int, labels: list[str]) -> None:
    scale = TimeScale(day_of(years[0]), day_of(years[1]), 40, 40 + pixels)
    assert [tick.label for tick in scale.ticks(width) if tick.label] == labels


@given(st.integers(-700_000, 1_000_000), st.integers(1, 900_000), st.floats(60, 4000), st.floats(4, 18))
def test_labels_never_overlap(first: int, length: int, pixels: float, letter: float) -> None:
    scale = TimeScale(*nice_range(first, first + length), 40, 40 + pixels)
    ticks = [tick for tick in scale.ticks(lambda label: letter * len(label)) if tick.label]
    for left, right in pairwise(ticks):
        assert left.x + letter * len(left.label) / 2 < right.x - letter * len(right.label) / 2


@given(st.floats(40, 1326))
def test_pixels_lead_back_to_their_day(x: float) -> None:
    scale = TimeScale(day_of(1875), day_of(1955), 40, 1326)
    assert scale.x(scale.day(x)) == pytest.approx(x)


@given(st.integers(date(1800, 1, 1).toordinal(), date(2000, 1, 1).toordinal()), st.booleans())
def test_every_day_has_one_name_in_each_calendar(day: int, old_style: bool) -> None:
    assert day_called(*date_of(day, old_style), old_style) == day


def test_russia_never_had_the_first_days_of_february_1918() -> None:
    assert date_of(CHANGE - 1, True) == (1918, 1, 31)
    assert date_of(CHANGE, True) == (1918, 2, 14)
    assert {day_called(1918, 2, number, True) for number in range(1, 14)} == {CHANGE}
