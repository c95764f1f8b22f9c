"""One scale for all marks of a chart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from historydesk.domain.evidence import Figure
from historydesk.ui.evidence.figure_mark import mark_rect
from historydesk.ui.evidence.figure_scale import FigureScale, number_words, scale_of


def figure(low: float | None, high: float | None) -> Figure:
    return Figure("Somebody", "1990", "some", low, high, False, "people")


@given(st.lists(st.floats(0.001, 1e9), min_size=1, max_size=12))
def test_the_scale_holds_every_figure_in_a_few_round_steps(values: list[float]) -> None:
    scale = scale_of([figure(value, value) for value in values])
    assert scale.end >= max(values) * (1 - 1e-9)
    assert 1 <= len(scale.ticks()) - 1 <= 6
    assert scale.ticks()[0] == 0
    assert scale.ticks()[-1] == pytest.approx(scale.end)


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (2.5, "2.5"), (400_000, "400,000"), (10, "10"), (0.5, "0.5")]
)
def test_ticks_read_as_people_write_numbers(value: float, words: str) -> None:
    assert number_words(value) == words


def test_a_mark_spans_its_range_on_the_scale() -> None:
    rect = mark_rect(figure(2, 6), FigureScale(10, 2), QRectF(100, 0, 1000, 12))
    assert (rect.left(), rect.right()) == (300, 700)


def test_a_single_figure_stands_on_its_value() -> None:
    rect = mark_rect(figure(5, 5), FigureScale(10, 2), QRectF(0, 0, 1000, 12))
    assert rect.center().x() == 500
    assert rect.width() == 12


def test_a_figure_with_one_bound_stands_on_it() -> None:
    scale, room = FigureScale(10, 2), QRectF(0, 0, 1000, 12)
    assert mark_rect(figure(None, 8), scale, room).center().x() == 800
    assert mark_rect(figure(6, None), scale, room).center().x() == 600
