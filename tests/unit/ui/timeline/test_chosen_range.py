"""The stretch of days that a person chose."""

from __future__ import annotations

from historydesk.ui.timeline.chosen_range import ChosenRange


def test_a_drag_is_taken_in_whole_days() -> None:
    chosen = ChosenRange()
    assert chosen.edges() is None
    chosen.drag(100.4, 130.6, (0, 1000))
    assert chosen.edges() == (100.4, 130.6)
    assert not chosen
    assert chosen.drop()
    assert chosen.days == (100, 130)
    assert chosen.edges() == (100.0, 131.0)
    assert not chosen.drop()


def test_a_drag_may_go_back_and_stays_within_the_whole() -> None:
    chosen = ChosenRange()
    chosen.drag(500, -20, (10, 1000))
    chosen.drop()
    assert chosen.days == (10, 499)
    chosen.drag(300.2, 300.3, (10, 1000))
    chosen.drop()
    assert chosen.days == (300, 300)


def test_its_ends_are_set_at_events() -> None:
    chosen = ChosenRange()
    chosen.move_end(-1, (200, 210), (10, 900))
    assert chosen.days == (200, 900)
    chosen.move_end(1, (400, 450), (10, 900))
    assert chosen.days == (200, 450)
    chosen.move_end(-1, (600, 610), (10, 900))
    assert chosen.days == (450, 600)
    chosen.set(0, 0)
    assert not chosen
    chosen.move_end(1, (400, 450), (10, 900))
    assert chosen.days == (10, 450)
