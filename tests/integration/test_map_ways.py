"""The map of the shipped pack in the running program: journeys, stops, passages, years, stretches of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from historydesk.app import Program
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.errors import ResourceError
from historydesk.services.notifier import Message
from historydesk.ui.map.atlas_page import AtlasPage
from tests.ui.visitor import Visitor

pytestmark = pytest.mark.leaks_checked


@pytest.fixture
def visitor(qtbot: QtBot, shipped_pack: Path, tmp_path: Path, fonts: None) -> Iterator[Visitor]:
    program = Program(shipped_pack, folder=tmp_path / "data")
    done: list[bool] = []
    program.ready.connect(lambda: done.append(True))
    window = program.open(show=False)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    visitor = Visitor(program, qtbot)
    visitor.services.settings.set("reduced_motion", True)
    yield visitor
    program.close()


def atlas(visitor: Visitor) -> AtlasPage:
    page = visitor.window.surfaces.atlas
    assert page is not None
    return page


def test_an_address_names_a_stop_of_a_journey(visitor: Visitor) -> None:
    visitor.go("map", item="journey:j-1#3")
    assert atlas(visitor).shown_stop() == ("j-1", 2)
    visitor.go("map")
    assert atlas(visitor).shown_stop() is None


def test_a_stop_leads_to_its_passage_and_back_to_the_stop(visitor: Visitor) -> None:
    journey = visitor.services.library.journey("j-1")
    assert journey is not None
    number, stop = next(
        (number, stop) for number, stop in enumerate(journey.stops, start=1) if number > 1 and stop.passage
    )
    visitor.go("map", item=f"journey:j-1#{number}")
    chapter, _, passage = stop.passage.partition("#")
    atlas(visitor).passage_requested.emit(chapter, passage)
    assert visitor.screen == "read"
    assert visitor.reader.view.current_passage == passage
    visitor.window.go_back()
    assert visitor.screen == "map"
    assert atlas(visitor).shown_stop() == ("j-1", number - 1)


def test_a_journey_in_the_list_is_an_address(visitor: Visitor) -> None:
    visitor.go("map")
    atlas(visitor).journey_requested.emit("j-2")
    assert visitor.services.reading.location == Location("map", item="journey:j-2")
    shown = atlas(visitor).shown_stop()
    assert shown is not None and shown[0] == "j-2"
    visitor.window.go_back()
    assert atlas(visitor).shown_stop() is None


def test_names_follow_the_chapter_being_read(visitor: Visitor) -> None:
    visitor.go("read", chapter="underground")
    visitor.command("map")
    page = atlas(visitor)
    chapter = visitor.services.library.chapter("underground").summary
    middle = date.fromordinal((chapter.start + chapter.end) // 2).year
    assert page.eras.year == middle
    place = next(each for each in visitor.services.library.places() if each.id == "tbilisi")
    assert page.map.name_of(place) == "Tiflis"


def test_a_stretch_of_time_keeps_the_map_to_its_places_until_the_chip_is_pressed(visitor: Visitor) -> None:
    visitor.see_timeline(days=(date(1917, 3, 15), date(1917, 11, 7)))
    timeline = visitor.window.surfaces.timeline
    assert timeline is not None
    happened = {each.place for each in timeline.events() if each.place}
    visitor.command("map")
    page = atlas(visitor)
    assert page.chip.label() == "15 March – 7 November 1917"
    assert page.eras.year == 1917
    assert page.panel.model.rowCount() == len(happened)
    visitor.click(page.chip)
    assert page.chip.isHidden()
    assert page.panel.model.rowCount() == len(visitor.services.library.places())
    assert timeline.tools.chip.isHidden()
    assert len(timeline.events()) > len(happened)


def test_asking_for_a_place_outside_the_time_gives_the_time_up(visitor: Visitor) -> None:
    visitor.see_timeline(days=(date(1917, 3, 15), date(1917, 11, 7)))
    visitor.go("map", item="place:gori")
    page = atlas(visitor)
    assert page.chip.isHidden()
    assert page.map.chosen() == "gori"


def test_an_event_of_a_place_opens_its_card_which_leads_to_the_timeline(visitor: Visitor) -> None:
    visitor.go("map", item="place:gori")
    visitor.window.activate(Reference("event", "e006"), visitor.window.rect())
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    visitor.click(next(each for each in visitor.popup.buttons() if each.objectName() == "timeline"))
    assert visitor.services.reading.location == Location("timeline", item="event:e006")


def test_a_place_named_on_the_map_is_shown_there(visitor: Visitor) -> None:
    visitor.go("map")
    visitor.window.activate(Reference("place", "gori"), visitor.window.rect())
    assert atlas(visitor).map.chosen() == "gori"
    assert atlas(visitor).card.isVisible()
    assert visitor.services.reading.location == Location("map", item="place:gori")


def test_a_layer_that_cannot_be_drawn_is_told_once(visitor: Visitor) -> None:
    visitor.go("map")
    told: list[Message] = []
    visitor.services.notifier.message_added.connect(told.append)
    fault = ResourceError("A layer of the map is damaged.", "Reinstall the program.")
    for _ in range(2):
        atlas(visitor).map.faulted.emit(fault)
    assert [each.text for each in told] == [fault.summary]
    assert visitor.window.notice.isVisible()
