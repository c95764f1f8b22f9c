"""The map beside the chapter: follows the passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import Card, Journey, MapPlace
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.zoom_buttons import ZoomButtons
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW

if TYPE_CHECKING:
    from historydesk.ui.map.place_card import PlaceCard

DELAY_MS = 150
"""A passage must rest at the top so long before the map follows."""

AROUND_KM = 700.0
EARTH_KM = 40_000.0
TILE = 256.0
"""Pixels in which ``zoom:0`` shows the earth's circumference, as on maps of the web."""


@dataclass(frozen=True, slots=True)
class View:
    """A view that the author asks for: ``place:gori zoom:6 era:1900``."""

    place: str = ""
    tile_km: float = 0.0
    """What 256 pixels show; 0: as the places ask."""

    era: int = 0


def parse_view(text: str) -> View:
    """Read a view; what it does not understand is left out."""
    values = dict(part.split(":", 1) for part in text.split() if ":" in part)
    try:
        zoom = float(values["zoom"]) if "zoom" in values else -1.0
    except ValueError:
        zoom = -1.0
    era = values.get("era", "")
    return View(
        values.get("place", ""),
        EARTH_KM / 2**zoom if 0 <= zoom <= 16 else 0.0,
        int(era) if era.isascii() and era.isdigit() else 0,
    )


