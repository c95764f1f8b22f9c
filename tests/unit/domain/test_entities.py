"""Lengths and days of a journey."""

from __future__ import annotations

import pytest

from historydesk.domain.entities import Journey, Leg, Stop, Way

RAIL = Way("rail", ((0.0, 0.0), (3.0, 4.0)), 5.0)
SEA = Way("sea", ((3.0, 4.0), (3.0, 10.0)), 6.5)


def stop(first: int = 0, last: int = 0) -> Stop:
    return Stop("gori", "", "rail", "", "A", first_day=first, last_day=last)


def test_a_journey_is_as_long_as_its_ways() -> None:
    journey = Journey("j", "", "", (stop(), stop(), stop()), (Leg((RAIL, SEA)), Leg((SEA,))))
    assert [leg.km for leg in journey.legs] == [11.5, 6.5]
    assert journey.km == 18.0
    assert journey.ways == (RAIL, SEA, SEA)


@pytest.mark.parametrize(("first", "last", "days"), [(10, 49, 39), (10, 10, 0), (0, 49, None), (10, 0, None)])
def test_days_of_a_stop_are_counted_between_known_days(first: int, last: int, days: int | None) -> None:
    assert stop(first, last).days == days


@pytest.mark.parametrize(
    ("left", "reached", "days"), [(10, 14, 4), (10, 10, 0), (0, 14, None), (10, 0, None)]
)
def test_days_on_the_way_are_counted_from_leaving_to_reaching(
    left: int, reached: int, days: int | None
) -> None:
    journey = Journey("j", "", "", (stop(1, left), stop(reached, 99)), (Leg((RAIL,)),))
    assert journey.days_on_leg(0) == days
