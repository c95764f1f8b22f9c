"""Making the base map: same bytes, shared edges gone, no seams, sources that cannot be read."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from historydesk import paths
from historydesk.errors import ResourceError
from historydesk.packs.base_map import build_base_map, main
from historydesk.packs.map_shapes import cut_lines, cut_rings, dissolve, simplify


def square(x: float, y: float, side: float = 1.0) -> dict[str, object]:
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    return {"geometry": {"type": "Polygon", "coordinates": [ring]}}


def area(ring: list[tuple[float, float]]) -> float:
    closed = [*ring, ring[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(closed))) / 2


def test_two_builds_give_the_same_bytes_below_three_and_a_half_megabytes(tmp_path: Path) -> None:
    source = paths.resources() / "map"
    build_base_map(source, tmp_path / "a.bin")
    build_base_map(source, tmp_path / "b.bin")
    first = (tmp_path / "a.bin").read_bytes()
    assert first == (tmp_path / "b.bin").read_bytes()
    assert len(first) <= 3_500_000


def test_an_edge_shared_by_two_polygons_falls_away() -> None:
    rings = dissolve([square(0, 0), square(1, 0)])
    assert len(rings) == 1
    assert area(rings[0]) == pytest.approx(2.0)
    assert len(rings[0]) == 7


def test_simplifying_keeps_the_ends_and_leaves_out_what_lies_near() -> None:
    line = [(0.0, 0.0), (50.0, 0.5), (100.0, 40.0), (150.0, 0.5), (200.0, 0.0)]
    assert simplify(line, 5.0) == [(0.0, 0.0), (50.0, 0.5), (100.0, 40.0), (150.0, 0.5), (200.0, 0.0)]
    assert simplify(line, 60.0) == [(0.0, 0.0), (200.0, 0.0)]


def test_a_ring_cut_into_cells_keeps_its_area_but_for_the_overlap() -> None:
    ring = [(-250.0, -250.0), (250.0, -250.0), (250.0, 250.0), (-250.0, 250.0), (-250.0, -250.0)]
    pieces = [piece for cell in cut_rings([ring], 100.0, 0.0) for piece in cell]
    assert sum(area(piece) for piece in pieces) == pytest.approx(250_000.0)
    wider = [piece for cell in cut_rings([ring], 100.0, 5.0) for piece in cell]
    assert sum(area(piece) for piece in wider) > 250_000.0


def test_a_line_cut_into_pieces_has_every_segment_once() -> None:
    line = [(float(i), float(i % 7)) for i in range(500)]
    pieces = [piece for cell in cut_lines([line], 100.0) for piece in cell]
    segments = [pair for piece in pieces for pair in itertools.pairwise(piece)]
    assert sorted(segments) == sorted(itertools.pairwise(line))


def test_a_missing_source_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ResourceError, match=r"land_world\.geojson"):
        build_base_map(tmp_path, tmp_path / "out.bin")
    assert main([str(tmp_path), str(tmp_path / "out.bin")]) == 1
    assert "land_world.geojson" in capsys.readouterr().err
    assert not (tmp_path / "out.bin").exists()
