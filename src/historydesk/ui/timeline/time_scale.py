"""Days on a line: day ordinals to pixels and back, and the ticks a line has room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from historydesk.domain.dates import julian_from_ordinal, ordinal_from_julian
from historydesk.domain.values import dataclass

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)
"""Months from one tick to the next: months, quarters, years, decades, centuries, millennia."""

CALM_GAP = 60.0
"""Pixels between two labels below which fewer ticks are drawn."""

LABEL_GAP = 16.0
"""Pixels a label may stand out beyond the ends of the line."""

_DAYS_IN_ERA = 146_097
"""Days of 400 Gregorian years."""


def day_of(year: int, month: int = 1, day: int = 1) -> int:
    """Proleptic Gregorian day ordinal (1 January of year 1 is 1); years up to 0 are before our era."""
    shifted = year if month > 2 else year - 1
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_IN_ERA + day_of_era - 305


def year_month_of(day: int) -> tuple[int, int]:
    """Year and month of a day ordinal."""
    era, day_of_era = divmod(day + 305, _DAYS_IN_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return era * 400 + year_of_era + (1 if month <= 2 else 0), month


CHANGE = day_of(1918, 2, 14)
"""The first day of the New Style in Russia; the day before was 31 January 1918, Old Style."""


def date_of(day: int, old_style: bool = False) -> tuple[int, int, int]:
    """Year, month and day of a day ordinal; with ``old_style`` by the calendar then in force in Russia."""
    if old_style and 0 < day < CHANGE:
        return julian_from_ordinal(day)
    year, month = year_month_of(day)
    return year, month, day - day_of(year, month) + 1


def day_called(year: int, month: int = 1, day: int = 1, old_style: bool = False) -> int:
    """The day ordinal of a date; with ``old_style`` of what Russia called so.

    The thirteen days that Russia never had are taken as the day of the change.
    """
    if old_style and year >= 1:
        if (year, month, day) < (1918, 2, 1):
            return ordinal_from_julian(year, month, day)
        if (year, month, day) < (1918, 2, 14):
            return CHANGE
    return day_of(year, month, day)


def nice_range(first: int, last: int) -> tuple[int, int]:
    """The range of a line that shows both days: from one round year to another, as day ordinals.

    The unit is 1, 2 or 5 times a power of ten years, at least a twentieth of the time shown.
    """
    first_year, last_year = year_month_of(first)[0], year_month_of(max(first, last))[0]
    span = last_year - first_year + 1
    unit = 1
    while unit * 20 < span:
        # 1, 2, 5, 10 …
        unit = unit * 5 // 2 if str(unit).startswith("2") else unit * 2
    start = first_year // unit * unit
    end = -(-(last_year + 1) // unit) * unit
    return day_of(start), day_of(end)


def year_name(year: int) -> str:
    """A year as it is written on the line."""
    return str(year) if year > 0 else f"{1 - year} BCE"


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of the line: where it is in pixels and what stands below it ("" = nothing)."""

    day: int
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A range of days laid on a range of pixels; ``last_day`` > ``first_day``, ``right`` > ``left``."""

    first_day: float
    last_day: float
    left: float
    right: float

    @property
    def pixels_a_day(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / max(1e-6, self.last_day - self.first_day)

    def x(self, day: float) -> float:
        """Pixels of a day (also outside the range)."""
        share = (day - self.first_day) / max(1e-6, self.last_day - self.first_day)
        return self.left + share * (self.right - self.left)

    def day(self, x: float) -> float:
        """The day at a pixel, with its fraction."""
        share = (x - self.left) / max(1e-9, self.right - self.left)
        return self.first_day + share * (self.last_day - self.first_day)

    def ticks(self, width_of: Callable[[str], float], months: tuple[str, ...] = MONTHS) -> tuple[Tick, ...]:
        """The densest round ticks whose labels stand apart with ``CALM_GAP`` between them.

        ``width_of`` measures a label in pixels. A tick too near an end keeps its mark and loses its label.
        """
        per_month = self.pixels_a_day * 30.44
        ends = [year_name(year_month_of(int(day))[0]) for day in (self.first_day, self.last_day)]
        widest = max(width_of(label) for label in ends)
        widest_month = max(width_of(name) for name in months)
        for step in STEPS:
            room = step * per_month
            wish = max(widest, widest_month) if step < 12 else widest
            if room >= wish + CALM_GAP:
                return self._ticks(step, width_of, months)
        return self._ticks(STEPS[-1], width_of, months)

    def starts(self, step: int, old_style: bool = False) -> Iterator[tuple[int, int, int]]:
        """Every ``step``-th month that begins within the range: its first day, year and month."""
        year, month, _ = date_of(int(self.first_day), old_style)
        count = (year * 12 + month - 1) // step * step
        while True:
            year, month = count // 12, count % 12 + 1
            day = day_called(year, month, 1, old_style)
            if day > self.last_day:
                return
            if day >= self.first_day:
                yield day, year, month
            count += step

    def _ticks(
        self, step: int, width_of: Callable[[str], float], months: tuple[str, ...]
    ) -> tuple[Tick, ...]:
        ticks: list[Tick] = []
        free_from = self.left - LABEL_GAP
        for day, year, month in self.starts(step):
            x = self.x(day)
            label = year_name(year) if month == 1 else months[month - 1]
            half = width_of(label) / 2
            fits = x - half >= max(free_from, self.left - LABEL_GAP) and x + half <= self.right + LABEL_GAP
            if fits:
                free_from = x + half + LABEL_GAP / 2
            ticks.append(Tick(day, x, label if fits else ""))
        return tuple(ticks)
