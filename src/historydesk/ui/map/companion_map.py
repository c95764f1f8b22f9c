"""The map beside the chapter: follows the passage."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.domain.entities import Card, Journey, MapPlace
from historydesk.ui.map.authored_view import TILE, View, parse_view
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
NEAR = 0.04
"""Share of the view's width by which a wish may differ from what is shown, to be taken as the same."""

LEG_KM = 6.0
"""How wide a view of a journey's leg is at least."""


class CompanionMap(QWidget):
    """The chapter's places and the card of the chosen one; owned by the shell, shown by the reader."""

    place_chosen = Signal(str)
    """A place was chosen on the map."""

    place_requested = Signal(str)
    """The person wants more about a place."""

    reference_requested = Signal(object)
    """A ``Reference`` in a card's text."""

    journey_requested = Signal(str)
    """Follow the journey shown, at its stop: ``j-1`` or ``j-1#3``."""

    def __init__(self, base: BaseMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.setAccessibleName(self.tr("Map beside the chapter"))
        self.map = MapView(self)
        self.map.set_scale_bar(True)
        self.map.place_chosen.connect(self._on_chosen)
        self._zoom = ZoomButtons(self)
        self._zoom.zoomed.connect(self.map.zoom)
        self._follow_button: QPushButton | None = None
        self._card: PlaceCard | None = None
        self._card_place = ""
        self._year = 1929
        self._places: tuple[MapPlace, ...] = ()
        self._journey: Journey | None = None
        self._step = 0
        self._aim: Camera | None = None
        self._stops: tuple[MapPlace, ...] = ()
        self._wanted_journey: tuple[Journey | None, tuple[MapPlace, ...]] = (None, ())
        self._wanted: tuple[tuple[str, ...], View] | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._follow)
        self.set_base_map(base)
        self._dress()

    def is_settled(self) -> bool:
        """Whether the map shows what was last asked for: no wish waits and no flight is under way."""
        return not self._delay.isActive() and not self.map.is_moving()

    def set_base_map(self, base: BaseMap | None) -> None:
        """Coasts and frontiers to draw."""
        self.map.set_base_map(base)

    def set_places(self, places: Sequence[MapPlace], year: int = 1929) -> None:
        """The chapter's places, named as in ``year``."""
        self._places, self._year = tuple(places), year
        self._show_journey(None, 0)
        self._stops, self._wanted_journey = (), (None, ())
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

        A ``journey`` is drawn with its ``stops``, as far as the view's ``step`` or wholly; without ``ids`` and
        a place in the view the map shows the leg that leads there, or the whole.
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
            self._need_card().show_card(self._named(card))
        self._place_parts()
        if card is not None and self.isVisible():
            if self._wanted is not None and not self.map.moved_by_hand:
                self.map.fly_to(self._camera_of(self._wanted))
            else:
                self.map.keep_in_sight()

    def _named(self, card: Card) -> Card:
        """The card of a place with the place's name of the year shown."""
        from historydesk.ui.map.place_card import named_as

        known = (*self._places, *self._stops)
        place = next((each for each in known if str(card.reference) == f"place:{each.id}"), None)
        return named_as(card, place, self.map.name_of(place) if place is not None else "")

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
        if appearance != self._appearance:
            self._appearance = appearance
            self._dress()

    def _dress(self) -> None:
        appearance = self._appearance
        self.map.set_appearance(appearance)
        self._zoom.set_appearance(appearance)
        self._dress_follow_button()
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
            return self._camera_on_step() if self._step else self.map.camera_on_journey()
        if not any(each.id in ids for each in known):
            ids = tuple(place.id for place in self._places)
        return self.map.camera_on(ids, width_km)

    def _camera_on_step(self) -> Camera:
        """The leg that leads to the stop of the view, or the first stop alone."""
        track = self.map.journey_painter.track if self.map.journey_painter is not None else None
        if track is None:
            return self.map.camera()
        if self._step > 1:
            return self.map.camera_on_points(track.leg_points(self._step - 2), LEG_KM)
        start = track.point(0.0)
        return self.map.camera_on_points((start,) if start is not None else (), AROUND_KM)

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
            self._stops = tuple(place for place in stops if place.id not in held)
            self._show_journey(journey, view.step)
            self.map.set_places((*self._places, *self._stops), self._year)
        elif view.step != self._step:
            self._show_journey(journey, view.step)
        self.map.set_year(view.era or self._year)
        one = view.place or (ids[0] if len(ids) == 1 else "")
        self.map.choose(one)
        if self._card_place and self._card_place != one:
            self.set_place_card(None)
        if self.isVisible():
            self._aim_at(self._camera_of(self._wanted))
        self.map.moved_by_hand = False

    def _aim_at(self, camera: Camera) -> None:
        """Fly there, unless the map shows nearly that, or is on its way to it."""
        here = self._aim if self.map.is_moving() and self._aim is not None else self.map.camera()
        if self.map.moved_by_hand or not is_nearly(here, camera):
            self._aim = camera
            self.map.fly_to(camera)

    def _show_journey(self, journey: Journey | None, step: int) -> None:
        """Draw a journey up to a stop counted from 1; 0: the whole of it."""
        if journey != self._journey:
            self.map.set_journey(journey)
        self._journey = journey
        self._step = min(step, len(journey.stops)) if journey is not None else 0
        painter = self.map.journey_painter
        if painter is not None and painter.track is not None:
            if self._step:
                painter.set_progress(*painter.track.split(self._step - 1), ahead=False)
            else:
                painter.clear_progress()
            self.map.viewport().update()
        if journey is not None:
            self._need_follow_button().setAccessibleName(
                self.tr("Follow this journey: {title}").format(title=journey.title)
            )
        if self._follow_button is not None:
            self._follow_button.setVisible(journey is not None)
            self._place_parts()

    def _need_follow_button(self) -> QPushButton:
        """The button that opens the journey on the whole map, made with the first journey."""
        if self._follow_button is None:
            button = self._follow_button = QPushButton(f" {self.tr('Follow this journey')}", self)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self._on_follow)
            self._dress_follow_button()
        return self._follow_button

    def _dress_follow_button(self) -> None:
        if self._follow_button is not None:
            from historydesk.ui.theme.icons import icon

            self._follow_button.setIcon(icon("route", self._appearance.theme.color("ink"), 18))
            self._follow_button.setMinimumHeight(self._appearance.target)

    def _place_parts(self) -> None:
        width, height = self.width(), self.height()
        self.map.setGeometry(self.rect())
        self._zoom.adjustSize()
        self._zoom.move(width - self._zoom.width() - 14, 14)
        self.map.set_blocked((self._zoom.geometry(),))
        if self._follow_button is not None:
            button = self._follow_button
            button.adjustSize()
            compass = self.map.compass.geometry()
            beside = compass.right() + 10
            fits = beside + button.width() + 10 <= self._zoom.x()
            button.move(
                QPoint(beside, compass.top()) if fits else QPoint(compass.left(), compass.bottom() + 10)
            )
            button.raise_()
            if not button.isHidden():
                self.map.set_blocked((self._zoom.geometry(), button.geometry()))
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
        if self._wanted is None or self.map.moved_by_hand:
            return
        camera = self._camera_of(self._wanted)
        if self.map.is_moving():
            self._aim = camera
            self.map.fly_to(camera)
        else:
            self.map.look(camera)

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

    @Slot()
    def _on_follow(self) -> None:
        if self._journey is not None:
            step = f"#{self._step}" if self._step else ""
            self.journey_requested.emit(f"{self._journey.id}{step}")


def is_nearly(first: Camera, second: Camera) -> bool:
    """Whether one would hardly see a flight from one camera to the other."""
    narrow = min(first.width_km, second.width_km)
    away = hypot(first.x - second.x, first.y - second.y)
    return away < narrow * NEAR and abs(first.width_km - second.width_km) < narrow * NEAR
