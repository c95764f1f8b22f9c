"""What an author may ask the map beside a passage to show."""

from __future__ import annotations

from historydesk.domain.values import dataclass

EARTH_KM = 40_000.0
TILE = 256.0
"""Pixels in which ``zoom:0`` shows the earth's circumference, as on maps of the web."""


@dataclass(frozen=True, slots=True)
class View:
    """A view that the author asks for: ``place:gori zoom:6 era:1900``, ``journey:j-1 step:3``."""

    place: str = ""
    tile_km: float = 0.0
    """What 256 pixels show; 0: as the places ask."""

    era: int = 0
    journey: str = ""
    step: int = 0
    """A stop of the journey, counted from 1; 0: the whole journey."""


def parse_view(text: str) -> View:
    """Read a view; what it does not understand is left out."""
    values = dict(part.split(":", 1) for part in text.split() if ":" in part)
    try:
        zoom = float(values["zoom"]) if "zoom" in values else -1.0
    except ValueError:
        zoom = -1.0
    return View(
        values.get("place", ""),
        EARTH_KM / 2**zoom if 0 <= zoom <= 16 else 0.0,
        _number(values.get("era", "")),
        values.get("journey", ""),
        _number(values.get("step", "")),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
