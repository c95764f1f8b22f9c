"""What the shipped journeys say of their dates, and what is counted with, agree."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from historydesk.packs.edtf_dates import parse_date

PACK = Path(__file__).resolve().parents[2] / "resources" / "packs" / "stalins-rise"
JOURNEYS = tomllib.loads((PACK / "en" / "journeys.toml").read_text(encoding="utf-8"))["journey"]
EVENTS = tomllib.loads((PACK / "en" / "events.toml").read_text(encoding="utf-8"))["event"]
OLD_STYLE = timedelta(days=13)
"""How far Old Style was behind from 1900 to 1918."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
STOPS = [
    pytest.param(journey, stop, id=f"{journey['id']}-{number}")
    for journey in JOURNEYS
    for number, stop in enumerate(journey["stop"], start=1)
]


def _exact_days(edtf: str) -> list[date]:
    parsed = parse_date(edtf)
    ends = [(parsed.first, parsed.first_day), (parsed.last or parsed.first, parsed.last_day)]
    return [date.fromordinal(day) for moment, day in ends if moment.day]


@pytest.mark.parametrize(("journey", "stop"), STOPS)
def test_a_day_that_is_counted_is_told(journey: dict[str, Any], stop: dict[str, Any]) -> None:
    """Stalin's journeys give both styles, Trotsky's New Style."""
    told = stop["dates"]
    numbers = re.findall(r"\d+", told)
    for day in _exact_days(stop["edtf"]):
        assert str(day.day) in numbers
        assert MONTHS[day.month - 1] in told or journey["id"] != "j-3"
        if journey["id"] != "j-3":
            before = day - OLD_STYLE
            assert str(before.day) in numbers
            assert MONTHS[before.month - 1] in told
            assert re.search(rf"\({day.day}( {MONTHS[day.month - 1]}( {day.year})?)?\)", told)


@pytest.mark.parametrize(("journey", "stop"), STOPS)
def test_a_stop_begins_in_a_year_that_is_told(journey: dict[str, Any], stop: dict[str, Any]) -> None:
    first = date.fromordinal(parse_date(stop["edtf"]).first_day).year
    years = [int(year) for year in re.findall(r"\b19\d\d\b", stop["dates"])]
    assert not years or first in years


def test_stops_that_are_events_have_their_dates() -> None:
    dates = {event["id"]: event["date"] for event in EVENTS}
    stops = {
        (journey["id"], number): stop
        for journey in JOURNEYS
        for number, stop in enumerate(journey["stop"], 1)
    }
    ends = {
        ("j-1", 3, 1): "e023",  # the escape from Novaya Uda
        ("j-1", 6, 0): "e034",  # Solvychegodsk, the first time
        ("j-1", 6, 1): "e035",
        ("j-1", 8, 0): "e038",
        ("j-1", 11, 1): "e041",  # away from Vologda
        ("j-1", 13, 1): "e044",  # away from Narym
        ("j-2", 5, 0): "e049",  # Monastyrskoe
        ("j-2", 8, 0): "e053",  # Petrograd
        ("j-3", 1, 0): "e093",  # carried out of his flat
        ("j-3", 4, 0): "e095",  # Constantinople
        ("j-3", 6, 0): "e106",  # Cassis
        ("j-3", 9, 0): "e109",  # Norway
        ("j-3", 10, 1): "e111",  # the tanker
        ("j-3", 11, 0): "e112",  # Tampico
    }
    for (journey, number, end), event in ends.items():
        assert stops[journey, number]["edtf"].split("/")[-1 if end else 0] == dates[event], event
