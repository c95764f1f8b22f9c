"""What a test left behind: windows, active timers, threads."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken


class Leaks:
    """Remembers what there is at the beginning of a test, and names what came and stayed."""

    def __init__(self) -> None:
        self._before = {id(each) for each in _things()}
        self._threads = set(threading.enumerate())

    def found(self) -> list[str]:
        """Names of what was left behind."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        left = [_name(each) for each in _things() if id(each) not in self._before]
        # A thread of Qt that ran Python once stays in the list as a dummy.
        threads = [
            each
            for each in threading.enumerate()
            if each not in self._threads and not isinstance(each, threading._DummyThread)
        ]
        return left + [f"thread {each.name}" for each in threads]


def _things() -> list[object]:
    found: list[object] = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for each in gc.get_objects():
        if isinstance(each, (QTimer, QThreadPool)) and Shiboken.isValid(each) and _is_at_work(each):
            found.append(each)
    return found


def _is_at_work(each: QTimer | QThreadPool) -> bool:
    return each.isActive() if isinstance(each, QTimer) else each.activeThreadCount() > 0


def _name(each: object) -> str:
    kind = type(each).__name__
    name = each.objectName() if hasattr(each, "objectName") else ""
    parent = each.parent() if isinstance(each, QTimer) else None
    return f"{kind} {name}".strip() + (f" of {type(parent).__name__}" if parent is not None else "")
