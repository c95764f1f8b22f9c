"""The scale bar of a map."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from historydesk.domain import projection
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.label_layout import Box
from historydesk.ui.map.room import Room
from historydesk.ui.theme import Appearance

LONGEST = 110
"""Pixels that a bar takes at most."""


def bar_km(km_per_pixel: float) -> float:
    """The longest length of 1, 2 or 5 times a power of ten (0.1 to 5000 km) that fits the bar."""
    length = 0.1
    for unit in (0.1, 1, 10, 100, 1000):
        for step in (1, 2, 5):
            if step * unit / km_per_pixel <= LONGEST:
                length = step * unit
    return length


def bar_words(km: float) -> tuple[str, str]:
    """A length as number and unit: metres below one kilometre, narrow spaces between thousands."""
    number, unit = (round(km * 1000), "m") if km < 1 else (round(km), "km")
    return f"{number:,}".replace(",", "\u202f"), unit


def draw_scale_bar(painter: QPainter, camera: Camera, room: Room, appearance: Appearance) -> Box:
    """Draw the bar in the lower left corner of the free part, true at that part's middle; where it stands."""
    free = room.free
    middle = free.center()
    x, y = camera.to_plane(middle.x(), middle.y(), room.width, room.height)
    km = camera.width_km / max(1, room.width) / projection.scale(*projection.inverse(x, -y))
    length = bar_km(km)
    pixels = length / km
    left, bottom = free.left() + 16.0, free.bottom() - 14.0
    color = appearance.theme.color
    corners = [
        QPointF(left, bottom - 5),
        QPointF(left, bottom),
        QPointF(left + pixels, bottom),
        QPointF(left + pixels, bottom - 5),
    ]
    for shade, thickness in ((color("page"), 3.5), (color("soft_ink"), 1.4)):
        painter.setPen(QPen(shade, thickness))
        painter.drawPolyline(corners)
    painter.setFont(appearance.interface_face(12))
    painter.setPen(color("soft_ink"))
    words = "\u00a0".join(bar_words(length))
    painter.drawText(QPointF(left + 6, bottom - 6), words)
    metrics = painter.fontMetrics()
    right = left + max(pixels, 6.0 + metrics.horizontalAdvance(words))
    return (left, bottom - 6 - metrics.ascent(), right, bottom)
