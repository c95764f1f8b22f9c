"""A person searches by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Start

CTRL = Qt.KeyboardModifier.ControlModifier


def test_from_the_keys_to_the_marked_words(start: Start) -> None:
    visitor = start()
    visitor.press(Qt.Key.Key_K, CTRL)
    panel = visitor.search_panel
    assert panel.isVisible()
    visitor.type("diploma")
    visitor.qtbot.waitUntil(lambda: panel._model.hit_count() > 0, timeout=10_000)
    visitor.press(Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert visitor.screen == "read"
    assert visitor.chapter() == "seminary"
    assert visitor.reader.view.finder.count >= 1
    assert visitor.focus() is visitor.reader.view


def test_escape_closes_search_and_gives_the_keyboard_back_to_the_chapter(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    visitor.command("search")
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.search_panel.isVisible()
    assert visitor.focus() is visitor.reader.view


def test_a_term_found_opens_its_page(start: Start) -> None:
    visitor = start()
    visitor.command("search")
    visitor.type("okhrana")
    panel = visitor.search_panel
    visitor.qtbot.waitUntil(lambda: panel._model.hit_count() > 0, timeout=10_000)
    visitor.press(Qt.Key.Key_Return)
    assert visitor.screen in ("index", "read")


def test_typing_before_the_pack_is_wholly_open_is_answered_as_soon_as_it_is(start: Start) -> None:
    visitor = start(ready=False)
    visitor.command("search")
    visitor.type("gori")
    panel = visitor.search_panel
    visitor.qtbot.waitUntil(lambda: panel._model.hit_count() > 0, timeout=20_000)


@pytest.mark.parametrize(
    ("screen", "field"),
    [("timeline", "Find an event"), ("map", "Find a place"), ("index", "Find a term")],
)
def test_find_goes_to_the_field_of_a_list(start: Start, screen: str, field: str) -> None:
    visitor = start()
    visitor.command(screen)
    visitor.command("find")
    focused = visitor.focus()
    assert focused is not None
    assert focused.accessibleName() == field


def test_find_in_chapter_opens_on_the_reading_page_and_search_elsewhere(start: Start) -> None:
    visitor = start()
    visitor.command("find")
    assert visitor.search_panel.isVisible()
    visitor.go("read", chapter="gori")
    visitor.command("find")
    assert visitor.reader.find_bar.isVisible()


def test_a_question_mark_typed_into_the_field_stays_a_letter(start: Start) -> None:
    visitor = start()
    visitor.command("search")
    visitor.type("who?")
    assert visitor.window.overlays.sheet is None
    assert visitor.search_panel._field.text() == "who?"
