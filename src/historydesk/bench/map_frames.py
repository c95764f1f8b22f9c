"""The frames of the map: how long one repaint takes, without a screen.

Run as ``python -m historydesk.bench.map_frames``.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from historydesk import paths
from historydesk.bench.measure import Figure, percentile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from historydesk.ui.map.base_map import BaseMap
    from historydesk.ui.map.camera import Camera
    from historydesk.ui.map.map_camera import MapCamera
    from historydesk.ui.map.map_view import MapView

SIZE = (1920, 1080)
FRAMES = 34
"""Frames of each leg of the flight, of each drag and of a pinch."""

SEEN = ((37.62, 55.75), (44.11, 41.98), (87.96, 65.8), (-99.16, 19.35))
"""Moscow, Gori, Turukhansk, Coyoacán as lon, lat."""

PLACES = 50
"""The four, and others around them."""

MIB = 1024 * 1024
GOAL, WARM_GOAL, CACHE_GOAL = 16.0, 8.0, 64.0


def measure() -> list[Figure]:
    """Fly world → Moscow → Gori → Siberia → world → Mexico, cold and warm; drag, pinch, rest; times in ms."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from historydesk.ui.map.base_map import BaseMap
    from historydesk.ui.theme.fonts import register_fonts

    application = QApplication.instance() or QApplication([])
    register_fonts()
    base = BaseMap.load(paths.base_map())
    view = _view(base)
    application.processEvents()
    stops = _stops()
    first = _flight(view, stops)
    warm = _flight(view, stops)
    drag = [time for camera in stops[1:4] for time in _drag(view, camera)]
    pinch = _pinch(view, stops[1])
    fade = _fade(view, base, stops[1])
    plate = _plate(view)
    rest = _rest(view, stops)
    view.close()
    view.deleteLater()
    application.processEvents()
    return [
        _figure("map first flight, p95 frame", first, GOAL),
        _figure("map flight, warm, p95 frame", warm, WARM_GOAL),
        _figure("map drag, p95 frame", drag, WARM_GOAL),
        _figure("map pinch with turning, p95 frame", pinch, GOAL),
        _figure("map zooming into a city plate, p95 frame", plate, GOAL),
        _figure("map fading from era to era, p95 frame", fade, GOAL),
        Figure("map fine frame at rest, longest", max(rest), 0.0, 100.0, "ms", absolute=True),
        Figure(
            "map caches after all flights",
            base.unpacked_bytes() / MIB,
            0.0,
            CACHE_GOAL,
            "MiB",
            absolute=True,
        ),
    ]


def _figure(name: str, times: list[float], goal: float) -> Figure:
    return Figure(name, percentile(times, 0.95), 0.0, goal, "ms", absolute=True)


