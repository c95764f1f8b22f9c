"""The composition root: makes the services and the window, and knows in which order a start goes."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from historydesk import __version__, paths, qt_enums, qt_start

qt_start.defer_signatures()
qt_enums.quicken()

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

qt_start.imported()

from historydesk.domain.location import Location  # noqa: E402
from historydesk.errors import HistoryDeskError, PackError  # noqa: E402
from historydesk.qt_fault import DisplaySearch  # noqa: E402
from historydesk.services.crash_log import CrashLog  # noqa: E402
from historydesk.services.end_request import EndRequest  # noqa: E402
from historydesk.services.library import Library  # noqa: E402
from historydesk.services.notifier import Notifier  # noqa: E402
from historydesk.services.policy import Policy  # noqa: E402
from historydesk.services.progress import Progress  # noqa: E402
from historydesk.services.reading import ReadingState  # noqa: E402
from historydesk.services.services import Services  # noqa: E402
from historydesk.services.settings import BY_KEY, Settings  # noqa: E402
from historydesk.services.single_instance import SingleInstance  # noqa: E402
from historydesk.services.tasks import TaskRunner  # noqa: E402
from historydesk.store.records_opening import RecordsOpening  # noqa: E402
from historydesk.ui.shell.looks import appearance_of  # noqa: E402
from historydesk.ui.shell.main_window import MainWindow  # noqa: E402
from historydesk.ui.theme import apply  # noqa: E402
from historydesk.ui.theme.fonts import register_fonts  # noqa: E402

RECORDS = "records.db"
"""File of the reader's own records, in the user's data folder."""

Report = Callable[[str, float], None]
"""Told of the steps of a start: ``painted``, ``ready``, with the monotonic time in seconds."""


class Program(QObject):
    """One running HistoryDesk over one pack; owned by ``run``, the tour, the self-test or a test.

    ``open`` shows the first screen and returns; the rest follows after the first paint, and ``ready`` is
    emitted when everything can be used. ``close`` writes what waits and ends every thread.
    """

    ready = Signal()
    ended = Signal()

    def __init__(
        self,
        pack: Path | None = None,
        *,
        folder: Path | None = None,
        policy: Policy | None = None,
        report: Report | None = None,
    ) -> None:
        super().__init__()
        self.pack = pack or paths.shipped_pack()
        self.folder = folder or paths.user_data()
        self.policy = policy or Policy()
        self.window: MainWindow | None = None
        self.services: Services | None = None
        self.error_window: QWidget | None = None
        self._report = report or (lambda _step, _seconds: None)
        self._tasks = TaskRunner(self, name="store")
        self.notifier = Notifier(self)
        self._waiting_for: set[str] = set()
        self._closed = False
        self._pack_failed = False

    # -- starting -------------------------------------------------------------------------------

    def open(self, location: Location | None = None, *, show: bool = True) -> QWidget:
        """Build the first screen and show it: ``location``, else the place left last, else home.

        A pack that cannot be used gives a page that says so. Returns the window.
        """
        library: Library | None = None
        fault: PackError | None = None
        try:
            library = Library(self.pack, self._tasks, parent=self)
        except PackError as error:
            fault = error
        records = self.folder / RECORDS
        stored, last, message = RecordsOpening(records).read(library.info.id if library else "")
        settings = Settings(stored if self.policy.remembers else {}, self)
        self._dress(settings)
        if library is None or fault is not None:
            return self._open_error(fault, settings, show=show)
        library.set_language(settings.text("language"))
        library.set_citations(settings.text("citations"))
        if message:
            self.notifier.say(message, kind="warning", once="records")
        kept_in = records if self.policy.remembers else None
        progress = Progress(kept_in, library.info.id, self._tasks, self)
        reading = ReadingState(self)
        self.services = Services(library, progress, reading, settings, self.notifier, self.policy)
        self._connect(self.services)
        self.window = window = MainWindow(self.services, appearance_of(settings, self.policy))
        window.first_painted.connect(self._on_first_painted)
        window.closed.connect(self.ended)
        window.restore_geometry(settings.text("geometry"))
        if self.policy.remembers:
            window.set_resume(last)
        window.start_at(location or self._first_location(last))
        if show:
            window.show()
        return window

    def _dress(self, settings: Settings) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("a QApplication must exist")
        missing = register_fonts(True, reading_font=settings.text("reading_font"))
        if missing:
            self._say_fonts_missing()
        apply(application, appearance_of(settings, self.policy))

    def _say_fonts_missing(self) -> None:
        self.notifier.say(
            QCoreApplication.translate("Program", "Some of the program’s fonts are missing."),
            QCoreApplication.translate("Program", "Text is shown in the system’s; reinstall the program."),
            kind="warning",
            once="fonts",
        )

    def _first_location(self, last: Location | None) -> Location:
        if last is not None and last.screen == "read" and self.policy.remembers:
            return last
        return Location("home")

    def _connect(self, services: Services) -> None:
        services.library.failed.connect(self._on_pack_failed)
        services.library.prepared.connect(self._on_prepared)
        services.progress.trouble.connect(self._on_records_trouble)
        services.progress.set_aside.connect(self._on_set_aside)
        services.progress.opened.connect(self._on_records_opened)
        services.settings.changed.connect(self._on_setting_changed)

    def _open_error(self, fault: PackError | None, settings: Settings, *, show: bool) -> QWidget:
        from historydesk.ui.shell.error_window import ErrorWindow

        summary, remedy = (fault.summary, fault.remedy) if fault else ("", "")
        window = ErrorWindow(summary, remedy, appearance_of(settings, self.policy), self.policy)
        window.closed.connect(self.ended)
        window.retry_requested.connect(self._on_retry)
        self.error_window = window
        if show:
            window.show()
        return window

    @Slot()
    def _on_retry(self) -> None:
        """Look for the pack again; the page goes when there is one."""
        before = self.error_window
        if before is None:
            return
        self.error_window = None
        window = self.open(show=False)
        window.setGeometry(before.geometry())
        window.show()
        before.hide()
        before.deleteLater()

    @Slot()
    def _on_first_painted(self) -> None:
        """The person sees the first screen: now load the rest, out of their way."""
        self._report("painted", time.monotonic())
        if self.services is None or self._closed:
            return
        self._waiting_for = {"content", "records"}
        self.services.library.prepare()
        self.services.progress.open()
        self.notifier.listen()

    @Slot()
    def _on_prepared(self) -> None:
        self._done("content")

    @Slot()
    def _on_records_opened(self) -> None:
        self._done("records")

    def _done(self, part: str) -> None:
        waited = bool(self._waiting_for)
        self._waiting_for.discard(part)
        if waited and not self._waiting_for:
            self._report("ready", time.monotonic())
            self.ready.emit()
            # What can wait longest: faces not in use, the whole file's hash.
            QTimer.singleShot(0, self._on_idle)

    @Slot()
    def _on_idle(self) -> None:
        if self._closed or self.services is None:
            return
        if register_fonts():
            self._say_fonts_missing()
        self.services.library.verify()

    @property
    def has_failed(self) -> bool:
        """Whether there is nothing to read: the pack could not be opened, or was found to be altered."""
        return self.error_window is not None or self._pack_failed

    @Slot()
    def come_forward(self) -> None:
        """A second start asked for this one's window."""
        window = self.window or self.error_window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    @property
    def is_busy(self) -> bool:
        """Whether anything runs in the background."""
        return self._tasks.is_busy or (self.services is not None and self.services.library.is_searching)

    # -- what may happen ------------------------------------------------------------------------

    @Slot(object)
    def _on_pack_failed(self, fault: BaseException) -> None:
        """The pack turned out to be altered or unreadable: take its content away."""
        if not isinstance(fault, HistoryDeskError):
            raise fault
        self._pack_failed = True
        self._done("content")
        if self.window is not None:
            self.window.show_fault(fault.summary, fault.remedy)

    @Slot(object)
    def _on_records_trouble(self, fault: BaseException) -> None:
        self._done("records")
        if not isinstance(fault, HistoryDeskError):
            self.notifier.report(fault, once="records")
            raise fault
        self.notifier.report(fault, once="records")

    @Slot(str)
    def _on_set_aside(self, message: str) -> None:
        self.notifier.say(message, kind="warning", once="records")

    @Slot(str, object)
    def _on_setting_changed(self, key: str, value: object) -> None:
        if self.services is not None and self.policy.remembers and isinstance(value, (str, int, float, bool)):
            self.services.progress.save_setting(key, BY_KEY[key].format(value))

    # -- ending ---------------------------------------------------------------------------------

    def close(self) -> None:
        """End every thread, write what waits, take the window away."""
        if self._closed:
            return
        self._closed = True
        for window in (self.window, self.error_window):
            if window is not None:
                window.close()
        self._tasks.close()
        if self.services is not None:
            self.services.progress.close()
            self.services.library.close()
        for window in (self.window, self.error_window):
            if window is not None:
                window.deleteLater()
        self.window = self.error_window = None


