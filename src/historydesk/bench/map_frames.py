"""The frames of a flight over the map: how long one repaint takes, without a screen.

Run as ``python -m historydesk.bench.map_frames``.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from time import perf_counter

from historydesk import paths
from historydesk.bench.measure import Figure, percentile

SIZE = (1920, 1080)
FRAMES = 34
"""Frames of each leg of the flight."""

SEEN = ((37.62, 55.75), (44.11, 41.98), (87.96, 65.8), (-99.16, 19.35))
"""Moscow, Gori, Turukhansk, Coyoacán as lon, lat."""


def measure() -> list[Figure]:
    """Fly Moscow → Gori → Siberia → the world → Mexico, once cold and once warm; repaint times in ms."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from historydesk.domain.entities import MapPlace
    from historydesk.domain.projection import forward
    from historydesk.ui.map.base_map import BaseMap
    from historydesk.ui.map.camera import around, home_camera
    from historydesk.ui.map.flight import Flight
    from historydesk.ui.map.map_view import MapView
    from historydesk.ui.theme.fonts import register_fonts

    application = QApplication.instance() or QApplication([])
    register_fonts()
    at = [forward(lon, lat) or (0.0, 0.0) for lon, lat in SEEN]
    places = tuple(
        MapPlace(f"p{number}", f"Place {number}", "", lon, lat, x, y, 1)
        for number, ((lon, lat), (x, y)) in enumerate(zip(SEEN, at, strict=True))
    )
    (mx, my), (gx, gy), (sx, sy), (cx, cy) = at
    stops = (
        around(mx, -my, 1500),
        around(gx, -gy, 500),
        around(sx, -sy, 4500),
        home_camera(),
        around(cx, -cy, 900),
    )
    base = BaseMap.load(paths.base_map())
    view = MapView()
    view.set_base_map(base)
    view.set_places(places, 1929)
    view.resize(*SIZE)
    view.show()
    view.look(stops[0])
    application.processEvents()
    runs = []
    for _ in range(2):
        times = []
        for start, end in pairwise(stops):
            flight = Flight(start, end)
            view.look(start)
            view.begin_motion(end)
            application.processEvents()
            for frame in range(1, FRAMES):
                began = perf_counter()
                view.show_frame(flight.at(frame / FRAMES))
                view.viewport().repaint()
                times.append((perf_counter() - began) * 1000)
        runs.append(percentile(times, 0.95))
    view.close()
    view.deleteLater()
    return [
        Figure("map first flight, p95 frame", runs[0], 0.0, 16.0, "ms", absolute=True),
        Figure("map flight, warm, p95 frame", runs[1], 0.0, 8.0, "ms", absolute=True),
    ]


def main() -> int:
    """Print the figures; 1 when a goal is not held."""
    figures = measure()
    for figure in figures:
        print(figure)
    return 0 if all(figure.held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
