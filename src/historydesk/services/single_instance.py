"""One window a person: a second start raises the first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal, Slot

LOCK = "window.lock"


class SingleInstance(QObject):
    """Holds the lock of a data folder, or asks whoever holds it to come forward; owned by ``run``.

    No socket and no timer: the second start writes to a request file that the first one watches. A lock left
    by a crash is recognised by its process and taken over.
    """

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = folder / "raise-request"
        self._folder = folder
        self._lock: QLockFile | None = None
        self._watcher: QFileSystemWatcher | None = None

    def is_contested(self) -> bool:
        """Whether somebody holds the lock, or did and crashed; cheap, where ``acquire`` waits for the disk."""
        return (self._folder / LOCK).exists()

    def acquire(self) -> bool:
        """Whether this start may open a window: it holds the lock, or locks don't work in this folder."""
        if self._lock is not None:
            return True
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        lock = QLockFile(str(self._folder / LOCK))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            if lock.error() != QLockFile.LockError.LockFailedError:
                return True
            _pid, host, _name = lock.getLockInfo()
            # A roaming folder may carry the lock of another computer, whose window nobody here can see.
            return bool(host) and host != _this_host()
        self._lock = lock
        return True

    def watch(self) -> None:
        """Listen for second starts from now on; not before the first screen, it costs a thread."""
        if self._lock is None or self._watcher is not None:
            return
        try:
            self._request.write_bytes(b"")
        except OSError:
            return
        self._watcher = QFileSystemWatcher([str(self._request)], self)
        self._watcher.fileChanged.connect(self._on_changed)

    def ask_first_to_raise(self) -> None:
        """Wake the window that holds the lock."""
        try:
            with self._request.open("ab") as file:
                file.write(b"raise\n")
        except OSError:
            return

    def release(self) -> None:
        """Give up the lock."""
        if self._watcher is not None:
            self._watcher.fileChanged.disconnect(self._on_changed)
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            self._request.unlink(missing_ok=True)
            self._lock.unlock()
            self._lock = None

    @Slot(str)
    def _on_changed(self, path: str) -> None:
        if self._watcher is None:
            return
        request = self._request
        try:
            asked = request.stat().st_size > 0
            if asked:
                request.write_bytes(b"")
        except OSError:
            return
        if path not in self._watcher.files():
            self._watcher.addPath(path)
        if asked:
            self.raise_requested.emit()


def _this_host() -> str:
    from PySide6.QtCore import QSysInfo

    return QSysInfo.machineHostName()
