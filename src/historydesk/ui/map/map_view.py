"""The map that one moves: where it looks, and in which order it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QMenu,
    QPinchGesture,
    QStyleOptionGraphicsItem,
    QWidget,
)

from historydesk.domain.entities import MapPlace, Way
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import LEAST_KM, Camera, fit, home_camera, panned, settled, zoomed
from historydesk.ui.map.flight import Flight
from historydesk.ui.map.map_hand import MapHand
from historydesk.ui.map.map_motion import MapMotion
from historydesk.ui.map.overlays import Overlay, PlateOverlay, plate_share
from historydesk.ui.map.place_layer import PlaceLayer
from historydesk.ui.map.room import Room
from historydesk.ui.map.scale_bar import draw_scale_bar
from historydesk.ui.map.way_painter import WayPainter
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.viewport import own_viewport

PLANE = QRectF(-60_000, -60_000, 120_000, 120_000)
ZOOM_MS = 260
"""How long a step of zooming takes."""


class _BaseItem(QGraphicsItem):
    """The whole base map as one item of the scene."""

    def __init__(self, view: MapView) -> None:
        super().__init__()
        self._view = view

    def boundingRect(self) -> QRectF:
        """The whole plane."""
        return PLANE

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw what the camera sees."""
        self._view.paint_base(painter)


