"""The stops of a journey as a list of controls."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.domain.entities import Journey, Stop
from historydesk.ui.map.journey_words import MODES, NameOf, confidence_word, mode_word, spent, stop_name
from historydesk.ui.map.row_button import RowButton, Words
from historydesk.ui.map.rows_panel import RowsPanel
from historydesk.ui.theme import Appearance, default_appearance


class JourneyStops(RowsPanel):
    """Number, name, dates, means of travel and certainty of each stop; owned by the atlas' panel."""

    stop_chosen = Signal(int)
    passage_requested = Signal(int)
    """The passage that tells of a stop."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._journey: Journey | None = None
        self.buttons: list[RowButton] = []
        self._links: dict[int, QPushButton] = {}

    def set_journey(self, journey: Journey | None, name_of: NameOf) -> None:
        """List the stops of a journey."""
        self._journey = journey
        self.buttons, self._links = [], {}
        rows: list[QWidget] = []
        stops = journey.stops if journey is not None else ()
        for number, stop in enumerate(stops):
            days = spent(journey, number) if journey is not None else ""
            button = RowButton(_words(stop, name_of, days), str(number + 1), self._appearance, self)
            button.setCheckable(True)
            button.setAutoExclusive(False)
            button.clicked.connect(partial(self._on_clicked, number))
            self.buttons.append(button)
            rows.append(button)
            if stop.passage:
                link = QPushButton(self.tr("Read this passage"), self)
                link.setProperty("role", "link")
                name = stop_name(stop, name_of)
                link.setAccessibleName(self.tr("Read the passage about {name}").format(name=name))
                link.clicked.connect(partial(self._on_link, number))
                self._links[number] = link
                self._dress(link)
                rows.append(link)
        self._show(rows)
        self.mark(0)

    def mark(self, stop: int) -> None:
        """Show where the traveller is."""
        for number, button in enumerate(self.buttons):
            button.setChecked(number == stop)
        for number, link in self._links.items():
            link.setVisible(number == stop)
        if stop < len(self.buttons):
            self._bring_into_view(self.buttons[stop])

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        for button in self.buttons:
            button.set_appearance(appearance)
        for link in self._links.values():
            self._dress(link)

    def _dress(self, link: QPushButton) -> None:
        """Below the words of its stop."""
        if self.buttons:
            link.setStyleSheet(f"QPushButton {{ margin-left: {self.buttons[0].words_left() - 4}px; }}")

    def _on_clicked(self, number: int) -> None:
        self.buttons[number].setChecked(True)
        self.stop_chosen.emit(number)

    def _on_link(self, number: int) -> None:
        self.passage_requested.emit(number)


def _words(stop: Stop, name_of: NameOf, days: str) -> list[Words]:
    onward = stop.onward or mode_word(stop.mode)
    if stop.onward and stop.mode in MODES and mode_word(stop.mode).lower() not in stop.onward.lower():
        onward = f"{mode_word(stop.mode)}: {stop.onward}"
    return [
        Words(stop_name(stop, name_of), title=True),
        Words(stop.dates),
        Words(onward, icon=MODES[stop.mode][1] if stop.mode in MODES else ""),
        Words(days),
        Words(confidence_word(stop.confidence)),
    ]
