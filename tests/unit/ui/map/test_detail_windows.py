"""Detail windows: one is drawn only where it fills the whole view, so that its edge is never seen."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from historydesk.domain import projection
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import around

SIZES = ((1366, 700), (1920, 1010), (430, 634))
GRID = 16


def test_in_any_view_a_window_in_use_reaches_over_the_whole_of_it(base: BaseMap) -> None:
    random = Random(1924)
    used: set[str] = set()
    for _ in range(2_000):
        west, south, east, north = random.choice(list(base._windows.values()))
        at = projection.forward(random.uniform(west, east), random.uniform(south, north))
        assert at is not None
        width, height = random.choice(SIZES)
        camera = around(at[0], -at[1], random.uniform(4.0, 1.2 * width))
        if random.random() < 0.5:
            camera = replace(camera, turn=random.uniform(-180, 180))
        name = base.window_at(BasePainter._corners(camera, width, height))
        if not name:
            continue
        used.add(name)
        west, south, east, north = base._windows[name]
        for i in range(GRID + 1):
            for j in range(GRID + 1):
                x, y = camera.to_plane(width * i / GRID, height * j / GRID, width, height)
                lon, lat = projection.inverse(x, -y)
                assert west <= lon <= east
                assert south <= lat <= north
    assert used == set(base._windows)
