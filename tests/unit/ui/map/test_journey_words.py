"""Days and lengths of a journey in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.ui.map.journeys import journey_of

from historydesk.domain.entities import Journey, MapPlace
from historydesk.ui.map.journey_words import spent


@pytest.fixture
def journey(places: tuple[MapPlace, ...]) -> Journey:
    return journey_of(places)


def changed(journey: Journey, number: int, **fields: object) -> Journey:
    stops = list(journey.stops)
    stops[number] = replace(stops[number], **fields)  # type: ignore[arg-type]
    return replace(journey, stops=tuple(stops))


def test_a_stop_tells_its_days_and_those_of_the_way_on(journey: Journey) -> None:
    assert spent(journey, 0) == "10\u00a0days here · 2\u00a0days on the way · about 100\u00a0km"


def test_what_is_not_known_is_left_out(journey: Journey) -> None:
    assert spent(journey, 1) == "about 1\u202f900\u00a0km"


def test_the_last_stop_has_no_way_on(journey: Journey) -> None:
    assert spent(journey, 3) == "99\u00a0days here"


def test_a_day_that_is_about_right_makes_its_sums_so(journey: Journey) -> None:
    vague = changed(journey, 1, about=True)
    assert "about 2\u00a0days on the way" in spent(vague, 0)
    assert spent(vague, 0).startswith("10\u00a0days here")
    assert spent(changed(journey, 0, about=True), 0).startswith("about 10\u00a0days here")


def test_one_day_is_one_day(journey: Journey) -> None:
    short = changed(journey, 0, last_day=journey.stops[0].first_day + 1)
    assert spent(short, 0).startswith("one day here · 11\u00a0days")
    assert "one day on the way" in spent(changed(journey, 1, first_day=journey.stops[0].last_day + 1), 0)


def test_a_few_streets_have_no_length(journey: Journey) -> None:
    near = replace(journey.legs[0], ways=(replace(journey.ways[0], km=0.5),))
    assert "km" not in spent(replace(journey, legs=(near, *journey.legs[1:])), 0)
