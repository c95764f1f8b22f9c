"""The strip: its points by pointer, touch and keyboard, and what it says."""

from __future__ import annotations

import subprocess
import sys
from ast import literal_eval
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import HistoricalDate, HistoricalEvent
from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.timeline.event_label import EventLabel
from historydesk.ui.timeline.timeline_strip import TimelineStrip


def event(name: str, first: date, last: date | None = None, *, approximate: bool = False) -> HistoricalEvent:
    days = first.toordinal(), (last or first).toordinal()
    shown = HistoricalDate("", *days, approximate, False, str(first.year))
    return HistoricalEvent(name, name.title(), shown, "", "life")


EVENTS = (
    event("war", date(1914, 8, 1), date(1918, 11, 11)),
    event("birth", date(1878, 12, 18)),
    event("school", date(1894, 9, 1), approximate=True),
    event("death", date(1953, 3, 5)),
)


class Window(QWidget):
    """A window with a field above the strip."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.strip = TimelineStrip()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.field)
        rows.addStretch(1)
        rows.addWidget(self.strip)


def window_of(qtbot: QtBot, events: tuple[HistoricalEvent, ...] = EVENTS) -> Window:
    register_fonts()
    window = Window()
    qtbot.addWidget(window)
    window.resize(1000, 300)
    window.strip.set_events(events)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    return window


def label_of(window: Window) -> EventLabel:
    found = window.findChildren(EventLabel)
    assert len(found) == 1
    return found[0]


def test_says_its_range_and_the_current_event(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    strip = window.strip
    assert strip.accessibleName() == "Timeline, 1878–1953"
    strip.set_current("school")
    assert strip.accessibleDescription() == "School, 1894"


def test_without_events_it_takes_no_keyboard(qtbot: QtBot) -> None:
    window = window_of(qtbot, ())
    strip = window.strip
    assert strip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert strip.accessibleName() == "Timeline"
    strip.set_span(date(1894, 1, 1).toordinal(), date(1899, 1, 1).toordinal(), "1894–1899")
    assert strip.range_days()[1] > strip.range_days()[0]
    strip.grab()


def test_tab_and_arrows_walk_through_time(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    strip = window.strip
    assert strip.hasFocus()
    seen = [strip.current_event()]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left):
        qtbot.keyClick(strip, key)
        seen.append(strip.current_event())
    assert [each.id for each in seen if each] == ["birth", "school", "death", "war", "birth", "birth"]


def test_the_keyboard_begins_at_the_chapter(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.strip.set_span(date(1910, 1, 1).toordinal(), date(1920, 1, 1).toordinal(), "1910s")
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    current = window.strip.current_event()
    assert current is not None
    assert current.id == "war"


def test_enter_asks_for_the_event_at_its_point(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    strip = window.strip
    strip.set_current("death")
    strip.setFocus()
    with qtbot.waitSignal(strip.event_requested) as caught:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    rect = strip.point_rect("death")
    assert caught.args == ["death", QRect(strip.mapToGlobal(rect.topLeft()), rect.size())]


@pytest.mark.parametrize("away", [-18, 0, 18])
def test_a_tap_near_a_point_means_it(qtbot: QtBot, away: int) -> None:
    window = window_of(qtbot)
    strip = window.strip
    at = strip.point_rect("school").center() + QPoint(away, 6)
    with qtbot.waitSignal(strip.event_requested) as caught:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
    assert caught.args is not None
    assert caught.args[0] == "school"


def test_a_tap_far_from_any_point_means_nothing(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    strip = window.strip
    with qtbot.assertNotEmitted(strip.event_requested):
        at = strip.point_rect("school").center() + QPoint(60, 0)
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)


def test_taps_on_one_point_reach_every_event_there(qtbot: QtBot) -> None:
    same = tuple(event(name, date(1917, 11, 7)) for name in ("one", "two", "three"))
    window = window_of(qtbot, (*same, EVENTS[1], EVENTS[3]))
    strip = window.strip
    reached: list[str] = []
    strip.event_requested.connect(lambda name, _rect: reached.append(name))
    for _ in range(4):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.point_rect("one").center())
    assert set(reached[:3]) == {"one", "two", "three"}
    assert reached[3] == reached[0]


@pytest.mark.parametrize("name", ["birth", "death"])
def test_the_label_stays_inside_the_window(qtbot: QtBot, name: str) -> None:
    window = window_of(qtbot)
    strip = window.strip
    qtbot.mouseMove(strip, QPoint(strip.width() // 2, 2))
    qtbot.mouseMove(strip, strip.point_rect(name).center())
    label = label_of(window)
    qtbot.waitUntil(label.isVisible)
    assert label.words()[0] == name.title()
    inside = QRect(label.mapTo(window, QPoint()), label.size())
    assert window.rect().contains(inside)
    assert inside.bottom() < strip.mapTo(window, strip.point_rect(name).topLeft()).y()


def test_the_label_goes_with_the_focus_and_with_the_strip(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.strip.setFocus(Qt.FocusReason.TabFocusReason)
    assert label_of(window).isVisible()
    window.field.setFocus()
    assert not label_of(window).isVisible()
    window.strip.setFocus(Qt.FocusReason.TabFocusReason)
    window.strip.hide()
    assert not label_of(window).isVisible()


def test_new_events_keep_the_current_one(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    strip = window.strip
    strip.set_current("war")
    strip.set_events((*EVENTS[:2], event("new", date(1800, 1, 1))))
    current = strip.current_event()
    assert current is not None
    assert current.id == "war"
    strip.set_events(EVENTS[1:])
    assert strip.current_event() is None
    assert strip.accessibleDescription() == ""


def test_a_crowd_costs_one_mark_per_pixel(qtbot: QtBot) -> None:
    start = date(1800, 1, 1).toordinal()
    crowd = tuple(event(f"e{i}", date.fromordinal(start + i)) for i in range(50_000))
    window = window_of(qtbot, crowd)
    strip = window.strip
    assert 0 < len(strip._marks) <= strip.width()
    strip.grab()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [80, 100, 200])
def test_is_drawn_in_every_theme_and_size(qtbot: QtBot, theme: str, percent: int) -> None:
    window = window_of(qtbot)
    strip = window.strip
    strip.set_span(date(1894, 1, 1).toordinal(), date(1899, 1, 1).toordinal(), "1894–1899")
    look = replace(default_appearance(), theme=load_theme(theme), text_percent=percent)
    strip.set_appearance(look)
    assert strip.height() == round(look.chrome_px(78))
    image = strip.grab().toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 2)}
    assert look.theme.color("red").rgb() in colors
    assert look.theme.color("page").rgb() in colors


def test_the_strip_costs_no_part_of_the_great_timeline() -> None:
    code = (
        "import sys; import historydesk.ui.timeline.timeline_strip;"
        "print(sorted(each.rpartition('.')[2] for each in sys.modules if '.ui.timeline.' in each))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert set(literal_eval(found)) == {
        "event_label",
        "event_marks",
        "event_shape",
        "lane_events",
        "rail_painter",
        "rail_piles",
        "time_scale",
        "timeline_strip",
    }
