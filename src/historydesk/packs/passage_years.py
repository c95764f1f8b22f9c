"""The year whose borders and names the map shows beside a passage, where its author names none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from historydesk.packs.edtf_dates import ParsedDate


class PassageYears:
    """Goes through a chapter's passages in order; owned by who writes them.

    A passage is in the year of the first event it names, and the passages after it stay there. Nothing is added
    before the first event, to a view with an era of its own, or where the passage names no place.
    """

    def __init__(self, dates: Mapping[str, ParsedDate]) -> None:
        self._dates = dates
        self._year = 0

    def view(self, view: str, places: str, events: str) -> str:
        """The view with ``era:YEAR``; ``places`` and ``events`` are a passage's ids, set apart by spaces."""
        for event in events.split():
            if event in self._dates:
                self._year = date.fromordinal(self._dates[event].first_day).year
                break
        if not self._year or "era:" in view or not (places or view):
            return view
        return f"{view} era:{self._year}".lstrip()
