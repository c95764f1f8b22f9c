"""Bugs go to a log that stays small."""

from __future__ import annotations

import sys
from pathlib import Path

from historydesk.services.crash_log import LIMIT, LOG, OLD, CrashLog


def _fault(words: str) -> ValueError:
    try:
        raise ValueError(words)
    except ValueError as fault:
        return fault


def test_a_bug_is_written_with_its_trace(tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "data")
    log.write(_fault("the matter"))
    text = log.path.read_text(encoding="utf-8")
    assert "ValueError: the matter" in text
    assert "Traceback" in text


def test_the_log_is_set_aside_before_it_grows_large(tmp_path: Path) -> None:
    log = CrashLog(tmp_path)
    (tmp_path / LOG).write_text("x" * LIMIT, encoding="utf-8")
    log.write(_fault("new"))
    assert (tmp_path / OLD).stat().st_size == LIMIT
    assert "new" in (tmp_path / LOG).read_text(encoding="utf-8")
    for _ in range(3):
        log.write(_fault("y" * LIMIT))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 2 * LIMIT + 1000


def test_a_folder_that_cannot_be_written_is_no_further_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    CrashLog(blocked / "data").write(_fault("lost"))


def test_a_bug_while_telling_of_a_bug_is_not_told_for_ever(tmp_path: Path) -> None:
    told: list[BaseException] = []

    def tell(fault: BaseException) -> None:
        told.append(fault)
        log._on_exception(ValueError, _fault("again"), None)

    log = CrashLog(tmp_path, tell)
    log._before = lambda *_: None
    log._on_exception(ValueError, _fault("first"), None)
    assert len(told) == 1


def test_the_hook_is_given_back(tmp_path: Path) -> None:
    before = sys.excepthook
    log = CrashLog(tmp_path)
    log.install()
    assert sys.excepthook != before
    log.remove()
    assert sys.excepthook == before
