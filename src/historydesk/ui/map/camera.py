"""Where the map looks: a camera over the plane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import atan2, cos, degrees, hypot, radians, sin

from historydesk.domain import projection
from historydesk.domain.values import dataclass

LEAST_KM = 2.0
MOST_KM = 30_000.0
"""Bounds of a camera's width."""

NEAR_KM, FAR_KM = 6_000.0, 14_000.0
"""Up to NEAR_KM wide true north is up; from FAR_KM on the whole plane keeps one turn."""

WORLD_TURN = -14.0
AROUND_KM = 600.0
"""A story reaches so far around its places."""

SOFT = 0.12
"""Share of the view by which a drag can pull past an edge."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of the plane in km, y down."""

    left: float
    top: float
    right: float
    bottom: float

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point within that is nearest to a point."""
        return min(self.right, max(self.left, x)), min(self.bottom, max(self.top, y))

    def reaching(self, x: float, y: float) -> Bounds:
        """Large enough to hold a point."""
        return Bounds(min(self.left, x), min(self.top, y), max(self.right, x), max(self.bottom, y))

    def inset(self, margin: float) -> Bounds:
        """Smaller by a margin on every side, at least its middle."""
        across = min(margin, (self.right - self.left) / 2)
        down = min(margin, (self.bottom - self.top) / 2)
        return Bounds(self.left + across, self.top + down, self.right - across, self.bottom - down)


EARTH = Bounds(-24_000.0, -24_000.0, 24_000.0, 24_000.0)
"""The centre of every camera stays within."""


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

    def viewer(self, width: float, height: float) -> Callable[[float, float], tuple[float, float]]:
        """``to_view`` for many points of one view, in a third of the time."""
        scale = self.width_km / width
        c, s = cos(radians(self.turn)) / scale, sin(radians(self.turn)) / scale
        left = width / 2 - self.x * c + self.y * s
        top = height / 2 - self.x * s - self.y * c

        def to_view(x: float, y: float) -> tuple[float, float]:
            return left + x * c - y * s, top + x * s + y * c

        return to_view

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


def settled(camera: Camera, bounds: Bounds = EARTH) -> Camera:
    """The camera within bounds and turned as at rest."""
    width = min(MOST_KM, max(LEAST_KM, camera.width_km))
    x, y = bounds.nearest(camera.x, camera.y)
    return Camera(x, y, width, resting_turn(x, y, width))


def is_turned(camera: Camera) -> bool:
    """Whether the camera is not turned as at rest."""
    turn = resting_turn(camera.x, camera.y, camera.width_km)
    return abs(shortest_turn(turn, camera.turn) - turn) > 0.05


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
    """The camera after zooming in by ``factor`` with the plane under a pixel kept there.

    One that is turned otherwise than at rest keeps its turn.
    """
    px, py = at
    before = camera.to_plane(px, py, width, height)
    new = min(MOST_KM, max(LEAST_KM, camera.width_km / factor))
    turn = camera.turn if is_turned(camera) else resting_turn(camera.x, camera.y, new)
    nearer = replace(camera, width_km=new, turn=turn)
    after = nearer.to_plane(px, py, width, height)
    x, y = EARTH.nearest(camera.x + before[0] - after[0], camera.y + before[1] - after[1])
    return Camera(x, y, new, turn if is_turned(camera) else resting_turn(x, y, new))


def panned(camera: Camera, dx: float, dy: float, width: float) -> Camera:
    """The camera after the picture moved by ``dx``, ``dy`` pixels in a view of this width.

    One that is turned otherwise than at rest keeps its turn.
    """
    scale = camera.width_km / width
    c, s = cos(radians(camera.turn)), sin(radians(camera.turn))
    x, y = EARTH.nearest(camera.x - (dx * c + dy * s) * scale, camera.y - (-dx * s + dy * c) * scale)
    turn = camera.turn if is_turned(camera) else resting_turn(x, y, camera.width_km)
    return Camera(x, y, camera.width_km, turn)


def resisting(before: Camera, after: Camera, bounds: Bounds) -> Camera:
    """``after``, held back the more the farther its centre was pulled out of the bounds."""
    limit = SOFT * after.width_km
    inner = bounds.nearest(before.x, before.y)
    outer = bounds.nearest(after.x, after.y)

    def held(old: float, new: float, old_edge: float, new_edge: float) -> float:
        if abs(new - new_edge) <= abs(old - old_edge):
            return new
        start = new_edge if old == old_edge else old
        give = max(0.0, 1.0 - abs(start - new_edge) / limit) * 0.5
        reach = min(abs(new - start) * give, limit - min(limit, abs(start - new_edge)))
        return start + (reach if new > start else -reach)

    x = held(before.x, after.x, inner[0], outer[0])
    y = held(before.y, after.y, inner[1], outer[1])
    turn = after.turn if is_turned(after) else resting_turn(x, y, after.width_km)
    return Camera(x, y, after.width_km, turn)


def story_bounds(points: Sequence[tuple[float, float]]) -> Bounds:
    """The edges of a story: what the home view shows, and its places with their surroundings."""
    home = home_camera()
    corners = [home.to_plane(px, py, 16, 9) for px, py in ((0, 0), (16, 0), (16, 9), (0, 9))]
    xs = [x for x, _ in corners] + [x + d for x, _ in points for d in (-AROUND_KM, AROUND_KM)]
    ys = [y for _, y in corners] + [y + d for _, y in points for d in (-AROUND_KM, AROUND_KM)]
    return Bounds(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Pinch:
    """Two fingers on a picture: where they came down, in pixels, and the camera then."""

    camera: Camera
    first: tuple[float, float]
    second: tuple[float, float]

    def moved(
        self, first: tuple[float, float], second: tuple[float, float], width: float, height: float
    ) -> Camera:
        """The camera that keeps the plane under both fingers, which are now there: nearer, moved and turned."""
        (ax, ay), (bx, by) = self.first, self.second
        (cx, cy), (dx, dy) = first, second
        ratio = max(1.0, hypot(dx - cx, dy - cy)) / max(1.0, hypot(bx - ax, by - ay))
        turned = degrees(atan2(dy - cy, dx - cx) - atan2(by - ay, bx - ax))
        held = self.camera.to_plane((ax + bx) / 2, (ay + by) / 2, width, height)
        new = min(MOST_KM, max(LEAST_KM, self.camera.width_km / ratio))
        camera = Camera(self.camera.x, self.camera.y, new, shortest_turn(0.0, self.camera.turn + turned))
        there = camera.to_plane((cx + dx) / 2, (cy + dy) / 2, width, height)
        x, y = EARTH.nearest(camera.x + held[0] - there[0], camera.y + held[1] - there[1])
        return replace(camera, x=x, y=y)
