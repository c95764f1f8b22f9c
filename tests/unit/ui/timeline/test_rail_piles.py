"""Marks that events share."""

from __future__ import annotations

import random

from tests.unit.ui.timeline.timeline_samples import crowd, day, event

from historydesk.ui.timeline.lane_events import LaneEvents
from historydesk.ui.timeline.rail_piles import nearest_pile, piles_of

EVER = (day(1850), day(1960))


def lane(count: int) -> LaneEvents:
    made = LaneEvents(crowd(count, 3))
    while made.take_in():
        pass
    return made


def test_every_event_without_a_label_has_its_mark_once() -> None:
    events = lane(3000)
    draw = random.Random(5)
    for scale in (0.02, 0.3, 5.0):
        placed = sorted(draw.sample(range(3000), 200))
        piles = piles_of(events, placed, scale, (EVER[0] * scale, EVER[1] * scale))
        assert sum(pile.size for pile in piles) == 2800
        assert not {pile.first for pile in piles} & set(placed)
        for pile in piles:
            assert pile.size <= pile.end - pile.first


def test_marks_stay_while_one_pans() -> None:
    events = lane(3000)
    scale, left = 0.1, day(1900) * 0.1
    whole = {pile.first: pile for pile in piles_of(events, [], scale, (EVER[0] * scale, EVER[1] * scale))}
    for step in range(50):
        first = left + 3.3 * step
        inner = [
            pile
            for pile in piles_of(events, [], scale, (first, first + 400))
            if first + 8 < pile.left and pile.right < first + 392
        ]
        assert all(whole[pile.first] == pile for pile in inner)


def test_a_crowd_costs_a_mark_for_each_column() -> None:
    piles = piles_of(lane(20_000), [], 0.04, (EVER[0] * 0.04, EVER[1] * 0.04))
    assert len(piles) <= (EVER[1] - EVER[0]) * 0.04 / 8 + 2


def test_a_point_near_the_pointer_comes_before_the_bar_it_lies_on() -> None:
    events = LaneEvents([event("war", "1914-08-01/1918-11-11"), event("day", "1917-11-07")])
    while events.take_in():
        pass
    piles = piles_of(events, [], 1.0, (day(1910), day(1920)))
    at = day(1917, 11, 7)
    for x, wanted in ((at + 4, 1), (at + 60, 0), (day(1914, 7, 15), 0)):
        found = nearest_pile(piles, x, 20)
        assert found is not None
        assert found.first == wanted
    assert nearest_pile(piles, day(1913), 20) is None
