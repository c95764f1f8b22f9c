"""The table view of a chart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView, QWidget

from historydesk.domain.evidence import FigureTable
from historydesk.ui.evidence.figure_rows_model import FigureRowsModel
from historydesk.ui.theme import Appearance, default_appearance

WIDTHS = (122, 54, 112, 84, 166, 164, 104)
"""Pixels of each column at 100 %, at the least."""

WIDE = (4, 5, 6)
"""The columns with the longest words, which get what is left."""


class FigureSheet(QTableView):
    """The same figures as words, under headers; as high as all its rows. Owned by ``NumbersView``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.figures = FigureRowsModel(self)
        self.setModel(self.figures)
        self.setWordWrap(True)
        self.setShowGrid(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().hide()
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def show_table(self, table: FigureTable) -> None:
        """Show the figures of a table."""
        self.setAccessibleName(table.title)
        self.figures.set_figures(table.figures)
        self._arrange()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.setFont(appearance.interface_face(14, chrome=False))
        self.setStyleSheet(
            f"QTableView {{ gridline-color: {appearance.theme.css('rule')}; }}"
            f"QHeaderView::section {{ font-size: {round(appearance.px(13))}px; font-weight: 600; }}"
        )
        self._arrange()

    def _arrange(self) -> None:
        widths = [round(self._appearance.px(each)) for each in WIDTHS]
        spare = max(0, self.width() - sum(widths) - 4)
        for column, width in enumerate(widths):
            more = spare // len(WIDE) if column in WIDE else 0
            self.setColumnWidth(column, width + more)
        self.resizeRowsToContents()
        for row in range(self.figures.rowCount()):
            self.setRowHeight(row, max(self._appearance.target, self.rowHeight(row) + 10))
        bar = self.horizontalScrollBar().sizeHint().height() if spare == 0 else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + self.verticalHeader().length() + bar + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Longer words get what is left."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
