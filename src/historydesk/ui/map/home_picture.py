"""The quiet picture of the home page: the world of the story and a few places."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from historydesk.domain.pack import Home, HomePlace
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import Camera, home_camera
from historydesk.ui.map.label_layout import Label, Placement, place_labels
from historydesk.ui.map.marks import REACH, Marks
from historydesk.ui.map.place_button import PlaceButton
from historydesk.ui.theme import Appearance, default_appearance

FADED = 100
"""Pixels at the left where the page covers the picture: places keep out of them."""

RIGHT = 150
"""Pixels kept free for words right of the last place."""

NARROW, LEAST_RIGHT = 520, 40
"""A picture narrower than this keeps only so many free."""


class HomePicture(QWidget):
    """From Mexico to Siberia, drawn once per size; owned by the home page, which fades its left edge.

    Draws the coarse level only, so that the first screen need not unpack more.
    """

    place_requested = Signal(str)

    def __init__(self, base: BaseMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._painter = BasePainter()
        self._base: BaseMap | None = None
        self._marks = Marks(self._appearance)
        self._places: tuple[HomePlace, ...] = ()
        self._year = 1929
        self._buttons: dict[str, PlaceButton] = {}
        self._picture: QPixmap | None = None
        self.setAccessibleName(self.tr("Map of the story’s places"))
        self.set_base_map(base)
        self.set_appearance(self._appearance)

    def set_base_map(self, base: BaseMap | None) -> None:
        """What to draw; ``None``: sea and places only."""
        self._base = base
        self._painter.set_base_map(base)
        self._follow_year()

    def set_home(self, home: Home, year: int = 1929) -> None:
        """Show the pack's places over the frontiers of a year."""
        self.set_places(home.places, year)

    def set_places(self, places: tuple[HomePlace, ...], year: int = 1929) -> None:
        """Show these places, in this Tab order."""
        self._places, self._year = tuple(places), year
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        previous: QWidget | None = None
        for place in self._places:
            button = PlaceButton(place.id, self._appearance, self)
            button.set_appearance(self._appearance)
            button.set_name(f"{place.name} {place.year}".strip())
            button.clicked.connect(self._on_button)
            if previous is not None:
                QWidget.setTabOrder(previous, button)
            previous = self._buttons[place.id] = button
            button.show()
        self._follow_year()

    def _follow_year(self) -> None:
        if self._base is not None:
            self._painter.era = self._base.era_of(self._year)
        self._forget()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._painter.set_theme(appearance.theme)
        self._marks.set_appearance(appearance)
        for button in self._buttons.values():
            button.set_appearance(appearance)
        self._forget()

    def _forget(self) -> None:
        self._picture = None
        self._put_buttons()
        self.update()

    def camera(self) -> Camera:
        """Where the picture looks: the whole story, all places clear of the faded edge."""
        camera = home_camera()
        width = max(1, self.width())
        scale = width / camera.width_km
        c, s = cos(radians(camera.turn)), sin(radians(camera.turn))
        across = [(p.x - camera.x) * c - (-p.y - camera.y) * s for p in self._places]
        # A narrow picture has no room to spare: there the words stand left of the dots.
        right = RIGHT if width >= NARROW else LEAST_RIGHT
        if not across or width < FADED + right + 120:
            return camera
        first, last = min(across), max(across)
        room = width - FADED - right
        scale = min(scale, room / max(1.0, last - first))
        shift = 0.0
        if width / 2 + first * scale < FADED:
            shift = FADED - width / 2 - first * scale
        elif width / 2 + last * scale > width - right:
            shift = width - right - width / 2 - last * scale
        along = -shift / scale
        return replace(camera, width_km=width / scale, x=camera.x + along * c, y=camera.y - along * s)

    def _put_buttons(self) -> None:
        camera = self.camera()
        for place in self._places:
            self._buttons[place.id].put(*camera.to_view(place.x, -place.y, self.width(), self.height()))

    def _draw(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        width, height = self.width(), self.height()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(self._painter.sea)
        painter = QPainter(picture)
        camera = self.camera()
        self._painter.paint(painter, camera, width, height, fine=True, coarse=True)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        at = [camera.to_view(place.x, -place.y, width, height) for place in self._places]
        for x, y in at:
            self._marks.dot(painter, x, y, True)
        for spot, label in self._words(at, scale):
            if spot.box is not None:
                painter.drawPixmap(QPointF(round(spot.box[0]), round(spot.box[1])), label)
        painter.end()
        return picture

    def _words(self, at: list[tuple[float, float]], scale: float) -> list[tuple[Placement, QPixmap]]:
        """The places' words as large as the text, or as large as all of them fit beside their dots."""
        area = (8.0, 8.0, self.width() - 8.0, self.height() - 8.0)
        radius = self._marks.radius(True) + REACH
        best: list[tuple[Placement, QPixmap]] = []
        most = -1
        wish = self._appearance.text_percent
        for percent, dated in ((wish, True), (140, True), (140, False), (100, True), (100, False)):
            if percent > wish:
                continue
            marks = self._marks
            if percent < wish:
                marks = Marks(replace(self._appearance, text_percent=percent))
            words = [marks.label(each.name, each.year if dated else "", True, scale) for each in self._places]
            sizes = [each.deviceIndependentSize() for each in words]
            labels = [
                Label(x, y, radius, size.width(), size.height(), number)
                for number, ((x, y), size) in enumerate(zip(at, sizes, strict=True))
            ]
            placed = place_labels(labels, area, gap=2.0)
            count = sum(1 for each in placed if each.box is not None)
            if count > most:
                best, most = list(zip(placed, words, strict=True)), count
            if most == len(words):
                break
        return best

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the next paint."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture."""
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._draw()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def sizeHint(self) -> QSize:
        """As on the screen it was designed on."""
        return QSize(920, 690)

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            self.place_requested.emit(button.place_id)
