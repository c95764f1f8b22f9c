"""A ground of one colour around letters, so that they can be read over coasts and rivers."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap


@lru_cache(maxsize=16)
def _around(reach: float) -> tuple[tuple[int, int], ...]:
    """The pixels no farther than ``reach`` from one."""
    side = int(reach + 0.5)
    return tuple(
        (x, y)
        for y in range(-side, side + 1)
        for x in range(-side, side + 1)
        if x * x + y * y <= reach * reach + 0.5
    )


def paint_halo(target: QPixmap, letters: QPainterPath, color: QColor, reach: float) -> None:
    """Fill an empty picture with the letters' ground, ``reach`` pixels beyond their outline.

    The letters are drawn once and stamped all around: to stroke their outline takes ten times as long.
    """
    scale = target.devicePixelRatio()
    stamp = QPixmap(target.size())
    stamp.setDevicePixelRatio(scale)
    stamp.fill(Qt.GlobalColor.transparent)
    with QPainter(stamp) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(letters, QColor.fromRgb(color.rgb()))
    stamp.setDevicePixelRatio(1.0)
    target.setDevicePixelRatio(1.0)
    with QPainter(target) as painter:
        for x, y in _around(reach * scale):
            painter.drawPixmap(x, y, stamp)
        if color.alpha() < 255:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.fillRect(target.rect(), QColor(0, 0, 0, color.alpha()))
    target.setDevicePixelRatio(scale)
