"""The map that one moves: where it looks, and in which order it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from historydesk.domain import projection
from historydesk.domain.entities import Journey, MapPlace
from historydesk.domain.plate import Plate, PlateSite
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.camera import LEAST_KM, Camera, settled, story_bounds
from historydesk.ui.map.compass import Compass
from historydesk.ui.map.map_camera import MapCamera
from historydesk.ui.map.map_frame import MapFrame
from historydesk.ui.map.map_hand import MapHand
from historydesk.ui.map.map_layers import MapLayers
from historydesk.ui.map.place_button import ClusterButton, PlaceButton
from historydesk.ui.map.place_layer import PlaceLayer
from historydesk.ui.map.room import Room, fit_in_room
from historydesk.ui.map.touch_hand import TouchHand
from historydesk.ui.theme import Appearance, default_appearance

if TYPE_CHECKING:
    from historydesk.ui.map.journey_painter import JourneyPainter
    from historydesk.ui.map.legend_keys import LegendView
    from historydesk.ui.map.site_layer import SiteLayer

CORNER = 12
"""Pixels between the north arrow and the edges."""

OPEN = 0.98
"""Share of the widest view in which a mark opens: a little nearer, to be sure."""


class MapView(MapFrame):
    """A map over the plane (scene in km, y down) with places; owned by companion and atlas.

    Drawn from below: sea and base map, city plates, graticule, journey, places and their words, scale bar.
    The keyboard: arrows move, + and − zoom, Home shows the whole story, N turns north up, G shows the graticule,
    Tab goes from place to place in the order given, Enter chooses.
    """

    place_chosen = Signal(str)
    settled_at = Signal()
    """The camera came to rest."""

    graticule_shown = Signal(bool)

    site_chosen = Signal(object)
    """The control of a site of a city plate was used: its ``PlateSite``."""

    faulted = Signal(object)
    """A layer of the base map cannot be drawn: the ``ResourceError``, once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._covered = (0, 0, 0, 0)
        self._blocked: tuple[QRect, ...] = ()
        viewport = self.viewport()
        self._layers = MapLayers(self._appearance, self)
        self._layers.changed.connect(viewport.update)
        self._layers.faulted.connect(self.faulted)
        self._places = PlaceLayer(self, viewport, self._appearance)
        self._places.place_chosen.connect(self._on_chosen)
        self._places.place_focused.connect(self._on_focused)
        self._places.cluster_chosen.connect(self._on_cluster)
        self._sites: SiteLayer | None = None
        self._look = MapCamera(viewport, self)
        self._look.framed.connect(self._on_frame)
        self._look.began.connect(self._on_began)
        self._look.rested.connect(self._on_rested)
        self._hand = MapHand(self, self._look)
        self._touch = TouchHand(self, self._look)
        self.compass = Compass(self._appearance, viewport)
        """The north arrow, in the upper left corner unless ``put_compass`` puts it elsewhere."""

        self.compass.clicked.connect(self.turn_north_up)
        self.put_compass(QPoint(CORNER, CORNER))
        self._dress()

    # What is shown

    @property
    def has_base_map(self) -> bool:
        """Whether coasts and frontiers are drawn."""
        return self._layers.base_map() is not None

    @property
    def journey_painter(self) -> JourneyPainter | None:
        """Draws the journey over the base map and below the places; none while there is no journey."""
        return self._layers.journey_painter

    def set_base_map(self, base: BaseMap | None) -> None:
        """Draw this base map; ``None``: sea and places only."""
        self._layers.set_base_map(base)

    def set_places(self, places: Sequence[MapPlace], year: int) -> None:
        """Show these places, named as in ``year``, in this Tab order."""
        self._set_year(year, today=False)
        self._places.set_places(places)
        self._layers.set_marked([place.id for place in places])
        self._look.set_story(story_bounds([(place.x, -place.y) for place in places]))
        self._arrange()

    def set_journey(self, journey: Journey | None) -> None:
        """Draw the whole of a journey below the places; ``None`` takes it away."""
        self._layers.set_journey(journey)

    def set_plates(self, plates: Sequence[Plate]) -> None:
        """Show these plates of cities in near views."""
        self._layers.set_plates(plates, [place.id for place in self._places.places()])
        if plates and self._sites is None:
            from historydesk.ui.map.site_layer import SiteLayer

            self._sites = SiteLayer(self, self.viewport(), self._appearance)
            self._sites.site_chosen.connect(self.site_chosen)
            self._places.sites = self._layers.site_labels
        self._arrange()

    def legend_view(self) -> LegendView:
        """What a legend has to explain of the present view."""
        room = self._room()
        return self._layers.legend_view(self.camera(), room, self._places.kinds_of_marks(self.camera(), room))

    def keep_still(self, still: bool) -> None:
        """From now on something rides over the resting map: keep a picture of the ground; or let it go."""
        self._layers.keep_still(still)

    def camera_on_journey(self) -> Camera:
        """The camera that shows the whole journey within the free part."""
        track = self.journey_painter.track if self.journey_painter is not None else None
        return self.camera_on_points(track.points() if track is not None else ())

    def set_year(self, year: int, *, today: bool = False) -> None:
        """Frontiers and names of a year; ``today``: names of today."""
        self._set_year(year, today=today)
        self._arrange()

    def _set_year(self, year: int, *, today: bool) -> None:
        self._places.set_year(year, today=today)
        still = None
        if self.isVisible() and not self._appearance.reduced_motion and not self._look.is_moving():
            still = (self.camera(), self._room(), self.devicePixelRatioF())
        self._layers.set_year(year, still)

    def name_of(self, place: MapPlace) -> str:
        """What a place is called in the year shown."""
        return self._places.name_of(place)

    def choose(self, place_id: str) -> None:
        """Mark a place as chosen (no signal, no flight); "" for none."""
        if self._places.choose(place_id):
            self._arrange()

    def choose_site(self, site: PlateSite | None) -> None:
        """Mark a site of a city plate as chosen (no signal, no flight), or none."""
        self._layers.choose_site(site)

    def chosen(self) -> str:
        """The chosen place's id or ""."""
        return self._places.chosen

    def set_covered(self, left: int = 0, top: int = 0, right: int = 0, bottom: int = 0) -> None:
        """Pixels at the edges that cards cover: places and labels keep out of them."""
        if (left, top, right, bottom) != self._covered:
            self._covered = (left, top, right, bottom)
            self._arrange()

    def set_blocked(self, rects: Sequence[QRect]) -> None:
        """Where small controls lie over the map (its own pixels): labels keep out of them."""
        if tuple(rects) != self._blocked:
            self._blocked = tuple(rects)
            self._arrange()

    def set_scale_bar(self, shown: bool) -> None:
        """Whether a scale bar stands in the lower left corner."""
        self._layers.set_scale_bar(shown)

    def put_compass(self, at: QPoint) -> None:
        """Put the upper left corner of the north arrow at a pixel of the viewport."""
        self.compass.move(at)
        self._arrange()

    def set_graticule(self, shown: bool) -> None:
        """Whether lines of latitude and longitude are drawn."""
        if shown != self.shows_graticule():
            self._layers.set_graticule(shown)
            self.graticule_shown.emit(shown)

    def shows_graticule(self) -> bool:
        """Whether lines of latitude and longitude are drawn."""
        return self._layers.shows_graticule()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        if appearance != self._appearance:
            self._appearance = appearance
            self._dress()

    def _dress(self) -> None:
        appearance = self._appearance
        self._layers.set_appearance(appearance)
        self._places.set_appearance(appearance)
        if self._sites is not None:
            self._sites.set_appearance(appearance)
        self.compass.set_appearance(appearance)
        self._look.reduced_motion = appearance.reduced_motion
        self.setBackgroundBrush(self._layers.sea)
        self._arrange()

    # Where it looks

    @property
    def moved_by_hand(self) -> bool:
        """Whether the hand moved the map since this was last set to false."""
        return self._look.moved_by_hand

    @moved_by_hand.setter
    def moved_by_hand(self, moved: bool) -> None:
        self._look.moved_by_hand = moved

    def camera(self) -> Camera:
        """Where the map looks now."""
        return self._look.camera()

    def is_moving(self) -> bool:
        """Whether a flight, drag or zoom is under way."""
        return self._look.is_moving()

    def is_idle(self) -> bool:
        """Whether nothing moves, fades or waits."""
        return self._look.is_idle() and not self._layers.is_fading()

    def free_rect(self) -> QRect:
        """The part of the viewport that no card covers."""
        left, top, right, bottom = self._covered
        return self.viewport().rect().adjusted(left, top, -right, -bottom)

    def camera_on(self, places: Sequence[str], least_km: float = 700.0) -> Camera:
        """The camera that shows these places within the free part; unknown ids are left out."""
        points = [(p.x, -p.y) for each in places if (p := self._places.place(each)) is not None]
        return self.camera_on_points(points, least_km)

    def camera_at(self, place_id: str, width_km: float) -> Camera:
        """The camera of this width with a place in the middle of the free part."""
        return self.camera_on((place_id,), width_km)

    def camera_on_points(
        self, points: Sequence[tuple[float, float]], least_km: float = 700.0, *, below: int = 0
    ) -> Camera:
        """The camera that shows these points (km on the plane, y down) within the free part.

        ``below``: pixels at the top that controls take and the points keep out of.
        """
        room = self._room()
        free = room.free.adjusted(0, max(0, below - room.free.top()), 0, 0)
        return fit_in_room(points, replace(room, free=free), least_km)

    def keep_in_sight(self) -> None:
        """Fly so that no card covers the chosen place."""
        place = self._places.place(self._places.chosen)
        if place is not None:
            self.keep_point_in_sight(place.x, -place.y)

    def keep_point_in_sight(self, x: float, y: float) -> None:
        """Fly so that no card covers a point of the plane (km, y down)."""
        camera = self._look.target()
        at = camera.to_view(x, y, self.viewport().width(), self.viewport().height())
        if not self.free_rect().adjusted(24, 24, -24, -24).contains(round(at[0]), round(at[1])):
            self.fly_to(self.camera_on_points([(x, y)], camera.width_km))

    def look(self, camera: Camera) -> None:
        """Jump to a camera."""
        self._look.look(camera)

    def fly_to(self, camera: Camera) -> None:
        """Fly to a camera; a jump when motion is reduced or nobody sees it."""
        self._look.fly_to(camera)

    def zoom(self, factor: float) -> None:
        """Zoom about the middle of the free part; above 1: nearer."""
        self.zoom_at(factor, QPointF(self.free_rect().center()))

    def zoom_at(self, factor: float, at: QPointF) -> None:
        """Zoom with the plane under a pixel of the viewport kept there."""
        self._look.zoom(factor, (at.x(), at.y()))

    @Slot()
    def turn_north_up(self) -> None:
        """Turn true north up in the middle of the map."""
        self._look.turn_north_up()

    def use_mark(self, at: QPointF) -> None:
        """Use the control at a pixel of the viewport, or that of the mark nearest to it, if there is one."""
        child = self.viewport().childAt(at.toPoint())
        button = self._places.mark_at(at.x(), at.y(), self.camera(), self._room())
        if isinstance(child, QAbstractButton) and not isinstance(child, (PlaceButton, ClusterButton)):
            child.click()
            return
        if button is not None:
            button.click()

    # Drawing

    def _room(self) -> Room:
        size = self.viewport().size()
        blocked = (*self._blocked, self.compass.geometry())
        return Room(size.width(), size.height(), self.free_rect(), blocked)

    def _arrange(self) -> None:
        """Lay out words, at rest with the places' controls, in a flight for its end."""
        if not self._look.is_moving():
            camera, room = self.camera(), self._room()
            self._places.rest(camera, room)
            if self._sites is not None:
                after = self._places.last_control()
                self._sites.rest(self._layers.sites(camera, room), camera, room, after)
        elif (end := self._look.ends_at()) is not None:
            self._places.fly(end, self._room())
        self.viewport().update()

    @Slot(object)
    def _on_began(self, end: Camera | None) -> None:
        """A motion begins: draw coarsely."""
        self._layers.begin_motion()
        self._places.hide_controls()
        if self._sites is not None:
            self._sites.hide()
        if end is not None:
            self._places.fly(end, self._room())

    @Slot(object)
    def _on_frame(self, camera: Camera) -> None:
        self.aim(camera)
        if self._look.is_moving():
            self._places.follow(camera, self._room())
        self._show_north(said=False)
        self.viewport().update()

    @Slot()
    def _on_rested(self) -> None:
        self._arrange()
        self._places.show_controls()
        self._show_north(said=True)
        self.settled_at.emit()

    def _show_north(self, *, said: bool) -> None:
        camera = self.camera()
        self.compass.set_north(camera.turn - projection.north(camera.x, -camera.y), said=said)

    def paint_base(self, painter: QPainter) -> None:
        """Base map and city plates."""
        self._layers.paint_ground(painter, self.camera(), self._room(), fine=not self._look.is_moving())

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Graticule, journey, places, scale bar."""
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        room, camera, moving = self._room(), self.camera(), self._look.is_moving()
        self._layers.paint_below(painter, camera, room, fine=not moving)
        words = self._places.paint(painter, camera, room, moving=moving)
        if not moving:
            marks = self._places.mark_boxes(camera, room)
            self._layers.paint_above(painter, camera, room, words, marks)

    # The hand

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: no hand holds it."""
        super().hideEvent(event)
        self._hand.drop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle and the scale of what is shown."""
        super().resizeEvent(event)
        self._look.resize(event.oldSize().width(), event.size().width())
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map."""
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in where the pointer is."""
        self.zoom_at(2.0, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, or move with a trackpad."""
        self._hand.wheel(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Fingers, on a screen or a trackpad."""
        if isinstance(event, QTouchEvent):
            self._touch.follow(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            self._hand.native_gesture(event)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, go home, turn north, show the graticule."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif not self._hand.key(event):
            self._look.interrupt()
            self._look.let_go()
            event.ignore()

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab ends a flight first: while it lasts the other places are hidden, and Tab would leap over them."""
        if self._look.is_moving():
            self.look(self._look.target())
        return bool(super().focusNextPrevChild(next_child))

    @Slot(str)
    def _on_chosen(self, place_id: str) -> None:
        self.choose(place_id)
        self.place_chosen.emit(place_id)

    @Slot(str)
    def _on_focused(self, place_id: str) -> None:
        """Bring a place into view that the keyboard came to."""
        place = self._places.place(place_id)
        if place is None:
            return
        self._look.interrupt()
        room, camera = self._room(), self.camera()
        x, y = camera.to_view(place.x, -place.y, room.width, room.height)
        inside = self.free_rect().adjusted(20, 20, -20, -20).contains(round(x), round(y))
        width = camera.width_km
        if not self._places.is_shown(place_id, camera, room):
            width = min(width, max(LEAST_KM, self._places.width_showing(place_id, room) * OPEN))
        if not inside or width < camera.width_km:
            self.fly_to(self.camera_at(place_id, width))

    @Slot(object)
    def _on_cluster(self, places: tuple[str, ...]) -> None:
        """Open several places that share a mark; where no view is near enough, list them."""
        width = self._places.width_opening(places, self._room()) * OPEN
        if width < LEAST_KM:
            self._places.list_places(places, self.camera(), self._room())
            return
        self.moved_by_hand = True
        camera = self.camera_on(places, LEAST_KM)
        if camera.width_km > width:
            camera = settled(replace(camera, width_km=width))
        self.fly_to(camera)
