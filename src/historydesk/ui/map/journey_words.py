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

STAY = (
    QT_TRANSLATE_NOOP("Journey", "one day here"),
    QT_TRANSLATE_NOOP("Journey", "{days}\u00a0days here"),
    QT_TRANSLATE_NOOP("Journey", "about {days}\u00a0days here"),
)
WAY = (
    QT_TRANSLATE_NOOP("Journey", "one day on the way"),
    QT_TRANSLATE_NOOP("Journey", "{days}\u00a0days on the way"),
    QT_TRANSLATE_NOOP("Journey", "about {days}\u00a0days on the way"),
)
KM = QT_TRANSLATE_NOOP("Journey", "about {km}\u00a0km")

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
    stop = journey.stops[number]
    parts = [_days(STAY, stop.days, about=stop.about)]
    if number < len(journey.legs):
        about = stop.about or journey.stops[number + 1].about
        parts.append(_days(WAY, journey.days_on_leg(number), about=about))
        if (km := journey.legs[number].km) >= 1:
            parts.append(words(KM).format(km=distance(km)))
    return " · ".join(filter(None, parts))


def _days(sources: tuple[str, str, str], days: int | None, *, about: bool) -> str:
    one, many, vague = sources
    if not days:
        return ""
    return words(one if days == 1 and not about else vague if about else many).format(days=count(days))


def precision(journey: Journey, leg: int) -> str:
    """How far the drawn track may be from the true one; "" when that is not said."""
    km = journey.legs[leg].precision_km if leg < len(journey.legs) else 0.0
    if km <= 0:
        return ""
    number = f"{km:g}" if km < 10 else f"{round(km)}"
    return words("The track is approximate: about ±{km}\u00a0km.").format(km=number)
