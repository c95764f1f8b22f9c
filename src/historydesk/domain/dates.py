"""Dates in words, and the arithmetic between the Julian calendar (Old Style) and ours (New Style).

Days are proleptic Gregorian ordinals, as ``datetime.date.toordinal`` counts them (1 January of year 1 is 1).
"""

from __future__ import annotations

from datetime import date

from historydesk.domain.values import dataclass

_JULIAN_SHIFT = 2
"""1 January 1 (Julian) is two days before 1 January 1 (Gregorian): Julian ordinal = Gregorian ordinal + 2."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a date: a year, perhaps a month, perhaps a day (New Style), and how sure we are of it.

    ``words`` replaces the year when EDTF says something wider ("1880s", "spring 1920").
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False
    words: str = ""

    def ordinal(self) -> int | None:
        """The day, when it is known to the day."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day).toordinal()


@dataclass(frozen=True, slots=True)
class DateWords:
    """What a language needs to say a date; ``day``, ``month`` and the rest are format strings."""

    months: tuple[str, ...]
    day: str
    month: str
    about: str
    uncertain: str
    span: str
    both: str
    old_style: str
    new_style: str


_ENGLISH = DateWords(
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    about="about {date}",
    uncertain="{date} (uncertain)",
    span="{first} – {last}",
    both="{old} / {new}",
    old_style="{date} O.S.",
    new_style="{date} N.S.",
)
_WORDS: dict[str, DateWords] = {"en": _ENGLISH}


def julian_from_ordinal(day: int) -> tuple[int, int, int]:
    """Year, month and day in the Julian calendar of a Gregorian ordinal (≥ 1).

    The Julian calendar repeats exactly every 1,461 days (four years, the fourth of them leap).
    """
    cycle, rest = divmod(day + _JULIAN_SHIFT - 1, 1461)
    year_in_cycle = min(rest // 365, 3)
    rest -= year_in_cycle * 365
    year = cycle * 4 + year_in_cycle + 1
    month = 1
    while True:
        length = _julian_month_length(year, month)
        if rest < length:
            return year, month, rest + 1
        rest -= length
        month += 1


def ordinal_from_julian(year: int, month: int, day: int) -> int:
    """Gregorian ordinal of a date of the Julian calendar; ``ValueError`` when there is no such day."""
    if not (year >= 1 and 1 <= month <= 12 and 1 <= day <= _julian_month_length(year, month)):
        raise ValueError(f"{year}-{month}-{day} is not a day of the Julian calendar")
    before = year - 1
    days = before * 365 + before // 4 + sum(_julian_month_length(year, m) for m in range(1, month)) + day
    return days - _JULIAN_SHIFT


def describe(first: Moment, last: Moment | None = None, *, julian: bool = False, lang: str = "en") -> str:
    """The date in words; with ``julian`` and both ends known to the day, Old Style stands before New Style.

    ``last`` is ``None`` for a single date. Languages without words of their own use English.
    """
    words = _WORDS.get(lang.partition("-")[0], _ENGLISH)
    new = _describe(words, first, last)
    ends = [moment for moment in (first, last) if moment is not None]
    if julian and all(moment.day is not None and not moment.words for moment in ends):
        old_ends = [_old_style(moment) for moment in ends]
        old = _describe(words, old_ends[0], old_ends[1] if last is not None else None)
        new = words.both.format(old=words.old_style.format(date=old), new=words.new_style.format(date=new))
    if any(moment.uncertain for moment in ends):
        new = words.uncertain.format(date=new)
    return new


REFORM = 700_214
"""14 February 1918, the first day of the Gregorian calendar in Russia, the day after 31 January Old Style."""


def describe_day(day: int, *, old_style: bool = False, lang: str = "en") -> str:
    """A day in words; with ``old_style``, days before the reform in Russia are told by the Julian calendar."""
    words = _WORDS.get(lang.partition("-")[0], _ENGLISH)
    return _one(words, Moment(*_day_parts(day, old_style)))


def describe_days(first: int, last: int, *, old_style: bool = False, lang: str = "en") -> str:
    """A stretch of days in words; what both ends share is said once ("2 March – 25 October 1917")."""
    words = _WORDS.get(lang.partition("-")[0], _ENGLISH)
    if first == last:
        return _one(words, Moment(*_day_parts(first, old_style)))
    year, month, day = _day_parts(first, old_style)
    begin = words.day.format(day=day, month=words.months[month - 1], year=year)
    if year == _day_parts(last, old_style)[0]:
        begin = words.day.format(day=day, month=words.months[month - 1], year="").strip()
    return words.span.format(first=begin, last=_one(words, Moment(*_day_parts(last, old_style))))


def _day_parts(day: int, old_style: bool) -> tuple[int, int, int]:
    if old_style and day < REFORM:
        return julian_from_ordinal(day)
    found = date.fromordinal(day)
    return found.year, found.month, found.day


def _julian_month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _old_style(moment: Moment) -> Moment:
    day = moment.ordinal()
    assert day is not None
    return Moment(*julian_from_ordinal(day), approximate=moment.approximate)


def _describe(words: DateWords, first: Moment, last: Moment | None) -> str:
    if last is None:
        return _one(words, first)
    return words.span.format(first=_one(words, first), last=_one(words, last))


def _one(words: DateWords, moment: Moment) -> str:
    if moment.words:
        text = moment.words
    elif moment.month is None:
        text = str(moment.year)
    else:
        month = words.months[moment.month - 1]
        pattern = words.month if moment.day is None else words.day
        text = pattern.format(day=moment.day, month=month, year=moment.year)
    return words.about.format(date=text) if moment.approximate else text
