"""How the width of the reader is shared out between contents, chapter and companion."""

from __future__ import annotations

from historydesk.domain.values import dataclass
from historydesk.ui.reader.reading_sheet import BODY_PX
from historydesk.ui.theme import Appearance

CONTENTS = 268
COMPANION = 430
COMPANION_MOST = 760
DESIGN = 1366
LEAST_CHARACTERS = 45
CHARACTER = 0.49
"""Mean width of a letter of Literata in ems."""

SIDES = 66
"""Margins and scroll bar beside the text, in the narrowest column."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """Widths in pixels; ``…_over`` says that a room is behind a button and lies over the chapter when
    opened."""

    contents: int
    chapter: int
    companion: int
    contents_over: bool
    companion_over: bool


def share_out(width: int, appearance: Appearance) -> Rooms:
    """The rooms for a page this wide: the chapter keeps at least 45 characters beside its neighbours."""
    least = round(appearance.px(BODY_PX) * CHARACTER * LEAST_CHARACTERS) + SIDES
    contents = min(round(CONTENTS * min(1.5, max(1.0, appearance.text_percent / 100))), round(width * 0.34))
    contents = max(contents, min(CONTENTS, width - 56))
    companion = round(min(COMPANION_MOST, max(320.0, COMPANION + (width - DESIGN) * 0.45)))
    slim = 340
    if width >= 1100:
        for candidate in (companion, slim):
            chapter = width - contents - candidate - 2
            if chapter >= least:
                return Rooms(contents, chapter, candidate, False, False)
    over = min(companion, width - 56)
    if width >= 860 and width - contents - 1 >= least:
        return Rooms(contents, width - contents - 1, over, False, True)
    return Rooms(min(contents, width - 56), width, over, True, True)
