"""Where the map looks: a camera over the plane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from historydesk.domain import projection

LEAST_KM = 4.0
MOST_KM = 30_000.0
"""Bounds of a camera's width."""

NEAR_KM, FAR_KM = 6_000.0, 14_000.0
"""Up to NEAR_KM wide true north is up; from FAR_KM on the whole plane keeps one turn."""

WORLD_TURN = -14.0
SPAN = 24_000.0
"""The centre of a camera stays within this many km of the plane's centre."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Centre in km on the plane (y down), width of the view in km, clockwise turn in degrees."""

    x: float
    y: float
    width_km: float
    turn: float = 0.0

    def to_view(self, x: float, y: float, width: float, height: float) -> tuple[float, float]:
        """A point of the plane in pixels of a view of this size."""
        scale = width / self.width_km
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        dx, dy = (x - self.x) * scale, (y - self.y) * scale
        return width / 2 + dx * c - dy * s, height / 2 + dx * s + dy * c

    def to_plane(self, px: float, py: float, width: float, height: float) -> tuple[float, float]:
        """A pixel of a view of this size on the plane."""
        scale = self.width_km / width
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        dx, dy = (px - width / 2) * scale, (py - height / 2) * scale
        return self.x + dx * c + dy * s, self.y - dx * s + dy * c


def home_camera() -> Camera:
    """From Mexico to Siberia."""
    at = projection.forward(-18.0, 66.0)
    x, y = at if at is not None else (0.0, 0.0)
    return Camera(x, -y, 20_500.0, WORLD_TURN)


def shortest_turn(start: float, end: float) -> float:
    """``end`` written so that going there from ``start`` takes at most half a turn."""
    return start + (end - start + 180.0) % 360.0 - 180.0


def resting_turn(x: float, y: float, width_km: float) -> float:
    """The turn at rest: north up when near, the world's turn when far, blended between (degrees)."""
    if width_km >= FAR_KM:
        return WORLD_TURN
    north = shortest_turn(WORLD_TURN, projection.north(x, -y))
    if width_km <= NEAR_KM:
        return north
    t = (width_km - NEAR_KM) / (FAR_KM - NEAR_KM)
    return north + (WORLD_TURN - north) * t * t * (3 - 2 * t)


def settled(camera: Camera) -> Camera:
    """The camera within its bounds and turned as at rest."""
    width = min(MOST_KM, max(LEAST_KM, camera.width_km))
    x = min(SPAN, max(-SPAN, camera.x))
    y = min(SPAN, max(-SPAN, camera.y))
    return Camera(x, y, width, resting_turn(x, y, width))


def around(x: float, y: float, width_km: float) -> Camera:
    """A settled camera over a point of the plane."""
    return settled(Camera(x, y, width_km))


def fit(points: Sequence[tuple[float, float]], aspect: float, *, least_km: float = 700.0) -> Camera:
    """The settled camera that shows all points with a margin; ``aspect``: width ÷ height of the view."""
    if not points:
        return home_camera()
    x = (min(p[0] for p in points) + max(p[0] for p in points)) / 2
    y = (min(p[1] for p in points) + max(p[1] for p in points)) / 2
    camera = around(x, y, least_km)
    width = least_km
    for _ in range(12):  # the turn follows from the width and the width from the turn
        c, s = cos(radians(camera.turn)), sin(radians(camera.turn))
        turned = [(px * c - py * s, px * s + py * c) for px, py in points]
        x0, x1 = min(p[0] for p in turned), max(p[0] for p in turned)
        y0, y1 = min(p[1] for p in turned), max(p[1] for p in turned)
        need = max((x1 - x0), (y1 - y0) * aspect)
        mx, my = (x0 + x1) / 2, (y0 + y1) / 2
        x, y = mx * c + my * s, -mx * s + my * c
        off = max(abs(x - camera.x), abs(y - camera.y))
        if need * 1.2 <= width and off < width / 50:
            break
        width = max(width, need * 1.4)
        camera = around(x, y, width)
    return camera


def zoomed(camera: Camera, factor: float, at: tuple[float, float], width: float, height: float) -> Camera:
    """The camera after zooming in by ``factor`` with the plane under a pixel kept there."""
    px, py = at
    before = camera.to_plane(px, py, width, height)
    new = min(MOST_KM, max(LEAST_KM, camera.width_km / factor))
    camera = replace(camera, width_km=new)
    camera = replace(camera, turn=resting_turn(camera.x, camera.y, new))
    after = camera.to_plane(px, py, width, height)
    return settled(replace(camera, x=camera.x + before[0] - after[0], y=camera.y + before[1] - after[1]))


def panned(camera: Camera, dx: float, dy: float, width: float) -> Camera:
    """The camera after the picture moved by ``dx``, ``dy`` pixels in a view of this width."""
    scale = camera.width_km / width
    c, s = cos(radians(camera.turn)), sin(radians(camera.turn))
    return settled(
        replace(camera, x=camera.x - (dx * c + dy * s) * scale, y=camera.y - (-dx * s + dy * c) * scale)
    )
