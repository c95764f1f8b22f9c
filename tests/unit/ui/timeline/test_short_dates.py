"""Dates on labels, in both calendars."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.unit.ui.timeline.timeline_samples import event, ledger

from historydesk.domain.entities import HistoricalDate, HistoricalEvent
from historydesk.ui.timeline.short_dates import Moment, ends_of, short_date
from historydesk.ui.timeline.time_scale import MONTHS

LONG = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _moment(words: str) -> Moment:
    """What the ledger's words say of one day, month or year."""
    match = re.fullmatch(r"(?:about )?(?:(?:(\d{1,2}) )?([A-Z][a-z]+) )?(\d{4})", words.strip())
    assert match is not None, words
    of_month, month, year = match.groups()
    return int(year), LONG.index(month) + 1 if month else 0, int(of_month or 0)


def _ends(words: str) -> tuple[Moment, Moment]:
    first, _, last = words.partition(" – ")
    return _moment(first), _moment(last or first)


@pytest.mark.parametrize(("given", "display"), ledger(), ids=[each.id for each, _ in ledger()])
def test_every_event_of_the_ledger_has_the_right_two_dates(given: HistoricalEvent, display: str) -> None:
    words = display.replace(" (uncertain)", "")
    old, _, new = words.partition(" / ")
    if new:
        assert ends_of(given.date, old_style=True) == _ends(old.replace(" O.S.", ""))
        assert ends_of(given.date) == _ends(new.replace(" N.S.", ""))
    else:
        assert ends_of(given.date) == _ends(words)
        known_to_the_day = all(end[2] for end in _ends(words))
        if not known_to_the_day or given.date.first_day >= date(1918, 2, 14).toordinal():
            assert ends_of(given.date, old_style=True) == _ends(words)
    assert given.date.display == display


@pytest.mark.parametrize(
    ("edtf", "new_style", "old_style"),
    [
        ("1917-11-07", "7 Nov 1917", "25 Oct 1917"),
        ("1917-11-07/1917-11-08", "7–8 Nov 1917", "25–26 Oct 1917"),
        ("1917-03-08/1917-03-15", "8–15 Mar 1917", "23 Feb – 2 Mar 1917"),
        ("1918-02-13", "13 Feb 1918", "31 Jan 1918"),
        ("1918-02-14", "14 Feb 1918", "14 Feb 1918"),
        ("1878-12-18", "18 Dec 1878", "6 Dec 1878"),
        ("1918-01-10", "10 Jan 1918", "28 Dec 1917"),
        ("1912-08~", "about Aug 1912", "about Aug 1912"),
        ("1912-11~/1913-01~", "about Nov 1912 – Jan 1913", "about Nov 1912 – Jan 1913"),
        ("1913-01/1913-02", "Jan – Feb 1913", "Jan – Feb 1913"),
        ("1884/1890?", "1884–1890\u202f?", "1884–1890\u202f?"),
        ("1850~", "about 1850", "about 1850"),
        ("188X", "1880s", "1880s"),
    ],
)
def test_a_label_says_its_date_in_few_words(edtf: str, new_style: str, old_style: str) -> None:
    given = event("it", edtf).date
    assert short_date(given, MONTHS).replace("\xa0", " ") == new_style
    assert short_date(given, MONTHS, True).replace("\xa0", " ") == old_style


def test_far_away_a_label_says_the_year() -> None:
    assert short_date(event("it", "1917-03-08/1917-03-15").date, MONTHS, years_only=True) == "1917"
    assert short_date(event("it", "1912-11~/1913-01~").date, MONTHS, years_only=True) == "about 1912–1913"


def test_a_date_without_edtf_is_taken_from_its_days() -> None:
    first = date(1917, 11, 7).toordinal()
    shown = HistoricalDate("", first, first, False, False, "")
    assert short_date(shown, MONTHS, True).replace("\xa0", " ") == "25 Oct 1917"
