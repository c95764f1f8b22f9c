"""A journey in words: what a screen reader reads, and whoever has no map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import zip_longest
from typing import Any

from historydesk.store import card_labels as labels

ROUND_KM = 10
"""Lengths are shown to the ten: the lines are approximate."""


def stops_html(
    stops: Sequence[Mapping[str, Any]],
    words: Sequence[Mapping[str, str]],
    legs: Sequence[Mapping[str, Any]],
    titles: Mapping[str, str],
) -> str:
    """An ordered list: each stop with its dates and its passage, the way on with its length, and what is not
    known of it. ``titles`` are those of places and passages by reference."""
    items = []
    none: Mapping[str, Any] = {}
    for stop, said, leg in zip_longest(stops, words, legs, fillvalue=none):
        place = stop.get("place", "")
        name = escape(said.get("name") or titles.get(f"place:{place}", place))
        lines = [f'<a href="place:{escape(place)}">{name}</a>' if place else name]
        if said.get("dates"):
            lines[0] += f": {escape(said['dates'])}"
        reference = f"chapter:{stop.get('passage', '')}"
        if reference in titles:
            lines[0] += f' – <a href="{escape(reference)}">{escape(titles[reference])}</a>'
        length = shown_km(_leg_km(leg)) if leg else ""
        onward = " · ".join(filter(None, (escape(said.get("onward", "")), length)))
        lines += [onward] if onward else []
        lines += [f"<em>{escape(said['note'])}</em>"] if said.get("note") else []
        items.append(f"<li>{'<br>'.join(lines)}</li>")
    return f"<ol>{''.join(items)}</ol>" if items else ""


def journey_facts(
    stops: Sequence[Mapping[str, Any]], legs: Sequence[Mapping[str, Any]]
) -> tuple[tuple[str, str], ...]:
    """Length over the ground and number of stops."""
    return (labels.LENGTH, shown_km(sum(map(_leg_km, legs)))), (labels.STOPS, str(len(stops)))


def shown_km(km: float) -> str:
    """≈ 1 260 km, never divided; lengths below 100 km to the km."""
    whole = round(km) if km < 100 else round(km / ROUND_KM) * ROUND_KM
    return f"≈\u00a0{whole:,}\u00a0km".replace(",", "\u202f") if whole else ""


def _leg_km(leg: Mapping[str, Any]) -> float:
    return float(sum(km for _, km, _ in leg["ways"]))