class CompanionMap(QWidget):
    """The chapter's places and the card of the chosen one; owned by the shell, shown by the reader."""

    place_chosen = Signal(str)
    """A place was chosen on the map."""

    place_requested = Signal(str)
    """The person wants more about a place."""

    reference_requested = Signal(object)
    """A ``Reference`` in a card's text."""

    def __init__(self, base: BaseMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.setAccessibleName(self.tr("Map beside the chapter"))
        self.map = MapView(self)
        self.map.set_scale_bar(True)
        self.map.place_chosen.connect(self._on_chosen)
        self._zoom = ZoomButtons(self)
        self._zoom.zoomed.connect(self.map.zoom)
        self._card: PlaceCard | None = None
        self._card_place = ""
        self._year = 1929
        self._places: tuple[MapPlace, ...] = ()
        self._journey: Journey | None = None
        self._stops: tuple[MapPlace, ...] = ()
        self._wanted_journey: tuple[Journey | None, tuple[MapPlace, ...]] = (None, ())
        self._wanted: tuple[tuple[str, ...], View] | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._follow)
        self.set_base_map(base)
        self.set_appearance(self._appearance)

    def is_settled(self) -> bool:
        """Whether the map shows what was last asked for: no wish waits and no flight is under way."""
        return not self._delay.isActive() and not self.map.is_moving()

    def set_base_map(self, base: BaseMap | None) -> None:
        """Coasts and frontiers to draw."""
        self.map.set_base_map(base)

    def set_places(self, places: Sequence[MapPlace], year: int = 1929) -> None:
        """The chapter's places, named as in ``year``."""
        self._places, self._year = tuple(places), year
        self._journey, self._stops, self._wanted_journey = None, (), (None, ())
        self.map.set_journey(None)
        self.map.set_places(self._places, year)
        self.set_place_card(None)
        self.map.moved_by_hand = False
        self._delay.stop()
        self._wanted = (tuple(place.id for place in self._places), View())

    def show_places(
        self,
        ids: Sequence[str],
        view: str = "",
        *,
        at_once: bool = False,
        journey: Journey | None = None,
        stops: Sequence[MapPlace] = (),
    ) -> None:
        """Show a passage's places soon; ``view`` (``place:gori zoom:6 era:1900``) wins over them.

        A ``journey`` is drawn with its ``stops``; without ``ids`` and a place in the view it is shown whole.
        """
        self._wanted = (tuple(ids), parse_view(view))
        self._wanted_journey = (journey, tuple(stops))
        if at_once:
            self._delay.stop()
            self._follow()
        else:
            self._delay.start()

    def choose_place(self, place_id: str) -> None:
        """Mark a place and fly to it."""
        self._delay.stop()
        self._wanted = ((place_id,), View())
        self.map.moved_by_hand = False
        self.map.choose(place_id)
        if self.map.chosen():
            self.map.fly_to(self._camera_of(self._wanted))

    def set_place_card(self, card: Card | None) -> None:
        """Show the card of a place at the bottom, or none."""
        if card is None:
            if self._card is not None:
                self._card.hide()
            self._card_place = ""
        else:
            self._card_place = card.reference.target
            self._need_card().show_card(card)
        self._place_parts()
        if card is not None and self.isVisible():
            if self._wanted is not None and not self.map.moved_by_hand:
                self.map.fly_to(self._camera_of(self._wanted))
            else:
                self.map.keep_in_sight()

    def _need_card(self) -> PlaceCard:
        """The card, made with the first place that is chosen."""
        if self._card is None:
            from historydesk.ui.map.place_card import PlaceCard

            self._card = PlaceCard(self)
            self._card.more_requested.connect(self._on_more)
            self._card.reference_requested.connect(self.reference_requested)
            self._card.closed.connect(self._on_closed)
            self._card.set_appearance(self._appearance)
        return self._card

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.map.set_appearance(appearance)
        self._zoom.set_appearance(appearance)
        if self._card is not None:
            self._card.set_appearance(appearance)
        self._place_parts()

    def _camera_of(self, wanted: tuple[tuple[str, ...], View]) -> Camera:
        ids, view = wanted
        width_km = view.tile_km * max(1, self.map.width()) / TILE or AROUND_KM
        known = (*self._places, *self._stops)
        if any(each.id == view.place for each in known):
            return self.map.camera_at(view.place, width_km)
        if self._journey is not None and not ids:
            return self.map.camera_on_journey()
        if not any(each.id in ids for each in known):
            ids = tuple(place.id for place in self._places)
        return self.map.camera_on(ids, width_km)

    @Slot()
    def _follow(self) -> None:
        if self._wanted is None:
            return
        ids, view = self._wanted
        journey, stops = self._wanted_journey
        if not ids and not view.place and not view.era and journey is None:
            return
        if journey != self._journey:
            held = {place.id for place in self._places}
            self._journey = journey
            self._stops = tuple(place for place in stops if place.id not in held)
            self.map.set_journey(journey)
            self.map.set_places((*self._places, *self._stops), self._year)
        self.map.set_year(view.era or self._year)
        one = view.place or (ids[0] if len(ids) == 1 else "")
        self.map.choose(one)
        if self._card_place and self._card_place != one:
            self.set_place_card(None)
        self.map.moved_by_hand = False
        if self.isVisible():
            self.map.fly_to(self._camera_of(self._wanted))

    def _place_parts(self) -> None:
        width, height = self.width(), self.height()
        self.map.setGeometry(self.rect())
        self._zoom.adjustSize()
        self._zoom.move(width - self._zoom.width() - 14, 14)
        self.map.set_blocked((self._zoom.geometry(),))
        bottom = 0
        if self._card is not None and not self._card.isHidden():
            card_width = min(width, 520)
            size = self._card.fit(card_width, round(height * 0.6))
            self._card.setGeometry(
                (width - card_width) // 2, height - size.height() + 2, card_width, size.height()
            )
            bottom = size.height() - SHADOW - 2
        self.map.set_covered(0, 0, 0, bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place map, buttons and card."""
        super().resizeEvent(event)
        self._place_parts()
        self._refit()

    def showEvent(self, event: QShowEvent) -> None:
        """Look where the passage is."""
        super().showEvent(event)
        self._refit()

    def _refit(self) -> None:
        if self._wanted is not None and not self.map.moved_by_hand and not self.map.is_moving():
            self.map.look(self._camera_of(self._wanted))

    def sizeHint(self) -> QSize:
        """A column beside the chapter."""
        return QSize(430, 634)

    @Slot(str)
    def _on_chosen(self, place_id: str) -> None:
        self.place_chosen.emit(place_id)

    @Slot()
    def _on_more(self) -> None:
        if self._card_place:
            self.place_requested.emit(self._card_place)

    @Slot()
    def _on_closed(self) -> None:
        self.set_place_card(None)
        self.map.choose("")
        self.map.setFocus()
