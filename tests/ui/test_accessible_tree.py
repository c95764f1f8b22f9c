"""Everything the keyboard can reach has a name, and everything that has a name for the keyboard is reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from historydesk.ui.shell.actions import COMMANDS, rows
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor

NONE = Qt.KeyboardModifier.NoModifier

JOURNEY = "journey:j-1#2"

SCREENS: dict[str, Callable[[Visitor], None]] = {
    "home": lambda visitor: visitor.command("home"),
    "reader": lambda visitor: visitor.go("read", chapter="gori"),
    "map": lambda visitor: visitor.command("map"),
    "timeline": lambda visitor: visitor.see_timeline(),
    "timeline-event": lambda visitor: visitor.see_timeline("e001"),
    "timeline-range": lambda visitor: visitor.see_timeline(days=(date(1878, 1, 1), date(1900, 1, 1))),
    "journey": lambda visitor: visitor.go("map", item=JOURNEY),
    "people": lambda visitor: visitor.see_people(),
    "person": lambda visitor: visitor.see_people("person:trotsky"),
    "claim": lambda visitor: visitor.see_evidence("claim:cl-02"),
    "debate": lambda visitor: visitor.see_evidence("debate:d-1"),
    "numbers": lambda visitor: visitor.see_evidence("estimate:n-1"),
    "source": lambda visitor: visitor.see_evidence("source:kotkin2014"),
    "quiz": lambda visitor: visitor.go("quiz", chapter="gori"),
    "quiz-answered": lambda visitor: visitor.answer_quiz("gori"),
    "glossary-by-chapter": lambda visitor: visitor.see_words(),
    "practice": lambda visitor: visitor.practise(),
    "practice-back": lambda visitor: (visitor.practise(), visitor.press(Qt.Key.Key_Space))[1],
    "practice-end": lambda visitor: (visitor.practise(), visitor.answer_cards())[1],
    "index": lambda visitor: visitor.go("index", item="term:serf"),
    "search": lambda visitor: visitor.command("search"),
    "settings": lambda visitor: visitor.command("settings"),
    "shortcuts": lambda visitor: visitor.command("shortcuts"),
    "find": lambda visitor: (visitor.go("read", chapter="gori"), visitor.command("find"))[1],
    "notice": lambda visitor: visitor.program.notifier.say("A sentence."),
}


def _focusable(root: QWidget) -> list[QWidget]:
    return [
        each
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    ]


def _describe(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return (
        f"{type(widget).__name__} “{widget.objectName()}” named “{name}” in {type(widget.parent()).__name__}"
    )


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_the_keyboard_reaches_is_nameless(start: Start, screen: str) -> None:
    visitor = start()
    SCREENS[screen](visitor)
    nameless = []
    for widget in _focusable(visitor.window):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            nameless.append(_describe(widget))
    assert not nameless


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_every_control(start: Start, screen: str) -> None:
    visitor = start()
    visitor.services.settings.set("reduced_motion", True)
    SCREENS[screen](visitor)
    overlays = visitor.window.overlays
    top: QWidget = visitor.window
    for overlay in (overlays.search, overlays.settings, overlays.sheet):
        if overlay is not None and overlay.isVisible():
            top = overlay
    wanted = {id(each): each for each in _focusable(top)}
    reached: set[int] = set()

    def left() -> list[QWidget]:
        # A mark that several places share opens when Tab comes to one of them, and its control goes.
        unseen = [wanted[each] for each in wanted.keys() - reached]
        return [each for each in unseen if isValid(each) and each.isVisible()]

    for _ in range(400):
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(id(focused))
        visitor.press(Qt.Key.Key_Tab)
        if not left():
            break
    assert [_describe(each) for each in left()] == []


def test_the_references_of_a_passage_and_the_places_of_the_map_are_real_controls(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori", passage="p2")
    visitor.qtbot.waitUntil(lambda: bool(visitor.reader.references.buttons))
    roles = {
        interface.role()
        for button in visitor.reader.references.buttons
        if (interface := QAccessible.queryAccessibleInterface(button)) is not None
    }
    assert roles == {QAccessible.Role.Button}
    companion = visitor.window.surfaces.companion
    assert companion is not None

    def shown_names() -> set[str]:
        return {
            interface.text(QAccessible.Text.Name)
            for widget in companion.findChildren(QWidget)
            if widget.isVisible() and (interface := QAccessible.queryAccessibleInterface(widget)) is not None
        }

    # While the map flies its places are out of the way.
    visitor.qtbot.waitUntil(lambda: any("Gori" in name for name in shown_names()), timeout=10_000)


def test_f6_walks_over_the_parts_of_the_window(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    parts = []
    for _ in range(5):
        visitor.command("panes")
        focused = visitor.focus()
        assert focused is not None
        reader = visitor.reader
        for name, part in (
            ("bar", visitor.window.bar),
            ("contents", reader.contents),
            ("text", reader.column),
            ("map", reader.companion),
            ("time", reader.strip),
        ):
            if part is focused or part.isAncestorOf(focused):
                parts.append(name)
    assert sorted(parts) == ["bar", "contents", "map", "text", "time"]


def test_f6_goes_from_a_place_on_the_map_to_its_card(start: Start) -> None:
    visitor = start()
    visitor.go("map", item="place:gori")
    atlas = visitor.window.surfaces.atlas
    assert atlas is not None
    visitor.qtbot.waitUntil(atlas.card.isVisible)
    atlas.map.setFocus()
    parts = []
    for _ in range(4):
        visitor.command("panes")
        focused = visitor.focus()
        parts += [
            name
            for name, part in (
                ("card", atlas.card),
                ("bar", visitor.window.bar),
                ("lists", atlas.panel),
                ("map", atlas.map),
            )
            if part is focused or part.isAncestorOf(focused)
        ]
    assert parts == ["card", "bar", "lists", "map"]


def test_the_sheet_lists_every_action_of_the_window(start: Start) -> None:
    visitor = start()
    visitor.command("shortcuts")
    sheet = visitor.window.overlays.sheet
    assert sheet is not None
    from historydesk.ui.theme.words import Words

    listed = {each.text() for each in sheet.findChildren(Words)}
    assert {action.text() for action in visitor.window.actions_by_name.values()} <= listed
    visitor.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize("keys", [keys for each in COMMANDS if each.name != "quit" for keys in each.keys])
def test_every_key_of_the_window_works_while_one_reads(start: Start, keys: str) -> None:
    visitor = start()
    for chapter in ("gori", "seminary", "underground"):
        visitor.go("read", chapter=chapter)
    visitor.go("read", chapter="seminary")
    visitor.window.go_back()
    visitor.go("read", chapter="seminary")
    visitor.go("read", chapter="gori")
    visitor.window.go_back()
    name = next(each.name for each in COMMANDS if keys in each.keys)
    with visitor.qtbot.waitSignal(visitor.window.actions_by_name[name].triggered):
        combination = QKeySequence(keys)[0]
        visitor.press(combination.key(), combination.keyboardModifiers())


def test_the_sheet_lists_the_keys_of_text_and_map_too(start: Start) -> None:
    visitor = start()
    listed = {keys for _, lines in rows(visitor.window.actions_by_name) for _, keys in lines}
    assert {"Tab", "Enter", "Space / PgDown", "Home / End", "F3", "Ctrl+Shift+C", "+ / -", "N"} <= listed


def test_the_keys_of_the_text_do_what_the_sheet_says(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    view = visitor.reader.view
    visitor.window.resize(1024, 480)
    visitor.services.settings.set("text_percent", 200)
    bar = view.verticalScrollBar()
    visitor.qtbot.waitUntil(lambda: bar.maximum() > 0)
    for there, back in (
        ((Qt.Key.Key_Space, NONE), (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)),
        ((Qt.Key.Key_PageDown, NONE), (Qt.Key.Key_PageUp, NONE)),
        ((Qt.Key.Key_Down, NONE), (Qt.Key.Key_Up, NONE)),
        ((Qt.Key.Key_End, NONE), (Qt.Key.Key_Home, NONE)),
    ):
        bar.setValue(0)
        visitor.press(*there)
        reached = bar.value()
        assert reached > 0
        visitor.press(*back)
        assert bar.value() < reached
    visitor.press(Qt.Key.Key_F3)
    assert visitor.reader.find_bar.field.hasFocus()
