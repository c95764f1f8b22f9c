"""The two buttons that zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon

FACTOR = 1.8


class ZoomButtons(QWidget):
    """Nearer above farther; owned by a map's surface, which places it."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._nearer = QPushButton(self)
        self._farther = QPushButton(self)
        self._nearer.setAccessibleName(self.tr("Zoom in"))
        self._farther.setAccessibleName(self.tr("Zoom out"))
        self._nearer.setToolTip(self.tr("Zoom in (+)"))
        self._farther.setToolTip(self.tr("Zoom out (−)"))
        self._nearer.clicked.connect(self._on_nearer)
        self._farther.clicked.connect(self._on_farther)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._nearer)
        rows.addWidget(self._farther)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        css = appearance.theme.css
        line = css("edge" if appearance.theme.is_high_contrast else "rule")
        inner = appearance.target - 2
        for button, name in ((self._nearer, "plus"), (self._farther, "minus")):
            button.setFixedSize(QSize(appearance.target, appearance.target))
            button.setIcon(icon(name, appearance.theme.color("ink"), 18))
            button.setStyleSheet(
                f"QPushButton {{ background: {css('card')}; border: 1px solid {line};"
                f" border-radius: 8px; padding: 0; min-height: {inner}px; max-height: {inner}px; }}"
                f"QPushButton:hover {{ background: {css('hover')}; }}"
                f"QPushButton:focus {{ border: 2px solid {css('focus')}; }}"
            )
        self.adjustSize()

    def _on_nearer(self) -> None:
        self.zoomed.emit(FACTOR)

    def _on_farther(self) -> None:
        self.zoomed.emit(1 / FACTOR)
