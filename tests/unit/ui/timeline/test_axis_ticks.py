"""The calendar under the timeline, in both calendars."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.ui.timeline.timeline_samples import day

from historydesk.ui.timeline.axis_ticks import AxisWords, axis_of
from historydesk.ui.timeline.time_scale import CHANGE, MONTHS, TimeScale, date_of

WORDS = AxisWords(
    MONTHS,
    (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
)
WIDTH = 1240.0


def shown(first: int, last: int, *, old_style: bool = False) -> list[tuple[str, str]]:
    axis = axis_of(TimeScale(first, last, 0, WIDTH), WORDS, old_style=old_style)
    return [(tick.label, tick.other) for tick in axis.ticks if tick.label]


def test_july_1917_has_each_of_its_days_in_both_calendars() -> None:
    days = shown(day(1917, 7, 14), day(1917, 8, 13), old_style=True)
    assert days[:3] == [("1", "(14)"), ("2", "(15)"), ("3", "(16)")]
    assert [label for label, _ in days[:31]] == [str(number) for number in range(1, 32)]
    axis = axis_of(TimeScale(day(1917, 7, 14), day(1917, 8, 13), 0, WIDTH), WORDS, old_style=True)
    assert axis.parts[0].label == "July 1917"
    assert shown(day(1917, 7, 1), day(1917, 8, 1))[15] == ("16", "(3)")


def test_a_wide_day_has_its_weekday() -> None:
    assert shown(day(1917, 7, 16), day(1917, 7, 23))[0] == ("Mon 16", "(3)")
    assert shown(day(1917, 7, 16), day(1917, 7, 23), old_style=True)[0] == ("Mon 3", "(16)")


def test_the_day_after_31_january_1918_was_14_february() -> None:
    labels = [label for label, _ in shown(day(1918, 2, 11), day(1918, 3, 5), old_style=True)]
    assert labels[:5] == ["29", "30", "31", "14", "15"]
    axis = axis_of(TimeScale(day(1918, 2, 1), day(1918, 3, 5), 0, WIDTH), WORDS, old_style=True)
    assert [part.label for part in axis.parts] == ["January 1918", "February 1918", "March 1918"]
    february = axis.parts[1]
    assert february.left == TimeScale(day(1918, 2, 1), day(1918, 3, 5), 0, WIDTH).x(CHANGE)


def test_new_style_names_every_february_day() -> None:
    assert shown(day(1918, 2, 11), day(1918, 3, 5))[:4] == [
        ("11", "(29)"),
        ("12", "(30)"),
        ("13", "(31)"),
        ("14", ""),
    ]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (day(1917), day(1918), [*WORDS.long_months, "January"]),
        (day(1917), day(1919, 3), [*MONTHS, *MONTHS, "Jan", "Feb", "Mar"]),
        (day(1898), day(1905, 12, 31), ["Jan", "Apr", "Jul", "Oct"] * 8),
        (day(1861), day(1953), [str(year) for year in range(1865, 1954, 5)]),
    ],
)
def test_the_words_follow_the_room(first: int, last: int, labels: list[str]) -> None:
    assert [label for label, _ in shown(first, last)] == labels


@given(
    st.integers(day(1700), day(2000)),
    st.floats(3, 200_000),
    st.booleans(),
    st.floats(0.9, 1.4),
)
def test_words_stand_apart_at_every_scale(first: int, span: float, old_style: bool, growth: float) -> None:
    scale = TimeScale(first, first + span, 0, WIDTH)
    axis = axis_of(scale, WORDS, old_style=old_style, growth=growth)
    letter = 7.0 * growth
    named = [(tick.x + tick.centred, letter * len(tick.label)) for tick in axis.ticks if tick.label]
    for (left, wide), (right, other) in pairwise(named):
        if right - left > 20 * growth:  # the first days after the missing ones may stand nearer
            assert right - left >= (wide + other) / 2 * 0.8
    assert len(axis.ticks) < WIDTH / 2


@given(st.integers(day(1860), day(1960)))
def test_a_month_begins_on_its_first_day(start: int) -> None:
    scale = TimeScale(start, start + 60, 0, WIDTH)
    axis = axis_of(scale, WORDS, old_style=True)
    for tick in axis.ticks:
        number = date_of(round(scale.day(tick.x)), True)[2]
        assert tick.strong == (number == 1)
        if tick.label and " " not in tick.label:
            assert tick.label == str(number)
