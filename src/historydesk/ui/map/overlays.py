"""When city plates lie over the map."""

from __future__ import annotations

PLATES_FROM_KM, PLATES_FULL_KM = 80.0, 45.0
"""City plates begin to show in views of the first width, and stand fully in views of the second."""


def plate_share(width_km: float) -> float:
    """How much of the city plates shows (0–1) in a view of this width."""
    return min(1.0, max(0.0, (PLATES_FROM_KM - width_km) / (PLATES_FROM_KM - PLATES_FULL_KM)))
