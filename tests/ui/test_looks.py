"""A theme chosen while the program runs, on screens of before and of after."""

from __future__ import annotations

from typing import get_args

import pytest

from historydesk.domain.location import Screen
from historydesk.ui.theme import load_theme
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor

SCREENS: tuple[Screen, ...] = get_args(Screen)


def _colors(visitor: Visitor) -> set[str]:
    picture = visitor.window.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(2, picture.width(), 24)
        for y in range(60, picture.height(), 6)
    }


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_first_seen_after_the_theme_changed_shows_nothing_of_the_one_before(
    start: Start, screen: Screen
) -> None:
    visitor = start()
    old, new = load_theme("paper"), load_theme("contrast")
    only_old = {old.color(name).name() for name in ("page", "panel", "rule")} - {
        new.color(name).name() for name in ("page", "panel", "rule")
    }
    visitor.services.settings.set("theme", "contrast")
    if screen in ("read", "quiz"):
        visitor.go(screen, chapter="gori")
    else:
        visitor.go(screen)
    visitor.qtbot.waitUntil(lambda: not visitor.program.is_busy)
    colors = _colors(visitor)
    assert new.color("page").name() in colors
    assert not only_old & colors


def test_practice_left_while_it_loads_has_its_whole_card_on_the_way_back(start: Start) -> None:
    visitor = start()
    visitor.go("practice")
    visitor.go("home")
    visitor.services.settings.set("theme", "gallery")
    visitor.go("practice")
    page = visitor.window.surfaces.practice
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.card.isVisible() and page.turn.isVisible())
    visitor.qtbot.waitUntil(lambda: page.area.height() >= page.card.geometry().bottom())
    assert page.area.verticalScrollBar().maximum() == 0
