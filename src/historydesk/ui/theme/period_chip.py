"""The chip that names a chosen stretch of time and gives it up when pressed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from historydesk.ui.theme.clear_chip import ClearChip


class PeriodChip(ClearChip):
    """“2 March – 25 October 1917 ✕”; owned by the screen that shows only what belongs to that time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = QCoreApplication.translate("PeriodChip", "Show all time again")
        name = QCoreApplication.translate("PeriodChip", "Show all time again, not only {label}")
        super().__init__(hint, name, parent)
        self.setObjectName("period-chip")
