"""The picture of the home page: places clear of the faded edge, as controls in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import MapPlace
from historydesk.domain.pack import Home, HomePlace, Language
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.home_picture import FADED, HomePicture
from historydesk.ui.map.place_button import PlaceButton


def home_of(places: tuple[MapPlace, ...]) -> Home:
    shown = tuple(HomePlace(p.id, p.name, "1900", p.x, p.y) for p in places)
    return Home("T", "1878", "L", 1, 1, (Language("en", "English"),), shown, "a")


@pytest.mark.parametrize(("width", "height"), [(920, 690), (1420, 1000), (500, 600)])
def test_every_place_is_inside_and_clear_of_the_faded_edge(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap, width: int, height: int
) -> None:
    picture = HomePicture(base)
    qtbot.addWidget(picture)
    picture.set_home(home_of(places), 1929)
    picture.resize(width, height)
    camera = picture.camera()
    for place in places:
        x, y = camera.to_view(place.x, -place.y, width, height)
        assert FADED - 1 <= x < width
        assert 0 < y < height


def test_a_place_is_a_control_with_a_name(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    picture = HomePicture()
    qtbot.addWidget(picture)
    picture.resize(920, 690)
    picture.set_home(home_of(places))
    picture.show()
    first = next(b for b in picture.findChildren(PlaceButton) if b.place_id == "gori")
    assert first.accessibleName() == "Gori 1900, place"
    with qtbot.waitSignal(picture.place_requested) as wish:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert wish.args == ["gori"]
    assert not picture.grab().isNull()


def test_it_uses_the_coarse_level_only(
    qtbot: QtBot, places: tuple[MapPlace, ...], base_map_file: object
) -> None:
    base = BaseMap.load(base_map_file)  # type: ignore[arg-type]
    picture = HomePicture(base)
    qtbot.addWidget(picture)
    picture.resize(920, 690)
    picture.set_home(home_of(places))
    picture.grab()
    assert base.unpacked_levels() == {0}
