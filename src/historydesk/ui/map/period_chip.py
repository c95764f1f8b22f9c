"""The stretch of time that the map keeps to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon


class PeriodChip(QFrame):
    """Names the stretch of time, with a button to take it away; owned by the atlas, which places it."""

    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("period")
        self._label = QLabel(self)
        self._close = QPushButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setToolTip(self.tr("Show all times"))
        self._close.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label)
        row.addWidget(self._close)
        self.hide()

    def label(self) -> str:
        """The stretch shown, or ""."""
        return "" if self.isHidden() else self._label.text()

    def set_label(self, label: str) -> None:
        """Show a stretch; "" hides the chip."""
        self._label.setText(label)
        self._close.setAccessibleName(self.tr("Only {period}: show all times").format(period=label))
        self.setVisible(bool(label))
        self.adjustSize()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        css = appearance.theme.css
        self.setStyleSheet(
            f"#period {{ background: {css('card')}; border: 2px solid {css('red')}; border-radius: 12px; }}"
        )
        self._label.setFont(appearance.interface_face(14, weight=600))
        self._close.setIcon(icon("x", appearance.theme.color("ink"), 16))
        self._close.setFixedSize(QSize(appearance.target, appearance.target))
        self.adjustSize()
