"""Names of countries and republics: those of the year, inside their areas, apart from words and from one another."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from historydesk.domain.projection import forward
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import Camera, around
from historydesk.ui.map.label_layout import overlap
from historydesk.ui.map.room import Room
from historydesk.ui.map.unit_labels import UnitLabels
from historydesk.ui.map.unit_names import NAMES

ROOM = Room(1366, 700, QRect(0, 0, 1366, 700))


def over(lon: float, lat: float, width_km: float) -> Camera:
    at = forward(lon, lat)
    assert at is not None
    return around(at[0], -at[1], width_km)


EUROPE, ASIA, CAUCASUS = over(28, 53, 4200), over(64, 41.5, 2600), over(44.5, 41.8, 900)


@pytest.fixture
def labels(qtbot: QtBot, base: BaseMap) -> UnitLabels:
    made = UnitLabels()
    made.set_base_map(base)
    return made


def named(labels: UnitLabels, era: int, camera: Camera) -> set[str]:
    labels.rest(era, camera, ROOM, [])
    return {each.unit.name for each in labels.placed()}


def test_every_name_of_the_map_can_be_translated(base: BaseMap) -> None:
    units = [unit for era in base.eras for unit in base.units(era)]
    assert {unit.name for unit in units} | {unit.note for unit in units if unit.note} == NAMES


def test_names_are_those_of_the_era(labels: UnitLabels) -> None:
    assert {"Russian Empire", "Austria-Hungary", "German Empire"} <= named(labels, 1900, EUROPE)
    assert {"Poland", "Ukrainian SSR", "Germany"} <= named(labels, 1929, EUROPE)
    assert {"Poland", "Ukraine", "Belarus"} <= named(labels, 2025, EUROPE)


def test_the_union_is_named_in_wide_views_and_its_republics_in_near_ones(labels: UnitLabels) -> None:
    wide, near = named(labels, 1929, over(75, 58, 8200)), named(labels, 1929, over(75, 58, 3000))
    assert "Soviet Union" in wide and "Russian SFSR" not in wide
    assert "Ukrainian SSR" in wide
    assert "Russian SFSR" in near and "Soviet Union" not in near


def test_central_asia_is_divided_as_in_the_era(labels: UnitLabels) -> None:
    assert {"Bukhara", "Khiva"} <= named(labels, 1900, ASIA)
    assert {"Turkmen SSR", "Uzbek SSR", "Karakalpak AO"} <= named(labels, 1929, ASIA)
    assert {"Kazakh SSR", "Kirghiz SSR", "Karakalpak ASSR"} <= named(labels, 1936, ASIA)


def test_the_republics_of_the_caucasus_are_named_before_and_after_they_joined_the_union(
    labels: UnitLabels,
) -> None:
    three = {"Georgian SSR", "Armenian SSR", "Azerbaijan SSR"}
    assert three <= named(labels, 1924, CAUCASUS)
    assert three <= named(labels, 1936, CAUCASUS)
    assert not three & named(labels, 1900, CAUCASUS)


def test_names_stand_inside_their_units_and_apart_in_many_views(labels: UnitLabels, base: BaseMap) -> None:
    chance = random.Random(1929)
    seen = 0
    for _ in range(60):
        camera = over(chance.uniform(-10, 110), chance.uniform(30, 70), 10 ** chance.uniform(2.3, 4.2))
        labels.rest(chance.choice(base.eras), camera, ROOM, [])
        boxes = [each.box(camera, ROOM.width, ROOM.height) for each in labels.placed()]
        seen += len(boxes)
        for number, box in enumerate(boxes):
            assert box[0] >= 0 and box[1] >= 0 and box[2] <= ROOM.width and box[3] <= ROOM.height
            assert not any(overlap(box, other) for other in boxes[:number])
        for each in labels.placed():
            assert each.unit.outline.contains(QPointF(each.x, each.y))
    assert seen > 100


def test_names_give_way_to_words(labels: UnitLabels) -> None:
    labels.rest(1929, EUROPE, ROOM, [])
    before = next(each for each in labels.placed() if each.unit.name == "Poland")
    taken = before.box(EUROPE, ROOM.width, ROOM.height)
    labels.rest(1929, EUROPE, ROOM, [taken])
    boxes = [each.box(EUROPE, ROOM.width, ROOM.height) for each in labels.placed()]
    assert not any(overlap(box, taken) for box in boxes)


def test_a_near_view_names_no_country(labels: UnitLabels) -> None:
    assert named(labels, 1929, over(44.1, 41.98, 60)) == set()


def test_names_are_drawn_where_they_stand_and_not_in_a_view_far_from_it(labels: UnitLabels) -> None:
    def marked(camera: Camera) -> bool:
        image = QImage(ROOM.width, ROOM.height, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        labels.paint(painter, camera, ROOM)
        painter.end()
        return any(bytes(image.constBits()))

    labels.rest(1929, EUROPE, ROOM, [])
    assert marked(EUROPE)
    assert not marked(over(28, 53, 12_000))
    assert not marked(EUROPE), "names that went come back at rest only"
    labels.rest(1929, EUROPE, ROOM, [])
    assert marked(EUROPE)
