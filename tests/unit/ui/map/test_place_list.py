"""The list of places is in the order of the alphabet and found by any spelling."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from historydesk.domain.entities import MapPlace
from historydesk.ui.map.place_list import PlaceList


def _places(*names: str) -> tuple[MapPlace, ...]:
    return tuple(MapPlace(name.lower(), name, name, 0.0, 0.0, 0.0, 0.0) for name in names)


def _shown(model: PlaceList) -> list[object]:
    return [model.data(model.index(row), int(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    model = PlaceList()
    QAbstractItemModelTester(model)
    model.set_places(_places("Yaroslavl", "Kraków", "House", "Joseph Museum", "Kharkiv"), {})
    assert _shown(model) == ["House", "Joseph Museum", "Kharkiv", "Kraków", "Yaroslavl"]


def test_a_place_is_found_by_another_spelling() -> None:
    model = PlaceList()
    model.set_places(_places("Kraków", "Kharkiv"), {})
    model.set_filter("krakow")
    assert _shown(model) == ["Kraków"]
