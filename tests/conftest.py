"""Fixtures that every test may ask for, and the watch over what a test leaves behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.leaks import Leaks
from tests.sample_pack import build_sample_pack


def pytest_sessionstart(session: pytest.Session) -> None:
    """Say in which order the tests run, so that a failure of one order can be had again."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    seed = session.config.getoption("randomly_seed", None)
    if reporter is not None and seed is not None:
        reporter.write_line(f"order of tests: --randomly-seed={seed}")


@pytest.fixture(scope="session")
def sample_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled sample pack (see ``tests/sample_pack.py``); read it, don't write to it."""
    return build_sample_pack(tmp_path_factory.mktemp("pack") / "sample.hdpack")


class HoldingQtBot(QtBot):
    """Keeps the widgets it is given until the test's end.

    pytest-qt's own holds them weakly: one whose function has returned may be collected while it paints.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._held: list[object] = []

    def addWidget(self, widget: object, **options: Any) -> None:
        """Track a widget, and hold it."""
        self._held.append(widget)
        super().addWidget(widget, **options)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The robot that drives widgets."""
    return HoldingQtBot(request)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the data of whoever runs it."""
    monkeypatch.setenv("HISTORYDESK_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="session")
def fonts(qapp: object) -> None:
    """The shipped fonts, registered once."""
    from historydesk.ui.theme.fonts import register_fonts

    register_fonts()


@pytest.fixture(autouse=True)
def plain_application() -> Iterator[None]:
    """Style sheet, font, palette, direction and pointer are those of before when a test ends.

    The program sets them for every window; a widget of a later test would be measured by another's. And a
    pointer that is already where the next test moves it gives no event.
    """
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        yield
        return
    sheet, font, palette = application.styleSheet(), application.font(), application.palette()
    direction = application.layoutDirection()
    yield
    QCursor.setPos(application.primaryScreen().geometry().bottomRight())
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    if application.font() != font:
        application.setFont(font)
    if application.palette() != palette:
        application.setPalette(palette)
    if application.layoutDirection() != direction:
        application.setLayoutDirection(direction)


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves a window, an active timer or a running thread behind fails.

    Watches tests of services and of the whole window; a surface's own tests end with their widgets.
    """
    if request.node.get_closest_marker("leaks_checked") is None:
        yield
        return
    request.getfixturevalue("qapp")
    leaks = Leaks()
    yield
    left = leaks.found()
    assert not left, f"left behind: {', '.join(left)}"
