"""The window when there is no pack to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

from historydesk.services.policy import Policy
from historydesk.ui.shell.fault_page import FaultPage
from historydesk.ui.theme import Appearance


class ErrorWindow(QMainWindow):
    """Says in one sentence why nothing can be read, and what to do; owned by the composition root."""

    closed = Signal()
    retry_requested = Signal()

    def __init__(self, summary: str, remedy: str, appearance: Appearance, policy: Policy) -> None:
        super().__init__()
        self.setWindowTitle("HistoryDesk")
        self._policy = policy
        self.page = FaultPage(self, can_quit=policy.allows("quit"))
        self.page.set_appearance(appearance)
        self.page.set_fault(self.tr("There is nothing to read yet"), summary, remedy, can_retry=True)
        self.page.retry_requested.connect(self.retry_requested)
        self.page.quit_requested.connect(self.close)
        self.setCentralWidget(self.page)
        self.resize(900, 560)
        if policy.allows("quit"):
            quit_action = QAction(self.tr("Quit"), self)
            quit_action.setShortcut(QKeySequence("Ctrl+Q"))
            quit_action.triggered.connect(self.close)
            self.addAction(quit_action)
        self.page.first_control().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the owner; a kiosk does not close."""
        if not self._policy.may_close:
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
