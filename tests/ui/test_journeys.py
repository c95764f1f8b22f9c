"""Following a journey: from the text to the map, from a stop to its passage, and back to the stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from historydesk.ui.map.atlas_page import AtlasPage
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor


def atlas_of(visitor: Visitor, stop: int) -> AtlasPage:
    """The map, once the journey is open at a stop."""

    def ready() -> bool:
        found = visitor.window.surfaces.atlas
        return found is not None and found.shown_stop() == ("j-1", stop)

    visitor.qtbot.waitUntil(ready)
    atlas = visitor.window.surfaces.atlas
    assert atlas is not None
    return atlas


def reader_of(start: Start) -> Visitor:
    visitor = start()
    visitor.services.settings.set("reduced_motion", True)
    return visitor


def test_a_journey_in_the_text_opens_the_map_with_the_player_at_the_first_stop(start: Start) -> None:
    visitor = reader_of(start)
    visitor.go("read", chapter="seminary")
    visitor.follow("journey")
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    button = next(each for each in visitor.popup.buttons() if each.text() == "Follow this journey")
    visitor.click(button)
    atlas = atlas_of(visitor, 0)
    assert atlas.player.isVisible()
    assert not atlas.guide.playback.is_playing()
    assert atlas.map.camera() == atlas.map.camera_on_journey()


def test_a_stop_leads_to_its_passage_and_back_to_the_journey(start: Start) -> None:
    visitor = reader_of(start)
    visitor.go("map", item="journey:j-1")
    atlas = atlas_of(visitor, 0)
    visitor.click(atlas.player.passage)
    visitor.qtbot.waitUntil(lambda: visitor.screen == "read")
    assert visitor.chapter() == "gori"
    assert visitor.reader.view.current_passage == "p2"
    visitor.command("back")
    visitor.qtbot.waitUntil(lambda: visitor.screen == "map")
    atlas_of(visitor, 0)


def test_back_returns_to_the_stop_that_was_left(start: Start) -> None:
    visitor = reader_of(start)
    visitor.go("map", item="journey:j-1")
    atlas = atlas_of(visitor, 0)
    visitor.press(Qt.Key.Key_Period)
    assert atlas.shown_stop() == ("j-1", 1)
    visitor.go("read", chapter="gori")
    visitor.command("back")
    visitor.qtbot.waitUntil(lambda: visitor.screen == "map")
    atlas_of(visitor, 1)


def test_an_address_names_a_stop_from_one_on(start: Start) -> None:
    visitor = reader_of(start)
    visitor.go("map", item="journey:j-1#2")
    assert "Stop 2 of 2" in atlas_of(visitor, 1).player.accessibleDescription()


def test_choosing_a_journey_in_the_list_is_a_step_that_back_undoes(start: Start) -> None:
    visitor = reader_of(start)
    visitor.command("map")
    visitor.qtbot.waitUntil(
        lambda: bool(atlas.panel.chooser.buttons) if (atlas := visitor.window.surfaces.atlas) else False
    )
    atlas = visitor.window.surfaces.atlas
    assert atlas is not None
    visitor.click(atlas.panel.journeys_tab)
    visitor.click(atlas.panel.chooser.buttons["j-1"])
    atlas_of(visitor, 0)
    visitor.command("back")
    visitor.qtbot.waitUntil(lambda: atlas.shown_stop() is None)
    assert visitor.screen == "map"


def test_leaving_the_map_ends_the_playing(start: Start) -> None:
    visitor = reader_of(start)
    visitor.go("map", item="journey:j-1")
    atlas = atlas_of(visitor, 0)
    atlas.map.setFocus()
    visitor.press(Qt.Key.Key_Comma)
    visitor.services.settings.set("reduced_motion", False)
    visitor.click(atlas.player.play)
    assert atlas.guide.playback.is_playing()
    visitor.command("home")
    visitor.qtbot.waitUntil(lambda: visitor.screen == "home")
    assert atlas.guide.playback.is_idle()
    assert QApplication.focusWidget() is not atlas.map
