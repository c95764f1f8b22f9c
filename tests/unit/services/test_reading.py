"""History over everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain.location import Location
from historydesk.services.reading import LIMIT, ReadingState

HOME, GORI, MAP = Location("home"), Location("read", chapter="gori"), Location("map")


def test_back_and_forward_walk_over_the_steps(qapp: object) -> None:
    state = ReadingState()
    for place in (HOME, GORI, MAP):
        state.go(place)
    state.back()
    assert state.location == GORI
    state.back()
    assert state.location == HOME
    assert not state.can_go_back
    state.forward()
    assert state.location == GORI
    state.go(HOME)
    assert not state.can_go_forward


def test_what_was_remembered_comes_back_with_the_step(qapp: object) -> None:
    state = ReadingState()
    state.go(GORI)
    state.remember(420, "p7")
    state.go(MAP)
    assert state.position is None
    state.back()
    assert state.position == 420
    assert state.location == Location("read", chapter="gori", passage="p7")


def test_a_searched_word_is_not_marked_again_on_the_way_back(qapp: object) -> None:
    state = ReadingState()
    state.go(Location("read", chapter="gori", find="serfs"))
    state.remember(1, "p2")
    state.go(HOME)
    state.back()
    assert state.location is not None
    assert state.location.find == ""


def test_going_where_one_is_adds_no_step(qapp: object) -> None:
    state = ReadingState()
    state.go(GORI)
    state.go(GORI)
    assert not state.can_go_back


@given(st.lists(st.sampled_from(["back", "forward", "home", "gori", "map"]), max_size=60))
def test_any_walk_keeps_the_buttons_true(qapp: object, steps: list[str]) -> None:
    state = ReadingState()
    told: list[tuple[bool, bool]] = []
    state.history_changed.connect(lambda back, forward: told.append((back, forward)))
    state.go(HOME)
    for step in steps:
        if step == "back":
            state.back()
        elif step == "forward":
            state.forward()
        else:
            state.go({"home": HOME, "gori": GORI, "map": MAP}[step])
        assert told[-1] == (state.can_go_back, state.can_go_forward)


def test_very_old_steps_are_forgotten(qapp: object) -> None:
    state = ReadingState()
    for number in range(LIMIT + 50):
        state.go(Location("read", chapter=f"c{number}"))
    for _ in range(LIMIT + 50):
        state.back()
    assert state.location == Location("read", chapter="c50")
