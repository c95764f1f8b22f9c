"""Skipping what a content note warns of, in the whole window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from historydesk import paths
from historydesk.packs.compiler import build_pack
from historydesk.services.policy import Policy
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("shipped") / "stalins-rise.hdpack"
    build_pack(paths.resources() / "packs" / "stalins-rise", target)
    return target


def _open(visitor: Visitor, chapter: str) -> None:
    visitor.go("read", chapter=chapter)
    visitor.qtbot.waitUntil(lambda: visitor.chapter() == chapter)
    visitor.qtbot.waitUntil(visitor.reader.view.ends.skip.isVisible)


def test_by_keyboard_to_the_next_chapter_and_back(start: Start, shipped: Path) -> None:
    visitor = start(shipped)
    _open(visitor, "famine")
    view = visitor.reader.view
    interface = QAccessible.queryAccessibleInterface(view.ends.skip)
    assert interface.text(QAccessible.Text.Name) == "Skip to the next chapter"
    assert interface.role() == QAccessible.Role.Button
    view.brief.button.setFocus()
    visitor.press(Qt.Key.Key_Tab)
    assert visitor.focus() is view.ends.skip
    visitor.press(Qt.Key.Key_Return)
    visitor.qtbot.waitUntil(lambda: visitor.chapter() == "terror")
    visitor.window.go_back()
    visitor.qtbot.waitUntil(lambda: visitor.chapter() == "famine")


def test_a_visitor_at_a_kiosk_passes_over_the_hard_part_with_a_tap(start: Start, shipped: Path) -> None:
    visitor = start(shipped, policy=Policy("kiosk"))
    _open(visitor, "coyoacan")
    view = visitor.reader.view
    visitor.click(view.ends.skip)
    visitor.qtbot.waitUntil(lambda: view.current_passage == "afterwards")
    assert visitor.chapter() == "coyoacan"
    visitor.window.go_back()
    visitor.qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 0)
