"""Leads from the sheet of exports to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from historydesk.exports.formats import FORMATS
from historydesk.services.exporting import Exporting
from historydesk.services.services import Services
from historydesk.ui.exports.export_sheet import ExportSheet
from historydesk.ui.theme import Appearance

Chooser = Callable[[QWidget, str, str], str]
"""Asks for a file to write: window, title and proposed path → the path, or "" for none."""


def ask_for_file(window: QWidget, title: str, proposed: str) -> str:
    """The system's own window for saving, which asks before it replaces a file."""
    return QFileDialog.getSaveFileName(window, title, proposed)[0]


class ExportDesk(QObject):
    """Asks where to, has the file written in the background and says when it is there; owned by the overlays."""

    def __init__(self, services: Services, window: QWidget, ask: Chooser = ask_for_file) -> None:
        super().__init__(window)
        self._services, self._window, self.ask = services, window, ask
        self.exporting = Exporting(services.library.path, self)
        self.sheet = ExportSheet([each.name for each in FORMATS], window)
        self.sheet.format_chosen.connect(self.export)
        self.exporting.progressed.connect(self.sheet.set_progress)
        self.exporting.finished.connect(self._on_finished)
        self.exporting.failed.connect(self._on_failed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.exporting.close)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes of the sheet."""
        self.sheet.set_appearance(appearance)

    @Slot(str)
    def export(self, name: str) -> None:
        """Ask for a file and write the format of this name into it."""
        format_ = next(each for each in FORMATS if each.name == name)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(folder, f"{self._services.library.info.id}-{name}{format_.suffix}")
        chosen = self.ask(self._window, self.tr("Save the file"), str(proposed))
        if not chosen:
            return
        target = Path(chosen)
        if not target.suffix:
            target = target.with_suffix(format_.suffix)
        self.sheet.set_busy(True)
        library = self._services.library
        self.exporting.start(name, target, library.language, library.style)

    @Slot(object)
    def _on_finished(self, path: Path) -> None:
        self._end()
        text = self.tr("“{name}” is written.").format(name=path.name)
        self._services.notifier.say(text, self.tr("It is in {folder}.").format(folder=path.parent))

    @Slot(object)
    def _on_failed(self, fault: BaseException) -> None:
        self._end()
        self._services.notifier.report(fault)

    def _end(self) -> None:
        self.sheet.set_busy(False)
        self.sheet.close_sheet()
