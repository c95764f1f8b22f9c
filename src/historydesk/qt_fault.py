"""One sentence where Qt finds no display and would end the program with a core dump."""

from __future__ import annotations

import os
import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NO_WINDOW = (
    "No window can be opened: there is no display that answers ({tried}). Start it on a desktop, install the system "
    "libraries that the README names, or draw the screens with: historydesk tour"
)
ASKED = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
"""What Qt goes by, in this order."""


class DisplaySearch:
    """Hears what Qt says while an application object is made; a context manager.

    Qt ends the process itself when it finds no display. What it says of its search goes with that; when the search
    succeeds, nothing is lost.
    """

    def __init__(self) -> None:
        self._said: list[str] = []

    def __enter__(self) -> None:
        qInstallMessageHandler(self._hear)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        qInstallMessageHandler(None)
        self._tell(self._said)

    def _hear(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtFatalMsg:
            self._said.append(text)
            return
        named = [f"{name}={os.environ[name]}" for name in ASKED if name in os.environ]
        self._tell([NO_WINDOW.format(tried=", ".join(named) or "none is named")])
        os._exit(1)

    @staticmethod
    def _tell(lines: list[str]) -> None:
        if sys.stderr is not None:
            for line in lines:
                print(line, file=sys.stderr, flush=True)
