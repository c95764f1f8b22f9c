"""Where people stand: whatever their number and size, nothing overlaps."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from historydesk.ui.people.side_layout import Band, Gaps, place_bands

GAPS = Gaps()
SIZES = st.builds(QSize, st.integers(40, 300), st.integers(40, 120))
BANDS = st.lists(
    st.builds(Band, st.integers(16, 60), st.lists(SIZES, min_size=1, max_size=12).map(tuple)),
    min_size=1,
    max_size=3,
)


@given(BANDS, st.integers(300 + 2 * GAPS.edge, 2000))
def test_nothing_overlaps_and_nothing_leaves_its_band(bands: list[Band], width: int) -> None:
    placed = place_bands(bands, width, GAPS)
    for one, other in combinations(placed, 2):
        assert not one.frame.intersects(other.frame)
    for band, where in zip(bands, placed, strict=True):
        assert len(where.people) == len(band.boxes)
        assert where.frame.right() < width
        for box in where.people:
            assert where.frame.contains(box)
            assert not box.intersects(where.heading)
        for box, another in combinations(where.people, 2):
            assert not box.intersects(another)


@given(BANDS)
def test_people_keep_their_sizes_and_order(bands: list[Band]) -> None:
    for band, where in zip(bands, place_bands(bands, 900, GAPS), strict=True):
        assert [box.size() for box in where.people] == list(band.boxes)
        places = [(box.y(), box.x()) for box in where.people]
        assert places == sorted(places)
