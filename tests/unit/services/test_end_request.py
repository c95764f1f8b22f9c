"""Signals become a wish to end."""

from __future__ import annotations

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from historydesk.services.end_request import EndRequest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends a program with a window no signals")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_heard_by_the_event_loop(qtbot: QtBot, number: int) -> None:
    before = signal.getsignal(number)
    request = EndRequest()
    request.watch()
    try:
        with qtbot.waitSignal(request.asked):
            os.kill(os.getpid(), number)
    finally:
        request.release()
    assert signal.getsignal(number) == before


def test_a_signal_that_was_to_be_ignored_stays_ignored(qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    request = EndRequest()
    try:
        request.watch()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        request.release()
    finally:
        signal.signal(signal.SIGHUP, before)
