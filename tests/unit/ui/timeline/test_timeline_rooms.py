"""How the timeline divides its room."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from historydesk.ui.theme import default_appearance
from historydesk.ui.timeline.timeline_rooms import MOST_BRACKET_ROWS, packed, rooms_of


def test_brackets_that_share_days_stand_in_rows_of_their_own() -> None:
    brackets = packed(
        [(1, 100, "whole", "a"), (1, 40, "first", "b"), (41, 70, "second", "c"), (60, 90, "third", "d")]
    )
    assert len({each.row for each in brackets}) <= MOST_BRACKET_ROWS
    for one, other in combinations(brackets, 2):
        if one.row == other.row:
            assert one.last <= other.first or other.last <= one.first


@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("size", [(1366, 560), (1920, 900), (700, 320), (300, 220)])
def test_the_rooms_lie_below_one_another_and_fill_the_height(percent: int, size: tuple[int, int]) -> None:
    look = replace(default_appearance(), text_percent=percent)
    rooms = rooms_of(*size, 3, 2, look)
    assert rooms.names.top() == rooms.brackets.bottom()
    assert rooms.brackets.height() >= (look.target if rooms.bracket_rows else 0)
    bottom = rooms.names.bottom()
    for lane, box in enumerate(rooms.lanes):
        assert box.top() == pytest.approx(bottom, abs=2)
        bottom = box.bottom()
        for row in range(rooms.rows):
            assert rooms.row_top(lane, row) >= box.top()
    if rooms.rows:
        assert bottom == pytest.approx(rooms.axis.top(), abs=3)
    assert rooms.axis.bottom() == size[1]
    assert rooms.axis.height() >= look.target


def test_in_a_low_window_brackets_give_way_to_labels() -> None:
    look = default_appearance()
    assert rooms_of(1366, 560, 3, 3, look).bracket_rows == 3
    low = rooms_of(700, 290, 3, 3, look)
    assert 0 < low.bracket_rows < 3
    assert low.rows == 1
    assert rooms_of(700, 220, 3, 3, look).bracket_rows == 0
