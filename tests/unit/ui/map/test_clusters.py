"""Clusters: marks keep apart at every scale, stand for every place, and only open when one comes nearer."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.clusters import Clusters

APART = 30.0
POINTS = st.lists(
    st.tuples(st.floats(-9_000, 9_000), st.floats(-9_000, 9_000)), min_size=1, max_size=30, unique=True
)
SCALES = st.floats(0.002, 20.0)


@given(POINTS, SCALES)
def test_marks_keep_apart_and_stand_for_every_place_once(
    points: list[tuple[float, float]], km: float
) -> None:
    marks = Clusters(points, range(len(points)), APART).at(km)
    for a, b in combinations(marks, 2):
        (ax, ay), (bx, by) = points[a.leader], points[b.leader]
        assert hypot(ax - bx, ay - by) / km >= APART
    members = [each for mark in marks for each in mark.members]
    assert sorted(members) == list(range(len(points)))
    assert all(mark.members[0] == mark.leader for mark in marks)


@given(POINTS, SCALES, st.floats(1.0, 50.0))
def test_coming_nearer_only_opens(points: list[tuple[float, float]], km: float, factor: float) -> None:
    clusters = Clusters(points, range(len(points)), APART)
    far = clusters.at(km)
    for mark in clusters.at(km / factor):
        assert any(set(mark.members) <= set(other.members) for other in far)


def test_the_most_important_place_leads() -> None:
    clusters = Clusters([(0.0, 0.0), (1.0, 0.0)], (1, 0), APART)
    (mark,) = clusters.at(1.0)
    assert mark.leader == 1
    assert mark.members == (1, 0)


def test_it_is_known_where_a_cluster_opens() -> None:
    clusters = Clusters([(0.0, 0.0), (10.0, 0.0)], (0, 1), APART)
    opening = clusters.opening((0, 1))
    assert 0 < opening <= 10.0 / APART
    assert len(clusters.at(opening * 0.99)) == 2
    assert len(clusters.at(opening * 1.5)) == 1
    assert clusters.leading(1) == opening
    assert clusters.leading(0) > 1.0


def test_places_at_one_spot_never_open() -> None:
    clusters = Clusters([(5.0, 5.0), (5.0, 5.0)], (0, 1), APART)
    assert clusters.opening((0, 1)) == 0.0
    assert clusters.leading(1) == 0.0
