"""The map in the hand: trackpad, edges, north, clusters, what is told to those who listen, and idle moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice, QTouchEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from historydesk.domain import projection
from historydesk.domain.entities import MapPlace
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import around, home_camera, story_bounds
from historydesk.ui.map.map_motion import REST_MS
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.place_button import ClusterButton, PlaceButton
from historydesk.ui.theme import default_appearance

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TWIN = MapPlace("twin", "Twin", "Twin", 44.11, 41.98, 0.0, 0.0, 2)


def view_of(
    qtbot: QtBot, places: Sequence[MapPlace], base: BaseMap | None = None, *, calm: bool = True
) -> MapView:
    view = MapView()
    qtbot.addWidget(view)
    view.set_appearance(replace(default_appearance(), reduced_motion=calm))
    view.set_base_map(base)
    view.resize(800, 600)
    view.set_places(places, 1900)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    return view


def scroll(view: MapView, pixels: QPoint, delta: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Two fingers on a trackpad."""
    at = QPointF(400, 300)
    event = QWheelEvent(
        at,
        at,
        pixels,
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def gesture(view: MapView, kind: Qt.NativeGestureType, value: float) -> None:
    at = QPointF(400, 300)
    event = QNativeGestureEvent(
        kind, QPointingDevice.primaryPointingDevice(), 2, at, at, at, value, QPointF()
    )
    QApplication.sendEvent(view.viewport(), event)


def clusters(view: MapView) -> list[ClusterButton]:
    return [each for each in view.viewport().findChildren(ClusterButton) if not each.isHidden()]


def test_two_fingers_on_a_trackpad_move_the_map_and_with_ctrl_zoom(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    view = view_of(qtbot, places)
    view.look(view.camera_on(("gori",)))
    start = view.camera()
    scroll(view, QPoint(60, -20), 15)
    x, y = view.camera().to_view(start.x, start.y, 800, 600)
    assert (x, y) == pytest.approx((460, 280), abs=2)
    assert view.camera().width_km == start.width_km
    scroll(view, QPoint(0, 60), 120, CTRL)
    assert view.camera().width_km < start.width_km


def test_a_trackpad_turns_the_map_and_letting_go_turns_it_back(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    view = view_of(qtbot, places)
    view.look(view.camera_on(("gori",)))
    width = view.camera().width_km
    gesture(view, Qt.NativeGestureType.RotateNativeGesture, 25.0)
    gesture(view, Qt.NativeGestureType.ZoomNativeGesture, 0.25)
    assert view.compass.north() == pytest.approx(25, abs=0.5)
    assert view.camera().width_km == pytest.approx(width / 1.25)
    gesture(view, Qt.NativeGestureType.EndNativeGesture, 0.0)
    assert view.compass.north() == pytest.approx(0, abs=0.5)


def test_the_map_cannot_be_dragged_out_of_the_story(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places, calm=False)
    view.look(view.camera_on(("gori",)))
    edges = story_bounds([(place.x, -place.y) for place in places])
    for _ in range(120):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        qtbot.keyClick(view, Qt.Key.Key_Down)
    pulled = view.camera()
    assert edges.inset(-200).nearest(pulled.x, pulled.y) == (pulled.x, pulled.y)
    qtbot.waitUntil(view.is_idle, timeout=5_000)
    rested = view.camera()
    assert edges.nearest(rested.x, rested.y) == pytest.approx((rested.x, rested.y))


@pytest.mark.parametrize("width", [20.0, 500.0, 5_000.0])
def test_near_north_is_up_wherever_it_rests(qtbot: QtBot, places: tuple[MapPlace, ...], width: float) -> None:
    view = view_of(qtbot, places)
    for place in places:
        view.look(around(place.x, -place.y, width))
        qtbot.keyClick(view, Qt.Key.Key_Left)
        qtbot.waitUntil(view.is_idle)
        camera = view.camera()
        lon, lat = projection.inverse(camera.x, -camera.y)
        above = projection.forward(lon, lat + 0.001)
        assert above is not None
        x, y = camera.to_view(above[0], -above[1], 800, 600)
        assert y < 300
        assert abs(x - 400) < abs(y - 300) * 0.0087  # half a degree


def test_the_north_arrow_tells_where_north_is_and_turns_it_up(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    view = view_of(qtbot, places)
    siberia = projection.forward(100, 60) or (0.0, 0.0)
    view.look(around(siberia[0], -siberia[1], 15_000))
    arrow = view.compass
    assert arrow.width() >= 40
    assert "to the right" in arrow.accessibleName() or "to the left" in arrow.accessibleName()
    qtbot.keyClick(arrow, Qt.Key.Key_Return)
    assert abs(arrow.north()) < 0.5
    assert arrow.accessibleName() == "North is up"
    # It stays up while one looks around, until a flight goes elsewhere.
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.waitUntil(view.is_idle)
    assert abs(arrow.north()) < 0.5
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.camera() == home_camera()


def test_the_key_n_turns_north_up(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    assert abs(view.compass.north()) > 1
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert abs(view.compass.north()) < 0.5


def test_a_cluster_is_a_named_button_that_opens(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.look(home_camera())
    (crowd,) = clusters(view)
    assert crowd.accessibleName() == "2 places: Gori, Tiflis"
    assert crowd.width() >= 40
    crowd.setFocus()
    qtbot.keyClick(crowd, Qt.Key.Key_Return)
    assert clusters(view) == []
    free = view.free_rect()
    for place in places[:2]:
        x, y = view.camera().to_view(place.x, -place.y, 800, 600)
        assert free.contains(round(x), round(y))
    # The keyboard goes on to the place that led.
    focused = QApplication.focusWidget()
    assert isinstance(focused, PlaceButton)
    assert focused.place_id == "gori"


def test_places_at_one_spot_are_listed(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    gori = places[0]
    view = view_of(qtbot, (gori, replace(TWIN, x=gori.x, y=gori.y)))
    view.look(view.camera_on(("gori",), 10.0))
    (crowd,) = clusters(view)
    crowd.click()
    menu = view.findChild(QMenu)
    assert menu is not None
    assert menu.accessibleName() == "Places here"
    assert [each.text() for each in menu.actions()] == ["Gori", "Twin"]
    with qtbot.waitSignal(view.place_chosen) as chosen:
        menu.actions()[1].trigger()
    menu.close()
    assert chosen.args == ["twin"]


def test_the_names_of_a_cluster_follow_the_year(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.look(home_camera())
    view.set_year(1936)
    assert clusters(view)[0].accessibleName() == "2 places: Gori, Tbilisi"


def test_tab_goes_on_from_the_places_to_clusters_and_back(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.look(home_camera())
    last = next(each for each in view.viewport().findChildren(PlaceButton) if each.place_id == "coyoacan")
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), ClusterButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is last


def test_tab_to_a_place_in_a_cluster_opens_it(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.look(home_camera())
    buttons = {each.place_id: each for each in view.viewport().findChildren(PlaceButton)}
    buttons["gori"].setFocus()
    qtbot.keyClick(buttons["gori"], Qt.Key.Key_Tab)
    assert buttons["tbilisi"].hasFocus()
    assert clusters(view) == []


def tree(interface: object) -> list[tuple[object, str]]:
    """Role and name of all below, in order."""
    found = []
    for number in range(interface.childCount()):  # type: ignore[attr-defined]
        child = interface.child(number)  # type: ignore[attr-defined]
        found.append((child.role(), child.text(QAccessible.Text.Name)))
        found += tree(child)
    return found


def test_whoever_listens_finds_places_clusters_and_north_arrow(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap
) -> None:
    view = view_of(qtbot, places, base)
    view.look(home_camera())
    heard = tree(QAccessible.queryAccessibleInterface(view))
    buttons = [name for role, name in heard if role == QAccessible.Role.Button]
    for place in ("Gori", "Tiflis", "Moscow", "Coyoacán"):
        assert f"{place}, place" in buttons
    assert "2 places: Gori, Tiflis" in buttons
    assert any(name.startswith(("North", "Turn north up")) for name in buttons)
    assert all(name for name in buttons)


def test_a_drag_may_begin_on_a_place(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.look(view.camera_on(("moscow",)))
    button = next(each for each in view.viewport().findChildren(PlaceButton) if each.place_id == "moscow")
    chosen: list[str] = []
    view.place_chosen.connect(chosen.append)
    start = view.camera()
    middle = button.rect().center()
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 6):
        QTest.mouseMove(button, middle + QPoint(20 * step, 0))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=middle + QPoint(100, 0))
    assert chosen == []
    assert view.camera().to_view(start.x, start.y, 800, 600)[0] > 430
    qtbot.waitUntil(view.is_idle)


def test_a_view_unpacks_what_it_shows_and_nothing_more_while_it_rests(
    qtbot: QtBot, places: tuple[MapPlace, ...], base_map_file: Path
) -> None:
    base = BaseMap.load(base_map_file)
    view = view_of(qtbot, places, base)
    view.look(view.camera_on(("gori",)))
    view.viewport().repaint()
    unpacked = base.unpacked_bytes()
    assert 0 < unpacked < 2 * 1024 * 1024
    qtbot.wait(50)
    assert view.is_idle()
    assert base.unpacked_bytes() == unpacked


def test_events_of_touch_reach_the_buttons_over_the_map(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    assert abs(view.compass.north()) > 1
    device = QTest.createTouchDevice()
    at = view.compass.geometry().center()
    QTest.touchEvent(view.viewport(), device).press(0, at)
    QTest.touchEvent(view.viewport(), device).release(0, at)
    assert abs(view.compass.north()) < 0.5


def test_a_lost_touch_lets_the_map_rest(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    device = QTest.createTouchDevice()
    QTest.touchEvent(view.viewport(), device).press(0, QPoint(400, 300))
    QTest.touchEvent(view.viewport(), device).move(0, QPoint(440, 300))
    QTest.touchEvent(view.viewport(), device).move(0, QPoint(480, 300))
    assert view.is_moving()
    QApplication.sendEvent(view.viewport(), QTouchEvent(QEvent.Type.TouchCancel, device))
    assert view.is_idle()
    QTest.touchEvent(view.viewport(), device).release(0, QPoint(480, 300))


def test_where_a_flight_led_the_hand_may_stay(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    far = around(14_000.0, 9_000.0, 3_000.0)
    view.look(far)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 500))
    assert view.camera() == far
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert (view.camera().x, view.camera().y) == pytest.approx((far.x, far.y), abs=10)


def test_a_turn_of_the_wheel_just_before_does_not_let_go_of_a_held_map(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    view = view_of(qtbot, places)
    view.look(view.camera_on(("gori",)))
    scroll(view, QPoint(), 120, CTRL)
    assert not view.is_idle()
    at = QPoint(90, 500)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view.viewport(), at + QPoint(40, 0))
    with qtbot.assertNotEmitted(view.settled_at, wait=2 * REST_MS):
        assert view.is_moving()
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(40, 0))
    qtbot.waitUntil(view.is_idle)


def test_a_map_that_goes_out_of_sight_is_let_go(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places, calm=False)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(400, 300))
    QTest.mouseMove(view.viewport(), QPoint(440, 330))
    assert view.is_moving()
    view.hide()  # by a key, say: the button comes up elsewhere
    view.show()
    assert not view.is_moving()
    assert view.is_idle()
    assert any(button.isVisible() for button in view.viewport().findChildren(PlaceButton))
