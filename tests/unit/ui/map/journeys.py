"""A journey made by hand: from Gori by road and rail to Moscow, and over the sea to Coyoacán."""

from __future__ import annotations

from datetime import date

from historydesk.domain.entities import Journey, Leg, MapPlace, Stop, Way

MAY_DAY = date(1900, 5, 1).toordinal()


def journey_of(places: tuple[MapPlace, ...]) -> Journey:
    """Three legs of 100, 1,900 and 10,000 km between four stops; the third stop tells of a passage."""
    gori, tiflis, moscow, mexico = ((place.x, place.y) for place in places)
    half = ((tiflis[0] + moscow[0]) / 2, (tiflis[1] + moscow[1]) / 2)
    return Journey(
        "j-1",
        "To Mexico",
        "stalin",
        (
            Stop(
                "gori",
                "1 May 1900",
                "road",
                "By cart",
                "A",
                first_day=MAY_DAY,
                last_day=MAY_DAY + 10,
                year=1900,
            ),
            Stop("tbilisi", "3 May", "rail", "", "B", first_day=MAY_DAY + 12, year=1900),
            Stop(
                "moscow", "1929", "sea", "Ship", "A/B", year=1929, passage="end#p3", first_day=MAY_DAY + 200
            ),
            Stop("coyoacan", "1937", "", "", "A", year=1937, first_day=MAY_DAY + 300, last_day=MAY_DAY + 399),
        ),
        (
            Leg((Way("road", (gori, tiflis), 100.0),), 5.0, "No one knows the road."),
            Leg((Way("rail", (tiflis, half), 900.0), Way("river", (half, moscow), 1_000.0)), 20.0),
            Leg((Way("sea", (moscow, mexico), 10_000.0),)),
        ),
    )
