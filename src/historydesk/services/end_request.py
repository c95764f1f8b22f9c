"""The system's wish that the program ends: a signal, heard by the event loop."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
"""Sent when a session ends, on Ctrl-C, and when the terminal closes."""


class EndRequest(QObject):
    """Turns signals into a wish to end, so that what was read is saved; owned by ``run``.

    A pipe wakes the event loop, so nothing has to look again and again. Windows has neither such pipes nor
    such signals for a program with a window: there closing the window is the one way.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ends: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        self._before: dict[int, object] = {}
        self._wakeup_before = -1

    def watch(self) -> None:
        """Hear signals from now on; in the main thread only."""
        if os.name == "nt" or self._ends is not None:
            return
        self._ends = os.pipe()
        for end in self._ends:
            os.set_blocking(end, False)
        self._wakeup_before = signal.set_wakeup_fd(self._ends[1], warn_on_full_buffer=False)
        for name in SIGNALS:
            number = getattr(signal, name)
            if signal.getsignal(number) is signal.SIG_IGN:
                continue  # started by nohup, for instance
            self._before[number] = signal.signal(number, _nothing)
        self._notifier = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def release(self) -> None:
        """Give the signals back."""
        if self._ends is None:
            return
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        for end in self._ends:
            os.close(end)
        self._ends = None

    @Slot()
    def _on_signal(self) -> None:
        if self._ends is None:
            return
        try:
            heard = os.read(self._ends[0], 64)
        except BlockingIOError:
            return
        if any(number in self._before for number in heard):
            self.asked.emit()


def _nothing(_number: int, _frame: object) -> None:
    """The handler Python must have for a signal to reach the pipe."""
