"""The page of the timeline without a program around it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from historydesk.domain.chronicle import Band, Chronicle
from historydesk.domain.entities import HistoricalDate, HistoricalEvent
from historydesk.domain.pack import ChapterSummary
from historydesk.ui.theme import Appearance, load_theme
from historydesk.ui.timeline.timeline_page import TimelinePage, TimelinePosition
from historydesk.ui.timeline.timeline_panel_list import LINE_ROLE


def day(*parts: int) -> int:
    return date(*parts).toordinal()


def event(name: str, first: int, lane: str = "life", last: int = 0) -> HistoricalEvent:
    end = last or first
    text = date.fromordinal(first).isoformat()
    if last:
        text += f"/{date.fromordinal(last).isoformat()}"
    return HistoricalEvent(
        name, name.title(), HistoricalDate(text, first, end, False, False, text), "gori", lane, julian=True
    )


EVENTS = (
    event("birth", day(1878, 12, 18)),
    event("law", day(1890, 5, 1), "country"),
    event("july", day(1917, 7, 16), "party", day(1917, 7, 18)),
    event("death", day(1953, 3, 5)),
)
CHAPTER = ChapterSummary(
    "gori", 1, "Gori", "", "p", "Part", 10, 1, "1878–94", day(1878, 1, 1), day(1894, 1, 1), ""
)
CHRONICLE = Chronicle(EVENTS, (Band(day(1850, 1, 1), day(1917, 3, 15), "Empire"),), (CHAPTER,))


@pytest.fixture
def page(qtbot: QtBot) -> TimelinePage:
    card = QWidget()
    QPushButton("Back to the list", card)
    made = TimelinePage(QWidget(), card)
    qtbot.addWidget(made)
    made.set_appearance(Appearance(load_theme("paper"), reduced_motion=True))
    made.resize(1366, 700)
    made.set_chronicle(CHRONICLE, "en")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def titles(page: TimelinePage) -> list[str]:
    model = page.panel.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_before_the_events_come_the_list_says_so(qtbot: QtBot) -> None:
    page = TimelinePage(QWidget(), QWidget())
    qtbot.addWidget(page)
    assert page.panel._message.text() == "Opening…"


def test_all_events_are_listed_with_their_lane(page: TimelinePage) -> None:
    assert titles(page) == ["Birth", "Law", "July", "Death"]
    asides = [page.panel.events.index(row, 0).data(LINE_ROLE).aside for row in range(4)]
    assert asides == ["Life", "Country and world", "Party", "Life"]


def test_choosing_on_the_list_is_a_wish_that_the_line_then_shows(qtbot: QtBot, page: TimelinePage) -> None:
    page.panel.focus_list()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.event_chosen) as got:
        qtbot.keyClick(page.panel.list, Qt.Key.Key_Return)
    assert got.args == ["law"]
    page.choose_event("law")
    assert page.view.chosen() == "law"
    assert page.panel.list.currentIndex().data() == "Law"


def test_a_stretch_of_time_narrows_list_and_words(page: TimelinePage) -> None:
    page.set_range(day(1917, 1, 1), day(1917, 12, 31))
    assert titles(page) == ["July"]
    assert page.panel._heading.text() == "As of 31 December 1917"
    assert page.tools.chip.text() == "1 January – 31 December 1917"
    page.set_range(0, 0)
    assert len(titles(page)) == 4


def test_a_time_in_which_nothing_happened_says_so(page: TimelinePage) -> None:
    page.set_range(day(1900, 1, 1), day(1900, 12, 31))
    assert titles(page) == []
    assert page.panel._message.text() == "Nothing that this pack tells of happened in this time."


def test_a_pack_without_events_says_so_and_offers_no_calendar(page: TimelinePage) -> None:
    assert page.tools.old_style.isVisible()
    page.set_old_style(True)
    page.set_chronicle(Chronicle(), "en")
    page.set_range(day(1917, 7, 14), day(1917, 7, 20))
    assert page.range_words() == "14 July – 20 July 1917"
    page.set_range(0, 0)
    assert page.panel._message.text() == "This pack tells of no events."
    assert not page.tools.old_style.isVisible()
    page.view.zoom(2.0)
    page.tools.field.setText("x")
    assert "Nothing here matches" in page.panel._message.text()


def test_old_style_changes_the_words_of_the_range_and_of_the_list(page: TimelinePage) -> None:
    page.set_range(day(1917, 7, 14), day(1917, 7, 20))
    page.set_old_style(True)
    assert page.range_words() == "1 July – 7 July 1917"
    note = page.panel.events.index(0, 0).data(LINE_ROLE).note
    assert note.replace("\u00a0", " ") == "3–5 July 1917 O.S."
    page.set_old_style(False)
    note = page.panel.events.index(0, 0).data(LINE_ROLE).note
    assert note.replace("\u00a0", " ") == "16–18 July 1917"


def test_a_position_tells_days_time_and_search(page: TimelinePage) -> None:
    page.view.set_view(float(day(1916, 1, 1)), float(day(1919, 1, 1)), animated=False)
    page.set_range(day(1917, 1, 1), day(1917, 12, 31))
    page.look_for("jul")
    assert page.position() == TimelinePosition(
        (day(1916, 1, 1), day(1919, 1, 1)), (day(1917, 1, 1), day(1917, 12, 31)), "jul"
    )
    assert titles(page) == ["July"]


def test_enter_in_the_field_chooses_the_first_match(qtbot: QtBot, page: TimelinePage) -> None:
    page.tools.field.setText("dea")
    with qtbot.waitSignal(page.event_chosen) as got:
        qtbot.keyClick(page.tools.field, Qt.Key.Key_Return)
    assert got.args == ["death"]
    page.tools.field.setText("nothing like it")
    assert "Nothing here matches" in page.panel._message.text()


def test_a_chapter_s_bracket_leads_to_the_chapter(qtbot: QtBot, page: TimelinePage) -> None:
    with qtbot.waitSignal(page.chapter_chosen) as got:
        page.view.bracket_chosen.emit("gori")
    assert got.args == ["gori"]


def test_the_overview_moves_the_line(page: TimelinePage) -> None:
    page.minimap.view_requested.emit(float(day(1900, 1, 1)), float(day(1910, 1, 1)))
    assert page.view.view() == (day(1900, 1, 1), day(1910, 1, 1))


def test_esc_takes_back_legend_card_and_time(qtbot: QtBot, page: TimelinePage) -> None:
    page.set_range(day(1917, 1, 1), day(1917, 12, 31))
    page.show_card(True)
    page.tools.legend.click()
    assert page.legend.isVisible()
    page.tools.field.setFocus()
    qtbot.keyClick(page.tools.field, Qt.Key.Key_Escape)
    assert not page.legend.isVisible()
    with qtbot.waitSignal(page.list_requested):
        qtbot.keyClick(page.tools.field, Qt.Key.Key_Escape)
    page.show_card(False)
    with qtbot.waitSignal(page.range_changed) as got:
        qtbot.keyClick(page.tools.field, Qt.Key.Key_Escape)
    assert got.args == [0, 0]


@pytest.mark.parametrize(
    ("width", "percent", "drawer"), [(1366, 100, False), (1024, 100, True), (1366, 200, True)]
)
def test_the_panel_is_a_drawer_where_there_is_no_room(
    page: TimelinePage, width: int, percent: int, drawer: bool
) -> None:
    page.set_appearance(Appearance(load_theme("paper"), text_percent=percent, reduced_motion=True))
    page.resize(width, 600)
    assert page.panel.isVisible() is not drawer
    assert page.tools.panel.isVisible() is drawer
    page.show_card(True)
    assert page.panel.isVisible()
    assert page.panel.geometry().right() < page.width()
    assert not page.view.geometry().isEmpty()


def test_the_controls_take_a_row_only_while_they_need_it(page: TimelinePage) -> None:
    wrapped = False
    for width in range(1400, 600, -20):  # how wide the words are depends on the fonts at hand
        page.resize(width, 600)
        before = page.tools.height()
        page.set_range(day(1917, 3, 15), day(1917, 11, 7))
        wrapped = wrapped or page.tools.height() > before
        page.set_range(0, 0)
        assert page.tools.height() == before
    assert wrapped


def test_nothing_is_cut_off_in_a_very_small_page(page: TimelinePage) -> None:
    page.resize(420, 400)
    page.tools.panel.click()
    assert page.panel.isVisible()
    assert page.panel.width() <= page.width()
    heading = page.panel._heading
    assert not page.panel.map.isVisible()
    assert not page.panel._close.geometry().intersects(
        QRect(heading.mapTo(page.panel, QPoint(0, 0)), heading.size())
    )
    page.panel._close.click()
    assert not page.panel.isVisible()
    assert page.view.hasFocus()


def test_fifty_thousand_events_are_taken_in_parts(qtbot: QtBot, page: TimelinePage) -> None:
    many = tuple(event(f"e{number}", day(1870, 1, 1) + number % 30_000) for number in range(50_000))
    page.set_chronicle(Chronicle(many), "en")
    assert page.view.is_taking_in()
    assert page.panel.events.rowCount() == 50_000
    qtbot.waitUntil(lambda: not page.view.is_taking_in(), timeout=20_000)
    page.choose_event("e49999")
    assert page.view.chosen() == "e49999"
