"""A chart of published figures: an axis, and a row for each figure."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from historydesk.domain.evidence import Figure, FigureTable
from historydesk.ui.evidence.figure_row import FigureRow, edge
from historydesk.ui.evidence.figure_scale import FigureScale, number_words, scale_of
from historydesk.ui.theme import Appearance, default_appearance


class FigureChart(QWidget):
    """Every figure of a table on one scale from nought; owned by ``NumbersView``. Nothing is ever added up."""

    figure_shown = Signal(Figure)
    row_reached = Signal(QWidget)
    """The keyboard came to a row by an arrow key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._table: FigureTable | None = None
        self._scale = FigureScale(1, 1)
        self._rows: list[FigureRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def rows(self) -> tuple[FigureRow, ...]:
        """The rows, from above."""
        return tuple(self._rows)

    def show_table(self, table: FigureTable) -> None:
        """Draw the figures of a table."""
        self._table = table
        self._scale = scale_of(table.figures)
        self._fill()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._fill()

    def choose(self, figure: Figure | None) -> None:
        """Mark the figure told of."""
        for row in self._rows:
            row.set_chosen(row.figure is figure)

    def _fill(self) -> None:
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        if self._table is None:
            return
        self.setAccessibleName(self._table.title)
        self._column.setContentsMargins(0, self._head(), 0, 0)
        tells = len({figure.counts for figure in self._table.figures}) > 1
        for number, figure in enumerate(self._table.figures):
            row = FigureRow(figure, self._scale, self._appearance, self, tells=tells)
            row.shown.connect(partial(self.figure_shown.emit, figure))
            row.moved.connect(partial(self._on_moved, number))
            self._column.addWidget(row)
            row.show()
            self._rows.append(row)
        self.update()

    def _head(self) -> int:
        """Height of the axis' numbers."""
        return round(QFontMetricsF(self._appearance.interface_face(13, chrome=False)).height() + 10)

    def _on_moved(self, number: int, way: int) -> None:
        there = number + way
        if 0 <= there < len(self._rows):
            self._rows[there].setFocus(Qt.FocusReason.OtherFocusReason)
            self.row_reached.emit(self._rows[there])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers of the axis, and thin lines down from them."""
        painter = QPainter(self)
        color = self._appearance.theme.color
        face = self._appearance.interface_face(13, chrome=False)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        head, pad = self._head(), edge(self._appearance)
        room = self.width() - 2 * pad
        free = -1.0
        for tick in self._scale.ticks():
            x = pad + self._scale.share(tick) * room
            # Dots, for names are written across them.
            painter.setPen(QPen(color("rule"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, head - 3), QPointF(x, self.height()))
            words = number_words(tick)
            wide = metrics.horizontalAdvance(words)
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            if left > free:
                painter.setPen(color("soft_ink"))
                box = QRectF(left, 0, wide + 1, head - 5)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
                free = left + wide + 8
