"""One era fades into another while the map stands still, and at once when it moves or motion is unwanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import MapPlace
from historydesk.domain.projection import forward
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import Camera, around
from historydesk.ui.map.era_fade import EraFade
from historydesk.ui.map.map_view import MapView
from historydesk.ui.theme import default_appearance, load_theme

SIZE = (300, 200)


def over_poland() -> Camera:
    at = forward(20.0, 52.0)
    assert at is not None
    return around(at[0], -at[1], 1800.0)


def picture(painter: BasePainter, camera: Camera) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(painter.sea)
    drawing = QPainter(image)
    painter.paint(drawing, camera, *SIZE, fine=True)
    drawing.end()
    return image


@pytest.fixture
def painter(base: BaseMap) -> BasePainter:
    made = BasePainter()
    made.set_theme(load_theme("paper"))
    made.set_base_map(base)
    made.era = 1900
    return made


def test_a_fade_begins_as_the_old_era_and_ends_as_the_new_one(painter: BasePainter) -> None:
    camera = over_poland()
    old = picture(painter, camera)
    painter.begin_fade(1929, camera, *SIZE, 1.0)
    assert painter.era == 1929
    assert picture(painter, camera) == old
    painter.set_fade(0.5)
    middle = picture(painter, camera)
    painter.set_fade(1.0)
    new = picture(painter, camera)
    assert old != middle != new != old


def test_warsaw_is_half_red_in_the_middle_of_the_fade(painter: BasePainter) -> None:
    camera = over_poland()

    def red() -> int:
        color = picture(painter, camera).pixelColor(*_pixel(camera, 21.0, 52.5))
        return color.red() - color.blue()

    before = red()
    painter.begin_fade(1929, camera, *SIZE, 1.0)
    painter.set_fade(0.5)
    middle = red()
    painter.set_fade(1.0)
    assert before > middle > red()


def _pixel(camera: Camera, lon: float, lat: float) -> tuple[int, int]:
    at = forward(lon, lat)
    assert at is not None
    x, y = camera.to_view(at[0], -at[1], *SIZE)
    return round(x), round(y)


def test_another_view_ends_a_fade(painter: BasePainter) -> None:
    camera = over_poland()
    painter.begin_fade(1929, camera, *SIZE, 1.0)
    elsewhere = replace(camera, x=camera.x + 100)
    moved = picture(painter, elsewhere)
    painter.end_fade()
    assert picture(painter, elsewhere) == moved


def test_a_fade_runs_to_its_end(qtbot: QtBot, painter: BasePainter) -> None:
    fade = EraFade(painter, None)
    steps = []
    fade.stepped.connect(lambda: steps.append(fade.share()))
    fade.fade(1929, over_poland(), *SIZE, 1.0)
    assert fade.is_running()
    qtbot.waitUntil(lambda: not fade.is_running())
    assert steps == sorted(steps)
    assert fade.share() == 1.0


@pytest.fixture
def shown(qtbot: QtBot, base: BaseMap, places: Sequence[MapPlace]) -> MapView:
    view = MapView()
    qtbot.addWidget(view)
    view.set_base_map(base)
    view.set_places(places, 1900)
    view.resize(*SIZE)
    view.show()
    view.look(over_poland())
    return view


def test_a_map_at_rest_fades_to_another_era(qtbot: QtBot, shown: MapView) -> None:
    shown.set_year(1929)
    assert not shown.is_idle()
    qtbot.waitUntil(shown.is_idle)


def test_a_map_that_begins_to_move_shows_the_new_era_at_once(shown: MapView) -> None:
    shown.set_year(1929)
    shown.fly_to(replace(over_poland(), width_km=900.0))
    shown.look(over_poland())
    shown.set_appearance(replace(default_appearance(), reduced_motion=True))
    after = shown.grab().toImage()
    shown.set_year(1900)
    shown.set_year(1929)
    assert shown.grab().toImage() == after


def test_without_motion_an_era_jumps(shown: MapView) -> None:
    shown.set_appearance(replace(default_appearance(), reduced_motion=True))
    before = shown.grab().toImage()
    shown.set_year(1929)
    assert shown.is_idle()
    assert shown.grab().toImage() != before
