"""The timeline as a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from historydesk.domain.chronicle import Chronicle
from historydesk.domain.dates import describe_day, describe_days
from historydesk.domain.entities import HistoricalEvent
from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.timeline.timeline_legend import TimelineLegend
from historydesk.ui.timeline.timeline_minimap import TimelineMinimap
from historydesk.ui.timeline.timeline_panel import TimelinePanel
from historydesk.ui.timeline.timeline_panel_list import Participant
from historydesk.ui.timeline.timeline_tools import TimelineTools
from historydesk.ui.timeline.timeline_view import TimelineView

PANEL = 400
"""Width of the panel in pixels at 100 %."""

LEAST_LINE = 700
"""Pixels at 100 % that the line needs beside the panel; in a narrower page the panel is a drawer."""

LEAST_BESIDE = 460
"""Pixels at 100 % that the line keeps beside an open drawer; in a narrower page the drawer covers it."""

ROOM = 12
"""Pixels around the legend."""


@dataclass(frozen=True, slots=True)
class TimelinePosition:
    """How the page was left: the days shown, the chosen stretch, and what was looked for."""

    view: tuple[float, float]
    range: tuple[int, int] = (0, 0)
    find: str = ""


class TimelinePage(QWidget):
    """The line with its overview, its controls, and beside it map, list and card.

    Owned by the shell, which passes in ``map_`` and ``card``, fills them, and says which event is chosen.
    """

    event_chosen = Signal(str)
    person_chosen = Signal(str)
    chapter_chosen = Signal(str)
    list_requested = Signal()
    range_changed = Signal(int, int)
    old_style_chosen = Signal(bool)

    def __init__(self, map_: QWidget, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._chronicle = Chronicle()
        self._is_filled = False
        self._has_both = True
        self._lanes: dict[str, str] = {}
        self._shown: tuple[HistoricalEvent, ...] = ()
        self._range = (0, 0)
        self._wants_old_style = self._old_style = False
        self._language = ""
        self._is_narrow = False
        self._drawer_open = False
        self.setAccessibleName(self.tr("Timeline"))
        self.tools = TimelineTools(self)
        self._stage = QWidget(self)
        self.view = TimelineView(self._stage)
        self.minimap = TimelineMinimap(self._stage)
        self.legend = TimelineLegend(self._stage)
        self.legend.hide()
        self.panel = TimelinePanel(map_, card, self)
        line = QVBoxLayout(self._stage)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.view, 1)
        line.addWidget(self.minimap)
        self._connect()
        self.set_appearance(self._appearance)

    def _connect(self) -> None:
        tools, view = self.tools, self.view
        tools.zoomed.connect(self._on_zoomed)
        tools.whole_requested.connect(self._on_whole)
        tools.old_style_chosen.connect(self.old_style_chosen)
        tools.legend_toggled.connect(self._on_legend)
        tools.panel_toggled.connect(self._on_panel)
        tools.range_cleared.connect(self._on_range_cleared)
        tools.find_changed.connect(self._on_find)
        tools.find_entered.connect(self._on_find_entered)
        view.event_chosen.connect(self.event_chosen)
        view.range_changed.connect(self.range_changed)
        view.view_changed.connect(self.minimap.set_view)
        view.bracket_chosen.connect(self.chapter_chosen)
        self.minimap.view_requested.connect(self._on_view_requested)
        self.panel.event_chosen.connect(self.event_chosen)
        self.panel.person_chosen.connect(self.person_chosen)
        self.panel.list_requested.connect(self.list_requested)
        self.panel.closed.connect(self._on_panel_closed)

    # What is shown

    def set_chronicle(self, chronicle: Chronicle, language: str) -> None:
        """Everything there is to show, in a language."""
        names = dict(chronicle.lanes)
        self._lanes = {
            "life": names.get("life", self.tr("Life")),
            "party": names.get("party", self.tr("Party")),
            "world": names.get("world", self.tr("Country and world")),
        }
        events = tuple(
            each if each.lane in self._lanes else replace(each, lane="world") for each in chronicle.events
        )
        self._chronicle = replace(chronicle, events=events)
        self._language = language
        self._is_filled = True
        self._has_both = any(each.julian for each in events)
        self.tools.offer_calendars(self._has_both)
        self.set_old_style(self._wants_old_style)
        self.panel.set_lanes(self._lanes)
        self.view.set_lanes(tuple(self._lanes.items()))
        self.view.set_bands(tuple((band.first_day, band.last_day, band.title) for band in chronicle.bands))
        self.view.set_brackets(
            tuple((each.start, each.end, each.title, each.id) for each in chronicle.chapters)
        )
        self.view.set_events(events)
        self.minimap.set_events(events)
        self.view.show_all()
        self._show_range()

    def choose_event(self, event_id: str) -> None:
        """Mark an event on the line and in the list; "" marks none."""
        self.view.choose(event_id)
        self.panel.choose(event_id)

    def show_card(self, shown: bool) -> bool:
        """The card instead of the list, in a narrow window with the drawer; whether the keyboard was there."""
        held = self.panel.show_card(shown)
        if shown and self._is_narrow:
            self._open_drawer(True)
        return held

    def set_range(self, first: int, last: int) -> None:
        """Show a stretch of days as chosen (both included); ``0, 0`` for all time."""
        self._range = (first, last)
        self.view.set_range(first, last)
        self.minimap.set_range(first, last)
        self._show_range()

    def set_people(self, people: Sequence[Participant]) -> None:
        """The people of the events shown."""
        self.panel.set_people(people)

    def set_old_style(self, on: bool) -> None:
        """Count days before the reform by the Julian calendar where it was in force, or all by ours."""
        self._wants_old_style = on
        self._old_style = on and self._has_both
        self.tools.set_old_style(self._old_style)
        self.panel.set_old_style(self._old_style)
        self.view.set_old_style(self._old_style)
        self._show_range()

    def events(self) -> tuple[HistoricalEvent, ...]:
        """The events of the chosen time, in order."""
        return self._shown

    def range_words(self) -> str:
        """The chosen stretch in words; "" without one."""
        if not self._range[1]:
            return ""
        return describe_days(*self._range, old_style=self._old_style, lang=self._language)

    def position(self) -> TimelinePosition:
        """How the page looks now."""
        return TimelinePosition(self.view.view(), self._range, self.tools.field.text())

    def look_for(self, text: str) -> None:
        """Type into the field; "" clears it."""
        self.tools.field.setText(text)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes; map and card have theirs from the shell."""
        self._appearance = appearance
        for part in (self.tools, self.view, self.minimap, self.legend, self.panel):
            part.set_appearance(appearance)
        self._place_parts()

    def focus(self) -> None:
        """Put the keyboard on the line."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """The parts that F6 walks over."""
        return [self.tools, self.view, self.minimap, self.panel]

    def _show_range(self) -> None:
        first, last = self._range
        self._shown = self._chronicle.between(first, last) if last else self._chronicle.events
        self.tools.set_range(self.range_words())
        count = len(self._shown)
        if last:
            end = describe_day(last, old_style=self._old_style, lang=self._language)
            heading = self.tr("As of {date}").format(date=end)
            hint = self.tr("{time}: what happened, and who took part.").format(time=self.range_words())
        else:
            heading = self.tr("The whole story")
            hint = self.tr(
                "Choose an event, here or on the line. To look at a stretch of time, hold Shift and drag along "
                "the line, or press long on the years and drag."
            )
        self.panel.set_overview(heading, hint if count else "")
        if self._is_filled:
            self.panel.set_events(self._shown, all_time=not last)
        self.panel.choose(self.view.chosen())
        self._place_parts()

    # What is done

    @Slot(float)
    def _on_zoomed(self, factor: float) -> None:
        self.view.zoom(factor)

    @Slot()
    def _on_whole(self) -> None:
        self.view.show_all()

    @Slot(bool)
    def _on_legend(self, shown: bool) -> None:
        self.legend.setVisible(shown)
        self._place_legend()

    @Slot(bool)
    def _on_panel(self, shown: bool) -> None:
        self._open_drawer(shown)
        if shown:
            self.panel.focus_list()

    @Slot()
    def _on_panel_closed(self) -> None:
        self._open_drawer(False)
        self.focus()

    @Slot()
    def _on_range_cleared(self) -> None:
        self.range_changed.emit(0, 0)

    @Slot(float, float)
    def _on_view_requested(self, first: float, last: float) -> None:
        self.view.set_view(first, last, animated=False)

    @Slot(str)
    def _on_find(self, text: str) -> None:
        if text.strip():
            self.panel.show_card(False)
            self.panel.show_events()
            if self._is_narrow:
                self._open_drawer(True)
        self.panel.set_filter(text)
        self.panel.choose(self.view.chosen())

    @Slot()
    def _on_find_entered(self) -> None:
        found = self.panel.first_event()
        if found:
            self.event_chosen.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back one thing after the other: legend, card, drawer, stretch of time."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.tools.legend.isChecked():
            self.tools.legend.setChecked(False)
        elif self.panel.shows_card:
            self.list_requested.emit()
        elif self._is_narrow and self._drawer_open:
            self._on_panel_closed()
        elif self._range[1]:
            self.range_changed.emit(0, 0)
        else:
            super().keyPressEvent(event)

    # Place

    def _open_drawer(self, opened: bool) -> None:
        focused = self.window().focusWidget()
        if not opened and focused is not None and self.panel.isAncestorOf(focused):
            self.focus()
        self._drawer_open = opened
        self._place_parts()

    def _place_parts(self) -> None:
        scale = self._appearance.chrome_px(1)
        width = self.width()
        panel = min(round(PANEL * scale), width)
        self._is_narrow = width - panel < LEAST_LINE * scale
        self.tools.set_panel(self._drawer_open, offered=self._is_narrow)
        top = self.tools.height_in(width)
        self.tools.setGeometry(0, 0, width, top)
        below = max(0, self.height() - top)
        shown = not self._is_narrow or self._drawer_open
        stage = width - panel if shown and width - panel >= LEAST_BESIDE * scale else width
        self._stage.setGeometry(0, top, stage, below)
        self.panel.set_drawer(self._is_narrow)
        self.panel.setGeometry(width - panel, top, panel, below)
        self.panel.setVisible(shown)
        self.panel.raise_()
        self._place_legend()

    def _place_legend(self) -> None:
        self.legend.adjustSize()
        room = self._stage.height() - self.minimap.height()
        self.legend.move(ROOM, max(0, room - self.legend.height() - ROOM))
        self.legend.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Line and panel side by side, or the panel as a drawer."""
        super().resizeEvent(event)
        self._place_parts()

    def sizeHint(self) -> QSize:
        """The screen it was designed on."""
        return QSize(1366, 700)

    def minimumSizeHint(self) -> QSize:
        """Small: the panel is a drawer."""
        return QSize(360, 300)
