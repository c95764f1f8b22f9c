"""Which events lie in a stretch of time."""

from __future__ import annotations

import pytest

from historydesk.domain.chronicle import Chronicle
from historydesk.domain.entities import HistoricalDate, HistoricalEvent


def event(name: str, first: int, last: int) -> HistoricalEvent:
    return HistoricalEvent(name, name, HistoricalDate("", first, last, False, False, ""), "", "life")


CHRONICLE = Chronicle((event("day", 10, 10), event("weeks", 12, 40), event("later", 50, 50)))


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        (10, 10, ["day"]),
        (11, 11, []),
        (1, 12, ["day", "weeks"]),
        (40, 49, ["weeks"]),
        (20, 30, ["weeks"]),
        (41, 60, ["later"]),
    ],
)
def test_an_event_is_in_a_stretch_that_has_a_day_of_it(first: int, last: int, inside: list[str]) -> None:
    assert [each.id for each in CHRONICLE.between(first, last)] == inside
