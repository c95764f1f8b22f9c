"""EDTF against the ledger and against the library."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from historydesk.packs.edtf_dates import DateError, parse_date

LEDGER = Path(__file__).resolve().parents[2] / "fixtures" / "ledger_dates.csv"
with LEDGER.open(encoding="utf-8") as _file:
    ROWS = list(csv.DictReader(_file))

_days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
_marks = st.sampled_from(["", "~", "?", "%"])


@st.composite
def plain_dates(draw: st.DrawFn) -> str:
    day = draw(_days)
    text = draw(st.sampled_from([f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()]))
    return text + draw(_marks)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_every_date_of_the_ledger_reads_as_the_ledger_shows_it(row: dict[str, str]) -> None:
    assert parse_date(row["edtf"]).display(row["calendar"]) == row["display"]


def test_the_ledger_is_whole() -> None:
    assert len(ROWS) == 120


@given(plain_dates())
def test_plain_dates_have_the_bounds_and_marks_the_library_gives(text: str) -> None:
    ours, theirs = parse_date(text), parse_edtf(text)
    assert ours.first_day == date(*theirs.lower_strict()[:3]).toordinal()
    assert ours.last_day == date(*theirs.upper_strict()[:3]).toordinal()
    assert ours.approximate == bool(
        theirs.is_approximate or getattr(theirs, "is_uncertain_and_approximate", False)
    )
    assert ours.uncertain == bool(
        theirs.is_uncertain or getattr(theirs, "is_uncertain_and_approximate", False)
    )


@given(_days, _days)
def test_an_interval_covers_both_its_ends_or_is_refused(first: date, last: date) -> None:
    text = f"{first.isoformat()}/{last.isoformat()}"
    if last < first:
        with pytest.raises(DateError):
            parse_date(text)
    else:
        parsed = parse_date(text)
        assert (parsed.first_day, parsed.last_day) == (first.toordinal(), last.toordinal())


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_clear_refusal(text: str) -> None:
    try:
        parsed = parse_date(text)
    except DateError as error:
        assert str(error) and error.remedy
    else:
        assert parsed.first_day <= parsed.last_day


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("198X", "1980s"),
        ("19XX", "1900s"),
        ("1920-21", "spring 1920"),
        ("1904-XX", "1904"),
        ("1878/1894", "1878 – 1894"),
    ],
)
def test_wider_forms_have_words(text: str, shown: str) -> None:
    assert parse_date(text).display() == shown
