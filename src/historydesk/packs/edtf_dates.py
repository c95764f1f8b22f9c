"""EDTF (ISO 8601-2) as authors write it, read into bounds and words.

Plain dates and intervals (``1878-12-18``, ``1884/1890?``) are read here; every other form goes to the
``edtf`` library, which takes some milliseconds a date. A test holds the two together.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from historydesk.domain.dates import Moment, describe

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


class DateError(ValueError):
    """The text is no date a pack can use; ``remedy`` says what to write."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date with its bounds as day ordinals (inclusive) and its ends for display."""

    edtf: str
    first_day: int
    last_day: int
    first: Moment
    last: Moment | None

    @property
    def approximate(self) -> bool:
        """Whether either end is marked ``~``."""
        return self.first.approximate or (self.last is not None and self.last.approximate)

    @property
    def uncertain(self) -> bool:
        """Whether either end is marked ``?``."""
        return self.first.uncertain or (self.last is not None and self.last.uncertain)

    def display(self, calendar: str = "gregorian", lang: str = "en") -> str:
        """The date in words; ``calendar="julian"`` puts Old Style beside it."""
        return describe(self.first, self.last, julian=calendar == "julian", lang=lang)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> ParsedDate:
    """Read an EDTF date or interval; raises ``DateError``."""
    start, slash, end = text.strip().partition("/")
    first, first_day, first_last = _moment(start, text)
    if not slash:
        return ParsedDate(text, first_day, first_last, first, None)
    last, last_first, last_day = _moment(end, text)
    if last_day < first_day or last_first < first_day:
        raise DateError(f"the interval “{text}” ends before it begins", "write the earlier date first")
    return ParsedDate(text, first_day, last_day, first, last)


def _moment(part: str, whole: str) -> tuple[Moment, int, int]:
    match = _PLAIN.fullmatch(part)
    if match is None:
        return _from_library(part, whole)
    year_text, month_text, day_text, mark = match.groups()
    year, month, day = int(year_text), int(month_text or 0), int(day_text or 0)
    if month_text and 21 <= month <= 24 and not day_text:
        return _from_library(part, whole)
    if year < 1 or (month_text and not 1 <= month <= 12):
        raise _not_a_date(whole)
    if day_text and not 1 <= day <= monthrange(year, month)[1]:
        raise DateError(f"there is no day {part} in the calendar", "correct the day or the month")
    first = date(year, month or 1, day or 1).toordinal()
    last_month = month or 12
    last = date(year, last_month, day or monthrange(year, last_month)[1]).toordinal()
    moment = Moment(
        year, month or None, day or None, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%")
    )
    if not mark:
        moment = Moment(year, month or None, day or None)
    return moment, first, last


def _from_library(part: str, whole: str) -> tuple[Moment, int, int]:
    """Forms beyond plain dates (``198X``, ``1920-21``, …), by the ``edtf`` library."""
    if part in ("", ".."):
        raise DateError(f"the interval “{whole}” has an open end", "write both dates")
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(part)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        first = date(*lower[:3]).toordinal()
        last = date(*upper[:3]).toordinal()
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise _not_a_date(whole) from error
    kind = type(parsed).__name__
    if kind not in ("Unspecified", "Season", "UncertainOrApproximate", "PartialUncertainOrApproximate"):
        raise DateError(
            f"the date “{whole}” uses a form of EDTF that packs do not", "use a date or an interval"
        )
    moment = Moment(
        lower[0],
        approximate=bool(getattr(parsed, "is_approximate", False)),
        uncertain=bool(getattr(parsed, "is_uncertain", False)),
        words=_wide_words(part, lower, upper),
    )
    return moment, first, last


def _wide_words(part: str, lower: tuple[int, ...], upper: tuple[int, ...]) -> str:
    """What to call a decade, a century, a season or an unknown month."""
    season = re.match(r"\d{4}-(2[1-4])", part)
    if season:
        return f"{_SEASONS[int(season.group(1))]} {lower[0]}"
    if re.match(r"\d{3}X", part) or re.match(r"\d{2}XX", part):
        return f"{lower[0]}s"
    if re.match(r"\d{4}-XX", part):
        return str(lower[0])
    return f"{lower[0]} – {upper[0]}" if lower[0] != upper[0] else str(lower[0])


def _not_a_date(text: str) -> DateError:
    return DateError(f"“{text}” is not an EDTF date", "write 1878-12-18, 1878-12, 1878, 1878~ or 1884/1890")
