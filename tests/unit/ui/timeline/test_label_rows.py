"""The layout of labels: no overlaps, no movement while panning, room for what is chosen."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from tests.unit.ui.timeline.timeline_samples import crowd, day, event

from historydesk.ui.timeline.label_rows import GAP, LabelRows, RowLabel
from historydesk.ui.timeline.lane_events import LaneEvents

WIDTH = 1200.0
ROWS = 4


def lane(count: int, seed: int = 1) -> LaneEvents:
    made = LaneEvents(crowd(count, seed))
    while made.take_in():
        pass
    return made


def rows_of(events: LaneEvents) -> LabelRows:
    return LabelRows(events, lambda index: 90.0 + 37 * index % 160, 6.0, day(1955))


def settle(rows: LabelRows, scale: float, left: float, keep: int = -1) -> int:
    """Lay out until nothing is left to do; returns the frames it took."""
    frames = 1
    while not rows.arrange(scale, left, left + WIDTH, ROWS, keep):
        frames += 1
        assert frames < 200
    return frames


def assert_apart(rows: LabelRows) -> None:
    for row in rows.rows():
        for one, other in pairwise(row):
            assert one.end + GAP <= other.begin + 1e-6
        for label in row:
            assert label.begin <= label.left <= label.right <= label.end + 1e-6


def seen(rows: LabelRows, left: float) -> dict[int, tuple[int, float]]:
    """Row and place of each label in sight."""
    return {
        label.index: (label.row, label.words)
        for label in rows.labels()
        if label.end > left and label.begin < left + WIDTH
    }


def test_labels_never_overlap_in_500_views() -> None:
    events = lane(600)
    rows = rows_of(events)
    draw = random.Random(7)
    for _ in range(500):
        scale = 10 ** draw.uniform(-1.5, 2)
        first = draw.uniform(day(1860), day(1950))
        keep = draw.randrange(len(events)) if draw.random() < 0.5 else -1
        rows.arrange(scale, first * scale, first * scale + WIDTH, ROWS, keep)
        assert_apart(rows)


@pytest.mark.parametrize("count", [120, 5000])
@pytest.mark.parametrize("scale", [0.05, 0.5, 8.0])
def test_labels_stand_still_while_one_pans(count: int, scale: float) -> None:
    rows = rows_of(lane(count))
    left = day(1900) * scale
    settle(rows, scale, left)
    for step in range(60):
        moved = left + 17 * step
        before = seen(rows, moved)
        settle(rows, scale, moved)
        after = seen(rows, moved)
        assert {index: after[index] for index in before} == before
        assert_apart(rows)


def test_a_label_keeps_its_row_while_one_zooms_in() -> None:
    rows = rows_of(lane(300))
    scale, middle = 0.05, day(1917)
    settle(rows, scale, middle * scale - WIDTH / 2)
    moves = 0
    for _ in range(40):
        before = {index: row for index, (row, _) in seen(rows, middle * scale - WIDTH / 2).items()}
        scale *= 1.05
        settle(rows, scale, middle * scale - WIDTH / 2)
        after = seen(rows, middle * scale - WIDTH / 2)
        moves += sum(after[index][0] != row for index, row in before.items() if index in after)
    assert moves == 0


def test_other_words_leave_a_label_in_its_row() -> None:
    events = lane(300)
    width = 90.0
    rows = LabelRows(events, lambda _: width, 6.0, day(1955))
    left = day(1900) * 0.1
    settle(rows, 0.1, left)
    before = seen(rows, left)
    width = 100.0
    rows.remeasure()
    settle(rows, 0.1, left)
    after = seen(rows, left)
    assert_apart(rows)
    kept = before.keys() & after.keys()
    assert len(kept) > len(before) * 0.6
    assert all(before[index][0] == after[index][0] for index in kept)


def test_the_chosen_event_has_a_label_in_any_crowd() -> None:
    events = lane(5000)
    rows = rows_of(events)
    scale = 0.05
    left = day(1890) * scale
    for keep in range(1500, 3000, 250):
        settle(rows, scale, left, keep)
        assert rows.placed(keep) is not None
        assert_apart(rows)


def test_a_frame_lays_out_a_bounded_part_of_a_crowd() -> None:
    rows = rows_of(lane(20_000))
    assert settle(rows, 0.03, day(1860) * 0.03) > 1
    assert 0 < len(rows.labels()) < 200


def test_what_nobody_doubts_is_named_first() -> None:
    events = LaneEvents(
        [event("rumour", "1900-01-01", confidence="C"), event("fact", "1900-03-01", confidence="A")]
    )
    while events.take_in():
        pass
    rows = LabelRows(events, lambda _: 200.0, 6.0, day(1955))
    scale = 0.1
    left = day(1899) * scale
    assert rows.arrange(scale, left, left + WIDTH, 1)
    assert [events.events[label.index].id for label in rows.labels()] == ["fact"]


def test_words_at_the_end_of_time_stand_before_their_mark() -> None:
    events = LaneEvents([event("death", "1953-03-05")])
    while events.take_in():
        pass
    rows = LabelRows(events, lambda _: 200.0, 6.0, day(1954))
    scale = 0.05
    rows.arrange(scale, day(1930) * scale, day(1954) * scale, 2)
    label = rows.placed(0)
    assert label is not None
    assert label.begin == label.words < label.left
    assert label.end == label.right


def test_words_stand_within_a_bar_that_holds_them() -> None:
    events = LaneEvents([event("exile", "1913-03-08/1917-03-08")])
    while events.take_in():
        pass
    rows = LabelRows(events, lambda _: 200.0, 6.0, day(1955))

    def label(scale: float) -> RowLabel:
        settle(rows, scale, day(1915) * scale - WIDTH / 2)
        found = rows.placed(0)
        assert found is not None
        return found

    near, far = label(1.0), label(0.05)
    assert near.inside and near.left < near.words < near.words + 200 <= near.right == near.end
    assert not far.inside and far.words > far.right
    # Its middle is in sight while both its ends are not.
    settle(rows, 20.0, day(1915) * 20.0)
    assert rows.placed(0) is not None


def test_without_rows_there_are_no_labels() -> None:
    rows = rows_of(lane(50))
    assert rows.arrange(0.1, day(1860) * 0.1, day(1950) * 0.1, 0, 3)
    assert rows.labels() == []
