"""Search results as a list: headings and hits."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from historydesk.domain.search import GROUPS, Group, Hit, Results

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The ``Hit`` of a row; ``None`` for a heading."""

HEADING_ROLE = Qt.ItemDataRole.UserRole + 2
"""The words of a heading; ``None`` for a hit."""


class ResultsModel(QAbstractListModel):
    """Hits in group order, each group below its heading; owned by ``SearchPanel``.

    Headings are disabled rows, so that no key and no tap can choose one.
    """

    def __init__(self, headings: dict[Group, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: list[str | Hit] = []
        self._query = ""

    @property
    def query(self) -> str:
        """What the rows answer."""
        return self._query

    def set_results(self, results: Results) -> None:
        """Show these hits."""
        rows: list[str | Hit] = []
        for group in GROUPS:
            hits = [hit for hit in results.hits if hit.group == group]
            if hits:
                rows.append(self._headings[group])
                rows.extend(hits)
        self.beginResetModel()
        self._rows, self._query = rows, results.query
        self.endResetModel()

    def set_headings(self, headings: dict[Group, str]) -> None:
        """Words of the headings from the next results on."""
        self._headings = headings

    def hit_count(self) -> int:
        """How many rows can be chosen."""
        return sum(isinstance(row, Hit) for row in self._rows)

    def next_hit(self, row: int, step: int) -> int:
        """The nearest hit after ``row`` in direction ``step``, around the ends; -1 without hits."""
        count = len(self._rows)
        for offset in range(1, count + 1):
            candidate = (row + step * offset) % count
            if isinstance(self._rows[candidate], Hit):
                return candidate
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Headings and hits."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Only hits can be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], Hit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Title or heading; the hit itself; words for assistive technology."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, HEADING_ROLE)
            return row if role in words else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == HIT_ROLE:
            return row
        spoken = f"{self._headings[row.group]}: {row.title}. {row.snippet}".strip()
        return spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
