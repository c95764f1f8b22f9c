"""What the command line shows of long work, and how such work ends early."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_BAR = 30
_QUIET_SECONDS = 1.0


class ProgressBar:
    """A plain bar on a terminal, for work longer than a second; silent elsewhere."""

    def __init__(self) -> None:
        self._shown = False
        self._began = time.monotonic()
        self._last = -1
        self._on = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done."""
        if not self._on or time.monotonic() - self._began < _QUIET_SECONDS:
            return
        percent = done * 100 // max(total, 1)
        if percent != self._last:
            self._last = percent
            filled = percent * _BAR // 100
            bar = "#" * filled + "-" * (_BAR - filled)
            print(
                f"\r[{bar}] {percent:3d} %  {done} of {total}  ",
                end="",
                file=sys.stderr,
                flush=True,
            )
            self._shown = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            print("\r" + " " * 70 + "\r", end="", file=sys.stderr, flush=True)
            self._shown = False


@contextmanager
def ending_cleanly() -> Iterator[None]:
    """SIGTERM ends the work as Ctrl-C does, which takes the unfinished file away."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt
