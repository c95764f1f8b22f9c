"""A journey on the atlas: player, list of stops, drawn line, camera and names tell the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.unit.ui.map.journeys import journey_of

from historydesk.domain.entities import Journey, MapPlace, Stop
from historydesk.ui.map.atlas_page import AtlasPage
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.journey_playback import Phase
from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.appearance import Appearance

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, places: tuple[MapPlace, ...]) -> AtlasPage:
    """The atlas with the journey open, motion reduced."""
    page = AtlasPage()
    qtbot.addWidget(page)
    page.set_appearance(Appearance(default_appearance().theme, reduced_motion=True))
    page.resize(1366, 712)
    page.set_places(places)
    page.set_journeys((journey_of(places),), {"stalin": "Joseph Stalin"})
    page.show()
    page.show_journey(journey_of(places))
    return page


def in_sight(page: AtlasPage, place: MapPlace) -> bool:
    x, y = page.map.camera().to_view(place.x, -place.y, page.map.width(), page.map.height())
    return page.map.free_rect().contains(round(x), round(y))


def moving(page: AtlasPage) -> None:
    page.set_appearance(Appearance(default_appearance().theme))


def said(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_the_journeys_are_listed_with_traveller_years_length_and_days(qtbot: QtBot, page: AtlasPage) -> None:
    page.show_journey(None)
    button = page.panel.chooser.buttons["j-1"]
    assert button.isVisible()
    assert said(button) == "To Mexico. Joseph Stalin · 1900–1937. about 12\u202f000\u00a0km, 400\u00a0days"
    with qtbot.waitSignal(page.journey_requested) as wish:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wish.args == ["j-1"]


def test_it_opens_on_the_whole_way_ready_at_the_first_stop(
    page: AtlasPage, places: tuple[MapPlace, ...]
) -> None:
    assert page.map.camera() == page.map.camera_on_journey()
    assert all(in_sight(page, place) for place in places)
    assert page.player.isVisible()
    assert page.shown_stop() == ("j-1", 0)
    assert page.player.accessibleDescription() == "Stop 1 of 4. Gori. 1 May 1900"
    assert not page.guide.playback.is_playing()


def test_list_player_and_map_show_the_same_stop(
    qtbot: QtBot, page: AtlasPage, places: tuple[MapPlace, ...]
) -> None:
    buttons = page.panel.stops.buttons
    qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert page.shown_stop() == ("j-1", 2)
    assert "Stop 3 of 4. Moscow" in page.player.accessibleDescription()
    assert in_sight(page, places[2])
    qtbot.mouseClick(page.player.next, Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in buttons] == [False, False, False, True]
    page.map.place_chosen.emit("tbilisi")
    assert [button.isChecked() for button in buttons] == [False, True, False, False]
    assert page.player.slider.value() == round(1000 * 100 / 12_000)


def test_the_list_scrolls_to_the_stop_reached_also_when_it_is_opened_there(
    qtbot: QtBot, places: tuple[MapPlace, ...]
) -> None:
    whole = journey_of(places)
    words = "A stop with a good many words about its dates, " * 4
    stops = tuple(Stop("gori", words, "road", words, "A", name=f"Stop {n}", year=1900) for n in range(30))
    page = AtlasPage()
    qtbot.addWidget(page)
    page.resize(1366, 712)
    page.set_places(places)
    page.show_journey(Journey("j-3", "", "", stops, (whole.legs[0],) * 29), 12)
    page.show()
    panel, row = page.panel.stops, page.panel.stops.buttons[11]

    def in_view() -> bool:
        top = row.mapTo(panel.viewport(), QPoint(0, 0)).y()
        return 0 <= top < panel.viewport().height() - 40

    qtbot.waitUntil(in_view)
    inner = panel.widget()
    assert inner is not None
    assert inner.height() < panel.buttons[29].geometry().bottom() + 40  # nothing empty below the last
    page.guide.playback.go_to_stop(29)
    row = panel.buttons[29]
    qtbot.waitUntil(in_view)
    page.guide.playback.go_to_stop(0)
    row = panel.buttons[0]
    qtbot.waitUntil(in_view)


def test_names_and_frontiers_follow_the_traveller_until_a_year_is_chosen(
    qtbot: QtBot, page: AtlasPage
) -> None:
    page.show_journey(page.guide.journey, 1)
    assert page.eras.buttons[1900].isChecked()
    page.guide.playback.go_to_stop(2)
    assert page.eras.buttons[1929].isChecked()
    qtbot.mouseClick(page.eras.buttons[1924], Qt.MouseButton.LeftButton)
    page.guide.playback.go_to_stop(3)
    assert page.eras.buttons[1924].isChecked()
    assert page.eras.follow.text() == "Follow the journey"
    qtbot.mouseClick(page.eras.follow, Qt.MouseButton.LeftButton)
    assert page.eras.buttons[1936].isChecked()
    assert page.eras.follow.isHidden()


def test_another_size_in_a_flight_changes_where_it_ends(qtbot: QtBot, page: AtlasPage) -> None:
    moving(page)
    page.guide.playback.go_to_stop(2)
    qtbot.waitUntil(lambda: not page.map.is_moving(), timeout=10_000)
    page.show_journey(page.guide.journey)
    assert page.map.is_moving()
    page.resize(760, 500)
    qtbot.waitUntil(lambda: not page.map.is_moving(), timeout=10_000)
    assert page.map.camera() == page.map.camera_on_journey()


def test_it_opens_with_the_frontiers_of_its_first_stop_and_gives_them_back(page: AtlasPage) -> None:
    assert page.eras.buttons[1900].isChecked()
    page.show_journey(None)
    assert page.eras.buttons[1929].isChecked()


def test_keys_play_pause_and_step_while_the_map_has_the_keyboard(qtbot: QtBot, page: AtlasPage) -> None:
    qtbot.keyClick(page.map, Qt.Key.Key_Period)
    assert page.shown_stop() == ("j-1", 1)
    qtbot.keyClick(page.map, Qt.Key.Key_BracketRight)
    qtbot.keyClick(page.map, Qt.Key.Key_Comma)
    qtbot.keyClick(page.map, Qt.Key.Key_BracketLeft)
    assert page.shown_stop() == ("j-1", 0)
    qtbot.keyClick(page.map, Qt.Key.Key_Space)
    assert page.guide.playback.is_playing()
    assert said(page.player.play) == "Pause"
    qtbot.keyClick(page.map, Qt.Key.Key_Space)
    assert not page.guide.playback.is_playing()
    assert said(page.player.play) == "Play"


def test_under_reduced_motion_it_steps_without_a_ride(qtbot: QtBot, page: AtlasPage) -> None:
    page.guide.playback.set_speed(1_000)
    with qtbot.waitSignal(page.guide.playback.ended):
        page.player.play.click()
    assert page.shown_stop() == ("j-1", 3)
    assert page.guide.playback.is_idle()


def test_playing_flies_to_the_leg_and_then_rides(qtbot: QtBot, page: AtlasPage) -> None:
    moving(page)
    page.show_journey(page.guide.journey, 2)
    page.player.play.click()
    qtbot.waitUntil(lambda: page.guide.playback.phase is Phase.RIDING, timeout=10_000)
    qtbot.waitUntil(lambda: page.guide.playback.position > 1.01)
    assert not page.map.is_moving()
    page.guide.pause()


@pytest.mark.parametrize("hand", ["press", "wheel", "arrow", "zoom"])
def test_a_hand_on_the_map_pauses(qtbot: QtBot, page: AtlasPage, hand: str) -> None:
    page.player.play.click()
    assert page.guide.playback.is_playing()
    if hand == "press":
        qtbot.mousePress(page.map.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 40))
        qtbot.mouseRelease(page.map.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 40))
    elif hand == "wheel":
        at = QPointF(500, 300)
        wheel = QWheelEvent(
            at,
            at,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.map.viewport(), wheel)
    elif hand == "arrow":
        qtbot.keyClick(page.map, Qt.Key.Key_Left)
    else:
        page.zoom.findChildren(QPushButton)[0].click()
    assert not page.guide.playback.is_playing()
    assert page.guide.playback.is_idle()


def test_a_stop_chosen_during_a_ride_is_flown_to_and_read(
    qtbot: QtBot, page: AtlasPage, places: tuple[MapPlace, ...]
) -> None:
    moving(page)
    page.player.play.click()
    qtbot.waitUntil(lambda: page.guide.playback.phase is Phase.RIDING, timeout=10_000)
    page.panel.stops.buttons[2].click()
    assert page.guide.playback.phase is Phase.READING
    assert page.shown_stop() == ("j-1", 2)
    qtbot.waitUntil(lambda: not page.map.is_moving(), timeout=10_000)
    assert in_sight(page, places[2])
    page.guide.pause()


def test_a_map_led_elsewhere_by_one_of_its_marks_pauses(qtbot: QtBot, page: AtlasPage) -> None:
    moving(page)
    page.show_journey(page.guide.journey, 2)
    page.player.play.click()
    qtbot.waitUntil(lambda: page.guide.playback.phase is Phase.RIDING, timeout=10_000)
    page.map.moved_by_hand = True
    qtbot.waitUntil(lambda: not page.guide.playback.is_playing())
    assert page.guide.playback.is_idle()


def test_hidden_it_does_not_play(page: AtlasPage) -> None:
    page.player.play.click()
    page.hide()
    assert not page.guide.playback.is_playing()
    assert page.guide.playback.is_idle()


def test_the_slider_goes_to_any_point_and_keeps_the_traveller_in_sight(qtbot: QtBot, page: AtlasPage) -> None:
    page.show_journey(page.guide.journey, 1)
    slider = page.player.slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() * 3 // 4, 20))
    track = page.guide.track
    assert track is not None
    assert 2.5 < page.guide.playback.position < 2.9
    point = track.point(page.guide.playback.position)
    assert point is not None
    x, y = page.map.camera().to_view(*point, page.map.width(), page.map.height())
    assert page.map.free_rect().contains(round(x), round(y))
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert page.guide.playback.position == 2
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert page.guide.playback.position > 2


def test_the_speed_is_chosen_from_a_menu(page: AtlasPage) -> None:
    actions = page.player.speed.menu().actions()
    assert [action.text() for action in actions] == ["0.5×", "1×", "2×", "4×"]
    actions[3].trigger()
    assert page.guide.playback.speed == 4
    assert said(page.player.speed) == "Speed: 4×"


def test_a_stop_leads_to_its_passage(qtbot: QtBot, page: AtlasPage) -> None:
    page.guide.playback.go_to_stop(2)
    links = [link for link in page.panel.stops.findChildren(QPushButton) if link.isVisible()]
    assert [said(link) for link in links] == ["Read the passage about Moscow"]
    for control in (links[0], page.player.passage):
        with qtbot.waitSignal(page.passage_requested) as wish:
            qtbot.mouseClick(control, Qt.MouseButton.LeftButton)
        assert wish.args == ["end", "p3"]
    page.guide.playback.go_to_stop(1)
    assert page.player.passage.isHidden()


def test_a_stop_that_is_no_place_has_a_mark_of_its_own(
    qtbot: QtBot, page: AtlasPage, places: tuple[MapPlace, ...]
) -> None:
    whole = journey_of(places)
    nameless = Stop("", "3 May", "rail", "", "B", name="A village", year=1900)
    page.show_journey(Journey("j-2", "", "", (whole.stops[0], nameless, *whole.stops[2:]), whole.legs))
    place_chosen: list[str] = []
    page.place_chosen.connect(place_chosen.append)
    page.map.place_chosen.emit("#1")
    assert page.shown_stop() == ("j-2", 1)
    assert place_chosen == []
    assert "Stop 2 of 4. A village" in page.player.accessibleDescription()


def test_closing_brings_all_places_back(qtbot: QtBot, page: AtlasPage) -> None:
    with qtbot.waitSignal(page.journey_requested) as wish:
        qtbot.mouseClick(page.player.close_button, Qt.MouseButton.LeftButton)
    assert wish.args == [""]
    assert page.shown_stop() is None
    assert page.player.isHidden()
    assert page.map.journey_painter is None


def test_escape_closes_the_journey(qtbot: QtBot, page: AtlasPage) -> None:
    qtbot.keyClick(page.map, Qt.Key.Key_Escape)
    assert page.shown_stop() is None


def test_everything_of_an_open_journey_is_named_and_within_reach_of_tab(
    qtbot: QtBot, page: AtlasPage
) -> None:
    page.guide.playback.go_to_stop(2)
    controls = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [type(each).__name__ for each in controls if not said(each)] == []
    names = {said(each) for each in controls}
    assert {"Play", "Stop before", "Next stop", "Close the journey", "How far along the journey"} <= names
    assert "3. Moscow. 1929. Sea: Ship. about 10\u202f000\u00a0km. documented in part" in names
    page.activateWindow()
    page.map.setFocus()
    reached = set()
    for _ in range(120):
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(id(focused))
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [said(each) for each in controls if id(each) not in reached] == []


@pytest.mark.parametrize("size", [(1024, 544), (1366, 712), (1920, 1024), (640, 424)])
@pytest.mark.parametrize(
    ("theme", "percent", "target"),
    [(t, p, g) for t, p, g in zip(THEMES, (100, 200, 200), (40, 40, 56), strict=True)],
)
def test_no_part_covers_another_or_is_cut_off(
    page: AtlasPage, base: BaseMap, size: tuple[int, int], theme: str, percent: int, target: int
) -> None:
    page.set_base_map(base)
    page.resize(*size)
    page.set_appearance(
        Appearance(load_theme(theme), text_percent=percent, reduced_motion=True, target=target)
    )
    page.guide.playback.go_to_stop(2)
    player = page.player.card_rect().translated(page.player.pos())
    parts = {"player": player} | {
        type(each).__name__: each.geometry()
        for each in (page.eras, page.plates, page.zoom, page.switches)
        if each.isVisible()
    }
    for name, rect in parts.items():
        assert page.rect().contains(rect), name
    names = list(parts)
    for number, first in enumerate(names):
        for second in names[number + 1 :]:
            assert not parts[first].intersects(parts[second]), (first, second)
    for control in (page.player.play, page.player.next, page.player.slider, page.player.speed):
        assert control.height() >= target
        assert page.player.card_rect().contains(control.geometry())
