"""The small map of an item: its places inside, crowded ones under one mark, taps that lead on."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.unit.ui.map.journeys import journey_of

from historydesk.domain.entities import Journey, MapPlace
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.item_map import ItemMap
from historydesk.ui.map.place_button import ClusterButton, MarkButton, PlaceButton
from historydesk.ui.theme import THEMES, default_appearance, load_theme


@pytest.fixture
def picture(qtbot: QtBot, base: BaseMap) -> ItemMap:
    made = ItemMap(base)
    qtbot.addWidget(made)
    made.resize(300, made.heightForWidth(300))
    return made


def test_every_place_lies_inside(picture: ItemMap, places: tuple[MapPlace, ...]) -> None:
    picture.set_places(places)
    for mark in picture.marks():
        assert 0 < mark.x < picture.width()
        assert 0 < mark.y < picture.height()
    assert sum(len(mark.places) for mark in picture.marks()) == len(places)


def test_places_too_near_to_tell_apart_share_a_mark(picture: ItemMap, places: tuple[MapPlace, ...]) -> None:
    first = places[0]
    twin = replace(first, id="twin", name="Twin", x=first.x + 0.1)
    picture.set_places((first, twin, *places[1:]))
    marks = picture.marks()
    assert [each.id for each in marks[0].places][:2] == [first.id, "twin"]
    spots = [(mark.x, mark.y) for mark in marks]
    apart = [hypot(a[0] - b[0], a[1] - b[1]) for n, a in enumerate(spots) for b in spots[n + 1 :]]
    assert all(each > 20 for each in apart)


def test_a_tap_on_a_place_leads_to_it_and_on_several_to_the_large_map(
    qtbot: QtBot, picture: ItemMap, places: tuple[MapPlace, ...]
) -> None:
    first = places[0]
    picture.set_places((first, replace(first, id="twin", name="Twin", x=first.x + 0.1)))
    (several,) = picture.findChildren(ClusterButton)
    assert "Twin" in several.accessibleName()
    with qtbot.waitSignal(picture.map_requested) as asked:
        qtbot.mouseClick(several, Qt.MouseButton.LeftButton)
    assert asked.args == [first.id]
    picture.set_places((first,))
    (single,) = [each for each in picture.findChildren(PlaceButton) if not each.isHidden()]
    with qtbot.waitSignal(picture.place_requested) as led:
        qtbot.mouseClick(single, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert led.args == [first.id]


def test_its_marks_are_not_for_the_keyboard_which_has_the_list(
    picture: ItemMap, places: tuple[MapPlace, ...]
) -> None:
    picture.set_places(places)
    assert all(each.focusPolicy() == Qt.FocusPolicy.NoFocus for each in picture.findChildren(MarkButton))


def test_a_journey_is_seen_whole(picture: ItemMap, places: tuple[MapPlace, ...]) -> None:
    travelled: Journey = journey_of(places)
    before = picture.camera()
    picture.set_places(places[:1], 1917, travelled)
    assert picture.camera() != before
    camera = picture.camera()
    for leg in travelled.legs:
        for way in leg.ways:
            for x, y in way.points:
                px, py = camera.to_view(x, -y, picture.width(), picture.height())
                assert 0 <= px <= picture.width()
                assert 0 <= py <= picture.height()


@pytest.mark.parametrize("name", THEMES)
def test_it_is_drawn_in_the_colours_of_its_theme(
    picture: ItemMap, places: tuple[MapPlace, ...], name: str
) -> None:
    theme = load_theme(name)
    picture.set_appearance(replace(default_appearance(), theme=theme))
    picture.set_places(places)
    image = picture.grab().toImage()
    shades = {image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, image.height(), 3)}
    assert theme.color("land").name() in shades or theme.color("state").name() in shades
    assert theme.color("red").name() in shades


def test_without_a_base_map_the_places_still_stand(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    picture = ItemMap()
    qtbot.addWidget(picture)
    picture.resize(300, 210)
    picture.set_places(places)
    assert picture.grab().toImage().pixelColor(150, 100).isValid()
    assert picture.findChildren(MarkButton)


def test_nothing_to_show_is_no_fault(picture: ItemMap) -> None:
    picture.set_places(())
    assert picture.marks() == ()
    assert not picture.grab().isNull()
