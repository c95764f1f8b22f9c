"""Taking a pack along, from the window to the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.services.policy import Policy
from historydesk.ui.shell.export_desk import ExportDesk
from historydesk.ui.theme.words import Words
from tests.ui.visitor import Visitor

Start = Callable[..., Visitor]


def said(visitor: Visitor) -> str:
    return " ".join(each.text() for each in visitor.window.notice.findChildren(Words))


def opened(visitor: Visitor, answer: Path | None, asked: list[str]) -> ExportDesk:
    """The sheet, with somebody who answers where to save."""

    def ask(_window: QWidget, _title: str, proposed: str) -> str:
        asked.append(proposed)
        return str(answer) if answer else ""

    visitor.command("export")
    desk = visitor.window.overlays.exports
    assert desk is not None and desk.sheet.isVisible()
    desk.ask = ask
    return desk


def test_a_chosen_format_becomes_a_file_and_a_notice(start: Start, tmp_path: Path) -> None:
    visitor = start()
    asked: list[str] = []
    desk = opened(visitor, tmp_path / "glossary", asked)
    with visitor.qtbot.waitSignal(desk.exporting.finished, timeout=20_000):
        visitor.qtbot.mouseClick(desk.sheet.button("glossary-csv"), Qt.MouseButton.LeftButton)
        assert not desk.sheet.button("epub").isEnabled()
    assert asked and asked[0].endswith("glossary-csv.csv")
    assert "Seminary" in (tmp_path / "glossary.csv").read_text(encoding="utf-8-sig")
    visitor.qtbot.waitUntil(lambda: "“glossary.csv” is written." in said(visitor))
    assert not desk.sheet.isVisible()
    desk.exporting.close()


def test_who_chooses_no_file_stays_on_the_sheet(start: Start) -> None:
    visitor = start()
    desk = opened(visitor, None, [])
    visitor.qtbot.mouseClick(desk.sheet.button("epub"), Qt.MouseButton.LeftButton)
    assert desk.sheet.isVisible() and desk.sheet.button("epub").isEnabled()
    assert not desk.exporting.is_busy


def test_a_file_that_cannot_be_written_is_told(start: Start, tmp_path: Path) -> None:
    visitor = start()
    (tmp_path / "taken.csv").mkdir()
    desk = opened(visitor, tmp_path / "taken.csv", [])
    with visitor.qtbot.waitSignal(desk.exporting.failed, timeout=20_000):
        visitor.qtbot.mouseClick(desk.sheet.button("glossary-csv"), Qt.MouseButton.LeftButton)
    visitor.qtbot.waitUntil(lambda: "is a folder" in said(visitor))
    desk.exporting.close()


def test_the_index_leads_there(start: Start) -> None:
    visitor = start()
    visitor.command("index")
    way = next(each for each in visitor.window.findChildren(QPushButton) if each.text() == "Export…")
    visitor.qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert visitor.window.overlays.exports is not None
    assert visitor.window.overlays.exports.sheet.isVisible()


def test_a_kiosk_has_no_exports(start: Start) -> None:
    visitor = start(policy=Policy("kiosk"))
    assert "export" not in visitor.window.actions_by_name
    visitor.command("index")
    ways = [each for each in visitor.window.findChildren(QPushButton) if "Export" in each.text()]
    assert not any(each.isVisible() for each in ways)
