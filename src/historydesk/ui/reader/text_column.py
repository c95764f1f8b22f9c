"""The column in which a chapter's text stands."""

from __future__ import annotations

from historydesk.domain.values import dataclass
from historydesk.ui.reader.reading_sheet import measure_px
from historydesk.ui.theme import Appearance

SIDE = 24
"""Least space beside the column of text."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands in a view: the view's width, the text's left edge and width, space below the
    text."""

    view: int
    left: int
    width: int
    below: int

    @classmethod
    def within(cls, view: int, appearance: Appearance, below: int, scroll_bar: int = 0) -> Column:
        """The measured column, centred between the rooms beside it; never narrower than the view allows."""
        width = max(120, min(measure_px(appearance), view - 2 * SIDE))
        left = max(0, min((view + scroll_bar - width) // 2, view - width - SIDE // 2))
        return cls(view, left, width, below)
