"""The places of a map: their controls, marks and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import MapPlace
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.label_layout import Label, place_labels
from historydesk.ui.map.marks import REACH, Marks
from historydesk.ui.map.place_button import PlaceButton
from historydesk.ui.map.room import Room
from historydesk.ui.theme import Appearance

RANK_KM = {1: 40_000.0, 2: 9_000.0, 3: 3_000.0}
"""Places of a rank are shown in views up to this wide."""

MOST_LEADING = 6
"""Where more places than these lead, all are drawn small."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A shown place: where, and where its words stand from there."""

    x: float
    y: float
    large: bool
    offset: tuple[float, float] | None
    label: QPixmap | None


class PlaceLayer(QObject):
    """Places of one map, in the order in which Tab goes through them; owned by the map."""

    place_chosen = Signal(str)
    """A place's control was used."""

    place_focused = Signal(str)
    """The keyboard came to a place."""

    def __init__(self, map_view: QWidget, viewport: QWidget, appearance: Appearance) -> None:
        super().__init__(map_view)
        self._map = map_view
        self._viewport = viewport
        self._appearance = appearance
        self._marks = Marks(appearance)
        self._places: tuple[MapPlace, ...] = ()
        self._by_id: dict[str, MapPlace] = {}
        self._buttons: dict[str, PlaceButton] = {}
        self._year, self._today = 1929, False
        self._shown: list[_Mark] = []
        self._shown_width = 0.0
        self.chosen = ""

    def set_places(self, places: Sequence[MapPlace]) -> None:
        """Show these places; ``arrange`` is wanted afterwards."""
        self._places = tuple(places)
        self._by_id = {place.id: place for place in self._places}
        for place_id in [each for each in self._buttons if each not in self._by_id]:
            button = self._buttons.pop(place_id)
            if button is self._map.window().focusWidget():
                # Else hiding it would send the keyboard on to whatever comes next.
                self._map.setFocus(Qt.FocusReason.OtherFocusReason)
            button.hide()
            button.deleteLater()
        previous: QWidget = self._map
        for place in self._places:
            known = self._buttons.get(place.id)
            if known is None:
                known = PlaceButton(place.id, self._appearance, self._viewport)
                known.clicked.connect(self._on_button)
                known.focused.connect(self.place_focused)
                self._buttons[place.id] = known
            known.set_appearance(self._appearance)
            known.set_name(self.name_of(place))
            known.show()
            QWidget.setTabOrder(previous, known)
            previous = known
        if self.chosen not in self._by_id:
            self.chosen = ""

    def set_year(self, year: int, *, today: bool) -> None:
        """Names of a year or of today; ``arrange`` is wanted afterwards."""
        self._year, self._today = year, today
        for place in self._places:
            if (button := self._buttons.get(place.id)) is not None:
                button.set_name(self.name_of(place))

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes; ``arrange`` is wanted afterwards."""
        self._appearance = appearance
        self._marks.set_appearance(appearance)
        for button in self._buttons.values():
            button.set_appearance(appearance)

    def place(self, place_id: str) -> MapPlace | None:
        """The place of an id."""
        return self._by_id.get(place_id)

    def name_of(self, place: MapPlace) -> str:
        """What a place is called in the year shown."""
        if self._today:
            return place.name_today or place.name
        return place.name_in(self._year)

    def is_shown(self, place_id: str) -> bool:
        """Whether a place has a mark of its own."""
        place = self._by_id[place_id]
        return any((mark.x, mark.y) == (place.x, -place.y) for mark in self._shown)

    # Controls

    def hide_controls(self) -> None:
        """A motion begins: only the control that the keyboard is on goes along."""
        focused = self._map.window().focusWidget()
        for button in self._buttons.values():
            if button is not focused:
                button.hide()

    def show_controls(self) -> None:
        """The map is at rest again."""
        for button in self._buttons.values():
            button.show()

    def follow(self, camera: Camera, width: int, height: int) -> None:
        """In motion: put the control that goes along."""
        for button in self._buttons.values():
            if not button.isHidden() and (place := self._by_id.get(button.place_id)) is not None:
                button.put(*camera.to_view(place.x, -place.y, width, height))

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            self.place_chosen.emit(button.place_id)

    # Marks and words

    def arrange(self, camera: Camera, room: Room, *, moving: bool) -> None:
        """Choose marks and words for a camera (of a flight: its end); at rest put the controls."""
        scale = self._map.devicePixelRatioF()
        labels: list[Label] = []
        entries: list[tuple[MapPlace, bool, QPixmap]] = []
        leading = sum(1 for place in self._places if place.rank == 1) <= MOST_LEADING
        for number, place in enumerate(self._places):
            chosen = place.id == self.chosen
            if not chosen and camera.width_km > RANK_KM.get(place.rank, 3_000.0) and len(self._places) > 12:
                continue
            large = chosen or (leading and place.rank == 1 and not self.chosen)
            x, y = camera.to_view(place.x, -place.y, room.width, room.height)
            pixmap = self._marks.label(self.name_of(place), "", large, scale)
            size = pixmap.deviceIndependentSize()
            priority = (0 if chosen else place.rank) * 10_000 + number
            radius = self._marks.radius(large) + REACH / 2
            labels.append(Label(x, y, radius, size.width(), size.height(), priority))
            entries.append((place, large, pixmap))
        self._shown = []
        self._shown_width = camera.width_km
        reachable = set()
        placed = place_labels(labels, room.area(), blocked=room.taken())
        for (place, large, pixmap), label, spot in zip(entries, labels, placed, strict=True):
            if not spot.marker:
                continue
            reachable.add(place.id)
            offset = None if spot.box is None else (spot.box[0] - label.x, spot.box[1] - label.y)
            self._shown.append(_Mark(place.x, -place.y, large, offset, pixmap))
        self._shown.sort(key=lambda mark: mark.large)
        if not moving:
            self._put_controls(camera, room, reachable)

    def _put_controls(self, camera: Camera, room: Room, reachable: set[str]) -> None:
        for place in self._places:
            button = self._buttons[place.id]
            button.put(*camera.to_view(place.x, -place.y, room.width, room.height))
            hit = place.id in reachable
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not hit)
            if hit and place.id == self.chosen:
                button.raise_()

    def paint(self, painter: QPainter, camera: Camera, width: int, height: int) -> None:
        """Draw marks and words as a camera sees them; the painter is antialiasing, in pixels."""
        ratio = camera.width_km / self._shown_width if self._shown_width else 1.0
        worded = 0.4 < ratio < 2.5
        spots = []
        for mark in self._shown:
            x, y = camera.to_view(mark.x, mark.y, width, height)
            if -20 < x < width + 20 and -20 < y < height + 20:
                spots.append((x, y, mark))
                self._marks.dot(painter, x, y, mark.large)
        if worded:
            for x, y, mark in spots:
                if mark.offset is not None and mark.label is not None:
                    at = QPointF(round(x + mark.offset[0]), round(y + mark.offset[1]))
                    painter.drawPixmap(at, mark.label)
