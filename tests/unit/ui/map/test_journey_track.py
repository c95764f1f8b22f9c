"""Measuring a journey: positions, kilometres, days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.ui.map.journeys import journey_of

from historydesk.domain.entities import Journey, Leg, MapPlace, Stop
from historydesk.ui.map.journey_track import JourneyTrack


@pytest.fixture
def track(places: tuple[MapPlace, ...]) -> JourneyTrack:
    return JourneyTrack(journey_of(places))


def test_kilometres_follow_the_ways(track: JourneyTrack) -> None:
    assert track.km == 12_000
    assert track.last == 3
    assert [track.km_at(stop) for stop in range(4)] == [0, 100, 2_000, 12_000]
    assert track.km_at(1.5) == 1_050


def test_kilometres_and_positions_are_inverse(track: JourneyTrack) -> None:
    for km in (0.0, 50.0, 100.0, 999.0, 11_999.0, 12_000.0):
        assert track.km_at(track.position_at(km)) == pytest.approx(km)
    assert track.position_at(99_999) == 3
    assert track.position_at(-5) == 0


def test_the_traveller_passes_from_one_means_of_travel_to_the_next(
    track: JourneyTrack, places: tuple[MapPlace, ...]
) -> None:
    rail, along = track.stretch_at(1, 450 / 1_900)
    assert rail is not None
    assert (rail.mode, along) == ("rail", pytest.approx(0.5))
    river, _ = track.stretch_at(1, 0.9)
    assert river is not None
    assert river.mode == "river"
    for stop, place in enumerate(places):
        assert track.point(float(stop)) == pytest.approx((place.x, -place.y))


@given(position=st.floats(-1, 5))
def test_every_position_has_a_point_between_the_stops(position: float) -> None:
    stops = (Stop("", "", "", "", "A", name="a"), Stop("", "", "", "", "A", name="b"))
    assert JourneyTrack(Journey("j", "", "", stops, (Leg(()),))).point(position) is None


def test_days_are_counted_from_the_first_stop(track: JourneyTrack) -> None:
    assert track.days() == 400
    assert [track.day_at(stop) for stop in range(4)] == [1, 13, 201, 301]


def test_days_are_not_counted_from_the_middle_of_a_journey() -> None:
    stops = (
        Stop("", "1901", "", "", "A", name="a"),
        Stop("", "", "", "", "A", name="b", first_day=9),
        Stop("", "", "", "", "A", name="c", first_day=20),
    )
    track = JourneyTrack(Journey("j", "", "", stops, (Leg(()), Leg(()))))
    assert track.days() == 0
    assert [track.day_at(stop) for stop in range(3)] == [0, 0, 0]


def test_an_unknown_day_is_not_counted() -> None:
    stops = (Stop("", "1900", "", "", "A", name="a"), Stop("", "", "", "", "A", name="b", first_day=9))
    track = JourneyTrack(Journey("j", "", "", stops, (Leg(()),)))
    assert track.days() == 0
    assert track.day_at(0) == 0


def test_a_stop_is_shown_among_what_lies_around_it(track: JourneyTrack) -> None:
    assert track.width_at(0, 6, 1_800) < 300
    assert track.width_at(3, 6, 1_800) == 1_800
