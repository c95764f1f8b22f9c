"""A picture of the base map, for when only something above it moves."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtGui import QColor, QPainter, QPixmap


class StillGround:
    """Keeps one drawing for as long as its view is the same; owned by a map's layers, let go when nothing rides."""

    def __init__(self) -> None:
        self._view: object = None
        self._picture: QPixmap | None = None

    def paint(
        self,
        painter: QPainter,
        view: object,
        size: tuple[int, int],
        sea: QColor,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Paint what ``draw`` draws of a ``view`` (compared with the last one) on a ground of ``sea``."""
        scale = painter.device().devicePixelRatioF()
        if self._picture is None or self._view != (view, size, scale):
            self._view = (view, size, scale)
            self._picture = QPixmap(ceil(size[0] * scale), ceil(size[1] * scale))
            self._picture.setDevicePixelRatio(scale)
            self._picture.fill(sea)
            with QPainter(self._picture) as brush:
                draw(brush)
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._picture)
