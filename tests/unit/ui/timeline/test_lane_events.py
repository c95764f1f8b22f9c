"""Events by lane, searched by time."""

from __future__ import annotations

import pytest
from tests.unit.ui.timeline.timeline_samples import crowd, day, event

from historydesk.ui.timeline.event_shape import POINT
from historydesk.ui.timeline.lane_events import PART, LaneEvents, TimeEvents


def lane(count: int = 400, seed: int = 1) -> LaneEvents:
    made = LaneEvents(crowd(count, seed))
    while made.take_in():
        pass
    return made


def test_events_stand_in_order_of_time() -> None:
    events = lane()
    assert len(events) == 400
    assert events.starts == sorted(events.starts)
    assert all(start < end for start, end in zip(events.starts, events.ends, strict=True))
    assert [events.events[index].confidence for index in events.leading] == ["A"] * len(events.leading)
    assert events.leading_starts == [events.starts[index] for index in events.leading]


@pytest.mark.parametrize("at", [day(1880), day(1905, 6, 1), day(1917, 11, 7), day(1950)])
@pytest.mark.parametrize("least", [0, 30, 200])
def test_what_reaches_into_a_day_is_found(at: int, least: int) -> None:
    events = lane(2000)
    wanted = {
        index
        for index in range(len(events))
        if events.shapes[index].kind != POINT
        and events.starts[index] < at < events.ends[index]
        and events.ends[index] - events.starts[index] >= least
    }
    assert set(events.reaching(at, least, 10_000)) == wanted


def test_long_spans_come_first_and_a_crowd_is_not_searched_through() -> None:
    events = LaneEvents(
        [event(f"year-{n}", f"{1900 + n % 10}") for n in range(500)] + [event("war", "1890-01-01/1930-01-01")]
    )
    while events.take_in():
        pass
    found = list(events.reaching(day(1905, 6, 1), 10, 20))
    assert events.events[found[0]].id == "war"
    assert len(found) <= 41


def test_the_nearest_event_in_time() -> None:
    events = lane(50)
    for wanted in (day(1860), day(1900), day(1917, 3, 3), day(1960)):
        nearest = events.nearest(wanted)
        assert abs(events.starts[nearest] - wanted) == min(abs(start - wanted) for start in events.starts)
    assert LaneEvents([]).nearest(5) == -1


def test_very_many_are_taken_in_part_by_part() -> None:
    events = TimeEvents(crowd(PART * 2 + 10, 2), ("life", "party"))
    parts = 1
    while events.take_in():
        parts += 1
    assert parts > 2
    assert len(events.lanes[0]) == PART * 2 + 10


def test_events_of_unknown_lanes_go_to_the_last() -> None:
    events = TimeEvents([event("one", "1900"), event("two", "1901", "art")], ("life", "world"))
    events.take_all()
    assert [len(each) for each in events.lanes] == [1, 1]
    assert events.find("two") == (1, 0)
    assert events.find("nothing") is None
    assert events.bounds() == (day(1900), day(1902))
    assert TimeEvents((), ("life",)).bounds() == (0, 0)
