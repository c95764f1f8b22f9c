"""A second start raises the first window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from historydesk.services.single_instance import SingleInstance

pytestmark = pytest.mark.leaks_checked


def test_the_second_asks_and_the_first_hears_it_each_time(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.acquire()
    first.watch()
    assert not second.acquire()
    for _ in range(3):
        with qtbot.waitSignal(first.raise_requested):
            second.ask_first_to_raise()
    first.release()
    assert second.acquire()
    second.release()


def test_a_lock_left_by_a_crash_is_taken_over(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "window.lock").write_text("999999\nhistorydesk\n\n\n\n", encoding="utf-8")
    late = SingleInstance(tmp_path)
    assert late.acquire()
    late.release()


def test_a_folder_that_cannot_be_written_does_not_keep_the_window_away(qapp: object, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    assert SingleInstance(blocked / "data").acquire()