def _say_in_a_box(fault: HistoryDeskError) -> None:
    """For a program started by its icon, which has no terminal."""
    from PySide6.QtWidgets import QMessageBox

    QMessageBox.critical(None, "HistoryDesk", str(fault))


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, set up as every way of running needs it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("HistoryDesk")
    QCoreApplication.setApplicationVersion(__version__)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    with DisplaySearch():
        application = QApplication([*arguments, "-style", "fusion"])
    application.setProperty("fusion", True)
    return application


def run(
    pack: Path | None = None,
    *,
    policy: Policy | None = None,
    report: Report | None = None,
    quit_when: str = "",
) -> int:
    """Run until the window is closed; the exit code. ``quit_when`` (painted, ready) is for measuring."""
    policy = policy or Policy()
    application = make_application([sys.argv[0]])
    folder = paths.user_data()
    first = SingleInstance(folder)
    if policy.single_instance and first.is_contested() and not first.acquire():
        first.ask_first_to_raise()
        return 0

    def told(step: str, seconds: float) -> None:
        if report is not None:
            report(step, seconds)
        if step == "painted":
            ending.watch()
            # Taking the lock waits for the disk, so it comes after the first screen; of two starts in the same
            # moment the later one gives way.
            if policy.single_instance and not first.acquire():
                first.ask_first_to_raise()
                application.quit()
        if step == "ready" or program.error_window is not None:
            gc.enable()
            log.watch_fatal()
            first.watch()
        if step == quit_when:
            QTimer.singleShot(0, application.quit)

    program = Program(pack, folder=folder, policy=policy, report=told)
    log = CrashLog(folder, program.notifier.report)
    log.install()
    application.setQuitOnLastWindowClosed(False)
    program.ended.connect(application.quit)
    ending = EndRequest()
    ending.asked.connect(application.quit)
    first.raise_requested.connect(program.come_forward)
    try:
        program.open()
        if program.error_window is not None:
            told("painted", time.monotonic())
        application.exec()
        code = 1 if program.has_failed else 0
    except HistoryDeskError as fault:
        # Without its themes there is no page to say so on.
        if sys.stderr is None:
            _say_in_a_box(fault)
        raise
    finally:
        program.close()
        ending.release()
        log.remove()
        first.release()
    return code
