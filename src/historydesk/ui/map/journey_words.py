"""What a journey's stops, distances and days are called."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from historydesk.domain.entities import Journey, MapPlace, Stop
from historydesk.services.marking import QT_TRANSLATE_NOOP

MODES: dict[str, tuple[str, str]] = {
    "rail": (QT_TRANSLATE_NOOP("Journey", "Rail"), "train-front"),
    "road": (QT_TRANSLATE_NOOP("Journey", "Road"), "car"),
    "sea": (QT_TRANSLATE_NOOP("Journey", "Sea"), "ship"),
    "river": (QT_TRANSLATE_NOOP("Journey", "River"), "waves"),
    "sledge": (QT_TRANSLATE_NOOP("Journey", "Sledge"), "snowflake"),
}
"""Means of travel: its word and its icon."""

CONFIDENCES = {
    "A": QT_TRANSLATE_NOOP("Journey", "well documented"),
    "B": QT_TRANSLATE_NOOP("Journey", "documented in part"),
    "C": QT_TRANSLATE_NOOP("Journey", "poorly documented"),
}

NameOf = Callable[[str, int], str]
"""What a place is called in a year; "" when there is no such place."""


def words(source: str) -> str:
    """A word of journeys in the interface language."""
    return QCoreApplication.translate("Journey", source)


def mode_word(mode: str) -> str:
    """A means of travel in words; "" for none."""
    return words(MODES[mode][0]) if mode in MODES else ""


def confidence_word(grade: str) -> str:
    """How well a stop is documented; of two grades the worse counts."""
    worst = max((each for each in grade.split("/") if each in CONFIDENCES), default="")
    return words(CONFIDENCES[worst]) if worst else ""


def stop_name(stop: Stop, name_of: NameOf) -> str:
    """What a stop was called when one came there."""
    return stop.name or name_of(stop.place, stop.year) or stop.place


def name_in_year(place: MapPlace, year: int) -> str:
    """A place's name in a year; year 0: its usual name."""
    return place.name_in(year) if year else place.name


def distance(km: float) -> str:
    """A distance in words, as exact as a sketched track can be: to 10 km from 100 km on."""
    return count(round(km) if km < 100 else round(km / 10) * 10)


def count(number: int) -> str:
    """A whole number, its thousands parted."""
    return f"{number:,}".replace(",", "\u202f")


def span(journey: Journey) -> str:
    """The years of a journey; "" when none is known."""
    days = [day for stop in journey.stops for day in (stop.first_day, stop.last_day) if day]
    years = [stop.year for stop in journey.stops if stop.year] + [date.fromordinal(day).year for day in days]
    if not years:
        return ""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def spent(journey: Journey, number: int) -> str:
    """Days at a stop, days and km on the way to the next; what is not known is left out."""
    stop, parts = journey.stops[number], []
    if stop.days:
        source = "about {days}\u00a0days here" if stop.about else "{days}\u00a0days here"
        parts.append(words(source).format(days=count(stop.days)))
    if number < len(journey.legs):
        if days := journey.days_on_leg(number):
            about = stop.about or journey.stops[number + 1].about
            source = "about {days}\u00a0days on the way" if about else "{days}\u00a0days on the way"
            parts.append(words(source).format(days=count(days)))
        if km := journey.legs[number].km:
            parts.append(words("about {km}\u00a0km").format(km=distance(km)))
    return " · ".join(parts)


def precision(journey: Journey, leg: int) -> str:
    """How far the drawn track may be from the true one; "" when that is not said."""
    km = journey.legs[leg].precision_km if leg < len(journey.legs) else 0.0
    if km <= 0:
        return ""
    number = f"{km:g}" if km < 10 else f"{round(km)}"
    return words("The track is approximate: about ±{km}\u00a0km.").format(km=number)
