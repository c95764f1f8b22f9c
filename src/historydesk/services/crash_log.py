"""The log of what should not happen: bugs go here, the person gets one plain notice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

LIMIT = 1_000_000
"""Bytes of a log before it is set aside; one older file is kept."""

LOG, OLD, FATAL = "historydesk.log", "historydesk.old.log", "fatal.log"


class CrashLog:
    """Receives uncaught exceptions through ``sys.excepthook``; owned by the composition root."""

    def __init__(self, folder: Path, told: Callable[[BaseException], None] | None = None) -> None:
        self._folder = folder
        self._told = told
        self._before = sys.excepthook
        self._fatal: IO[bytes] | None = None
        self._busy = False

    @property
    def path(self) -> Path:
        """Where the log is."""
        return self._folder / LOG

    def install(self) -> None:
        """Take over ``sys.excepthook``."""
        self._before = sys.excepthook
        sys.excepthook = self._on_exception

    def watch_fatal(self) -> None:
        """Let Python write a trace when the process itself dies (a fault in C code)."""
        import faulthandler

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._fatal = (self._folder / FATAL).open("wb", buffering=0)
        except OSError:
            return
        faulthandler.enable(self._fatal)

    def remove(self) -> None:
        """Give ``sys.excepthook`` back."""
        # A bound method is a new object at each access: compare by equality.
        if sys.excepthook == self._on_exception:
            sys.excepthook = self._before
        if self._fatal is not None:
            import faulthandler

            faulthandler.disable()
            self._fatal.close()
            self._fatal = None

    def write(self, fault: BaseException) -> None:
        """Add an exception with its trace to the log; a full or read-only disk is no further fault."""
        import time
        import traceback

        lines = "".join(traceback.format_exception(fault))
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self.path
            if path.exists() and path.stat().st_size + len(lines) > LIMIT:
                path.replace(self._folder / OLD)
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{stamp}\n{lines[-LIMIT // 2 :]}\n")
        except OSError:
            return

    def _on_exception(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, fault, trace)
            return
        self.write(fault)
        if sys.stderr is not None:
            self._before(kind, fault, trace)
        if self._told is not None and not self._busy:
            self._busy = True
            try:
                self._told(fault)
            finally:
                self._busy = False
