"""The pixels that a map has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF

from historydesk.domain.values import dataclass
from historydesk.ui.map.camera import Camera, fit, home_camera, panned, settled
from historydesk.ui.map.label_layout import Box

LEAST_FREE = 60
"""A free part narrower or lower than this is not reckoned with."""


@dataclass(frozen=True, slots=True)
class Room:
    """The pixels of a map: its size, the part that no card covers, and small controls over it."""

    width: int
    height: int
    free: QRect
    blocked: tuple[QRect, ...] = ()

    def area(self) -> Box:
        """Where words may stand."""
        free = self.free
        return (free.left() + 4.0, free.top() + 4.0, free.right() - 3.0, free.bottom() - 3.0)

    def without(self, boxes: Sequence[Box]) -> Room:
        """The same with more boxes where words may not stand."""
        rects = [QRectF(left, top, right - left, bottom - top) for left, top, right, bottom in boxes]
        return replace(self, blocked=(*self.blocked, *(each.toAlignedRect() for each in rects)))

    def taken(self) -> list[Box]:
        """Where words may not stand, with a little air."""
        return [(r.left() - 2.0, r.top() - 2.0, r.right() + 3.0, r.bottom() + 3.0) for r in self.blocked]


def fit_in_room(points: Sequence[tuple[float, float]], room: Room, least_km: float) -> Camera:
    """The camera that shows these points (km on the plane, y down) within the free part of a map."""
    if not points:
        return home_camera()
    width, height = max(1, room.width), max(1, room.height)
    free = room.free
    if free.width() < LEAST_FREE or free.height() < LEAST_FREE:
        free = QRect(0, 0, width, height)
    share = max(1, free.width()) / width
    camera = fit(points, free.width() / max(1, free.height()), least_km=least_km * share)
    camera = settled(replace(camera, width_km=camera.width_km / share))
    middle = free.center()
    return panned(camera, middle.x() - width / 2, middle.y() - height / 2, width)