def _view(base: BaseMap) -> MapView:
    from historydesk.domain.entities import MapPlace
    from historydesk.domain.projection import forward
    from historydesk.ui.map.map_view import MapView

    random = Random(PLACES)
    spots = list(SEEN)
    while len(spots) < PLACES:
        lon, lat = random.choice(SEEN)
        spots.append((lon + random.gauss(0, 8), lat + random.gauss(0, 4)))
    places = []
    for number, (lon, lat) in enumerate(spots):
        x, y = forward(lon, lat) or (0.0, 0.0)
        places.append(MapPlace(f"p{number}", f"Place {number}", "", lon, lat, x, y, 1 + number // 10))
    view = MapView()
    view.set_base_map(base)
    view.set_places(places, 1929)
    view.set_scale_bar(True)
    view.resize(*SIZE)
    view.show()
    return view


def _stops() -> list[Camera]:
    from historydesk.domain.projection import forward
    from historydesk.ui.map.camera import around, home_camera

    (mx, my), (gx, gy), (sx, sy), (cx, cy) = (forward(lon, lat) or (0.0, 0.0) for lon, lat in SEEN)
    return [
        home_camera(),
        around(mx, -my, 1500),
        around(gx, -gy, 500),
        around(sx, -sy, 4500),
        home_camera(),
        around(cx, -cy, 900),
    ]


def _steering(view: MapView) -> MapCamera:
    from historydesk.ui.map.map_camera import MapCamera

    found = view.findChild(MapCamera)
    if found is None:
        raise LookupError("a map has a camera")
    return found


def _painted(view: MapView, cameras: Iterator[Camera]) -> list[float]:
    """The time of each frame: looking from there, and painting."""
    steering = _steering(view)
    times = []
    for camera in cameras:
        began = perf_counter()
        steering.drag_to(camera)
        view.viewport().repaint()
        times.append((perf_counter() - began) * 1000)
    return times


def _flight(view: MapView, stops: list[Camera]) -> list[float]:
    from historydesk.ui.map.flight import Flight

    steering = _steering(view)
    times = []
    for start, end in pairwise(stops):
        flight = Flight(start, end)
        view.look(start)
        for frame in range(1, FRAMES):
            began = perf_counter()
            if frame == 1:
                steering.begin(end)
            steering.show(flight.at(frame / FRAMES))
            view.viewport().repaint()
            times.append((perf_counter() - began) * 1000)
        view.look(end)
    return times


def _drag(view: MapView, start: Camera) -> list[float]:
    from historydesk.ui.map.camera import panned

    view.look(start)

    def steps() -> Iterator[Camera]:
        camera = start
        for step in range(FRAMES):
            camera = panned(camera, 24 if step < FRAMES / 2 else -10, -9, SIZE[0])
            yield camera

    times = _painted(view, steps())
    view.look(start)
    return times


def _pinch(view: MapView, start: Camera) -> list[float]:
    from math import cos, sin

    from historydesk.ui.map.camera import Pinch

    view.look(start)
    x, y = SIZE[0] / 2, SIZE[1] / 2
    pinch = Pinch(start, (x - 200, y), (x + 200, y))

    def steps() -> Iterator[Camera]:
        for step in range(2 * FRAMES):
            # From a fifth to three times the fingers' distance, and a quarter of a turn.
            reach = 200 * 15 ** (step / 2 / FRAMES) / 5
            angle = 1.6 * step / 2 / FRAMES
            dx, dy = reach * cos(angle), reach * sin(angle)
            yield pinch.moved((x - dx, y - dy), (x + dx, y + dy), *SIZE)

    times = _painted(view, steps())
    view.look(start)
    return times


def _fade(view: MapView, base: BaseMap, camera: Camera) -> list[float]:
    from PySide6.QtCore import QVariantAnimation

    from historydesk.ui.map.era_fade import EraFade

    view.look(camera)
    fade = view.findChild(EraFade)
    animation = None if fade is None else fade.findChild(QVariantAnimation)
    if animation is None:
        raise LookupError("a map fades")
    times = []
    for year in base.eras:
        view.set_year(year)
        for frame in range(1, FRAMES // 2):
            began = perf_counter()
            animation.setCurrentTime(round(animation.duration() * 2 * frame / FRAMES))
            view.viewport().repaint()
            times.append((perf_counter() - began) * 1000)
        animation.setCurrentTime(animation.duration())
    return times


def _plate(view: MapView) -> list[float]:
    from historydesk.domain.plate import LineKind, Plate, PlateLine, PlateSite
    from historydesk.domain.projection import forward
    from historydesk.ui.map.camera import around

    x, y = forward(*SEEN[0]) or (0.0, 0.0)
    random = Random(12)
    sites = tuple(
        PlateSite(f"s{n}", f"Site {n}", "", x + random.gauss(0, 2), y + random.gauss(0, 2), 100)
        for n in range(12)
    )
    kinds: tuple[LineKind, ...] = ("river", "street", "street", "railway", "wall")
    lines = tuple(
        PlateLine(kind, "", tuple((x - 8 + n / 3, y + row + random.gauss(0, 0.2)) for n in range(48)), 100)
        for row, kind in enumerate(kinds)
    )
    view.set_plates((Plate("city", "City", "p0", "", (x - 8, y - 8, x + 8, y + 8), sites, lines, ()),))
    view.look(around(x, -y, 60.0))
    times = _painted(view, (around(x, -y, 60.0 * 0.1 ** (step / FRAMES)) for step in range(FRAMES)))
    view.set_plates(())
    return times


def _rest(view: MapView, stops: list[Camera]) -> list[float]:
    times = []
    for camera in stops:
        began = perf_counter()
        view.look(camera)
        view.viewport().repaint()
        times.append((perf_counter() - began) * 1000)
    return times


def main() -> int:
    """Print the figures; 1 when a goal is not held."""
    figures = measure()
    for figure in figures:
        print(figure)
    return 0 if all(figure.held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
