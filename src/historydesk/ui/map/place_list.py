"""Places as a list that can be filtered."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from historydesk.domain.entities import MapPlace
from historydesk.domain.spelling import fold

PLACE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


def _letters(name: str) -> str:
    """A name in the order of the alphabet: small letters without accents, not the folded spelling (Y is no I)."""
    return "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))


class PlaceList(QAbstractListModel):
    """Places by name, those that fit the filter; owned by the atlas."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[MapPlace, ...] = ()
        self._words: dict[str, str] = {}
        self._shown: list[MapPlace] = []
        self._names: dict[str, str] = {}
        self._filter = ""
        self.row_height = 44

    def set_places(self, places: Sequence[MapPlace], names: dict[str, str]) -> None:
        """Places and what they are called in the year shown."""
        self._places = tuple(places)
        self._names = names
        self._words = {
            place.id: fold(" ".join((place.name, place.name_today, *(name for _, name in place.names))))
            for place in self._places
        }
        self._refill()

    def set_filter(self, text: str) -> None:
        """Keep the places one of whose names holds these letters, however spelt."""
        self._filter = fold(text)
        self._refill()

    def _refill(self) -> None:
        self.beginResetModel()
        wanted = self._filter
        self._shown = sorted(
            (p for p in self._places if wanted in self._words[p.id]), key=lambda p: _letters(self.name_of(p))
        )
        self.endResetModel()

    def name_of(self, place: MapPlace) -> str:
        """The name shown for a place."""
        return self._names.get(place.id, place.name)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many places fit."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Name, today's name, id."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        place = self._shown[index.row()]
        name = self.name_of(place)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return place.name_today if place.name_today != name else None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(80, self.row_height)
        if role == PLACE_ROLE:
            return place.id
        return None

    def row_of(self, place_id: str) -> int:
        """The row of a place or −1."""
        return next((row for row, place in enumerate(self._shown) if place.id == place_id), -1)
