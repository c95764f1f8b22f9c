"""The compiled base map: lazy layers, eras, windows, and one sentence when it is missing or broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from historydesk.domain.projection import forward
from historydesk.errors import ResourceError
from historydesk.packs import base_map as maker
from historydesk.ui.map import base_map as reader
from historydesk.ui.map.base_map import COARSE, DETAIL, FULL, BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import home_camera
from historydesk.ui.theme import load_theme


def test_a_missing_file_says_so_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError) as caught:
        BaseMap.load(tmp_path / "none.bin")
    assert caught.value.summary == "The map’s file is missing."


@pytest.mark.parametrize("keep", [0, 6, 20, 5_000, 500_000])
def test_a_file_cut_short_is_damaged(base_map_file: Path, tmp_path: Path, keep: int) -> None:
    broken = tmp_path / "broken.bin"
    broken.write_bytes(base_map_file.read_bytes()[:keep])
    with pytest.raises(ResourceError, match="damaged"):
        BaseMap.load(broken)


def test_a_damaged_layer_is_found_when_it_is_unpacked(base_map_file: Path, tmp_path: Path) -> None:
    data = bytearray(base_map_file.read_bytes())
    data[-200_000:] = bytes(200_000)
    broken = tmp_path / "broken.bin"
    broken.write_bytes(bytes(data))
    base = BaseMap.load(broken)
    with pytest.raises(ResourceError, match="damaged"):
        for window in ("caucasus", "yenisei"):
            for kind in ("land", "coast", "lake"):
                base.chunks(kind, DETAIL, 1929, window)


def test_only_what_is_seen_is_unpacked(base_map_file: Path) -> None:
    base = BaseMap.load(base_map_file)
    at = forward(44.8, 41.7)
    assert at is not None
    view = QRectF(at[0] - 300, -at[1] - 300, 600, 600)
    seen = [path for part in base.chunks("coast", FULL, 1929, visible=view) for _, path in part]
    little = base.unpacked_bytes()
    everything = [(box, path) for part in base.chunks("coast", FULL, 1929) for box, path in part]
    assert 0 < little < base.unpacked_bytes() / 4
    assert 0 < len(seen) < len(everything) / 4
    assert {path.elementCount() for box, path in everything if box.intersects(view)} <= {
        path.elementCount() for path in seen
    }


def test_nothing_of_a_layer_is_lost_between_its_parts(base: BaseMap) -> None:
    for kind, level, window in (("land", COARSE, ""), ("river", FULL, ""), ("coast", DETAIL, "caucasus")):
        for part in base.chunks(kind, level, 1929, window):
            for box, _ in part:
                around = box.adjusted(-0.01, -0.01, 0.01, 0.01)
                found = base.chunks(kind, level, 1929, window, around)
                assert any(box == other for each in found for other, _ in each)


def test_a_part_that_claims_more_than_the_file_holds_is_damage(base_map_file: Path, tmp_path: Path) -> None:
    data = bytearray(base_map_file.read_bytes())
    start = len(reader.MAGIC) + 4 + int.from_bytes(data[len(reader.MAGIC) : len(reader.MAGIC) + 4])
    data[start : start + 4] = b"\xff\xff\xff\xff"
    broken = tmp_path / "broken.bin"
    broken.write_bytes(bytes(data))
    with pytest.raises(ResourceError, match="damaged"):
        BaseMap.load(broken).chunks("land", COARSE, 1929)


def test_every_era_has_land_and_all_but_today_have_a_state(base: BaseMap) -> None:
    for era in base.eras:
        for level in range(DETAIL):
            assert base.chunks("land", level, era)
            assert bool(base.chunks("state", level, era)) == (era != base.eras[-1])


def test_a_year_finds_its_era(base: BaseMap) -> None:
    eras = [base.era_of(year) for year in (1878, 1905, 1922, 1929, 1937, 1953, 2020)]
    assert eras == [1900, 1900, 1924, 1929, 1936, 1936, 2025]


def test_a_reservoir_is_hidden_before_it_was_filled(base: BaseMap) -> None:
    def lakes(era: int) -> int:
        return sum(len(layer) for layer in base.chunks("lake", 3, era))

    assert lakes(1900) < lakes(2025)


def test_a_window_is_used_only_when_it_holds_the_whole_view(base: BaseMap) -> None:
    at = forward(44.8, 41.7)
    assert at is not None
    x, y = at[0], -at[1]

    def view(half: float) -> list[tuple[float, float]]:
        return [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]

    assert base.window_at(view(50)) == "caucasus"
    assert base.window_at(view(600)) == ""
    assert base.window_at([]) == ""


def test_a_damaged_layer_leaves_sea_and_places(base_map_file: Path, tmp_path: Path) -> None:
    data = bytearray(base_map_file.read_bytes())
    start = len(reader.MAGIC) + 4 + int.from_bytes(data[len(reader.MAGIC) : len(reader.MAGIC) + 4])
    data[start:] = bytes(len(data) - start)
    broken = tmp_path / "broken.bin"
    broken.write_bytes(bytes(data))
    painter = BasePainter()
    painter.set_theme(load_theme("paper"))
    painter.set_base_map(BaseMap.load(broken))
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(painter.sea)
    drawing = QPainter(image)
    painter.paint(drawing, home_camera(), 80, 60, fine=True)
    drawing.end()
    assert painter.fault is not None
    assert image.pixelColor(40, 30) == painter.sea


def test_maker_and_reader_speak_of_the_same_file() -> None:
    assert (maker.MAGIC, maker.DETAIL) == (reader.MAGIC, DETAIL)
