"""Labels: none covers another, the important ones first."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.label_layout import Label, overlap, place_labels

AREA = (0.0, 0.0, 800.0, 600.0)
LABELS = st.lists(
    st.builds(
        Label,
        st.floats(-50, 850),
        st.floats(-50, 650),
        st.floats(3, 15),
        st.floats(10, 200),
        st.floats(10, 40),
        st.integers(0, 3),
    ),
    max_size=40,
)


@given(LABELS)
def test_words_overlap_neither_words_nor_markers_and_stay_inside(labels: list[Label]) -> None:
    placed = place_labels(labels, AREA)
    boxes = [spot.box for spot in placed if spot.box is not None]
    for a, b in combinations(boxes, 2):
        assert not overlap(a, b)
    for number, spot in enumerate(placed):
        if spot.box is None:
            continue
        assert spot.marker
        assert spot.box[0] >= 0
        assert spot.box[1] >= 0
        assert spot.box[2] <= 800
        assert spot.box[3] <= 600
        for other, label in enumerate(labels):
            if other != number and placed[other].marker:
                r = label.radius
                assert not overlap(spot.box, (label.x - r, label.y - r, label.x + r, label.y + r))


@given(LABELS)
def test_the_most_important_marker_inside_is_always_shown(labels: list[Label]) -> None:
    inside = [i for i, label in enumerate(labels) if 0 < label.x < 800 and 0 < label.y < 600]
    if inside:
        first = min(range(len(labels)), key=lambda i: (labels[i].priority, i))
        if first in inside:
            assert place_labels(labels, AREA)[first].marker


def test_the_important_one_of_two_crowded_labels_wins() -> None:
    labels = [Label(100, 100, 6, 60, 16, 3), Label(104, 100, 6, 60, 16, 1)]
    placed = place_labels(labels, AREA)
    assert [spot.marker for spot in placed] == [False, True]


def test_a_label_stands_right_of_its_marker_when_there_is_room() -> None:
    (spot,) = place_labels([Label(100, 100, 6, 60, 16)], AREA)
    assert spot.box == (110, 92, 170, 108)


def test_words_keep_out_of_blocked_boxes() -> None:
    (spot,) = place_labels([Label(100, 100, 6, 60, 16)], AREA, blocked=[(105, 80, 200, 120)])
    assert spot.box is not None
    assert spot.box[2] <= 105


def test_a_label_stays_at_the_side_where_it_stood() -> None:
    (spot,) = place_labels([Label(100, 100, 6, 60, 16, side=6)], AREA)
    assert spot.side == 6
    assert spot.box == (70, 74, 130, 90)


def test_a_new_neighbour_changes_sides_for_one_that_finds_none() -> None:
    # The second has room at its right only, where the first would stand by itself.
    labels = [Label(100, 100, 6, 60, 16, 1), Label(180, 100, 6, 60, 16, 2)]
    blocked = [(172, 0, 800, 90), (172, 110, 800, 600), (187, 90, 800, 110), (0, 0, 172, 60)]
    placed = place_labels(labels, AREA, blocked=blocked)
    assert all(spot.box is not None for spot in placed)
    assert placed[1].side == 1
    assert placed[0].side != 0
