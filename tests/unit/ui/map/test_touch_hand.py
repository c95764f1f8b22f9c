"""Fingers on the map: drag, pinch, turn and back, taps, long press, and the touch that stops a flight."""

from __future__ import annotations

from dataclasses import replace
from math import cos, hypot, radians, sin

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import MapPlace
from historydesk.ui.map.camera import around, shortest_turn
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.touch_hand import LONG_MS, TAP_MS
from historydesk.ui.theme import default_appearance

MIDDLE = QPoint(400, 300)


@pytest.fixture(scope="module")
def device(qapp: object) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


@pytest.fixture
def view(qtbot: QtBot, places: tuple[MapPlace, ...]) -> MapView:
    """A map over Gori, which moves."""
    view = MapView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.set_places(places, 1900)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.look(view.camera_on(("gori",)))
    return view


def calm(view: MapView) -> None:
    view.set_appearance(replace(default_appearance(), reduced_motion=True))


class Fingers:
    """Fingers on a viewport, each known by its number."""

    def __init__(self, view: MapView, device: QPointingDevice) -> None:
        self._viewport, self._device = view.viewport(), device
        self._down: dict[int, QPoint] = {}

    def press(self, *at: QPoint) -> Fingers:
        """Fingers come down together."""
        sequence = QTest.touchEvent(self._viewport, self._device, False)
        for number, point in enumerate(at):
            sequence.press(number, point, self._viewport)
            self._down[number] = point
        sequence.commit()
        return self

    def move(self, *at: QPoint) -> Fingers:
        """All fingers move."""
        sequence = QTest.touchEvent(self._viewport, self._device, False)
        for number, point in enumerate(at):
            sequence.move(number, point, self._viewport)
            self._down[number] = point
        sequence.commit()
        return self

    def release(self) -> None:
        """All fingers go."""
        sequence = QTest.touchEvent(self._viewport, self._device, False)
        for number, point in self._down.items():
            sequence.release(number, point, self._viewport)
        sequence.commit()
        self._down.clear()


def pair(middle: QPoint, reach: float, degrees: float) -> tuple[QPoint, QPoint]:
    """Two fingers about a point."""
    across = QPoint(round(reach * cos(radians(degrees))), round(reach * sin(radians(degrees))))
    return middle - across, middle + across


def test_one_finger_drags_the_plane_along(view: MapView, device: QPointingDevice) -> None:
    calm(view)
    start = view.camera()
    fingers = Fingers(view, device).press(MIDDLE)
    fingers.move(MIDDLE + QPoint(20, 0)).move(MIDDLE + QPoint(120, 40))
    x, y = view.camera().to_view(start.x, start.y, 800, 600)
    assert x == pytest.approx(500, abs=3)
    assert y == pytest.approx(340, abs=3)
    assert view.is_moving()
    fingers.release()
    assert not view.is_moving()
    assert view.moved_by_hand


def test_a_pinch_keeps_the_plane_under_both_fingers(view: MapView, device: QPointingDevice) -> None:
    start = view.camera()
    ends = pair(MIDDLE + QPoint(30, -20), 160, 35)
    fingers = Fingers(view, device).press(*pair(MIDDLE, 80, 0))
    # The first move only tells that it is no tap; from there on the plane goes along.
    fingers.move(*pair(MIDDLE, 92, 0))
    before = [start.to_plane(p.x(), p.y(), 800, 600) for p in pair(MIDDLE, 92, 0)]
    fingers.move(*pair(MIDDLE, 120, 20)).move(*ends)
    camera = view.camera()
    assert camera.width_km == pytest.approx(start.width_km * 92 / 160, rel=0.02)
    assert shortest_turn(start.turn, camera.turn) - start.turn == pytest.approx(35, abs=1)
    for (x, y), finger in zip(before, ends, strict=True):
        px, py = camera.to_view(x, y, 800, 600)
        assert hypot(px - finger.x(), py - finger.y()) < 2
    fingers.release()


def test_when_let_go_the_map_turns_back_to_north(
    qtbot: QtBot, view: MapView, device: QPointingDevice
) -> None:
    fingers = Fingers(view, device).press(*pair(MIDDLE, 80, 0))
    fingers.move(*pair(MIDDLE, 80, 20)).move(*pair(MIDDLE, 80, 60))
    assert abs(view.compass.north()) > 30
    with qtbot.waitSignal(view.settled_at):
        fingers.release()
        assert view.is_moving()
    assert abs(view.compass.north()) < 0.5
    assert view.is_idle()


def test_under_reduced_motion_it_turns_back_at_once(view: MapView, device: QPointingDevice) -> None:
    calm(view)
    fingers = Fingers(view, device).press(*pair(MIDDLE, 80, 0))
    fingers.move(*pair(MIDDLE, 80, 20)).move(*pair(MIDDLE, 80, 60))
    fingers.release()
    assert abs(view.compass.north()) < 0.5
    assert view.is_idle()


def test_a_tap_on_a_place_chooses_it_and_beside_it_nothing(view: MapView, device: QPointingDevice) -> None:
    chosen: list[str] = []
    view.place_chosen.connect(chosen.append)
    Fingers(view, device).press(QPoint(60, 500)).release()
    assert chosen == []
    Fingers(view, device).press(MIDDLE + QPoint(8, 5)).release()
    assert chosen == ["gori"]


