"""The pack in the formats of other programs, written while one reads on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from historydesk.domain.citation import CitationStyle
from historydesk.exports.formats import FORMATS, export_pack
from historydesk.services.tasks import TaskRunner


class Exporting(QObject):
    """Writes one file after the other in a thread of its own; owned by the shell, which closes it.

    ``progressed`` tells how much is done of how much, ``finished`` gives the path of the file that is there
    now, ``failed`` the exception that left none.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, pack: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._tasks = TaskRunner(self, name="export")

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._tasks.is_busy

    def start(self, name: str, target: Path, language: str, style: CitationStyle) -> None:
        """Write the format of this name to ``target``; ``finished`` or ``failed`` follows."""
        format_ = next(each for each in FORMATS if each.name == name)

        def write() -> Path:
            export_pack(self._pack, format_, target, language, self.progressed.emit, style=style)
            return target

        self._tasks.run(write, self.finished.emit, self.failed.emit)

    def close(self) -> None:
        """Let a file that is being written become whole; nothing is told any more."""
        self._tasks.close()
