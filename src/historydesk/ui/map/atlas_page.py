"""The map as a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
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

from historydesk.domain.entities import Card, Journey, MapPlace
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import home_camera
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.place_card import PlaceCard
from historydesk.ui.map.place_list import PLACE_ROLE, PlaceList
from historydesk.ui.map.zoom_buttons import ZoomButtons
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW

YEARS = (1900, 1924, 1929, 1936)
TODAY = 2025
LIST_WIDTH = 268
NARROW = 760
"""A page narrower than this leaves the list out."""

CLOSE_KM = 1_200.0


class AtlasPage(QWidget):
    """All places of the pack: a list to find them in, the map, its year; owned by the shell."""

    place_chosen = Signal(str)
    """A place was chosen on the map or in the list."""

    place_requested = Signal(str)
    """The person wants more about a place."""

    reference_requested = Signal(object)
    """A ``Reference`` in a card's text."""

    def __init__(self, base: BaseMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._places: tuple[MapPlace, ...] = ()
        self._year = 1929
        self._card_place = ""
        self._looked = False
        self._journey: Journey | None = None
        self.setAccessibleName(self.tr("Map"))

        self.map = MapView(self)
        self.map.set_scale_bar(True)
        self.map.place_chosen.connect(self._on_map_place)
        self._build_list()
        self._build_eras()
        self._zoom = ZoomButtons(self)
        self._zoom.zoomed.connect(self.map.zoom)
        self._card = PlaceCard(self)
        self._card.more_requested.connect(self._on_more)
        self._card.reference_requested.connect(self.reference_requested)
        self._card.closed.connect(self._on_closed)
        QWidget.setTabOrder(self.field, self.list)
        QWidget.setTabOrder(self.list, self.map)
        self.set_base_map(base)
        self.set_appearance(self._appearance)

    def _build_list(self) -> None:
        self._panel = QFrame(self)
        self._panel.setProperty("role", "panel")
        self.field = QLineEdit(self._panel)
        self.field.setPlaceholderText(self.tr("Find a place"))
        self.field.setAccessibleName(self.tr("Find a place"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_filter)
        self.field.returnPressed.connect(self._on_first)
        self.model = PlaceList(self)
        self.list = QListView(self._panel)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Places"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._on_row)
        self.list.activated.connect(self._on_row)
        self._empty = QLabel(self.tr("No place has this name."), self._panel)
        self._empty.setProperty("tone", "soft")
        self._empty.setWordWrap(True)
        self._empty.hide()
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(14, 14, 14, 0)
        rows.setSpacing(10)
        rows.addWidget(self.field)
        rows.addWidget(self._empty)
        rows.addWidget(self.list, 1)

    def _build_eras(self) -> None:
        self._eras = QFrame(self)
        self._eras.setObjectName("eras")
        self._eras.setAccessibleName(self.tr("Frontiers of the year"))
        row = QHBoxLayout(self._eras)
        row.setContentsMargins(5, 5, 5, 5)
        row.setSpacing(2)
        self.era_buttons: dict[int, QPushButton] = {}
        for year in (*YEARS, TODAY):
            button = QPushButton(self.tr("Today") if year == TODAY else str(year), self._eras)
            button.setProperty("role", "nav")
            button.setCheckable(True)
            button.setChecked(year == self._year)
            button.setAccessibleName(
                self.tr("Frontiers of today")
                if year == TODAY
                else self.tr("Frontiers of {year}").format(year=year)
            )
            button.clicked.connect(partial(self._on_era, year))
            row.addWidget(button)
            self.era_buttons[year] = button

    def set_base_map(self, base: BaseMap | None) -> None:
        """Coasts and frontiers to draw."""
        self.map.set_base_map(base)

    def set_places(self, places: Sequence[MapPlace]) -> None:
        """All places of the pack."""
        self._places = tuple(places)
        self.map.set_places(self._places, self._year)
        self._show_names()

    def choose_place(self, place_id: str) -> None:
        """Mark a place in list and map and fly to it."""
        self.map.choose(place_id)
        if not self.map.chosen():
            return
        self._mark_row(place_id)
        camera = self.map.camera()
        self.map.fly_to(self.map.camera_at(place_id, min(CLOSE_KM, camera.width_km)))
        self._looked = True

    def show_journey(self, journey: Journey | None) -> None:
        """Draw a journey and fly to the whole of it; ``None`` takes it away."""
        self._journey = journey
        self.map.set_journey(journey)
        if journey is not None:
            self.set_place_card(None)
            self.map.choose("")
            self._mark_row("")
            self.map.moved_by_hand = False
            self.map.fly_to(self.map.camera_on_journey())
            self._looked = True

    def set_place_card(self, card: Card | None) -> None:
        """Show the card of a place, or none."""
        if card is None:
            self._card.hide()
            self._card_place = ""
        else:
            self._card_place = card.reference.target
            self._card.show_card(card)
        self._place_parts()
        if card is not None and self.isVisible():
            self.map.keep_in_sight()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        css = appearance.theme.css
        contrast = appearance.theme.is_high_contrast
        line = css("edge" if contrast else "rule")
        self.map.set_appearance(appearance)
        self._zoom.set_appearance(appearance)
        self._card.set_appearance(appearance)
        self._eras.setStyleSheet(
            f"#eras {{ background: {css('card')}; border: 1px solid {line}; border-radius: 12px; }}"
        )
        self.model.row_height = max(appearance.target, round(appearance.chrome_px(15) * 2.6))
        self.list.setFont(appearance.interface_face(15))
        self.list.setStyleSheet(
            f"QListView {{ background: transparent; border: none; color: {css('ink')}; outline: none; }}"
            f"QListView::item {{ padding-left: 10px; border-radius: 6px; color: {css('ink')}; }}"
            f"QListView::item:hover {{ background: {css('hover')}; }}"
            f"QListView::item:selected {{ background: {css('ink')}; color: {css('on_ink')}; }}"
            f"QListView::item:focus {{ border: 2px solid {css('focus')}; }}"
        )
        self._show_names()
        self._place_parts()

    def _show_names(self) -> None:
        chosen = self.map.chosen()
        self.model.set_places(self._places, {place.id: self.map.name_of(place) for place in self._places})
        self._empty.setVisible(bool(self._places) and self.model.rowCount() == 0)
        self._mark_row(chosen)

    def _mark_row(self, place_id: str) -> None:
        row = self.model.row_of(place_id) if place_id else -1
        if row >= 0:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.clearSelection()

    def _place_parts(self) -> None:
        width, height = self.width(), self.height()
        left = round(self._appearance.chrome_px(LIST_WIDTH)) if width >= NARROW else 0
        self._panel.setVisible(left > 0)
        self._panel.setGeometry(0, 0, left, height)
        self.map.setGeometry(left, 0, width - left, height)
        self._eras.adjustSize()
        self._eras.move(max(left + 8, width - self._eras.width() - 24), 20)
        self._zoom.adjustSize()
        self._zoom.move(width - self._zoom.width() - 24, height - self._zoom.height() - 24)
        self.map.set_blocked([part.geometry().translated(-left, 0) for part in (self._eras, self._zoom)])
        covered = 0
        if not self._card.isHidden():
            room = width - left
            card_width = min(room, 400 + 2 * SHADOW if room > 700 else room)
            size = self._card.fit(card_width, round(height * 0.7))
            self._card.setGeometry(left + 6, height - size.height() - 6, card_width, size.height())
            if room > 700:
                covered = card_width
        self.map.set_covered(covered, 0, 0, 0)
        self._card.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts."""
        super().resizeEvent(event)
        self._place_parts()
        self._refit()

    def _refit(self) -> None:
        """Keep a journey whole while the page finds its size."""
        held = self.map.moved_by_hand or self.map.chosen() or self.map.is_moving()
        if self._journey is not None and not held:
            self.map.look(self.map.camera_on_journey())

    def showEvent(self, event: QShowEvent) -> None:
        """The first time: the whole story."""
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            chosen = self.map.chosen()
            self.map.look(self.map.camera_at(chosen, CLOSE_KM) if chosen else home_camera())
        self._refit()

    def sizeHint(self) -> QSize:
        """The screen it was designed on."""
        return QSize(1366, 700)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._empty.setVisible(bool(self._places) and self.model.rowCount() == 0)
        self._mark_row(self.map.chosen())

    @Slot()
    def _on_first(self) -> None:
        if self.model.rowCount():
            self._on_row(self.model.index(0))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        place_id = index.data(PLACE_ROLE)
        if isinstance(place_id, str):
            self.choose_place(place_id)
            self.place_chosen.emit(place_id)

    @Slot(str)
    def _on_map_place(self, place_id: str) -> None:
        self._mark_row(place_id)
        self.place_chosen.emit(place_id)

    def _on_era(self, year: int) -> None:
        self._year = year
        for each, button in self.era_buttons.items():
            button.setChecked(each == year)
        self.map.set_year(year, today=year == TODAY)
        self._show_names()

    @Slot()
    def _on_more(self) -> None:
        if self._card_place:
            self.place_requested.emit(self._card_place)

    @Slot()
    def _on_closed(self) -> None:
        self.set_place_card(None)
        self.map.choose("")
        self._mark_row("")
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)
