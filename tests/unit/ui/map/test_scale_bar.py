"""The scale bar: a round length that fits, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.scale_bar import LONGEST, bar_km, bar_words


@given(st.floats(0.002, 40.0))
def test_the_bar_is_round_and_fits(km_per_pixel: float) -> None:
    length = bar_km(km_per_pixel)
    assert LONGEST / 2.6 <= length / km_per_pixel <= LONGEST
    assert f"{length:.0e}"[0] in "125"


def test_lengths_are_said_in_metres_and_kilometres() -> None:
    assert bar_words(0.2) == ("200", "m")
    assert bar_words(50.0) == ("50", "km")
    assert bar_words(2000.0) == ("2\u202f000", "km")
