"""Where people stand when all phases stand side by side."""

from __future__ import annotations

from itertools import combinations

import pytest

from historydesk.domain.alliances import Member, Phase, Side
from historydesk.ui.people.phase_grid import box_of, columns, place_strips, seat_rows


def phase(number: int, **sides: str) -> Phase:
    members = tuple(
        Member(name, name, name, side, "")
        for side in ("won", "apart", "against")
        for name in sides.get(side, "").split()
    )
    return Phase(str(number), f"192{number}", f"Phase {number}", members)


def test_who_stays_on_a_side_keeps_the_row_and_who_comes_fills_the_first_free_one() -> None:
    rows = seat_rows([phase(1, won="a b c"), phase(2, won="d c a", against="b"), phase(3, won="a b d c")])
    assert [rows[1, name] for name in "acd"] == [0, 2, 1]
    assert rows[1, "b"] == 0
    assert [rows[2, name] for name in "abcd"] == [0, 3, 2, 1]


def test_no_two_people_of_a_phase_share_a_row_of_a_side() -> None:
    phases = [
        phase(1, won="a b c d"),
        phase(2, won="c d e", against="a b"),
        phase(3, won="e f g a", against="d"),
    ]
    rows = seat_rows(phases)
    for number, each in enumerate(phases):
        for side in ("won", "apart", "against"):
            taken = [rows[number, member.key] for member in each.on(_side(side))]
            assert len(taken) == len(set(taken))


def _side(name: str) -> Side:
    return {"won": "won", "apart": "apart"}.get(name, "against")  # type: ignore[return-value]


@pytest.mark.parametrize(("count", "width"), [(1, 200), (1, 1600), (7, 980), (7, 1600), (12, 980), (12, 60)])
def test_columns_fit_and_boxes_leave_room_for_the_ribbons(count: int, width: int) -> None:
    grid = columns(count, width, 100, 170, 22)
    assert 1 <= grid.shown <= count
    assert grid.shown * grid.pitch <= width + 1e-6
    assert grid.box + 22 <= grid.pitch + 1 or grid.box == 1
    assert grid.box <= 170


def test_the_column_chosen_is_always_in_sight() -> None:
    grid = columns(12, 500, 100, 170, 22)
    for chosen in range(12):
        first = grid.first(chosen, 12)
        assert 0 <= first <= chosen < first + grid.shown <= 12


def test_sides_lie_one_below_the_other_and_boxes_within_their_rows() -> None:
    phases = [phase(1, won="a b", apart="x", against="c"), phase(2, won="a", against="b c")]
    rows = seat_rows(phases)
    heights = {seat: 40 + 17 * (seat[1] == "b") for seat in rows}
    strips = place_strips(phases, rows, heights, 80, heading=24, edge=6, gap=2)
    grid = columns(2, 400, 100, 170, 22)
    boxes = [
        box_of(number, strips[member.side].rows[rows[number, member.key]], grid, heights[number, member.key])
        for number, each in enumerate(phases)
        for member in each.members
    ]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert strips["won"].bottom == strips["apart"].top
    assert strips["apart"].bottom == strips["against"].top


def test_a_side_on_which_nobody_ever_stands_takes_no_room() -> None:
    phases = [phase(1, won="a", against="b")]
    rows = seat_rows(phases)
    assert set(place_strips(phases, rows, dict.fromkeys(rows, 40), 0, heading=24, edge=6, gap=2)) == {
        "won",
        "against",
    }
