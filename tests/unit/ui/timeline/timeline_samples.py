"""Events to test the timeline with."""

from __future__ import annotations

import csv
import random
from datetime import date
from pathlib import Path

from historydesk.domain.entities import HistoricalDate, HistoricalEvent
from historydesk.packs.edtf_dates import parse_date

LEDGER = Path(__file__).resolve().parents[3] / "fixtures" / "ledger_dates.csv"

LANES = (("life", "Life"), ("party", "Party"), ("world", "Country and world"))


def day(year: int, month: int = 1, of_month: int = 1) -> int:
    return date(year, month, of_month).toordinal()


def event(
    name: str, edtf: str, lane: str = "life", *, calendar: str = "gregorian", confidence: str = ""
) -> HistoricalEvent:
    """An event dated as a pack would date it."""
    parsed = parse_date(edtf)
    shown = HistoricalDate(
        edtf,
        parsed.first_day,
        parsed.last_day,
        parsed.approximate,
        parsed.uncertain,
        parsed.display(calendar),
    )
    return HistoricalEvent(
        name, name.replace("-", " ").capitalize(), shown, "", lane, (), calendar == "julian", confidence
    )


def ledger() -> list[tuple[HistoricalEvent, str]]:
    """The ledger's events with their dates as the ledger words them."""
    with LEDGER.open(encoding="utf-8") as file:
        return [
            (event(row["id"], row["edtf"], calendar=row["calendar"]), row["display"])
            for row in csv.DictReader(file)
        ]


def crowd(count: int, seed: int, lane: str = "life") -> list[HistoricalEvent]:
    """Random events of all shapes between 1861 and 1953."""
    draw = random.Random(seed)
    made = []
    for number in range(count):
        first = draw.randint(day(1861), day(1953))
        start = date.fromordinal(first)
        mark = draw.choice(("", "", "~", "?"))
        text = start.isoformat() + mark
        if number % 3 == 1:
            text = f"{start.year}-{start.month:02}{mark}"
        elif number % 3 == 2:
            end = date.fromordinal(first + int(draw.expovariate(1 / 200)) + 1)
            text = f"{text}/{end.isoformat()}{mark}"
        made.append(event(f"event-{number}", text, lane, confidence=draw.choice("AB")))
    return made
