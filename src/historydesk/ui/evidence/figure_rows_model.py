"""The figures of a chart as a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from historydesk.domain.evidence import Figure

Index = QModelIndex | QPersistentModelIndex


class FigureRowsModel(QAbstractTableModel):
    """A row for each figure, a column for each thing said of it; owned by ``FigureSheet``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._heads = (
            self.tr("Author"),
            self.tr("Year"),
            self.tr("Figure"),
            self.tr("Kind"),
            self.tr("What is counted"),
            self.tr("Note"),
            self.tr("Confidence"),
        )

    def set_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these figures."""
        self.beginResetModel()
        self._figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Figures."""
        return 0 if parent.isValid() else len(self._figures)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What is said of each."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        figure = self._figures[index.row()]
        kind = self.tr("recorded") if figure.recorded else self.tr("estimated")
        cells = (
            figure.author,
            figure.year,
            figure.label,
            kind,
            figure.counts,
            figure.note,
            figure.confidence,
        )
        return cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns, the numbers of the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads[section] if orientation == Qt.Orientation.Horizontal else section + 1
