"""The hand on the timeline: wheel, drag, handles and keys, turned into wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from historydesk.ui.timeline.view_motion import GLIDE_MS

if TYPE_CHECKING:
    from historydesk.ui.timeline.timeline_view import TimelineView

SLOP = 9.0
"""Pixels a press may move and still be a tap."""

LONG_PRESS_MS = 500
"""A press on the axis this long begins a range."""

NOTCH = 1.35
"""How much nearer one notch of the wheel is."""

KEY_ZOOM = 1.7

PAGE = 0.8
"""Share of the view that Page Up and Page Down move."""

STEP = 0.15
"""Share of the view that an arrow with Ctrl moves."""

GLIDE_SECONDS = 0.16
"""A drag let go at a speed goes on for as far as it would in this time."""

STEPS = PANS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
"""To the event before or after; with Ctrl: to earlier or later."""

LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

RANGE_ENDS = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}

ZOOMS = {Qt.Key.Key_Plus: KEY_ZOOM, Qt.Key.Key_Equal: KEY_ZOOM, Qt.Key.Key_Minus: 1 / KEY_ZOOM}

OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)

PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

LEAST_SPEED = 60.0
"""Pixels a second below which a drag ends where it is let go."""

PAUSE_MS = 70
"""A drag that rested this long before it was let go does not glide."""


class TimeHand(QObject):
    """What a person's hand does, for one view; owned by it."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._mode = ""
        self._anchor = 0.0
        self._speed = 0.0
        self._clock = QElapsedTimer()
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG_PRESS_MS)
        self._long.timeout.connect(self._on_long_press)

    def is_busy(self) -> bool:
        """Whether something is being dragged."""
        return self._mode not in ("", "tap")

    def is_tapping(self) -> bool:
        """Whether what is held has not moved yet."""
        return self._mode == "tap"

    # Pointer

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.take_hold(event.position(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with or without a button down."""
        if self._pressed is None:
            self._view.point_at(event.position())
        else:
            self.drag_to(event.position())

    def release(self, event: QMouseEvent) -> None:
        """The button came up."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go()

    def take_hold(self, at: QPointF, ranging: bool = False) -> None:
        """A press by pointer or finger; ``ranging``: a range begins here."""
        view = self._view
        view.interrupt()
        self._pressed = self._last = at
        self._speed = 0.0
        self._clock.start()
        self._mode = "tap"
        edge = view.handle_at(at)
        if edge:
            first, last = view.range()
            self._mode = "range"
            self._anchor = float(last + 1 if edge < 0 else first)
        elif ranging:
            self._begin_range(at)
        elif view.rooms().axis.contains(at):
            self._long.start()

    def drag_to(self, at: QPointF) -> None:
        """What was taken hold of follows."""
        if self._mode == "tap" and self._pressed is not None:
            if (at - self._pressed).manhattanLength() <= SLOP:
                return
            self._long.stop()
            self._mode = "pan"
            self._last = self._pressed
            self._view.hold(True)
        if self._mode == "pan":
            step = at.x() - self._last.x()
            seconds = max(1, self._clock.restart()) / 1000
            self._speed = 0.6 * step / seconds + 0.4 * self._speed
            self._view.pan_by(-step)
        elif self._mode == "range":
            self._view.draw_range(self._anchor, self._view.scale().day(at.x()))
        self._last = at

    def let_go(self) -> str:
        """End what was begun; returns what it was: a ``"tap"``, a ``"pan"``, a ``"range"`` or nothing."""
        pressed, mode = self._pressed, self._mode
        self.drop()
        if mode == "tap" and pressed is not None:
            self._view.tap(pressed)
        elif mode == "pan":
            if self._clock.elapsed() < PAUSE_MS and abs(self._speed) > LEAST_SPEED:
                self._view.glide(-self._speed * GLIDE_SECONDS)
        elif mode == "range":
            self._view.finish_range()
        return mode

    def drop(self) -> None:
        """Forget what was begun: it means nothing, or something else."""
        self._long.stop()
        if self._mode == "pan":
            self._view.hold(False)
        self._pressed, self._mode = None, ""

    def cancel(self) -> None:
        """End what was begun as if it had not been: a range half drawn goes."""
        drawing = self._mode == "range"
        self.drop()
        if drawing:
            self._view.set_range(*self._view.range())

    def _begin_range(self, at: QPointF) -> None:
        self._mode = "range"
        self._anchor = self._view.scale().day(at.x())
        self._view.draw_range(self._anchor, self._anchor)

    @Slot()
    def _on_long_press(self) -> None:
        if self._pressed is not None and self._mode == "tap":
            self._begin_range(self._last)

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; sideways, with Shift or by a trackpad's two fingers: pan."""
        view = self._view
        pixels, turn = event.pixelDelta(), event.angleDelta()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sideways = abs(turn.x()) > abs(turn.y())
        if shift or sideways:
            step = turn.x() if sideways else turn.y()
            view.interrupt()
            view.pan_by(-(pixels.x() or pixels.y() or step) * 1.0)
        elif not pixels.isNull() and not control:
            view.interrupt()
            view.zoom_at(NOTCH ** (pixels.y() / 60), event.position().x(), 0)
        elif turn.y():
            view.zoom_at(NOTCH ** (turn.y() / 120), event.position().x())
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Pinching on a trackpad; ``False`` for any other event."""
        zooming = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooming:
            self._view.interrupt()
            self._view.zoom_at(max(0.2, 1 + event.value()), event.position().x(), 0)
            return True
        return False

    # Keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; ``False`` when it means nothing here."""
        view = self._view
        key, held = Qt.Key(event.key()), event.modifiers()
        width = view.rooms().right - view.rooms().left
        if held & Qt.KeyboardModifier.AltModifier:
            return False
        if held & Qt.KeyboardModifier.ControlModifier:
            if key not in PANS:
                return False
            view.pan_by(PANS[key] * STEP * width, GLIDE_MS)
        elif key in PAGES:
            view.pan_by(PAGES[key] * PAGE * width, GLIDE_MS)
        elif key in STEPS:
            view.step(STEPS[key])
        elif key in LANES:
            view.change_lane(LANES[key])
        elif key in RANGE_ENDS:
            view.set_range_end(RANGE_ENDS[key])
        elif key in ZOOMS:
            view.zoom(ZOOMS[key])
        else:
            return self._other_key(key)
        return True

    def _other_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Home:
            self._view.show_all()
        elif key == Qt.Key.Key_Escape:
            return self._view.clear_range()
        elif key in OPENING:
            self._view.open_current()
        else:
            return False
        return True
