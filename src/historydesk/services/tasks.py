"""Work in the background, its results back in the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThread, QThreadPool, Signal, Slot

T = TypeVar("T")

IDLE_MS = 2000
"""A thread with nothing to do ends after this time, so that an idle program has none that wake."""


class TaskRunner(QObject):
    """Runs functions in one background thread, in order; owned by the composition root.

    ``topic`` names a question that is asked again and again (a search): a newer task of the same topic drops
    the older one, whether it waits or already runs. Callbacks run in the thread that owns the runner.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(IDLE_MS)
        self._pool.setObjectName(name)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        self._newest: dict[str, int] = {}
        self._count = 0
        self._pending: dict[int, _Task] = {}
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Call ``work`` in the background, then here ``done`` with its value or ``failed`` with the exception.

        Without ``failed`` an exception is raised here, where ``sys.excepthook`` reports it.
        """
        if self._closed:
            return
        self._count += 1
        if topic:
            self._newest[topic] = self._count
        task = _Task(self, self._count, topic, work=work, done=done, failed=failed)
        self._pending[self._count] = task
        self._pool.start(task)

    @property
    def is_busy(self) -> bool:
        """Whether any task is waiting, running, or about to call back."""
        return bool(self._pending)

    def is_superseded(self, number: int, topic: str) -> bool:
        """Whether a newer task of that topic was given, or the runner was closed."""
        return self._closed or (bool(topic) and self._newest.get(topic) != number)

    def close(self) -> None:
        """Let the running task end; drop what waits and every callback."""
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone()
        self._pending.clear()

    @Slot(object)
    def _on_finished(self, task: _Task) -> None:
        self._pending.pop(task.number, None)
        if task.skipped or self.is_superseded(task.number, task.topic):
            return
        if task.fault is None:
            if task.done is not None:
                task.done(task.value)
        elif task.failed is not None:
            task.failed(task.fault)
        else:
            raise task.fault


class _Task(QRunnable):
    """One call and its outcome; owned by the runner until it called back."""

    def __init__(
        self,
        runner: TaskRunner,
        number: int,
        topic: str,
        *,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.number, self.topic = number, topic
        self.done, self.failed = done, failed
        self.value: Any = None
        self.fault: BaseException | None = None
        self.skipped = False
        self._runner, self._work = runner, work

    def run(self) -> None:
        """Called by the pool in its thread."""
        threading.current_thread().name = "background"
        if self._runner.is_superseded(self.number, self.topic):
            self.skipped = True
        else:
            try:
                self.value = self._work()
            except BaseException as fault:
                self.fault = fault
        self._runner._finished.emit(self)
