"""The hand on a map: mouse, wheel, trackpad, keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QPinchGesture

from historydesk.domain import projection
from historydesk.ui.map.camera import Camera, home_camera, panned, zoomed

if TYPE_CHECKING:
    from historydesk.ui.map.map_view import MapView

STEP = 0.2
"""Share of the view that an arrow key moves."""

KEY_ZOOM = 1.6


class MapHand(QObject):
    """Turns what the hand does into cameras; owned by a map, which hands on its events."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._drag: QPointF | None = None

    def holds(self) -> bool:
        """Whether the hand holds the map."""
        return self._drag is not None

    def press(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        self._view.interrupt()
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position()
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()

    def move(self, event: QMouseEvent) -> None:
        """Drag the map."""
        if self._drag is None:
            return
        step = event.position() - self._drag
        self._drag = event.position()
        self._view.moved_by_hand = True
        self._view.begin_motion()
        width = self._view.viewport().width()
        self._view.show_frame(panned(self._view.camera(), step.x(), step.y(), width))

    def release(self) -> None:
        """Let go."""
        if self._drag is not None:
            self._drag = None
            self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            if self._view.is_moving():
                self._view.settle()

    def zoom_in_at(self, at: QPointF) -> None:
        """Zoom in where the pointer is."""
        self._view.moved_by_hand = True
        self._view.glide_to(self._zoomed_at(2.0, at))

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self._view.interrupt()
        delta = event.angleDelta().y()
        if delta:
            self._view.nudge(self._zoomed_at(2 ** (delta / 360), event.position()))
        event.accept()

    def pinch(self, pinch: QPinchGesture) -> None:
        """Zoom and move with two fingers on a screen."""
        view = self._view
        view.interrupt()
        self._drag = None
        at = QPointF(view.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
        step = pinch.centerPoint() - pinch.lastCenterPoint()
        camera = self._zoomed_at(max(0.2, pinch.scaleFactor()), at)
        view.nudge(panned(camera, step.x(), step.y(), view.viewport().width()))

    def native_gesture(self, event: QNativeGestureEvent) -> None:
        """Zoom with two fingers on a trackpad."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._view.interrupt()
            self._view.nudge(self._zoomed_at(max(0.2, 1 + event.value()), event.position()))

    def key(self, event: QKeyEvent) -> bool:
        """Move, zoom, go home, turn north; whether the key is the map's."""
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
            view.interrupt()
            view.nudge(panned(view.camera(), *moves[key], width))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            view.zoom(KEY_ZOOM)
        elif key == Qt.Key.Key_Minus:
            view.zoom(1 / KEY_ZOOM)
        elif key == Qt.Key.Key_Home:
            view.moved_by_hand = True
            view.fly_to(home_camera())
        elif key == Qt.Key.Key_N:
            view.interrupt()
            camera = view.camera()
            view.look(replace(camera, turn=projection.north(camera.x, -camera.y)))
        else:
            return False
        return True

    def _zoomed_at(self, factor: float, at: QPointF) -> Camera:
        view = self._view
        size = view.viewport().size()
        return zoomed(view.camera(), factor, (at.x(), at.y()), size.width(), size.height())
