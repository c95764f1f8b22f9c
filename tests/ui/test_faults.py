"""A pack that cannot be used gives a page that says why and what to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from historydesk import paths
from historydesk.ui.shell.error_window import ErrorWindow
from historydesk.ui.theme.words import Words
from tests.ui.conftest import Start


def _page_words(window: ErrorWindow) -> str:
    return " ".join(each.text() for each in window.findChildren(Words) if each.isVisible())


def _truncated(pack: Path) -> bytes:
    return pack.read_bytes()[:-4096]


def _newer(pack: Path) -> bytes:
    data = bytearray(pack.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _pack: b"hello", "not a HistoryDesk pack"),
        (lambda _pack: b"", "is empty"),
        (_truncated, "damaged"),
        (_newer, "newer"),
    ],
)
def test_each_fault_is_one_sentence_with_a_way_on(
    start: Start, sample_pack: Path, tmp_path: Path, make: object, words: str
) -> None:
    broken = tmp_path / "broken.hdpack"
    broken.write_bytes(make(sample_pack))  # type: ignore[operator]
    visitor = start(broken)
    window = visitor.program.error_window
    assert isinstance(window, ErrorWindow)
    assert words in _page_words(window)
    buttons = {each.text() for each in window.findChildren(QPushButton) if each.isVisible()}
    assert "Quit" in buttons


def test_a_missing_pack_is_named(start: Start, tmp_path: Path) -> None:
    visitor = start(tmp_path / "nowhere.hdpack")
    window = visitor.program.error_window
    assert isinstance(window, ErrorWindow)
    assert "nowhere.hdpack" in _page_words(window)


def test_trying_again_opens_a_pack_that_has_come(start: Start, sample_pack: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.hdpack"
    visitor = start(late)
    window = visitor.program.error_window
    assert isinstance(window, ErrorWindow)
    late.write_bytes(sample_pack.read_bytes())
    window.retry_requested.emit()
    visitor.qtbot.waitUntil(lambda: visitor.program.window is not None)
    assert visitor.screen == "home"


def test_an_altered_pack_is_taken_away_with_a_page_that_says_so(
    start: Start, sample_pack: Path, tmp_path: Path
) -> None:
    altered = tmp_path / "altered.hdpack"
    data = bytearray(sample_pack.read_bytes())
    at = data.rindex(b"seminary")
    data[at : at + 8] = b"SEMINARY"
    altered.write_bytes(bytes(data))
    visitor = start(altered, ready=False)
    window = visitor.window
    visitor.qtbot.waitUntil(lambda: not window.bar.isEnabled(), timeout=20_000)
    shown = window.stack.currentWidget()
    assert shown is not None
    words = " ".join(each.text() for each in shown.findChildren(Words))
    assert "damaged" in words
    assert not window.actions_by_name["search"].isEnabled()


def test_a_pack_whose_first_screen_is_damaged_gives_the_same_page(
    start: Start, sample_pack: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.hdpack"
    damaged.write_bytes(sample_pack.read_bytes())
    with closing(sqlite3.connect(damaged, isolation_level=None)) as connection:
        connection.execute("DROP TABLE home")
    visitor = start(damaged, ready=False)
    shown = visitor.window.stack.currentWidget()
    assert shown is not None
    assert "damaged" in " ".join(each.text() for each in shown.findChildren(Words))
    assert visitor.program.has_failed


def test_without_the_base_map_the_rest_works(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "base_map", lambda: tmp_path / "nothing.bin")
    visitor = start()
    assert "map" in visitor.window.notice.text().lower()
    visitor.go("read", chapter="gori")
    assert visitor.chapter() == "gori"
    visitor.command("map")
    assert visitor.screen == "map"


def test_a_bug_is_logged_and_said_without_a_traceback(start: Start, tmp_path: Path) -> None:
    from historydesk.services.crash_log import CrashLog

    visitor = start()
    log = CrashLog(tmp_path / "log", visitor.program.notifier.report)
    log._before = lambda *_: None
    log._on_exception(ValueError, ValueError("inner detail"), None)
    assert "went wrong" in visitor.window.notice.text()
    assert "inner detail" not in visitor.window.notice.text()
    assert "inner detail" in log.path.read_text(encoding="utf-8")
