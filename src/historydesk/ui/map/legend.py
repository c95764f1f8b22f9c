"""The map's legend."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from historydesk.ui.map.legend_keys import (
    ROUTES,
    LegendView,
    certainty_words,
    row_words,
    source_words,
    titles,
)
from historydesk.ui.map.legend_sample import LegendSample, Samples
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard
from historydesk.ui.theme.icons import icon

PAD = 16
BESIDE = 12


class MapLegend(FloatingCard):
    """Says what the lines, tints, dots and marks of the present view mean; owned by the atlas, which places it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        self._appearance = default_appearance()
        super().__init__(self._appearance.theme, parent)
        self._view = LegendView(0, ())
        self.setAccessibleName(self.tr("Legend"))
        self._title = QLabel(self.tr("Legend"), self)
        self._close = QPushButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close the legend"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.closed)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Legend"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._rows = QWidget()
        self._scroll.setWidget(self._rows)
        top = QHBoxLayout()
        top.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(SHADOW + PAD, SHADOW + 6, SHADOW + 6, SHADOW + 10)
        lines.setSpacing(2)
        lines.addLayout(top)
        lines.addWidget(self._scroll, 1)
        self.set_appearance(self._appearance)
        self.hide()

    def set_view(self, view: LegendView) -> None:
        """Explain what this view shows."""
        if view != self._view:
            self._view = view
            self._fill()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.set_theme(appearance.theme)
        css, side = appearance.theme.css, appearance.target
        self._title.setFont(appearance.reading_face(18, weight=700))
        self._title.setStyleSheet(f"color: {css('ink')};")
        self._close.setIcon(icon("x", appearance.theme.color("soft_ink"), 18))
        self._close.setFixedSize(QSize(side, side))
        self._scroll.setStyleSheet(
            f"QScrollArea:focus {{ border: 2px solid {css('focus')}; border-radius: 6px; }}"
        )
        self._fill()

    def texts(self) -> list[str]:
        """Everything the legend says, from above."""
        return [label.text() for label in self._rows.findChildren(QLabel)]

    def samples(self) -> list[LegendSample]:
        """The drawings, from above."""
        return self._rows.findChildren(LegendSample)

    def fit(self, width: int, most_height: int) -> QSize:
        """The legend's size with its shadow for a width, at most so high: more of it scrolls."""
        inner = width - 2 * SHADOW - PAD - 6
        layout = self._rows.layout()
        rows = layout.totalHeightForWidth(inner) if layout is not None else 0
        return QSize(width, min(most_height, rows + self._appearance.target + 2 * SHADOW + 24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 8, 4)
        grid.setHorizontalSpacing(BESIDE)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        samples = Samples(self._appearance)
        scale = self._appearance.px(1.0) if self._appearance.text_percent <= 150 else 1.5
        shown = [(title, [key for key in self._view.keys if key in part]) for title, part in titles()]
        for title, keys in shown:
            if not keys:
                continue
            self._say(grid, title, head=True)
            for key in keys:
                line = grid.rowCount()
                grid.addWidget(LegendSample(key, samples, scale, rows), line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(
                    self._label(row_words(key, self._view.era)), line, 1, Qt.AlignmentFlag.AlignVCenter
                )
            if keys[0] in ROUTES:
                self._say(grid, certainty_words())
            if keys[0].startswith("plate-"):
                for note in self._view.notes:
                    self._say(grid, note)
        self._say(grid, self.tr("Sources"), head=True)
        self._say(grid, source_words())
        grid.setRowStretch(grid.rowCount(), 1)
        self._scroll.setWidget(rows)
        rows.setAutoFillBackground(False)  # a scroll area turns it on
        self._rows = rows
        self.setAccessibleDescription(" · ".join(self.texts()))

    def _say(self, grid: QGridLayout, words: str, *, head: bool = False) -> None:
        grid.addWidget(self._label(words, head=head, soft=not head), grid.rowCount(), 0, 1, 2)

    def _label(self, words: str, *, head: bool = False, soft: bool = False) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        appearance = self._appearance
        size, weight = (13.0, 600) if head else (14.0, 400)
        label.setFont(appearance.interface_face(size if not soft else 13.0, weight=weight, chrome=False))
        label.setContentsMargins(0, 8 if head else 0, 0, 0)
        label.setStyleSheet(f"color: {appearance.theme.css('soft_ink' if head or soft else 'ink')};")
        return label
