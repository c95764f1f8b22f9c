"""Where the timeline looks, and how it gets there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from historydesk.ui.timeline.time_window import LEAST_DAYS, TimeWindow
from historydesk.ui.timeline.view_motion import CHANGE_MS, GLIDE_MS, ZOOM_MS, between


def window(owner: QObject) -> TimeWindow:
    made = TimeWindow(owner)
    made.set_whole(1000, 11_000)
    return made


def test_first_everything_is_shown(qtbot: QtBot) -> None:
    owner = QObject()
    made = window(owner)
    assert (made.first, made.last) == (1000, 11_000)
    made.set_whole(0, 20_000)
    assert (made.first, made.last) == (0, 20_000)
    made.go(500, 900)
    made.set_whole(0, 30_000)
    assert (made.first, made.last) == (500, 900)


def test_it_stays_within_the_whole_and_not_too_near(qtbot: QtBot) -> None:
    owner = QObject()
    made = window(owner)
    made.go(0, 500)
    assert (made.first, made.last) == (1000, 1500)
    made.go(10_900, 11_900)
    assert (made.first, made.last) == (10_000, 11_000)
    made.go(5000, 5000)
    assert made.span == LEAST_DAYS
    made.zoom(0.0001, 0.5)
    assert (made.first, made.last) == (1000, 11_000)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_zooming_leaves_the_pointer_s_day_where_it_is(qtbot: QtBot, share: float) -> None:
    owner = QObject()
    made = window(owner)
    made.go(4000, 6000)
    day = 4000 + share * 2000
    made.zoom(3.0, share)
    assert made.first + share * made.span == pytest.approx(day)
    assert made.span == pytest.approx(2000 / 3)


def test_a_movement_arrives_and_says_so(qtbot: QtBot) -> None:
    owner = QObject()
    made = window(owner)
    seen: list[tuple[float, float]] = []
    made.moved.connect(lambda first, last: seen.append((first, last)))
    made.go(2000, 3000, CHANGE_MS)
    assert made.target() == (2000, 3000)
    qtbot.waitUntil(lambda: (made.first, made.last) == (2000, 3000))
    assert len(seen) > 2
    made.go(5000, 6000, CHANGE_MS)
    made.stop()
    assert made.target() == (made.first, made.last)


def test_no_movement_takes_longer_than_400_ms() -> None:
    assert max(CHANGE_MS, ZOOM_MS, GLIDE_MS) <= 400


@given(
    st.tuples(st.floats(0, 1e5), st.floats(3, 4e4)),
    st.tuples(st.floats(0, 1e5), st.floats(3, 4e4)),
    st.floats(0, 1),
)
def test_on_the_way_the_scale_lies_between_both_ends(
    begin: tuple[float, float], end: tuple[float, float], share: float
) -> None:
    first, last = (begin[0], begin[0] + begin[1]), (end[0], end[0] + end[1])
    low, high = between(first, last, share)
    spans = sorted((begin[1], end[1]))
    assert spans[0] * 0.999 - 1e-6 <= high - low <= spans[1] * 1.001 + 1e-6
    assert between(first, last, 1.0) == last
    assert between(first, last, 0.0) == pytest.approx(first)
