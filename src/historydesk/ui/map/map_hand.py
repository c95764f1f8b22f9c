"""The hand on a map: mouse, wheel, trackpad, keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from historydesk.ui.map.camera import home_camera, panned, zoomed
from historydesk.ui.map.glide import Flick

if TYPE_CHECKING:
    from historydesk.ui.map.map_camera import MapCamera
    from historydesk.ui.map.map_view import MapView

STEP = 0.2
"""Share of the view that an arrow key moves."""

KEY_ZOOM = 1.6
WHEEL_TURN = 360.0
"""Eighths of a degree of the wheel that double the scale."""


class MapHand(QObject):
    """Turns what mouse, trackpad and keys do into cameras; owned by a map, which hands on its events.

    A wheel zooms at the pointer. Two fingers on a trackpad move the map, as they scroll a page; with Ctrl they
    zoom; pinched and turned they zoom and turn.
    """

    def __init__(self, view: MapView, camera: MapCamera) -> None:
        super().__init__(view)
        self._view = view
        self._camera = camera
        self._drag: QPointF | None = None
        self._flick = Flick()

    def press(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        self._camera.interrupt()
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold(event)
            event.accept()

    def _hold(self, event: QMouseEvent) -> None:
        self._camera.hold()
        self._drag = event.position()
        self._flick.clear()
        self._flick.add(event.timestamp(), self._drag.x(), self._drag.y())
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> None:
        """Drag the map; a drag that began on a mark comes without a press."""
        if self._drag is None:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._hold(event)
            return
        at = event.position()
        step = at - self._drag
        self._drag = at
        self._flick.add(event.timestamp(), at.x(), at.y())
        width = self._view.viewport().width()
        self._camera.drag_to(panned(self._camera.camera(), step.x(), step.y(), width))

    def release(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._drag is not None:
            self._drag = None
            self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            self._camera.let_go(self._flick.velocity(event.timestamp()))

    def drop(self) -> None:
        """The map goes out of sight: no release will come any more."""
        if self._drag is not None:
            self._drag = None
            self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            self._camera.let_go()

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, or move with two fingers on a trackpad."""
        event.accept()
        view = self._view
        self._camera.interrupt()
        size = view.viewport().size()
        pixels = event.pixelDelta()
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.phase() != Qt.ScrollPhase.NoScrollPhase and not pixels.isNull() and not zooms:
            self._camera.nudge(panned(self._camera.camera(), pixels.x(), pixels.y(), size.width()))
        elif delta := event.angleDelta().y():
            at = (event.position().x(), event.position().y())
            self._camera.nudge(
                zoomed(self._camera.camera(), 2 ** (delta / WHEEL_TURN), at, size.width(), size.height())
            )

    def native_gesture(self, event: QNativeGestureEvent) -> None:
        """Zoom and turn with two fingers on a trackpad; letting go turns north up again."""
        view = self._view
        kind, value = event.gestureType(), event.value()
        size = view.viewport().size()
        at = event.position()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self._camera.interrupt()
            camera = zoomed(
                self._camera.camera(), max(0.2, 1 + value), (at.x(), at.y()), size.width(), size.height()
            )
            self._camera.nudge(camera)
        elif kind == Qt.NativeGestureType.RotateNativeGesture:
            self._camera.interrupt()
            camera = self._camera.camera()
            self._camera.nudge(replace(camera, turn=camera.turn + value))
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            view.zoom_at(2.0, at)
        elif kind == Qt.NativeGestureType.EndNativeGesture:
            self._camera.let_go()

    def key(self, event: QKeyEvent) -> bool:
        """Move, zoom, go home, turn north, show the graticule; whether the key is the map's."""
        view = self._view
        width, height = view.viewport().width(), view.viewport().height()
        moves = {
            Qt.Key.Key_Left: (width * STEP, 0.0),
            Qt.Key.Key_Right: (-width * STEP, 0.0),
            Qt.Key.Key_Up: (0.0, height * STEP),
            Qt.Key.Key_Down: (0.0, -height * STEP),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._camera.interrupt()
            self._camera.nudge(panned(self._camera.camera(), *moves[key], width))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            view.zoom(KEY_ZOOM)
        elif key == Qt.Key.Key_Minus:
            view.zoom(1 / KEY_ZOOM)
        elif key == Qt.Key.Key_Home:
            view.moved_by_hand = True
            view.fly_to(home_camera())
        elif key == Qt.Key.Key_N:
            view.turn_north_up()
        elif key == Qt.Key.Key_G:
            view.set_graticule(not view.shows_graticule())
        else:
            return False
        return True
