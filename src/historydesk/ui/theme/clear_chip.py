"""A chip that names what a list is narrowed to and gives it up when pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.ui.theme.appearance import Appearance
from historydesk.ui.theme.icons import icon


class ClearChip(QPushButton):
    """“Georgian ✕”; owned by the screen that shows only what belongs to that.

    ``hint`` says what a press does; ``name`` is the same with ``{label}`` for what the chip names.
    """

    cleared = Signal()

    def __init__(self, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(hint)
        self.clicked.connect(self.cleared)
        self.hide()

    def label(self) -> str:
        """What is named; "" without."""
        return "" if self.isHidden() else self.text().replace("&&", "&")

    def set_label(self, label: str) -> None:
        """Name it; "" hides the chip."""
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(self._name.format(label=label))
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
