"""Fingers on the timeline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.unit.ui.timeline.test_timeline_view import middle_of, view_of
from tests.unit.ui.timeline.timeline_samples import day

from historydesk.ui.timeline.timeline_view import TimelineView


@pytest.fixture(scope="module")
def device(qapp: object) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


class Fingers:
    """Fingers on a view, each known by its number."""

    def __init__(self, view: TimelineView, device: QPointingDevice) -> None:
        self._view, self._device = view, device

    def do(self, kind: str, *at: QPoint) -> None:
        """All fingers ``press``, ``move`` or ``release`` at these points."""
        sequence = QTest.touchEvent(self._view, self._device, False)
        for number, point in enumerate(at):
            getattr(sequence, kind)(number, point, self._view)
        sequence.commit()

    def tap(self, at: QPoint) -> None:
        self.do("press", at)
        self.do("release", at)


def test_two_fingers_zoom_as_far_as_they_part(qtbot: QtBot, device: QPointingDevice) -> None:
    view = view_of(qtbot)
    view.set_view(day(1890), day(1930), animated=False)
    fingers = Fingers(view, device)
    span, held = view.view()[1] - view.view()[0], view.scale().day(650)
    fingers.do("press", QPoint(600, 300), QPoint(700, 300))
    for step in range(1, 11):
        fingers.do("move", QPoint(600 - 10 * step, 300), QPoint(700 + 10 * step, 300))
    assert view.view()[1] - view.view()[0] == pytest.approx(span / 3)
    assert view.scale().day(650) == pytest.approx(held)
    # Both move aside together: what is between them follows.
    fingers.do("move", QPoint(560, 300), QPoint(860, 300))
    assert view.scale().day(710) == pytest.approx(held)
    with qtbot.assertNotEmitted(view.event_chosen):
        fingers.do("release", QPoint(560, 300), QPoint(860, 300))


def test_one_finger_drags(qtbot: QtBot, device: QPointingDevice) -> None:
    view = view_of(qtbot)
    view.set_view(day(1900), day(1910), animated=False)
    fingers = Fingers(view, device)
    held = view.scale().day(600)
    fingers.do("press", QPoint(600, 300))
    for x in (580, 540, 480):
        fingers.do("move", QPoint(x, 300))
    assert view.scale().day(480) == pytest.approx(held)
    fingers.do("release", QPoint(480, 300))
    assert not view._hand.is_busy()


def test_a_tap_opens_and_a_double_tap_zooms_in(qtbot: QtBot, device: QPointingDevice) -> None:
    view = view_of(qtbot)
    fingers = Fingers(view, device)
    with qtbot.waitSignal(view.event_chosen) as caught:
        fingers.tap(middle_of(view, "event:birth"))
    assert caught.args == ["birth"]
    whole = view.view()[1] - view.view()[0]
    free = QPoint(400, round(view.rooms().lanes[1].top()) + 6)
    fingers.tap(free)
    fingers.tap(free + QPoint(5, 2))
    assert view.view()[1] - view.view()[0] == pytest.approx(whole / 3)


def test_a_long_press_on_the_axis_begins_a_range(qtbot: QtBot, device: QPointingDevice) -> None:
    view = view_of(qtbot)
    view.set_view(day(1917), day(1918), animated=False)
    fingers = Fingers(view, device)
    at = QPoint(500, round(view.rooms().axis.center().y()))
    fingers.do("press", at)
    qtbot.waitUntil(view._hand.is_busy)
    fingers.do("move", at + QPoint(200, 0))
    with qtbot.waitSignal(view.range_changed):
        fingers.do("release", at + QPoint(200, 0))
    assert view.range()[1] > view.range()[0] > 0


def test_the_finger_left_after_a_pinch_does_nothing(qtbot: QtBot, device: QPointingDevice) -> None:
    view = view_of(qtbot)
    view.set_view(day(1890), day(1930), animated=False)
    fingers = Fingers(view, device)
    fingers.do("press", QPoint(600, 300), QPoint(700, 300))
    fingers.do("move", QPoint(590, 300), QPoint(710, 300))
    shown = view.view()
    sequence = QTest.touchEvent(view, device, False)
    sequence.release(1, QPoint(710, 300), view).stationary(0)
    sequence.commit()
    fingers.do("move", QPoint(400, 300))
    assert view.view() == shown
    fingers.do("release", QPoint(400, 300))
    assert view.view() == shown


def test_a_second_finger_takes_back_a_range_half_drawn(qtbot: QtBot, device: QPointingDevice) -> None:
    view = view_of(qtbot)
    view.set_view(day(1900), day(1910), animated=False)
    fingers = Fingers(view, device)
    axis = view.rooms().axis.center().toPoint()
    fingers.do("press", axis)
    qtbot.waitUntil(view._hand.is_busy)
    fingers.do("move", axis + QPoint(100, 0))
    assert view._range.edges() is not None
    sequence = QTest.touchEvent(view, device, False)
    sequence.move(0, axis + QPoint(100, 0), view).press(1, axis + QPoint(200, 0), view)
    sequence.commit()
    assert view._range.edges() is None
    with qtbot.assertNotEmitted(view.range_changed):
        fingers.do("release", axis + QPoint(100, 0), axis + QPoint(200, 0))
