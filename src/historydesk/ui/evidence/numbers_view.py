"""One question of numbers: the chart, the same as a table, how to read them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.evidence import Figure, FigureTable
from historydesk.domain.reference import Reference
from historydesk.ui.evidence.figure_chart import FigureChart
from historydesk.ui.evidence.figure_key import FigureKey
from historydesk.ui.evidence.figure_note import FigureNote
from historydesk.ui.evidence.figure_sheet import FigureSheet
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.back_button import BackButton
from historydesk.ui.theme.body_text import BodyText
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.page_area import PageArea
from historydesk.ui.theme.words import Words

MOST = 0.32
"""Share of the height that what is told of a figure may take; the rest of it scrolls."""


class NumbersView(QWidget):
    """The right side of the evidence screen's numbers; owned by ``EvidencePage``."""

    reference_activated = Signal(Reference)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._table: FigureTable | None = None
        self._scroll = PageArea(self)
        page = self._scroll.page
        self.back = BackButton(page)
        self.back.clicked.connect(self.back_requested)
        self._title, self._unit = Words(parent=page), Words(parent=page)
        self._reading = Words(self.tr("How to read these figures"), page)
        self._body = BodyText(page)
        self._body.reference_activated.connect(self.reference_activated)
        self._key = FigureKey(page)
        self.chart, self.sheet = FigureChart(page), FigureSheet(page)
        self.note = FigureNote(self)
        self.note.source_requested.connect(self.reference_activated)
        self.chart.figure_shown.connect(self._on_shown)
        self.chart.row_reached.connect(self._on_reached)
        self._make_ways(page)
        self._lay_out(page)
        self.show_chart()

    def _make_ways(self, page: QWidget) -> None:
        """Chart or table."""
        self._ways = QWidget(page)
        row = FlowLayout(self._ways, gap=2, row_gap=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._ways.setSizePolicy(policy)
        self.as_chart = QPushButton(self.tr("Chart"), self._ways)
        self.as_table = QPushButton(self.tr("Table"), self._ways)
        for button in (self.as_chart, self.as_table):
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAccessibleName(button.text())
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            row.addWidget(button)
        self.as_chart.clicked.connect(self.show_chart)
        self.as_table.clicked.connect(self.show_sheet)

    def _lay_out(self, page: QWidget) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 28, 32, 24)
        column.setSpacing(0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        for widget, below in (
            (self._title, 4),
            (self._unit, 8),
            (self._ways, 8),
            (self._key, 6),
            (self.chart, 10),
            (self.sheet, 10),
            (self._reading, 8),
            (self._body, 0),
        ):
            column.addWidget(widget)
            column.addSpacing(below)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.note)

    def show_table(self, table: FigureTable) -> None:
        """Show the figures of a question."""
        self._table = table
        self._title.setText(table.title)
        self._unit.setText(
            self.tr("{unit} · as each author published it, never added up").format(unit=table.unit)
        )
        self._body.setAccessibleName(table.title)
        self._body.set_body(table.html)
        for part in (self._reading, self._body):
            part.setVisible(bool(table.html))
        self._key.show_kinds(table.figures)
        self.chart.show_table(table)
        self.sheet.show_table(table)
        self._scroll.verticalScrollBar().setValue(0)
        if table.figures:
            self._on_shown(table.figures[0])
        self._show_note()

    @Slot()
    def show_chart(self) -> None:
        """The figures as marks."""
        self._show_way(chart=True)

    @Slot()
    def show_sheet(self) -> None:
        """The figures as a table."""
        self._show_way(chart=False)

    def _show_way(self, *, chart: bool) -> None:
        self.as_chart.setChecked(chart)
        self.as_table.setChecked(not chart)
        for widget in (self.chart, self._key):
            widget.setVisible(chart)
        self.sheet.setVisible(not chart)
        self._show_note()

    def _show_note(self) -> None:
        there = self._table is not None and bool(self._table.figures)
        self.note.setVisible(there and self.as_chart.isChecked())

    def focus_start(self) -> None:
        """Put the keyboard at the beginning."""
        target = self.back if self.back.isVisibleTo(self) else self.as_chart
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_back_visible(self, visible: bool) -> None:
        """Offer the way back to the list (narrow windows)."""
        self.back.setVisible(visible)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        self._title.set_look(appearance.reading_face(28, weight=700), color("ink"), 1.2, balanced=True)
        self._unit.set_look(appearance.interface_face(14, chrome=False), color("soft_ink"))
        self._reading.set_look(appearance.reading_face(19, weight=600), color("ink"), 1.3)
        self._body.set_appearance(appearance)
        self._key.set_appearance(appearance)
        self.chart.set_appearance(appearance)
        self.sheet.set_appearance(appearance)
        self.note.set_appearance(appearance)
        self.back.set_appearance(appearance)
        self._place_note()
        if self._table is not None and self._table.figures:
            self.chart.choose(self._table.figures[0])

    def _place_note(self) -> None:
        self.note.setFixedHeight(min(self.note.wish, round(self.height() * MOST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the chart keeps most of the room."""
        super().resizeEvent(event)
        self._place_note()

    @Slot(QWidget)
    def _on_reached(self, row: QWidget) -> None:
        self._scroll.ensureWidgetVisible(row, 0, 8)

    @Slot(Figure)
    def _on_shown(self, figure: Figure) -> None:
        self.note.show_figure(figure)
        self.chart.choose(figure)