class MapView(QGraphicsView):
    """A map over the plane (scene in km, y down) with places; owned by companion and atlas.

    Drawn from below: sea and base map, journey, places and their words, scale bar.
    The keyboard: arrows move, + and − zoom, Home shows the whole story, N turns north up, Tab goes from place
    to place in the order given, Enter chooses.
    """

    place_chosen = Signal(str)
    settled_at = Signal()
    """The camera came to rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._camera = home_camera()
        self._painter = BasePainter()
        self._way_painter = WayPainter()
        self._base: BaseMap | None = None
        self._year = 1929
        self._covered = (0, 0, 0, 0)
        self._blocked: tuple[QRect, ...] = ()
        self._moving = False
        self._scale_bar = False
        self.journey_painter: Overlay = self._way_painter
        """Draws over the base map and below the places; it is given the map's theme."""

        self.plate_painter: PlateOverlay | None = None
        """Draws city plates over the base map, faded in by the width of the view."""

        self.has_base_map = False
        self.moved_by_hand = False

        viewport = self._set_up_view()
        self._motion = MapMotion(self)
        self._motion.frame.connect(self.show_frame)
        self._motion.ended.connect(self.settle)
        self._hand = MapHand(self)
        self._places = PlaceLayer(self, viewport, self._appearance)
        self._places.place_chosen.connect(self._on_chosen)
        self._places.place_focused.connect(self._on_focused)
        self._places.cluster_chosen.connect(self._on_cluster)
        self.set_appearance(self._appearance)

    def _set_up_view(self) -> QWidget:
        viewport = own_viewport(self)
        self._scene = QGraphicsScene(PLANE, self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._item = _BaseItem(self)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self.setSceneRect(PLANE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move, plus and minus zoom, Tab goes from place to place")
        )
        viewport.grabGesture(Qt.GestureType.PinchGesture)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        return viewport

    # What is shown

    def set_base_map(self, base: BaseMap | None) -> None:
        """Draw this base map; ``None``: sea and places only."""
        self.has_base_map = base is not None
        self._painter.set_base_map(base)
        self._base = base
        if base is not None:
            self._painter.era = base.era_of(self._year)
        self.viewport().update()

    def set_places(self, places: Sequence[MapPlace], year: int) -> None:
        """Show these places, named as in ``year``, in this Tab order."""
        self._set_year(year, today=False)
        self._places.set_places(places)
        self._arrange()

    def set_ways(self, ways: Sequence[Way]) -> None:
        """Draw the ways of a journey below the places; none to take it away."""
        self._way_painter.set_ways(ways)
        self.viewport().update()

    def camera_on_ways(self) -> Camera:
        """The camera that shows the whole journey within the free part."""
        points = [(x, -y) for way in self._way_painter.ways for x, y in way.points]
        return self.camera_on_points(points, 700.0)

    def set_year(self, year: int, *, today: bool = False) -> None:
        """Frontiers and names of a year; ``today``: names of today."""
        self._set_year(year, today=today)
        self._arrange()

    def _set_year(self, year: int, *, today: bool) -> None:
        self._year = year
        self._places.set_year(year, today=today)
        if self._base is not None:
            self._painter.era = self._base.era_of(year)

    def name_of(self, place: MapPlace) -> str:
        """What a place is called in the year shown."""
        return self._places.name_of(place)

    def choose(self, place_id: str) -> None:
        """Mark a place as chosen (no signal, no flight); "" for none."""
        if self._places.choose(place_id):
            self._arrange()

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
        self._scale_bar = shown
        self.viewport().update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._painter.set_theme(appearance.theme)
        self.journey_painter.set_theme(appearance.theme)
        if self.plate_painter is not None:
            self.plate_painter.set_theme(appearance.theme)
        self._places.set_appearance(appearance)
        self.setBackgroundBrush(self._painter.sea)
        self._arrange()

    # Where it looks

    def camera(self) -> Camera:
        """Where the map looks now."""
        return self._camera

    def is_moving(self) -> bool:
        """Whether a flight, drag or zoom is under way."""
        return self._moving

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

    def camera_on_points(self, points: Sequence[tuple[float, float]], least_km: float = 700.0) -> Camera:
        """The camera that shows these points (km on the plane, y down) within the free part."""
        width, height = max(1, self.viewport().width()), max(1, self.viewport().height())
        free = self.free_rect()
        if free.width() < 60 or free.height() < 60:
            free = self.viewport().rect()
        share = max(1, free.width()) / width
        if not points:
            return home_camera()
        camera = fit(points, free.width() / max(1, free.height()), least_km=least_km * share)
        camera = settled(replace(camera, width_km=camera.width_km / share))
        middle = free.center()
        return panned(camera, middle.x() - width / 2, middle.y() - height / 2, width)

    def keep_in_sight(self) -> None:
        """Fly so that no card covers the chosen place."""
        place = self._places.place(self._places.chosen)
        if place is None:
            return
        camera = self._target()
        x, y = camera.to_view(place.x, -place.y, self.viewport().width(), self.viewport().height())
        if not self.free_rect().adjusted(24, 24, -24, -24).contains(round(x), round(y)):
            self.fly_to(self.camera_at(place.id, camera.width_km))

    def look(self, camera: Camera) -> None:
        """Jump to a camera."""
        self._motion.stop()
        self.show_frame(camera)
        self.settle()

    def fly_to(self, camera: Camera) -> None:
        """Fly to a camera; a jump when motion is reduced or nobody sees it."""
        self._start(camera, 0)

    def glide_to(self, camera: Camera) -> None:
        """As ``fly_to``, in the short time of a zoom."""
        self._start(camera, ZOOM_MS)

    def _start(self, camera: Camera, milliseconds: int) -> None:
        if self._appearance.reduced_motion or not self.isVisible() or self.viewport().width() < 2:
            self.look(camera)
            return
        self._motion.stop()
        if camera == self._camera:
            self.settle()
            return
        self.begin_motion(camera)
        self._motion.start(Flight(self._camera, camera), milliseconds)

    def zoom(self, factor: float) -> None:
        """Zoom about the middle of the free part; above 1: nearer."""
        self.moved_by_hand = True
        middle = self.free_rect().center()
        size = self.viewport().size()
        self.glide_to(zoomed(self._target(), factor, (middle.x(), middle.y()), size.width(), size.height()))

    def _target(self) -> Camera:
        """Where a running flight ends, or the camera."""
        return self._motion.target() or self._camera

    def interrupt(self) -> None:
        """End a flight where it is."""
        if self._motion.is_on_course():
            self._motion.stop()
            self.show_frame(settled(self._camera))
            self.settle()

    def begin_motion(self, end: Camera | None = None) -> None:
        """Draw coarsely from now on; ``end``: labels are placed for the camera at which the motion ends."""
        if not self._moving:
            self._moving = True
            self._places.hide_controls()
        if end is not None:
            self._arrange(end)

    def nudge(self, camera: Camera) -> None:
        """A step of the hand: show it coarsely, and finely once the hand rests."""
        self.moved_by_hand = True
        self.begin_motion()
        self.show_frame(camera)
        self._motion.rest_soon()

    @Slot()
    def settle(self) -> None:
        """Come to rest here, unless the hand holds the map."""
        if self._hand.holds():
            return
        was_moving, self._moving = self._moving, False
        self._arrange()
        if was_moving:
            self._places.show_controls()
        self.settled_at.emit()

    @Slot(object)
    def show_frame(self, camera: Camera) -> None:
        """Look from a camera, as part of a motion or at rest; nothing else changes."""
        self._camera = camera
        size = self.viewport().size()
        scale = size.width() / camera.width_km
        transform = QTransform()
        transform.rotate(camera.turn)
        transform.scale(scale, scale)
        self.setTransform(transform)
        self.centerOn(camera.x, camera.y)
        if self._moving:
            self._places.follow(camera, self._room())
        self.viewport().update()

    # Drawing

    def _room(self) -> Room:
        size = self.viewport().size()
        return Room(size.width(), size.height(), self.free_rect(), self._blocked)

    def _arrange(self, camera: Camera | None = None) -> None:
        """Lay out words, at rest with the places' controls, in a flight for its end."""
        if not self._moving:
            self._places.rest(self._camera, self._room())
        elif (end := camera or self._motion.target()) is not None:
            self._places.fly(end, self._room())
        self.viewport().update()

    def paint_base(self, painter: QPainter) -> None:
        """Called by the scene's item."""
        painter.resetTransform()
        size = self.viewport().size()
        self._painter.paint(painter, self._camera, size.width(), size.height(), fine=not self._moving)
        share = plate_share(self._camera.width_km)
        if self.plate_painter is not None and share > 0:
            painter.resetTransform()
            painter.setOpacity(share)
            self.plate_painter.paint(
                painter, self._camera, size.width(), size.height(), fine=not self._moving
            )
            painter.setOpacity(1.0)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Journey, places, scale bar."""
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        room = self._room()
        self.journey_painter.paint(painter, self._camera, room.width, room.height)
        self._places.paint(painter, self._camera, room, moving=self._moving)
        if self._scale_bar and not self._moving:
            draw_scale_bar(painter, self._camera, room, self._appearance)

    # The hand

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle and the scale of what is shown."""
        super().resizeEvent(event)
        before, now = event.oldSize(), event.size()
        if before.width() > 0 and now.width() > 0 and not self._motion.is_on_course():
            self._camera = settled(
                replace(self._camera, width_km=self._camera.width_km * now.width() / before.width())
            )
        self.show_frame(self._camera)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map."""
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in where the pointer is."""
        self._hand.zoom_in_at(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self._hand.wheel(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching, on a screen or a trackpad."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._hand.pinch(pinch)
                event.accept(pinch)
                return True
        if isinstance(event, QNativeGestureEvent):
            self._hand.native_gesture(event)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, go home, turn north."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif not self._hand.key(event):
            self.interrupt()
            event.ignore()

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab ends a flight first: while it lasts the other places are hidden, and Tab would leap over them."""
        if self._moving:
            self.look(self._target())
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
        self.interrupt()
        room = self._room()
        x, y = self._camera.to_view(place.x, -place.y, room.width, room.height)
        inside = self.free_rect().adjusted(20, 20, -20, -20).contains(round(x), round(y))
        width = self._camera.width_km
        if not self._places.is_shown(place_id, self._camera, room):
            width = min(width, max(LEAST_KM, self._places.width_showing(place_id, room) * 0.98))
        if not inside or width < self._camera.width_km:
            self.fly_to(self.camera_at(place_id, width))

    @Slot(object)
    def _on_cluster(self, places: tuple[str, ...]) -> None:
        """Open several places that share a mark; where no view is near enough, list them."""
        width = self._places.width_opening(places, self._room()) * 0.98
        if width < LEAST_KM:
            self._list_places(places)
            return
        self.moved_by_hand = True
        camera = self.camera_on(places, LEAST_KM)
        if camera.width_km > width:
            camera = settled(replace(camera, width_km=width))
        self.fly_to(camera)

    def _list_places(self, places: Sequence[str]) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Places here"))
        for place_id in places:
            if (place := self._places.place(place_id)) is not None:
                menu.addAction(self.name_of(place)).setData(place_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._on_listed)
        place = self._places.place(places[0])
        if place is not None:
            room = self._room()
            x, y = self._camera.to_view(place.x, -place.y, room.width, room.height)
            menu.popup(self.viewport().mapToGlobal(QPoint(round(x), round(y))))

    @Slot(QAction)
    def _on_listed(self, action: QAction) -> None:
        self._on_chosen(str(action.data()))

    def sizeHint(self) -> QSize:
        """A companion's size."""
        return QSize(430, 640)

    def minimumSizeHint(self) -> QSize:
        """Small."""
        return QSize(200, 200)
