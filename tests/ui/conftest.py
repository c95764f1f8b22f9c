"""The whole program, opened on the sample pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.app import Program
from historydesk.services.policy import Policy
from historydesk.ui.shell.main_window import MainWindow
from tests.ui.visitor import Visitor


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of the whole window is watched for what it leaves behind."""
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker("leaks_checked")


Start = Callable[..., Visitor]


@pytest.fixture
def start(qtbot: QtBot, sample_pack: Path, tmp_path: Path, fonts: None) -> Iterator[Start]:
    """Start a program (again and again, on the same data folder); all are closed at the end."""
    programs: list[Program] = []

    def begin(pack: Path | None = None, *, policy: Policy | None = None, ready: bool = True) -> Visitor:
        program = Program(pack or sample_pack, folder=tmp_path / "data", policy=policy)
        programs.append(program)
        done: list[bool] = []
        program.ready.connect(lambda: done.append(True))
        window = program.open(show=False)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        if ready and isinstance(window, MainWindow):
            qtbot.waitUntil(lambda: bool(done), timeout=20_000)
            qtbot.waitUntil(lambda: not program.is_busy, timeout=20_000)
        return Visitor(program, qtbot)

    yield begin
    for program in programs:
        program.close()
