"""The chip that names a chosen stretch of time and gives it up when pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.ui.theme.appearance import Appearance
from historydesk.ui.theme.icons import icon


class PeriodChip(QPushButton):
    """“2 March – 25 October 1917 ✕”; owned by the screen that shows only what belongs to that time."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("period-chip")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Show all time again"))
        self.clicked.connect(self.cleared)
        self.hide()

    def label(self) -> str:
        """The time named; "" without."""
        return "" if self.isHidden() else self.text()

    def set_label(self, label: str) -> None:
        """Name the time; "" hides the chip."""
        self.setText(label)
        self.setAccessibleName(self.tr("Show all time again, not only {time}").format(time=label))
        self.setVisible(bool(label))
        self.adjustSize()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        theme = appearance.theme
        self.setIcon(icon("x", theme.color("on_red"), round(appearance.chrome_px(16))))
        self.setFixedHeight(appearance.target)
        self.setStyleSheet(
            f"QPushButton {{ background: {theme.css('red')}; color: {theme.css('on_red')};"
            f" border: 3px solid {theme.css('red')}; border-radius: {appearance.target // 2}px;"
            f" padding: 0 11px; min-height: {appearance.target - 6}px; font-weight: 600; }}"
            f"QPushButton:hover {{ background: {theme.css('ink')}; color: {theme.css('on_ink')}; }}"
            f"QPushButton:focus {{ border-color: {theme.css('focus')}; }}"
        )
        self.adjustSize()
