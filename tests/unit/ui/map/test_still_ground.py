"""A picture of the ground is kept while its view is the same, and drawn anew when it is not."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from historydesk.domain.entities import MapPlace
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.still_ground import StillGround
from historydesk.ui.theme import default_appearance
from historydesk.ui.theme.appearance import Appearance

SEA, LAND = QColor("#112233"), QColor("#445566")


def painted(
    ground: StillGround, view: object, drawn: list[object], size: tuple[int, int] = (40, 20)
) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)

    def draw(painter: QPainter) -> None:
        drawn.append(view)
        painter.fillRect(0, 0, 10, 20, LAND)

    with QPainter(image) as painter:
        ground.paint(painter, view, size, SEA, draw)
    return image


def test_a_view_is_drawn_once(qtbot: QtBot) -> None:
    ground, drawn = StillGround(), list[object]()
    first = painted(ground, "a", drawn)
    assert painted(ground, "a", drawn) == first
    assert drawn == ["a"]
    assert first.pixelColor(5, 5) == LAND
    assert first.pixelColor(30, 5) == SEA


def test_another_view_or_size_is_drawn_anew(qtbot: QtBot) -> None:
    ground, drawn = StillGround(), list[object]()
    painted(ground, "a", drawn)
    painted(ground, "b", drawn)
    painted(ground, "b", drawn, (80, 20))
    assert drawn == ["a", "b", "b"]


def test_a_map_that_keeps_its_ground_looks_the_same(
    qtbot: QtBot, places: tuple[MapPlace, ...], base: BaseMap
) -> None:
    view = MapView()
    qtbot.addWidget(view)
    view.set_appearance(Appearance(default_appearance().theme, reduced_motion=True))
    view.resize(400, 300)
    view.set_base_map(base)
    view.set_places(places, 1929)
    view.show()
    view.look(view.camera_on(("gori", "moscow")))
    loose = view.grab().toImage()
    view.keep_still(True)
    assert view.grab().toImage() == loose
    view.set_year(1900)
    kept = view.grab().toImage()
    assert kept != loose
    view.keep_still(False)
    assert view.grab().toImage() == kept
