"""What can be switched on over the map: its legend, the graticule."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon


class MapSwitches(QWidget):
    """Two square buttons that stay pressed; owned by the atlas, which places them above the zoom."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.legend = self._switch(self.tr("Legend"))
        self.graticule = self._switch(self.tr("Lines of latitude and longitude"))
        self.graticule.setToolTip(self.tr("Lines of latitude and longitude (G)"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.legend)
        rows.addWidget(self.graticule)

    def _switch(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        css = appearance.theme.css
        line = css("edge" if appearance.theme.is_high_contrast else "rule")
        inner = appearance.target - 2
        for button, name in ((self.legend, "layers"), (self.graticule, "globe")):
            button.setFixedSize(QSize(appearance.target, appearance.target))
            button.setIcon(icon(name, appearance.theme.color("ink"), 18))
            button.setStyleSheet(
                f"QPushButton {{ background: {css('card')}; border: 1px solid {line};"
                f" border-radius: 8px; padding: 0; min-height: {inner}px; max-height: {inner}px; }}"
                f"QPushButton:hover {{ background: {css('hover')}; }}"
                f"QPushButton:checked {{ background: {css('hover')}; border: 2px solid {css('ink')}; }}"
                f"QPushButton:focus {{ border: 2px solid {css('focus')}; }}"
            )
        self.adjustSize()
