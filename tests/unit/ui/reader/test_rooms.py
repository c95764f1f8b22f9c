"""How the width is shared out."""

from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.reader.rooms import share_out
from historydesk.ui.theme import Appearance, load_theme

PAPER = load_theme("paper")


def test_the_design_at_a_classroom_screen():
    rooms = share_out(1366, Appearance(PAPER))
    assert (rooms.contents, rooms.companion, rooms.contents_over, rooms.companion_over) == (
        268,
        430,
        False,
        False,
    )


def test_below_1100_the_companion_steps_back_and_below_860_the_contents():
    assert share_out(1099, Appearance(PAPER)).companion_over
    assert not share_out(1099, Appearance(PAPER)).contents_over
    assert share_out(859, Appearance(PAPER)).contents_over


def test_large_text_makes_the_neighbours_step_back():
    assert share_out(1366, Appearance(PAPER, text_percent=200)).companion_over
    assert share_out(1024, Appearance(PAPER, text_percent=200)).contents_over


@given(st.integers(320, 3840), st.sampled_from(range(80, 201, 10)))
def test_rooms_fill_the_page_and_fit_into_it(width, percent):
    rooms = share_out(width, Appearance(PAPER, text_percent=percent))
    beside = (0 if rooms.contents_over else rooms.contents + 1) + (
        0 if rooms.companion_over else rooms.companion + 1
    )
    assert rooms.chapter + beside == width
    assert max(rooms.contents, rooms.companion) <= width - 56
    if not (rooms.contents_over and rooms.companion_over):
        assert rooms.chapter >= 45 * 0.49 * 17.5 * percent / 100
