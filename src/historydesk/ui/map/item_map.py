"""A small still map of the places that belong to one item."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.entities import Journey, MapPlace
from historydesk.domain.values import dataclass
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.journey_painter import JourneyPainter
from historydesk.ui.map.label_layout import Label, place_labels
from historydesk.ui.map.marks import REACH, Marks
from historydesk.ui.map.place_button import ClusterButton, MarkButton, PlaceButton
from historydesk.ui.map.room import Room, fit_in_room
from historydesk.ui.theme import Appearance, default_appearance

SHAPE = 0.72
"""Height for each pixel of width."""

TALLEST = 300
LEAST_KM, LEAST_KM_ALONE = 500.0, 1600.0
"""How much of the land is seen at least, around several places or one."""

AIR, AIR_ABOVE = 34, 26
"""Pixels at the sides and above and below that places keep out of."""

YEAR = 1929
"""Whose frontiers are drawn where no year is better than another."""

RIM = 2.0
"""The ring of a mark, within its halo."""

CORNER = 10.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the map: the places it stands for, the most important first, and its pixel."""

    places: tuple[MapPlace, ...]
    x: float
    y: float


class ItemMap(QWidget):
    """Places with their names, a journey with its line, drawn once per size; owned by the page of an item.

    Nothing of it moves, so that the page scrolls under finger and wheel. The places are listed beside it for the
    keyboard: its marks are for the pointer and the finger.
    """

    place_requested = Signal(str)
    """A place was chosen."""

    map_requested = Signal(str)
    """Several places share the mark that was chosen: the large map tells them apart."""

    def __init__(self, base: BaseMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._base = base
        self._painter = BasePainter()
        self._painter.set_base_map(base)
        self._journey = JourneyPainter()
        self._marks = Marks(self._appearance)
        self._places: tuple[MapPlace, ...] = ()
        self._shown: tuple[tuple[MapPlace, ...], int, Journey | None] = ((), 0, None)
        self._buttons: list[MarkButton] = []
        self._picture: QPixmap | None = None
        self.setAccessibleName(self.tr("Map of the places"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_appearance(self._appearance)

    def set_places(self, places: Sequence[MapPlace], year: int = 0, journey: Journey | None = None) -> None:
        """Show these places, the most important first, over the frontiers of a year (0: of 1929)."""
        shown = (tuple(places), year, journey)
        if shown == self._shown:
            return
        self._shown, self._places = shown, shown[0]
        if self._base is not None:
            self._painter.era = self._base.era_of(year or YEAR)
        self._journey.set_journey(journey)
        self._forget()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._painter.set_theme(appearance.theme)
        self._journey.set_theme(appearance.theme)
        self._marks.set_appearance(appearance)
        self._forget()

    def camera(self) -> Camera:
        """Where the map looks: all places and the whole journey."""
        points = [(place.x, -place.y) for place in self._places]
        if self._journey.track is not None:
            points += self._journey.track.points()
        width, height = max(1, self.width()), max(1, self.height())
        free = QRect(0, 0, width, height).adjusted(AIR, AIR_ABOVE, -AIR, -AIR_ABOVE)
        least = LEAST_KM if len(points) > 1 else LEAST_KM_ALONE
        return fit_in_room(points, Room(width, height, free), least)

    def marks(self) -> tuple[Mark, ...]:
        """The marks, each at least a mark's width from the next: nearer places share one."""
        camera = self.camera()
        apart = 2 * (self._marks.radius(False, 2) + RIM) + 1
        found: list[tuple[list[MapPlace], float, float]] = []
        for place in self._places:
            x, y = camera.to_view(place.x, -place.y, self.width(), self.height())
            for places, mx, my in found:
                if hypot(mx - x, my - y) < apart:
                    places.append(place)
                    break
            else:
                found.append(([place], x, y))
        return tuple(Mark(tuple(places), x, y) for places, x, y in found)

    def _forget(self) -> None:
        self._picture = None
        self._put_buttons()
        self.update()

    def _put_buttons(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for mark in self.marks():
            button = self._button(mark)
            button.set_appearance(self._appearance)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._on_button)
            button.put(mark.x, mark.y)
            button.show()
            self._buttons.append(button)

    def _button(self, mark: Mark) -> MarkButton:
        if len(mark.places) == 1:
            single = PlaceButton(mark.places[0].id, self._appearance, self)
            single.set_name(mark.places[0].name)
            return single
        cluster = ClusterButton(mark.places[0].id, self._appearance, self)
        cluster.set_members([each.id for each in mark.places], [each.name for each in mark.places])
        return cluster

    def _draw(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        width, height = self.width(), self.height()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(self._painter.sea)
        painter = QPainter(picture)
        camera = self.camera()
        self._painter.paint(painter, camera, width, height, fine=True)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._journey.paint(painter, camera, width, height)
        marks = self.marks()
        for mark in marks:
            dot = self._marks.drawn_dot(len(marks) == 1, len(mark.places), scale)
            side = dot.deviceIndependentSize()
            painter.drawPixmap(QPointF(mark.x - side.width() / 2, mark.y - side.height() / 2), dot)
        words = [self._marks.label(mark.places[0].name, "", len(marks) == 1, scale) for mark in marks]
        labels = []
        for number, (mark, word) in enumerate(zip(marks, words, strict=True)):
            radius = self._marks.radius(len(marks) == 1, len(mark.places)) + RIM
            size = word.deviceIndependentSize()
            labels.append(Label(mark.x, mark.y, radius, size.width(), size.height(), number))
        area = (4.0, 4.0, width - 4.0, height - 4.0)
        for spot, word in zip(place_labels(labels, area, gap=REACH), words, strict=True):
            if spot.box is not None:
                painter.drawPixmap(QPointF(round(spot.box[0]), round(spot.box[1])), word)
        painter.end()
        return picture

    def hasHeightForWidth(self) -> bool:
        """As high as a picture of its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A little less than its width."""
        return min(TALLEST, round(width * SHAPE))

    def sizeHint(self) -> QSize:
        """A narrow column."""
        width = self.width() if self.width() > 120 else 320
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow."""
        return QSize(120, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the next paint."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture with round corners and a line around it."""
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._draw()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, CORNER, CORNER)
        painter.setClipPath(path)
        painter.drawPixmap(0, 0, self._picture)
        painter.setClipping(False)
        theme = self._appearance.theme
        painter.setPen(QPen(QColor(theme.color("rule")), 2 if theme.is_high_contrast else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, ClusterButton):
            self.map_requested.emit(button.place_id)
        elif isinstance(button, PlaceButton):
            self.place_requested.emit(button.place_id)
