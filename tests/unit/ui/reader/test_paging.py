"""Pages of lines."""

from hypothesis import given
from hypothesis import strategies as st

from historydesk.ui.reader.paging import free_above, last_whole, page_down, page_top, page_up, whole_top

ROW = st.tuples(st.floats(0, 40), st.floats(8, 60))


def stack(rows):
    lines, y = [], 0.0
    for gap, height in rows:
        y += gap
        lines.append((y, y + height))
        y += height
    return lines, y


@given(st.lists(ROW, min_size=1, max_size=60), st.floats(0, 1), st.floats(150, 900))
def test_the_line_cut_below_is_whole_on_the_next_page(rows, at, height):
    lines, _ = stack(rows)
    top = page_top(lines, lines[int(at * (len(lines) - 1))][0])
    following = page_down(lines, top, height)
    assert following > top
    assert free_above(lines, following) == following
    assert all(bottom <= top + height for start, bottom in lines if top <= start and bottom <= following)
    unseen = [line for line in lines if line[1] > top + height]
    assert all(start >= following for start, _ in unseen)


@given(st.lists(ROW, min_size=1, max_size=60), st.floats(0, 1), st.floats(150, 900))
def test_a_page_back_shows_no_cut_line_above_and_skips_none(rows, at, height):
    lines, _ = stack(rows)
    top = page_top(lines, lines[int(at * (len(lines) - 1))][0])
    before = page_up(lines, top, height)
    assert top - height <= before < top
    assert free_above(lines, before) == before or not any(top - height <= start < top for start, _ in lines)


def test_cells_of_one_row_stay_together():
    lines = [(0.0, 20.0), (22.0, 60.0), (30.0, 48.0), (62.0, 80.0)]
    assert free_above(lines, 50) == 22.0
    assert last_whole(lines, 0, 50) == 22.0


def test_something_taller_than_the_page_is_passed_in_steps():
    lines = [(0.0, 1000.0), (1010.0, 1030.0)]
    assert page_down(lines, 0, 400) == 360


def test_a_page_near_a_height_begins_with_a_whole_line() -> None:
    lines = [(0.0, 20.0), (20.0, 40.0), (60.0, 80.0)]
    assert whole_top(lines, 50.0, 40.0) == 50.0
    assert whole_top(lines, 50.5, 40.0) == 50.5
    assert whole_top(lines, 70.0, 40.0) == 50.0
    assert whole_top(lines, 30.0, 40.0) == 20.0


def test_a_page_near_a_height_may_begin_inside_something_tall() -> None:
    assert whole_top([(0.0, 400.0)], 300.0, 56.0) == 300.0
