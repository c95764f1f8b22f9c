"""The panel beside the map: its places, its journeys, the stops of the journey that is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.entities import Journey, MapPlace
from historydesk.ui.map.journey_chooser import JourneyChooser
from historydesk.ui.map.journey_stops import JourneyStops
from historydesk.ui.map.place_list import PLACE_ROLE, PlaceList
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import icon


class AtlasPanel(QFrame):
    """Two lists, one shown at a time; owned by the atlas."""

    place_chosen = Signal(str)
    journey_chosen = Signal(str)
    journeys_requested = Signal()
    """Back from the stops to all journeys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._journey: Journey | None = None
        self._chosen = ""
        self._has_places = False
        self.setProperty("role", "panel")
        self.places_tab = self._tab(self.tr("Places"))
        self.journeys_tab = self._tab(self.tr("Journeys"))
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        tabs.addWidget(self.places_tab)
        tabs.addWidget(self.journeys_tab)
        tabs.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 6, 0)
        rows.setSpacing(8)
        rows.addLayout(tabs)
        rows.addWidget(self._make_places(), 1)
        rows.addWidget(self._make_journeys(), 1)
        for tab in (self.places_tab, self.journeys_tab):
            tab.toggled.connect(self._show_tab)
        self.places_tab.setChecked(True)

    def _tab(self, words: str) -> QPushButton:
        tab = QPushButton(words, self)
        tab.setProperty("role", "tab")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        return tab

    def _make_places(self) -> QWidget:
        self._places = QWidget(self)
        self.field = QLineEdit(self._places)
        self.field.setPlaceholderText(self.tr("Find a place"))
        self.field.setAccessibleName(self.tr("Find a place"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_filter)
        self.field.returnPressed.connect(self._on_first)
        self.model = PlaceList(self)
        self.list = QListView(self._places)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Places"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._on_row)
        self.list.activated.connect(self._on_row)
        self._empty = QLabel(self.tr("No place has this name."), self._places)
        self._empty.setProperty("tone", "soft")
        self._empty.setWordWrap(True)
        self._empty.hide()
        column = QVBoxLayout(self._places)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        QWidget.setTabOrder(self.field, self.list)
        return self._places

    def _make_journeys(self) -> QWidget:
        self._journeys = QWidget(self)
        self.all_journeys = QPushButton(self.tr("All journeys"), self._journeys)
        self.all_journeys.setProperty("role", "link")
        self.all_journeys.clicked.connect(self.journeys_requested)
        self._title = QLabel(self._journeys)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setContentsMargins(12, 0, 8, 4)
        self.chooser = JourneyChooser(self._journeys)
        self.chooser.journey_chosen.connect(self.journey_chosen)
        self.stops = JourneyStops(self._journeys)
        column = QVBoxLayout(self._journeys)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.all_journeys, self._title):
            column.addWidget(widget)
        column.addWidget(self.chooser, 1)
        column.addWidget(self.stops, 1)
        return self._journeys

    def set_places(self, places: Sequence[MapPlace], names: dict[str, str]) -> None:
        """The places to list, and what they are called in the year shown."""
        self._has_places = bool(places)
        self.model.set_places(places, names)
        self._empty.setVisible(self._has_places and self.model.rowCount() == 0)
        self.mark_place(self._chosen)

    def mark_place(self, place_id: str) -> None:
        """Mark a place in the list; "" for none."""
        self._chosen = place_id
        row = self.model.row_of(place_id) if place_id else -1
        if row >= 0:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.clearSelection()

    def set_journeys(self, journeys: Sequence[Journey], people: Mapping[str, str]) -> None:
        """The journeys to list; ``people`` names the travellers by id."""
        self.chooser.set_journeys(journeys, people)
        self.journeys_tab.setVisible(bool(journeys))

    def show_journey(self, journey: Journey | None) -> None:
        """Show the stops of the journey that is open, or all journeys."""
        self._journey = journey
        self._title.setText(journey.title if journey is not None else "")
        if journey is not None:
            self.journeys_tab.setChecked(True)
        self._show_tab()

    def focus_journeys(self) -> None:
        """The keyboard to the journeys."""
        self.journeys_tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        css = appearance.theme.css
        self._title.setFont(appearance.interface_face(16, weight=600))
        self.all_journeys.setIcon(icon("chevron-left", appearance.theme.color("blue"), 18))
        self.chooser.set_appearance(appearance)
        self.stops.set_appearance(appearance)
        self.model.row_height = max(appearance.target, round(appearance.chrome_px(15) * 2.6))
        self.list.setFont(appearance.interface_face(15))
        self.list.setStyleSheet(
            f"QListView {{ background: transparent; border: none; color: {css('ink')}; outline: none; }}"
            f"QListView::item {{ padding-left: 10px; border-radius: 6px; color: {css('ink')}; }}"
            f"QListView::item:hover {{ background: {css('hover')}; }}"
            f"QListView::item:selected {{ background: {css('ink')}; color: {css('on_ink')}; }}"
            f"QListView::item:focus {{ border: 2px solid {css('focus')}; }}"
        )

    @Slot()
    def _show_tab(self) -> None:
        journeys = self.journeys_tab.isChecked()
        is_open = self._journey is not None
        self._places.setVisible(not journeys)
        self._journeys.setVisible(journeys)
        self.all_journeys.setVisible(is_open)
        self._title.setVisible(is_open)
        self.chooser.setVisible(not is_open)
        self.stops.setVisible(is_open)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._empty.setVisible(self._has_places and self.model.rowCount() == 0)
        self.mark_place(self._chosen)

    @Slot()
    def _on_first(self) -> None:
        if self.model.rowCount():
            self._on_row(self.model.index(0))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        place_id = index.data(PLACE_ROLE)
        if isinstance(place_id, str):
            self.place_chosen.emit(place_id)
