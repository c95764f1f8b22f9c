"""Journeys as the pack's rows give them."""

from __future__ import annotations

from typing import Any

from historydesk.domain.entities import Journey, Leg, Stop, Way


def journey(row: Any) -> Journey:
    """A journey with its stops and its legs on the plane, from a row of ``ALL_JOURNEYS``."""
    id_, title, person, stops, words, legs, html = row
    said = [*words, *({} for _ in stops[len(words) :])]
    return Journey(
        id=id_,
        title=title,
        person=person,
        stops=tuple(
            Stop(
                stop["place"],
                text.get("dates", ""),
                stop.get("mode", ""),
                text.get("onward", ""),
                stop.get("confidence", ""),
                text.get("name", ""),
                stop.get("first_day", 0),
                stop.get("last_day", 0),
                stop.get("passage", ""),
                stop.get("year", 0),
                bool(stop.get("about")),
            )
            for stop, text in zip(stops, said, strict=False)
        ),
        legs=tuple(
            Leg(
                tuple(Way(mode, tuple((x, y) for x, y in points), km) for mode, km, points in leg["ways"]),
                leg["precision_km"],
                text.get("note", ""),
            )
            for leg, text in zip(legs, said, strict=False)
        ),
        html=html,
    )