def test_a_double_tap_zooms_in_where_it_is(qtbot: QtBot, view: MapView, device: QPointingDevice) -> None:
    start = view.camera()
    at = QPoint(200, 450)
    before = start.to_plane(200, 450, 800, 600)
    fingers = Fingers(view, device)
    fingers.press(at).release()
    with qtbot.waitSignal(view.settled_at):
        fingers.press(at + QPoint(4, 4)).release()
        # The first touch of the tap may settle the map; the zoom is still under way.
        qtbot.waitUntil(lambda: view.camera().width_km < start.width_km)
    qtbot.waitUntil(view.is_idle)
    assert view.camera().width_km == pytest.approx(start.width_km / 2)
    x, y = view.camera().to_view(*before, 800, 600)
    assert hypot(x - 200, y - 450) < 15


def test_a_tap_of_two_fingers_zooms_out(qtbot: QtBot, view: MapView, device: QPointingDevice) -> None:
    start = view.camera()
    Fingers(view, device).press(*pair(MIDDLE, 60, 0)).release()
    qtbot.waitUntil(lambda: view.is_idle() and view.camera().width_km > start.width_km * 1.5)
    assert view.camera().width_km == pytest.approx(start.width_km * 2)


def test_a_long_press_on_a_place_opens_its_card(qtbot: QtBot, view: MapView, device: QPointingDevice) -> None:
    chosen: list[str] = []
    view.place_chosen.connect(chosen.append)
    fingers = Fingers(view, device)
    with qtbot.waitSignal(view.place_chosen, timeout=4 * LONG_MS):
        fingers.press(MIDDLE)
    fingers.release()
    assert chosen == ["gori"]


def test_a_long_press_beside_every_place_does_nothing(
    qtbot: QtBot, view: MapView, device: QPointingDevice
) -> None:
    chosen: list[str] = []
    view.place_chosen.connect(chosen.append)
    start = view.camera()
    fingers = Fingers(view, device).press(QPoint(60, 500))
    qtbot.waitUntil(lambda: not view._touch._long.isActive(), timeout=4 * LONG_MS)
    fingers.release()
    assert chosen == []
    assert view.camera() == start
    assert view.is_idle()


def test_a_touch_stops_a_flight_where_it_is(
    qtbot: QtBot, view: MapView, device: QPointingDevice, places: tuple[MapPlace, ...]
) -> None:
    coyoacan = places[3]
    view.fly_to(around(coyoacan.x, -coyoacan.y, 500))
    fingers = Fingers(view, device).press(MIDDLE)
    stopped = view.camera()
    assert not view.is_moving()
    assert stopped != around(coyoacan.x, -coyoacan.y, 500)
    fingers.move(MIDDLE + QPoint(30, 0)).move(MIDDLE + QPoint(40, 0))
    assert view.is_moving()
    fingers.release()
    qtbot.waitUntil(view.is_idle)


def test_a_flick_glides_on_and_comes_to_rest(qtbot: QtBot, view: MapView, device: QPointingDevice) -> None:
    fingers = Fingers(view, device).press(MIDDLE)
    for step in range(1, 8):
        fingers.move(MIDDLE + QPoint(15 * step, 0))
    released = view.camera()
    fingers.release()
    assert view.is_moving()
    qtbot.waitUntil(view.is_idle, timeout=5_000)
    x, _ = view.camera().to_view(released.x, released.y, 800, 600)
    assert x > 420


def test_a_touch_stops_a_gliding_map_at_once(view: MapView, device: QPointingDevice) -> None:
    fingers = Fingers(view, device).press(MIDDLE)
    for step in range(1, 8):
        fingers.move(MIDDLE + QPoint(15 * step, 0))
    fingers.release()
    assert view.is_moving()
    fingers.press(QPoint(60, 500))
    assert not view.is_moving()
    stopped = view.camera()
    fingers.release()
    assert view.is_idle()
    assert view.camera() == stopped


def test_under_reduced_motion_nothing_glides(view: MapView, device: QPointingDevice) -> None:
    calm(view)
    fingers = Fingers(view, device).press(MIDDLE)
    for step in range(1, 8):
        fingers.move(MIDDLE + QPoint(15 * step, 0))
    fingers.release()
    assert view.is_idle()


def test_a_finger_that_stays_after_a_pinch_drags_on(view: MapView, device: QPointingDevice) -> None:
    calm(view)
    left, right = pair(MIDDLE, 80, 0)
    sequence = QTest.touchEvent(view.viewport(), device, False)
    sequence.press(0, left, view.viewport()).press(1, right, view.viewport())
    sequence.commit()
    QTest.touchEvent(view.viewport(), device).move(0, left - QPoint(40, 0)).move(1, right + QPoint(40, 0))
    QTest.touchEvent(view.viewport(), device).move(0, left - QPoint(40, 0)).release(1, right)
    start = view.camera()
    QTest.touchEvent(view.viewport(), device).move(0, left)
    x, _ = view.camera().to_view(start.x, start.y, 800, 600)
    assert x == pytest.approx(440, abs=3)
    QTest.touchEvent(view.viewport(), device).release(0, left)
    assert not view.is_moving()


def test_taps_far_apart_in_time_are_single_taps(qtbot: QtBot, view: MapView, device: QPointingDevice) -> None:
    start = view.camera()
    fingers = Fingers(view, device)
    fingers.press(QPoint(60, 500)).release()
    later = QTimer()
    later.setSingleShot(True)
    with qtbot.waitSignal(later.timeout):
        later.start(TAP_MS + 100)
    fingers.press(QPoint(60, 500)).release()
    assert view.is_idle()
    assert view.camera() == start
