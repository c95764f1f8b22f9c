"""What a legend has to explain of a view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from historydesk.domain.values import dataclass
from historydesk.services.marking import QT_TRANSLATE_NOOP

WORDS = {
    "state-1900": QT_TRANSLATE_NOOP("Legend", "Russian Empire"),
    "state": QT_TRANSLATE_NOOP("Legend", "Soviet Union"),
    "protectorate": QT_TRANSLATE_NOOP("Legend", "Protectorates of the Empire"),
    "frontier-1900": QT_TRANSLATE_NOOP("Legend", "Frontier of the Empire"),
    "frontier": QT_TRANSLATE_NOOP("Legend", "Frontier of the Soviet Union"),
    "internal-1900": QT_TRANSLATE_NOOP("Legend", "Border inside the Empire"),
    "internal": QT_TRANSLATE_NOOP("Legend", "Border between union republics"),
    "autonomy": QT_TRANSLATE_NOOP("Legend", "Border of a republic or region within one of them"),
    "neighbour": QT_TRANSLATE_NOOP("Legend", "Border of other countries"),
    "neighbour-2025": QT_TRANSLATE_NOOP("Legend", "Border"),
    "soft": QT_TRANSLATE_NOOP("Legend", "Lines drawn softly are good to about 15\u00a0km or worse"),
    "water": QT_TRANSLATE_NOOP("Legend", "Lakes as in this year: no reservoir that was filled later"),
    "water-2025": QT_TRANSLATE_NOOP("Legend", "Lakes and reservoirs"),
    "place": QT_TRANSLATE_NOOP("Legend", "Place"),
    "cluster": QT_TRANSLATE_NOOP("Legend", "Several places close together"),
    "rail": QT_TRANSLATE_NOOP("Legend", "By rail"),
    "road": QT_TRANSLATE_NOOP("Legend", "By road"),
    "sea": QT_TRANSLATE_NOOP("Legend", "By sea"),
    "river": QT_TRANSLATE_NOOP("Legend", "By river"),
    "sledge": QT_TRANSLATE_NOOP("Legend", "By sledge"),
    "plate-river": QT_TRANSLATE_NOOP("Legend", "River"),
    "plate-street": QT_TRANSLATE_NOOP("Legend", "Street"),
    "plate-sketch": QT_TRANSLATE_NOOP("Legend", "Direction only: the way is not documented"),
    "plate-railway": QT_TRANSLATE_NOOP("Legend", "Railway"),
    "plate-wall": QT_TRANSLATE_NOOP("Legend", "Wall"),
    "plate-water": QT_TRANSLATE_NOOP("Legend", "Water"),
    "plate-park": QT_TRANSLATE_NOOP("Legend", "Park"),
    "plate-town": QT_TRANSLATE_NOOP("Legend", "Built-up area"),
    "plate-site": QT_TRANSLATE_NOOP("Legend", "Site"),
    "plate-loose": QT_TRANSLATE_NOOP("Legend", "The site is somewhere within the ring"),
}
"""Key of a row → what it says; the words of an era follow a hyphen."""

ORDER = tuple(dict.fromkeys(key.removesuffix("-1900").removesuffix("-2025") for key in WORDS))
"""Keys of rows in the order of the legend."""

ROUTES = ("rail", "road", "sea", "river", "sledge")
CERTAINTY = QT_TRANSLATE_NOOP(
    "Legend", "The lines and roads that were taken are often not documented: ways are likely ones."
)
SOURCES = QT_TRANSLATE_NOOP(
    "Legend",
    "Made with Natural Earth: coasts, rivers, lakes and today’s borders. Borders of the past, plates and journeys"
    " were drawn for this program; no map was traced.",
)


@dataclass(frozen=True, slots=True)
class LegendView:
    """What a view shows: its era, the keys of what is in it in the order of the legend, what its plates say."""

    era: int
    keys: tuple[str, ...]
    notes: tuple[str, ...] = ()


def row_words(key: str, era: int) -> str:
    """What a row says, in the interface's language."""
    return QCoreApplication.translate("Legend", WORDS.get(f"{key}-{era}", WORDS[key]))


def certainty_words() -> str:
    """How sure the ways of journeys are."""
    return QCoreApplication.translate("Legend", CERTAINTY)


def source_words() -> str:
    """Where the map's lines come from."""
    return QCoreApplication.translate("Legend", SOURCES)


def titles() -> tuple[tuple[str, frozenset[str]], ...]:
    """The legend's parts and the keys of each."""
    land = {"state", "protectorate", "frontier", "internal", "autonomy", "neighbour", "soft", "water"}
    return (
        (QCoreApplication.translate("Legend", "Journey"), frozenset(ROUTES)),
        (
            QCoreApplication.translate("Legend", "Plate of a city"),
            frozenset(key for key in WORDS if key.startswith("plate-")),
        ),
        (QCoreApplication.translate("Legend", "Countries and water"), frozenset(land)),
        (QCoreApplication.translate("Legend", "Places"), frozenset({"place", "cluster"})),
    )
