"""The overview: its frame by pointer and keyboard, and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.unit.ui.timeline.timeline_samples import crowd, day, event

from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.timeline.timeline_minimap import TimelineMinimap

EVENTS = (
    event("birth", "1878-12-18"),
    event("death", "1953-03-05"),
    event("war", "1914-08/1918-11", "world"),
)


def minimap_of(qtbot: QtBot) -> TimelineMinimap:
    register_fonts()
    minimap = TimelineMinimap()
    qtbot.addWidget(minimap)
    minimap.resize(1000, minimap.height())
    minimap.set_events(EVENTS)
    minimap.set_view(day(1900), day(1920))
    minimap.view_requested.connect(minimap.set_view)
    with qtbot.waitActive(minimap):
        minimap.show()
        minimap.activateWindow()
    minimap.setFocus()
    return minimap


def at(minimap: TimelineMinimap, x: float) -> QPoint:
    return QPoint(round(x), round(minimap.frame().center().y()))


def pull(qtbot: QtBot, minimap: TimelineMinimap, x: float, to: float) -> None:
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=at(minimap, x))
    qtbot.mouseMove(minimap, at(minimap, to))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=at(minimap, to))


def test_it_says_what_is_shown(qtbot: QtBot) -> None:
    minimap = minimap_of(qtbot)
    assert minimap.accessibleName() == "Overview of the whole time"
    assert minimap.accessibleDescription() == "1900 to 1920 shown"


def test_the_frame_can_be_dragged(qtbot: QtBot) -> None:
    minimap = minimap_of(qtbot)
    frame = minimap.frame()
    pull(qtbot, minimap, frame.center().x(), frame.center().x() + 100)
    moved = minimap.frame()
    assert moved.left() == pytest.approx(frame.left() + 100, abs=1)
    assert moved.width() == pytest.approx(frame.width(), abs=0.5)
    pull(qtbot, minimap, moved.center().x(), 5000)
    assert minimap.frame().width() == pytest.approx(frame.width(), abs=0.5)
    assert minimap.frame().right() <= minimap.width()


@pytest.mark.parametrize("side", ["left", "right"])
def test_its_handles_widen_what_is_shown(qtbot: QtBot, side: str) -> None:
    minimap = minimap_of(qtbot)
    frame = minimap.frame()
    start = frame.left() if side == "left" else frame.right()
    way = -80 if side == "left" else 80
    pull(qtbot, minimap, start, start + way)
    wider = minimap.frame()
    assert wider.width() == pytest.approx(frame.width() + 80, abs=1)
    kept = wider.right() - frame.right() if side == "left" else wider.left() - frame.left()
    assert kept == pytest.approx(0, abs=0.5)


def test_a_press_elsewhere_brings_the_frame_there(qtbot: QtBot) -> None:
    minimap = minimap_of(qtbot)
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=at(minimap, 850))
    assert minimap.frame().center().x() == pytest.approx(850, abs=1)


def test_keys_move_and_widen(qtbot: QtBot) -> None:
    minimap = minimap_of(qtbot)
    frame = minimap.frame()
    qtbot.keyClick(minimap, Qt.Key.Key_Right)
    assert minimap.frame().left() > frame.left()
    qtbot.keyClick(minimap, Qt.Key.Key_Minus)
    assert minimap.frame().width() > frame.width()
    qtbot.keyClick(minimap, Qt.Key.Key_Home)
    first = minimap.frame().left()
    qtbot.keyClick(minimap, Qt.Key.Key_PageUp)
    assert minimap.frame().left() == first
    qtbot.keyClick(minimap, Qt.Key.Key_End)
    assert minimap.frame().right() == pytest.approx(minimap.width() - 24, abs=1)


def test_without_events_there_is_nothing_to_hold(qtbot: QtBot) -> None:
    minimap = minimap_of(qtbot)
    minimap.set_events(())
    assert minimap.frame().isEmpty()
    with qtbot.assertNotEmitted(minimap.view_requested):
        qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
        qtbot.keyClick(minimap, Qt.Key.Key_Right)
    minimap.grab()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_drawn_in_every_theme_and_size(qtbot: QtBot, theme: str, percent: int) -> None:
    minimap = minimap_of(qtbot)
    look = replace(default_appearance(), theme=load_theme(theme), text_percent=percent)
    minimap.set_appearance(look)
    minimap.set_events(crowd(3000, 2))
    minimap.set_view(day(1900), day(1920))
    minimap.set_range(day(1905), day(1912))
    image = minimap.grab().toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height())}
    assert {look.theme.color(token).rgb() for token in ("page", "ink", "red")} <= colors
