"""The timeline of the shipped pack in the running program: events, places, passages, people, stretches of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from historydesk.app import Program
from historydesk.domain.entities import HistoricalEvent
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.ui.index.use_button import UseButton
from historydesk.ui.map.companion_map import CompanionMap
from historydesk.ui.timeline.timeline_page import TimelinePage
from historydesk.ui.timeline.timeline_panel_list import LINE_ROLE
from tests.ui.visitor import Visitor

pytestmark = pytest.mark.leaks_checked

FIRST, LAST = date(1917, 3, 15).toordinal(), date(1917, 11, 7).toordinal()
"""From the abdication to the seizure of power."""


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


def timeline(visitor: Visitor) -> TimelinePage:
    """The page, opened and filled."""
    if visitor.screen != "timeline":
        visitor.command("timeline")
    page = visitor.window.surfaces.timeline
    assert page is not None
    visitor.qtbot.waitUntil(lambda: bool(page.events()), timeout=10_000)
    visitor.qtbot.waitUntil(lambda: not page.view.is_taking_in())
    return page


def map_of(page: TimelinePage) -> CompanionMap:
    found = page.panel.map
    assert isinstance(found, CompanionMap)
    return found


def listed(page: TimelinePage) -> list[str]:
    """The titles in the list beside the line."""
    model = page.panel.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def told(visitor: Visitor, page: TimelinePage) -> HistoricalEvent:
    """An event with a place that a passage of a chapter names."""
    return next(
        each
        for each in page.events()
        if each.place and visitor.services.library.uses(Reference("event", each.id))
    )


def test_an_event_moves_the_map_opens_its_card_and_leads_to_its_passage_and_back(visitor: Visitor) -> None:
    page = timeline(visitor)
    event = told(visitor, page)
    page.view.set_view(event.date.first_day - 400.0, event.date.first_day + 400.0, animated=False)
    page.view.choose(event.id)
    page.view.open_current()
    assert visitor.services.reading.location == Location("timeline", item=f"event:{event.id}")
    assert page.panel.shows_card
    companion = map_of(page)
    visitor.qtbot.waitUntil(companion.is_settled)
    assert companion.map.chosen() == event.place
    assert event.title in [each.text() for each in page.panel.card.findChildren(type(page.panel._heading))]
    view = page.view.view()
    passage = next(each for each in page.panel.card.findChildren(UseButton) if each.isVisible())
    visitor.click(passage)
    visitor.qtbot.waitUntil(lambda: visitor.screen == "read")
    visitor.window.go_back()
    assert visitor.screen == "timeline"
    assert page.view.chosen() == event.id
    assert page.view.view() == view
    assert page.panel.shows_card


def test_names_on_the_map_are_those_of_the_year_of_the_event(visitor: Visitor) -> None:
    page = timeline(visitor)
    companion = map_of(page)
    names = {}
    for year, id_ in ((1905, "e024"), (1917, "e054")):
        event = next(each for each in page.events() if each.id == id_)
        assert date.fromordinal(event.date.first_day).year == year
        page.event_chosen.emit(id_)
        place = next(each for each in visitor.services.library.places() if each.id == event.place)
        names[year] = companion.map.name_of(place)
    assert names == {1905: "St Petersburg", 1917: "Petrograd"}
    links = [each.text() for each in page.panel.card.findChildren(QPushButton) if each.isVisible()]
    assert "Petrograd" in links and "St Petersburg" not in links


def test_a_stretch_of_time_filters_map_people_and_events_until_it_is_cleared(visitor: Visitor) -> None:
    page = timeline(visitor)
    everyone = page.panel.people.rowCount()
    page.view.set_range(FIRST, LAST)
    page.view.range_changed.emit(FIRST, LAST)
    inside = page.events()
    assert 0 < len(inside) < 20
    assert all(each.date.first_day <= LAST and each.date.last_day >= FIRST for each in inside)
    assert listed(page) == [each.title for each in inside]
    assert page.tools.chip.text() == "15 March – 7 November 1917"
    assert 0 < page.panel.people.rowCount() < everyone
    visitor.command("index")
    index = visitor.window.surfaces.index
    assert index is not None
    index.show_kind("person")
    shown = {
        entry.title
        for row in range(index.side._model.rowCount())
        if (entry := index.side._model.index(row, 0).data(int(Qt.ItemDataRole.UserRole) + 1)) is not None
    }
    page.panel.show_people()
    assert shown == set(listed(page))
    visitor.click(index.side._chip)
    assert page.tools.chip.isHidden()
    assert len(page.events()) == 120
    assert index.side._model.entry_count() == sum(
        1
        for row in range(index.side._model.rowCount())
        if index.side._model.index(row, 0).data(int(Qt.ItemDataRole.UserRole) + 1) is not None
    )


def test_back_brings_view_and_stretch_of_time(visitor: Visitor) -> None:
    page = timeline(visitor)
    page.view.set_view(FIRST - 100.0, LAST + 100.0, animated=False)
    page.view.range_changed.emit(FIRST, LAST)
    view = page.view.view()
    visitor.command("home")
    page.range_changed.emit(0, 0)
    visitor.window.go_back()
    assert page.view.view() == view
    assert page.view.range() == (FIRST, LAST)
    assert page.tools.chip.isVisible()


def test_back_shows_the_days_that_were_left_even_without_the_event(visitor: Visitor) -> None:
    page = timeline(visitor)
    page.event_chosen.emit("e054")
    page.view.set_view(FIRST - 9_000.0, FIRST - 8_000.0, animated=False)
    page.look_for("lenin")
    page.show_card(True)
    view = page.view.view()
    visitor.command("home")
    page.view.show_all()
    page.look_for("")
    visitor.window.go_back()
    assert page.view.view() == view
    assert page.view.chosen() == "e054"
    assert page.tools.field.text() == "lenin"
    assert page.panel.shows_card


def test_everything_by_keyboard(visitor: Visitor) -> None:
    page = timeline(visitor)
    assert QApplication.focusWidget() is page.view
    visitor.press(Qt.Key.Key_Right)
    visitor.press(Qt.Key.Key_Return)
    chosen = page.view.chosen()
    assert visitor.services.reading.location == Location("timeline", item=f"event:{chosen}")
    visitor.press(Qt.Key.Key_BracketLeft)
    visitor.press(Qt.Key.Key_Right)
    visitor.press(Qt.Key.Key_Right)
    visitor.press(Qt.Key.Key_BracketRight)
    assert page.tools.chip.isVisible()
    assert 0 < len(page.events()) < 120
    visitor.press(Qt.Key.Key_Escape)
    assert len(page.events()) == 120
    page.panel.list.setFocus()
    visitor.command("panes")
    visitor.window.go(Location("timeline"))
    page.tools.field.setFocus()
    visitor.type("april theses")
    assert listed(page) == ["Lenin returns with the April Theses"]
    visitor.press(Qt.Key.Key_Return)
    assert page.view.chosen() == "e054"
    assert page.panel.shows_card


def test_the_list_says_and_does_what_the_line_does(visitor: Visitor) -> None:
    page = timeline(visitor)
    page.panel.focus_list()
    visitor.press(Qt.Key.Key_Down)
    index = page.panel.list.currentIndex()
    line = index.data(LINE_ROLE)
    spoken = index.data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert line.title in spoken and line.note in spoken and line.aside in spoken
    visitor.press(Qt.Key.Key_Return)
    event = page.view.current_event()
    assert event is not None and event.title == line.title
    assert page.panel.shows_card
    focused = visitor.focus()
    assert focused is not None and page.panel.card.isAncestorOf(focused)
    visitor.press(Qt.Key.Key_Escape)
    assert not page.panel.shows_card
    assert visitor.focus() is page.panel.list


def test_a_person_of_the_list_opens_beside_the_row(visitor: Visitor) -> None:
    page = timeline(visitor)
    page.panel.show_people()
    page.panel.focus_list()
    visitor.press(Qt.Key.Key_Down)
    name = page.panel.list.currentIndex().data()
    visitor.press(Qt.Key.Key_Return)
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    assert visitor.popup.card is not None
    assert visitor.popup.card.title == name
    row = page.panel.row_rect()
    assert not visitor.popup.geometry().intersects(row.translated(-visitor.window.mapToGlobal(QPoint(0, 0))))
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.focus() is page.panel.list


def test_an_event_card_in_the_reader_leads_to_the_timeline(visitor: Visitor) -> None:
    page = timeline(visitor)
    event = told(visitor, page)
    visitor.command("home")
    strip = visitor.window.surfaces.home_strip
    assert strip is not None
    strip.event_requested.emit(event.id, strip.rect())
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    visitor.click(next(each for each in visitor.popup.buttons() if each.objectName() == "timeline"))
    assert visitor.screen == "timeline"
    assert page.view.chosen() == event.id


def test_old_style_is_kept_and_told(visitor: Visitor) -> None:
    page = timeline(visitor)
    page.range_changed.emit(FIRST, LAST)
    visitor.click(page.tools.old_style)
    assert visitor.services.settings.text("old_style") == "1"
    assert page.tools.chip.text() == "2 March – 25 October 1917"
    model = page.panel.events
    lines = [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]
    assert "3–5 July 1917 O.S." in [line.note.replace("\u00a0", " ") for line in lines]


def test_a_narrow_window_keeps_everything_in_a_drawer(visitor: Visitor) -> None:
    page = timeline(visitor)
    visitor.window.resize(1024, 600)
    assert not page.panel.isVisible()
    assert page.tools.panel.isVisible()
    page.event_chosen.emit("e054")
    assert page.panel.isVisible() and page.panel.shows_card
    assert page.view.width() + page.panel.width() <= page.width()
    visitor.click(page.panel._close)
    assert not page.panel.isVisible()
    assert page.view.width() == page.width()
    visitor.click(page.tools.panel)
    assert page.panel.isVisible()
