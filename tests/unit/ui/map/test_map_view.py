"""The map: places, keyboard, flights that can be interrupted, names by year, no base map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import MapPlace
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import home_camera
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.place_button import PlaceButton
from historydesk.ui.theme import default_appearance


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


def buttons(view: MapView) -> list[PlaceButton]:
    found = view.viewport().findChildren(PlaceButton)
    return [each for each in found if not each.isHidden()]


def test_without_a_base_map_places_are_still_there(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    assert len(buttons(view)) == len(places)
    assert not view.grab().isNull()


def test_every_place_has_an_accessible_button_of_touchable_size(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap
) -> None:
    view = view_of(qtbot, places, base)
    names = [each.accessibleName() for each in buttons(view)]
    assert names == ["Gori, place", "Tiflis, place", "Moscow, place", "Coyoacán, place"]
    for button in buttons(view):
        assert button.width() >= 40
        assert button.height() >= 40
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() == QAccessible.Role.Button


def test_names_follow_the_year(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.set_year(1936)
    assert "Tbilisi, place" in [each.accessibleName() for each in buttons(view)]


def test_tab_goes_from_place_to_place_in_order(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    reached = []
    for _ in places:
        view.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        assert isinstance(focused, PlaceButton)
        reached.append(focused.place_id)
    assert reached == [place.id for place in places]


def _wheel(at: QPointF, delta: int) -> QWheelEvent:
    none = Qt.MouseButton.NoButton
    return QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, delta),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_keyboard_brings_a_place_into_view(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.look(view.camera_on(("moscow",)))
    gori = buttons(view)[0]
    gori.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.viewport().rect().contains(gori.geometry().center())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_choose_a_place(qtbot: QtBot, places: tuple[MapPlace, ...], key: Qt.Key) -> None:
    view = view_of(qtbot, places)
    with qtbot.waitSignal(view.place_chosen) as chosen:
        qtbot.keyClick(buttons(view)[1], key)
    assert chosen.args == ["tbilisi"]
    assert view.chosen() == "tbilisi"


def test_arrows_move_and_plus_and_minus_zoom(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.look(view.camera_on(("gori",)))
    start = view.camera()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert start.to_view(view.camera().x, view.camera().y, 800, 600)[0] > 500
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera().width_km < start.width_km
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.camera().width_km == pytest.approx(start.width_km)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.camera() == home_camera()


def test_the_keys_of_the_map_work_on_a_place_too(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    before = view.camera().width_km
    qtbot.keyClick(buttons(view)[0], Qt.Key.Key_Plus)
    assert view.camera().width_km < before


def test_a_flight_ends_at_its_camera(qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap) -> None:
    view = view_of(qtbot, places, base, calm=False)
    end = view.camera_on(("gori",))
    with qtbot.waitSignal(view.settled_at, timeout=5_000):
        view.fly_to(end)
        assert view.is_moving()
    assert view.camera() == end
    assert not view.is_moving()


def test_a_press_ends_a_flight_where_it_is(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places, calm=False)
    end = view.camera_on(("gori",))
    view.fly_to(end)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not view.is_moving()
    assert view.camera().width_km > end.width_km


def test_under_reduced_motion_a_flight_is_a_jump(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    end = view.camera_on(("gori", "tbilisi"))
    view.fly_to(end)
    assert view.camera() == end
    assert not view.is_moving()


def test_the_wheel_zooms_and_the_map_comes_to_rest(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap
) -> None:
    view = view_of(qtbot, places, base)
    before = view.camera().width_km
    with qtbot.waitSignal(view.settled_at):
        QApplication.sendEvent(view.viewport(), _wheel(QPointF(400, 300), 120))
        assert view.is_moving()
    assert view.camera().width_km < before
    assert all(not each.isHidden() for each in buttons(view))


def test_places_given_anew_replace_the_old_ones(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    view.choose("gori")
    view.set_places(places[1:2], 1900)
    assert [each.place_id for each in buttons(view)] == ["tbilisi"]
    assert view.chosen() == ""


def test_tab_during_a_flight_ends_it_and_comes_to_the_next_place(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    view = view_of(qtbot, places, calm=False)
    gori = buttons(view)[0]
    gori.setFocus()
    view.fly_to(view.camera_on(("coyoacan",)))
    assert [each for each in buttons(view) if not each.isHidden()] == [gori]
    assert gori.hasFocus()
    qtbot.keyClick(gori, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, PlaceButton)
    assert focused.place_id == "tbilisi"


def test_after_a_flight_tab_goes_from_place_to_place(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places, calm=False)
    with qtbot.waitSignal(view.settled_at, timeout=5_000):
        view.fly_to(view.camera_on(("gori",)))
    assert view.hasFocus()
    reached = []
    for _ in places:
        view.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        assert isinstance(focused, PlaceButton)
        reached.append(focused.place_id)
    assert reached == [place.id for place in places]


def test_a_place_that_goes_gives_the_keyboard_to_the_map(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    view = view_of(qtbot, places)
    buttons(view)[0].setFocus()
    view.set_places(places[1:], 1900)
    assert view.hasFocus()
