"""What a map asks of the layers that others paint into it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPainter

from historydesk.ui.map.camera import Camera
from historydesk.ui.theme import Theme

PLATES_FROM_KM, PLATES_FULL_KM = 40.0, 20.0
"""City plates begin to show in views of the first width, and stand fully in views of the second."""


def plate_share(width_km: float) -> float:
    """How much of the city plates shows (0–1) in a view of this width."""
    return min(1.0, max(0.0, (PLATES_FROM_KM - width_km) / (PLATES_FROM_KM - PLATES_FULL_KM)))


class PlateOverlay(Protocol):
    """Painted directly over the base map; its sites' names go among the places' words."""

    def set_theme(self, theme: Theme) -> None:
        """Colours and lines."""
        ...

    def paint(self, painter: QPainter, camera: Camera, width: int, height: int, *, fine: bool) -> None:
        """Draw in pixels; ``fine``: antialiased, at rest."""
        ...

    def labels(self, camera: Camera, width: int, height: int) -> list[tuple[float, float, str, int]]:
        """Names to show: x and y in km on the plane (y up), words, rank."""
        ...
