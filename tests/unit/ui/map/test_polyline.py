"""Thinning of lines, and the parts of them that are seen."""

from __future__ import annotations

from itertools import pairwise
from math import hypot, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.polyline import points_along, seen_parts, weights

VIEW = (0.0, 0.0, 100.0, 50.0)
numbers = st.floats(-500, 500, allow_nan=False)
lines = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=30)


def test_the_ends_always_stay_and_a_bend_weighs_its_height() -> None:
    assert weights([(0, 0), (5, 3), (10, 0)]) == (inf, 3, inf)


@given(lines, st.floats(0.1, 100))
def test_a_thinned_line_stays_within_its_tolerance(
    points: list[tuple[float, float]], tolerance: float
) -> None:
    kept = [point for point, weight in zip(points, weights(points), strict=True) if weight >= tolerance]
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    assert all(_distance(point, kept) <= tolerance + 1e-6 for point in points)


def _distance(point: tuple[float, float], line: list[tuple[float, float]]) -> float:
    best = inf
    for (ax, ay), (bx, by) in pairwise(line):
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        t = min(1.0, max(0.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / square)) if square else 0.0
        best = min(best, hypot(point[0] - ax - t * dx, point[1] - ay - t * dy))
    return best


def test_a_line_through_the_view_is_cut_at_its_edges() -> None:
    ((along, part),) = seen_parts([(-50, 25), (250, 25)], VIEW)
    assert along == 50
    assert part == [(0, 25), (100, 25)]


def test_a_line_that_leaves_and_returns_gives_two_parts() -> None:
    parts = seen_parts([(50, 25), (50, 80), (60, 80), (60, 25)], VIEW)
    assert [part for _, part in parts] == [[(50, 25), (50, 50)], [(60, 50), (60, 25)]]
    assert parts[1][0] == pytest.approx(55 + 10 + 30)


@given(lines)
def test_what_is_seen_lies_in_the_view(points: list[tuple[float, float]]) -> None:
    left, top, right, bottom = VIEW
    for _, part in seen_parts(points, VIEW):
        assert all(left - 1e-6 <= x <= right + 1e-6 and top - 1e-6 <= y <= bottom + 1e-6 for x, y in part)


def test_points_lie_at_equal_steps_round_a_corner() -> None:
    assert points_along([(0, 0), (10, 0), (10, 10)], 0, 4) == [
        (0, 0),
        (4, 0),
        (8, 0),
        (10, 2),
        (10, 6),
        (10, 10),
    ]


def test_points_of_a_part_are_those_of_the_whole() -> None:
    assert points_along([(7, 0), (20, 0)], 7, 4) == [(8, 0), (12, 0), (16, 0), (20, 0)]
