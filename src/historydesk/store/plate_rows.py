"""Rows of the pack to plates of cities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from historydesk.domain.plate import Plate, PlateArea, PlateLine, PlateSite


def plate(row: Sequence[Any]) -> Plate:
    """A plate of a city with the names of one language."""
    id_, title, place, note, x0, y0, x1, y1, sites, said_sites, lines, said_lines, areas, said_areas = row
    return Plate(
        id_,
        title,
        place,
        note,
        (x0, y0, x1, y1),
        tuple(
            PlateSite(site, name, own_place, x, y, precision, said)
            for site, own_place, x, y, precision in sites
            for name, said in [said_sites[site]]
        ),
        tuple(
            PlateLine(kind, said_lines.get(line, ""), tuple((x, y) for x, y in points), precision)
            for line, kind, precision, points in lines
        ),
        tuple(
            PlateArea(
                kind,
                said_areas.get(area, ""),
                tuple(tuple((x, y) for x, y in ring) for ring in rings),
                precision,
            )
            for area, kind, precision, rings in areas
        ),
    )
