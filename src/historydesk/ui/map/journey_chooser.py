"""The journeys of the pack as a list of controls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import Journey
from historydesk.ui.map.journey_track import JourneyTrack
from historydesk.ui.map.journey_words import count, distance, span
from historydesk.ui.map.row_button import RowButton, Words
from historydesk.ui.map.rows_panel import RowsPanel
from historydesk.ui.theme import Appearance, default_appearance


class JourneyChooser(RowsPanel):
    """Title, person, years, length and days of each journey; owned by the atlas' panel."""

    journey_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.buttons: dict[str, RowButton] = {}

    def set_journeys(self, journeys: Sequence[Journey], people: Mapping[str, str]) -> None:
        """List these; ``people`` names the travellers by id."""
        self.buttons = {}
        for journey in journeys:
            lines = [
                Words(journey.title, title=True),
                Words(" · ".join(filter(None, (people.get(journey.person, ""), span(journey))))),
                Words(self._length(journey), icon="route"),
            ]
            button = RowButton(lines, "", self._appearance, self)
            button.clicked.connect(partial(self._on_clicked, journey.id))
            self.buttons[journey.id] = button
        self._show(tuple(self.buttons.values()))

    def _length(self, journey: Journey) -> str:
        track = JourneyTrack(journey)
        parts = [self.tr("about {km}\u00a0km").format(km=distance(track.km))]
        if track.days():
            parts.append(self.tr("{days}\u00a0days").format(days=count(track.days())))
        return ", ".join(parts)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        for button in self.buttons.values():
            button.set_appearance(appearance)

    def _on_clicked(self, journey_id: str) -> None:
        self.journey_chosen.emit(journey_id)
