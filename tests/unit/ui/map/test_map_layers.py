"""The layers of a map: a fault is told once, far views keep quiet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from historydesk.domain.projection import forward
from historydesk.errors import ResourceError
from historydesk.ui.map import base_map as reader
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import around, home_camera
from historydesk.ui.map.map_view import MapView
from historydesk.ui.theme import load_theme


@pytest.fixture
def damaged(base_map_file: Path, tmp_path: Path) -> BaseMap:
    data = bytearray(base_map_file.read_bytes())
    start = len(reader.MAGIC) + 4 + int.from_bytes(data[len(reader.MAGIC) : len(reader.MAGIC) + 4])
    data[start:] = bytes(len(data) - start)
    broken = tmp_path / "broken.bin"
    broken.write_bytes(bytes(data))
    return BaseMap.load(broken)


def test_a_damaged_layer_is_told_once(qtbot: QtBot, damaged: BaseMap) -> None:
    view = MapView()
    qtbot.addWidget(view)
    told: list[object] = []
    view.faulted.connect(told.append)
    view.resize(300, 200)
    view.set_base_map(damaged)
    view.show()
    view.look(home_camera())
    with qtbot.waitSignal(view.faulted):
        view.viewport().repaint()
    view.look(around(0.0, 0.0, 900.0))
    view.viewport().repaint()
    qtbot.wait(1)
    assert len(told) == 1
    assert isinstance(told[0], ResourceError)
    assert "damaged" in told[0].summary


def test_a_map_without_fault_tells_of_none(qtbot: QtBot, base: BaseMap) -> None:
    view = MapView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.set_base_map(base)
    view.show()
    with qtbot.assertNotEmitted(view.faulted, wait=30):
        view.look(home_camera())
        view.viewport().repaint()


@pytest.fixture
def painter(base: BaseMap) -> BasePainter:
    made = BasePainter()
    made.set_theme(load_theme("paper"))
    made.set_base_map(base)
    made.era = 1929
    return made


def test_autonomies_show_near_only(painter: BasePainter) -> None:
    assert "autonomy_soft" not in painter.kinds_in(home_camera(), 800, 600)
    at = forward(60.0, 48.0)
    assert at is not None
    assert "autonomy_soft" in painter.kinds_in(around(at[0], -at[1], 3000.0), 800, 600)


def test_kinds_in_a_view_are_those_of_the_view(painter: BasePainter) -> None:
    at = forward(-38.0, 40.0)
    assert at is not None
    assert painter.kinds_in(around(at[0], -at[1], 600.0), 800, 600) == set()


def test_without_a_map_the_picture_is_sea(qtbot: QtBot) -> None:
    painter = BasePainter()
    painter.set_theme(load_theme("paper"))
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(painter.sea)
    drawing = QPainter(image)
    painter.paint(drawing, home_camera(), 40, 30, fine=True)
    drawing.end()
    assert image.pixelColor(20, 15) == painter.sea
    assert painter.kinds_in(home_camera(), 40, 30) == set()
