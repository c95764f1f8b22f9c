"""The calendar under the timeline: ticks of days, months or years, and the months or years they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from historydesk.domain.values import dataclass
from historydesk.ui.timeline.time_scale import CHANGE, TimeScale, date_of, day_called, year_name

DAY, WEEK = 26.0, 6.5
"""Pixels a day needs, at 100 %, for a number of its own, and for a tick of its own."""

NAMED_DAY = 64.0
"""Pixels a day needs for its weekday."""

MONTH, LONG_MONTH = 38.0, 96.0
"""Pixels a month needs for its short and for its long name."""

YEAR = 46.0
"""Pixels from one year's number to the next."""

WEEK_STARTS = (1, 8, 15, 22)
"""Days of the month that have a number where there is no room for each."""

YEAR_STEPS = (
    (1, 1),
    (2, 1),
    (5, 1),
    (10, 1),
    (20, 5),
    (50, 10),
    (100, 10),
    (200, 50),
    (500, 100),
    (1000, 100),
)
"""Years from number to number, and from tick to tick."""


@dataclass(frozen=True, slots=True)
class AxisWords:
    """Names in the interface language; weeks begin on Monday."""

    months: tuple[str, ...]
    long_months: tuple[str, ...]
    weekdays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A mark of the calendar: pixels, the words below it ("" = none), the other calendar's day, its weight."""

    x: float
    label: str
    other: str = ""
    strong: bool = False
    centred: float = 0.0
    """Pixels to the middle of the day or month it begins, where its words stand; 0: they stand at the tick."""


@dataclass(frozen=True, slots=True)
class AxisPart:
    """A month or a year that ticks belong to: its pixels from left to right, and its name."""

    left: float
    right: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """All that stands on the axis."""

    ticks: tuple[AxisTick, ...]
    parts: tuple[AxisPart, ...]


def axis_of(scale: TimeScale, words: AxisWords, *, old_style: bool = False, growth: float = 1.0) -> Axis:
    """The ticks for a scale; ``growth`` is the size of the letters against 100 %."""
    day = scale.pixels_a_day
    if day >= WEEK * growth:
        ticks = tuple(_days(scale, words, old_style, growth))
        return Axis(ticks, tuple(_parts(scale, 1, words, old_style)))
    month = day * 30.44
    if month >= MONTH * growth:
        names = words.long_months if month >= LONG_MONTH * growth else words.months
        return Axis(tuple(_months(scale, 1, names, old_style)), tuple(_parts(scale, 12, words, old_style)))
    if month * 3 >= MONTH * growth:
        ticks = tuple(_months(scale, 3, words.months, old_style))
        return Axis(ticks, tuple(_parts(scale, 12, words, old_style)))
    return Axis(tuple(_years(scale, old_style, growth)), ())


def _days(scale: TimeScale, words: AxisWords, old_style: bool, growth: float) -> Iterator[AxisTick]:
    width = scale.pixels_a_day
    each, named = width >= DAY * growth, width >= NAMED_DAY * growth
    for day in range(floor(scale.first_day), floor(scale.last_day) + 1):
        _, _, number = date_of(day, old_style)
        label = other = ""
        # After the days that Russia never had the first number is 14, not 15.
        named_day = day == CHANGE if old_style and CHANGE <= day <= CHANGE + 1 else number in WEEK_STARTS
        if each or named_day:
            label = f"{words.weekdays[(day - 1) % 7]} {number}" if named else str(number)
            if 0 < day < CHANGE:
                other = f"({date_of(day, not old_style)[2]})"
        yield AxisTick(scale.x(day), label, other, number == 1, width / 2)


def _months(scale: TimeScale, step: int, names: tuple[str, ...], old_style: bool) -> Iterator[AxisTick]:
    half = scale.pixels_a_day * 15.2 * step
    year, month, _ = date_of(int(scale.first_day), old_style)
    count = (year * 12 + month - 1) // step * step
    while True:
        year, month = count // 12, count % 12 + 1
        day = day_called(year, month, 1, old_style)
        if day > scale.last_day:
            return
        named = (month - 1) % step == 0
        yield AxisTick(scale.x(day), names[month - 1] if named else "", "", month == 1, half)
        count += 1


def _years(scale: TimeScale, old_style: bool, growth: float) -> Iterator[AxisTick]:
    year = scale.pixels_a_day * 365.25
    label_step, tick_step = next(
        (each for each in YEAR_STEPS if each[0] * year >= YEAR * growth), YEAR_STEPS[-1]
    )
    if tick_step * year < 4:
        tick_step = label_step
    for day, number, _ in scale.starts(tick_step * 12, old_style):
        named = number % label_step == 0
        yield AxisTick(scale.x(day), year_name(number) if named else "", "", named)


def _parts(scale: TimeScale, step: int, words: AxisWords, old_style: bool) -> Iterator[AxisPart]:
    year, month, _ = date_of(int(scale.first_day), old_style)
    count = year * 12 + month - 1
    count -= count % step
    while True:
        year, month = count // 12, count % 12 + 1
        start = day_called(year, month, 1, old_style)
        if start > scale.last_day:
            return
        count += step
        end = day_called(count // 12, count % 12 + 1, 1, old_style)
        name = year_name(year) if step == 12 else f"{words.long_months[month - 1]} {year_name(year)}"
        yield AxisPart(scale.x(start), scale.x(end), name)
