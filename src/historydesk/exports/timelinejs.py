"""The timeline as the JSON of TimelineJS 3."""

from __future__ import annotations

import json
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from historydesk.domain.entities import HistoricalEvent
from historydesk.exports.markup import simple_html
from historydesk.store.export_content import ExportStore


def write_timeline(store: ExportStore, lang: str, path: Path) -> None:
    """Title, events in order of time and eras; dates New Style, with the pack's own words to show."""
    path.write_text(json.dumps(timeline(store, lang), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def timeline(store: ExportStore, lang: str) -> dict[str, Any]:
    """What the file holds."""
    home = store.home(lang)
    chronicle = store.chronicle(lang)
    texts = store.event_texts(lang)
    lanes = dict(chronicle.lanes)
    places = {place.id: place.name for place in chronicle.places}
    return {
        "scale": "human",
        "title": {
            "unique_id": "title",
            "text": {
                "headline": escape(home.title, quote=False),
                "text": f"<p>{escape(home.lead, quote=False)}</p>",
            },
        },
        "events": [
            _event(event, texts.get(event.id, ""), lanes, places.get(event.place, ""))
            for event in chronicle.events
        ],
        "eras": [
            {
                "start_date": _day(band.first_day),
                "end_date": _day(band.last_day),
                "text": {"headline": escape(band.title, quote=False)},
            }
            for band in chronicle.bands
        ],
    }


def _event(event: HistoricalEvent, html: str, lanes: dict[str, str], place: str) -> dict[str, Any]:
    when = event.date
    text = simple_html(html)
    if place:
        text += f"<p>{escape(place, quote=False)}</p>"
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _start(when.edtf, when.first_day),
        "display_date": when.display,
        "group": lanes.get(event.lane, event.lane),
        "text": {"headline": escape(event.title, quote=False), "text": text},
    }
    if "/" in when.edtf and when.last_day > when.first_day:
        slide["end_date"] = _start(when.edtf.partition("/")[2], when.last_day)
    return slide


def _start(edtf: str, day: int) -> dict[str, int]:
    """The day as exactly as the date is known: year, year and month, or year, month and day."""
    known = edtf.partition("/")[0].strip("~?%").removeprefix("-").split("-")
    full = _day(day)
    parts = sum(part.isdecimal() for part in known)
    if parts >= 3 or not known[0].isdecimal():
        return full
    return {name: full[name] for name in ("year", "month")[: max(parts, 1)]}


def _day(ordinal: int) -> dict[str, int]:
    found = date.fromordinal(ordinal)
    return {"year": found.year, "month": found.month, "day": found.day}
