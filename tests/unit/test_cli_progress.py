"""What the command line shows of long work."""

from __future__ import annotations

import io
import os
import signal
import sys

import pytest

from historydesk import cli_progress
from historydesk.cli_progress import ProgressBar, ending_cleanly


class Terminal(io.StringIO):
    """What is printed to a person."""

    def isatty(self) -> bool:
        """A person looks at it."""
        return True


def terminal_of(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr(sys, "stderr", found)
    return found


def bar_after(seconds: float, monkeypatch: pytest.MonkeyPatch) -> ProgressBar:
    bar = ProgressBar()
    later = cli_progress.time.monotonic() + seconds
    monkeypatch.setattr(cli_progress.time, "monotonic", lambda: later)
    return bar


def test_short_work_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_of(monkeypatch)
    bar = bar_after(0.0, monkeypatch)
    bar(1, 2)
    bar.clear()
    assert terminal.getvalue() == ""


def test_long_work_shows_how_far_it_is_and_takes_the_bar_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = terminal_of(monkeypatch)
    bar = bar_after(2.0, monkeypatch)
    bar(1, 2)
    assert terminal.getvalue() == f"\r[{'#' * 15}{'-' * 15}]  50 %  1 of 2  "
    bar.clear()
    assert terminal.getvalue().endswith("\r")


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    found = io.StringIO()
    monkeypatch.setattr(sys, "stderr", found)
    bar_after(2.0, monkeypatch)(1, 2)
    assert found.getvalue() == ""


@pytest.mark.skipif(os.name != "posix", reason="other systems send no SIGTERM")
def test_sigterm_ends_the_work_as_ctrl_c_does() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), ending_cleanly():
        signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is before
