"""Where people stand: rows of boxes within one band a side, one band below the other, nothing overlapping."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

from historydesk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Gaps:
    """Pixels within a band's edge, between boxes, and between bands."""

    edge: int = 16
    box: int = 10
    band: int = 14


@dataclass(frozen=True, slots=True)
class Band:
    """What one side needs: the height of its heading, and the boxes of its people in order."""

    heading: int
    boxes: tuple[QSize, ...]


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """Where a band lies, its heading and its people."""

    frame: QRect
    heading: QRect
    people: tuple[QRect, ...]


def place_bands(bands: Sequence[Band], width: int, gaps: Gaps) -> tuple[PlacedBand, ...]:
    """The bands from the top, boxes in rows from the left; boxes must be no wider than a band within its edges."""
    placed: list[PlacedBand] = []
    top = 0
    inner = width - 2 * gaps.edge
    for band in bands:
        heading = QRect(gaps.edge, top + gaps.edge, inner, band.heading)
        x, y, row = gaps.edge, heading.bottom() + 1 + gaps.box, 0
        people: list[QRect] = []
        for box in band.boxes:
            if row and x + box.width() > gaps.edge + inner:
                x, y, row = gaps.edge, y + row + gaps.box, 0
            people.append(QRect(x, y, box.width(), box.height()))
            x += box.width() + gaps.box
            row = max(row, box.height())
        bottom = y + row + gaps.edge
        placed.append(PlacedBand(QRect(0, top, width, bottom - top), heading, tuple(people)))
        top = bottom + gaps.band
    return tuple(placed)
