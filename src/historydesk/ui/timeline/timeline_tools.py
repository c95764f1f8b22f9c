"""The controls above the timeline."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.period_chip import PeriodChip

EDGES = (16, 8, 16, 9)
"""Pixels left, above, right and below."""

NEARER = 1.6
"""How much nearer one press brings the line."""


class TimelineTools(QWidget):
    """Nearer and farther, the whole story, the calendar, the legend, finding, and the chosen stretch of time.

    Owned by the page of the timeline. Every press leaves as a signal.
    """

    zoomed = Signal(float)
    whole_requested = Signal()
    old_style_chosen = Signal(bool)
    legend_toggled = Signal(bool)
    panel_toggled = Signal(bool)
    range_cleared = Signal()
    find_changed = Signal(str)
    find_entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.setAccessibleName(self.tr("Timeline controls"))
        self.nearer = self._icon_button("plus", self.tr("Nearer"))
        self.nearer.clicked.connect(partial(self.zoomed.emit, NEARER))
        self.farther = self._icon_button("minus", self.tr("Farther"))
        self.farther.clicked.connect(partial(self.zoomed.emit, 1 / NEARER))
        self.whole = QPushButton(self.tr("Whole story"), self)
        self.whole.setProperty("role", "quiet")
        self.whole.clicked.connect(self.whole_requested)
        self._styles = QFrame(self)
        self._styles.setObjectName("styles")
        self._styles.setAccessibleName(self.tr("Calendar"))
        self.old_style = self._style_button(self.tr("Old Style"), self.tr("Dates in Old Style"))
        self.new_style = self._style_button(self.tr("New Style"), self.tr("Dates in New Style"))
        self.old_style.clicked.connect(partial(self._on_style, True))
        self.new_style.clicked.connect(partial(self._on_style, False))
        both = QHBoxLayout(self._styles)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.old_style)
        both.addWidget(self.new_style)
        self.legend = self._toggle(self.tr("Legend"))
        self.legend.toggled.connect(self.legend_toggled)
        self.panel = self._toggle(self.tr("Events and map"))
        self.panel.toggled.connect(self.panel_toggled)
        self.chip = PeriodChip(self)
        self.chip.cleared.connect(self.range_cleared)
        self.field = QLineEdit(self)
        self.field.setProperty("role", "search")
        self.field.setPlaceholderText(self.tr("Find an event"))
        self.field.setAccessibleName(self.tr("Find an event"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.find_changed)
        self.field.returnPressed.connect(self.find_entered)
        row = QWidget(self)
        self._flow = FlowLayout(row, gap=8, row_gap=6)
        for widget in (
            self.farther,
            self.nearer,
            self.whole,
            self._styles,
            self.legend,
            self.panel,
            self.field,
            self.chip,
        ):
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*EDGES)
        whole.addWidget(row)
        self.set_old_style(False)
        self.set_appearance(self._appearance)

    def _icon_button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        button.setAccessibleName(label)
        button.setToolTip(label)
        return button

    def _style_button(self, label: str, spoken: str) -> QPushButton:
        button = QPushButton(label, self._styles)
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.setAccessibleName(spoken)
        return button

    def _toggle(self, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("role", "nav")
        button.setCheckable(True)
        return button

    def height_in(self, width: int) -> int:
        """Pixels that the controls need now in a width; a layout alone would know it one event later."""
        left, top, right, bottom = EDGES
        return self._flow.heightForWidth(width - left - right) + top + bottom

    def set_old_style(self, on: bool) -> None:
        """Mark the calendar in use."""
        self.old_style.setChecked(on)
        self.new_style.setChecked(not on)
        for button, here in ((self.old_style, on), (self.new_style, not on)):
            button.setAccessibleDescription(self.tr("In use") if here else "")

    def offer_calendars(self, offered: bool) -> None:
        """Whether there are dates that the two calendars tell differently."""
        self._styles.setVisible(offered)

    def set_range(self, words: str) -> None:
        """Name the chosen stretch of time; "" when there is none."""
        held = self.chip.hasFocus()
        self.chip.set_label(words)
        if held and not words:
            self.whole.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_panel(self, shown: bool, *, offered: bool) -> None:
        """Whether there is a panel to open and close, and whether it is open."""
        self.panel.blockSignals(True)
        self.panel.setChecked(shown)
        self.panel.blockSignals(False)
        self.panel.setVisible(offered)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance
        theme = appearance.theme
        side = round(appearance.chrome_px(18))
        for button in (self.nearer, self.farther):
            button.setIcon(icon(button.objectName(), theme.color("ink"), side))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(appearance.target, appearance.target)
        self._styles.setStyleSheet(
            f"#styles {{ border: 1px solid {theme.css('edge')}; border-radius: 9px;"
            f" background: {theme.css('card')}; }}"
        )
        self.chip.set_appearance(appearance)
        self.field.setMinimumWidth(round(appearance.chrome_px(190)))
        self.field.setMaximumWidth(round(appearance.chrome_px(240)))

    @Slot()
    def _on_style(self, old: bool, *_: object) -> None:
        self.set_old_style(old)
        self.old_style_chosen.emit(old)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below."""
        theme = self._appearance.theme
        painter = QPainter(self)
        thick = 2 if theme.is_high_contrast else 1
        painter.fillRect(0, self.height() - thick, self.width(), thick, theme.color("rule"))
