"""After a flick: the speed of the last moments, friction, and a stop at the story's edges."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.map.camera import EARTH, Bounds, Camera, around
from historydesk.ui.map.glide import LENGTHS, MOST_SPEED, TAU_MS, Flick, Glide

START = around(0.0, 0.0, 1_000.0)


def test_only_the_last_moments_of_a_drag_count() -> None:
    flick = Flick()
    for step in range(20):
        flick.add(step * 10.0, 50.0 * step, 0.0)
    for step in range(20, 40):
        flick.add(step * 10.0, 950.0, 0.0 + step)
    assert flick.velocity(390.0)[0] == pytest.approx(0, abs=0.2)
    assert flick.velocity(900.0) == (0.0, 0.0)


def test_a_flick_has_the_speed_of_the_hand() -> None:
    flick = Flick()
    for step in range(11):
        flick.add(step * 10.0, 8.0 * step, -4.0 * step)
    assert flick.velocity(100.0) == pytest.approx((0.8, -0.4))


def test_a_speed_beyond_belief_is_bounded() -> None:
    flick = Flick()
    flick.add(0.0, 0.0, 0.0)
    flick.add(1.0, 500.0, 0.0)
    assert hypot(*flick.velocity(1.0)) == pytest.approx(MOST_SPEED)


def test_a_glide_begins_at_the_speed_of_the_flick_and_slows_down() -> None:
    glide = Glide(START, (1.0, 0.0), 1_000.0, EARTH)
    step = 5.0 / glide.milliseconds
    first = glide.at(step)
    # One pixel a millisecond is one km here; the picture goes right, the camera left.
    c = hypot(first.x - START.x, first.y - START.y)
    assert c == pytest.approx(5.0, rel=0.03)
    gone = [hypot(glide.at(i / 50).x, glide.at(i / 50).y) for i in range(51)]
    steps = [b - a for a, b in pairwise(gone)]
    assert steps == sorted(steps, reverse=True)
    assert gone[-1] == pytest.approx(TAU_MS, rel=0.02)
    assert glide.milliseconds == round(TAU_MS * LENGTHS)


@given(st.floats(-4, 4), st.floats(-4, 4), st.floats(50, 4_000), st.floats(50, 4_000))
def test_a_glide_stops_at_the_edge(vx: float, vy: float, across: float, down: float) -> None:
    bounds = Bounds(-across, -down, across, down)
    glide = Glide(START, (vx, vy), 1_000.0, bounds)
    for share in (0.0, 0.3, 0.9, 1.0):
        camera = glide.at(share)
        assert bounds.left - 1e-6 <= camera.x <= bounds.right + 1e-6
        assert bounds.top - 1e-6 <= camera.y <= bounds.bottom + 1e-6


def test_a_glide_keeps_its_width() -> None:
    camera = Glide(Camera(10, 20, 300), (1, 1), 800, EARTH).at(0.5)
    assert camera.width_km == 300
