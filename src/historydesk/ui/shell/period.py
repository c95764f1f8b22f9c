"""The stretch of time that a person chose to look at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from historydesk.domain.chronicle import Chronicle
from historydesk.domain.dates import describe_days
from historydesk.services.library import Library
from historydesk.services.settings import Settings


class Period(QObject):
    """Days chosen on the timeline, and the places, people and events in them; owned by the window.

    Timeline, map and index heed it until any of them clears it.
    """

    changed = Signal()
    """Another stretch, or the same told by another calendar."""

    def __init__(self, library: Library, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._settings = library, settings
        self.chronicle = Chronicle()
        self.first = self.last = 0
        self.places: frozenset[str] = frozenset()
        self.people: tuple[str, ...] = ()
        self.events: frozenset[str] = frozenset()
        settings.changed.connect(self._on_setting_changed)

    @property
    def is_chosen(self) -> bool:
        """Whether there is a chosen stretch."""
        return self.last > 0

    @property
    def words(self) -> str:
        """The stretch in words, in the calendar chosen; "" without one."""
        if not self.is_chosen:
            return ""
        old_style = self._settings.text("old_style") == "1" and self._has_both
        return describe_days(self.first, self.last, old_style=old_style, lang=self._library.language)

    @property
    def year(self) -> int:
        """The year of the last day; 0 without a stretch."""
        return date.fromordinal(self.last).year if self.is_chosen else 0

    @Slot(int, int)
    def choose(self, first: int, last: int) -> None:
        """Look at these days (both included); ``0, 0`` at all time."""
        if (first, last) == (self.first, self.last):
            return
        self.first, self.last = first, last
        inside = self.chronicle.between(first, last) if last else ()
        self.places = frozenset(each.place for each in inside if each.place)
        self.people = tuple(dict.fromkeys(person for each in inside for person in each.people))
        self.events = frozenset(each.id for each in inside)
        self.changed.emit()

    @property
    def _has_both(self) -> bool:
        """Whether there are dates that two calendars tell."""
        return any(each.julian for each in self.chronicle.events)

    @Slot(str, object)
    def _on_setting_changed(self, key: str, value: object) -> None:
        if key == "old_style" and self.is_chosen:
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Look at all time again."""
        self.choose(0, 0)
