"""Where a map looks, and how it gets elsewhere."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from historydesk.domain import projection
from historydesk.ui.map.camera import (
    NEAR_KM,
    Bounds,
    Camera,
    home_camera,
    is_turned,
    resisting,
    settled,
    shortest_turn,
    story_bounds,
    zoomed,
)
from historydesk.ui.map.flight import Flight
from historydesk.ui.map.glide import Glide
from historydesk.ui.map.map_motion import MapMotion

ZOOM_MS = 260
"""How long a step of zooming takes, and how long the map takes to turn north up again."""

ZOOMED_OUT = 0.25
"""A view's centre keeps this share of its width within the story's edges."""


class MapCamera(QObject):
    """The camera of one map, at rest, on a flight or in the hand; owned by the map, whose ``view`` it fills.

    The hand calls ``hold``, ``drag_to`` and ``let_go``, wheel and keys ``nudge``; all others ``look`` and
    ``fly_to``. Under reduced motion, and where nobody sees it, every way is a jump.
    """

    framed = Signal(object)
    """The ``Camera`` to draw from now on."""

    began = Signal(object)
    """A motion began, or another one within it: the ``Camera`` at which it ends, ``None`` if the hand decides."""

    rested = Signal()
    """The camera came to rest."""

    def __init__(self, view: QWidget, owner: QObject) -> None:
        super().__init__(owner)
        self._view = view
        self._camera = home_camera()
        self._story = story_bounds(())
        self._led_to = self._camera
        self._moving = False
        self._held = False
        self._north_up = False
        self.reduced_motion = False
        self.moved_by_hand = False
        self._motion = MapMotion(self)
        self._motion.frame.connect(self.show)
        self._motion.ended.connect(self.settle)
        self._motion.rested.connect(self.let_go)

    def camera(self) -> Camera:
        """Where the map looks now."""
        return self._camera

    def target(self) -> Camera:
        """Where a running flight ends, or the camera."""
        return self._motion.target() or self._camera

    def ends_at(self) -> Camera | None:
        """Where a running flight ends."""
        return self._motion.target()

    def is_moving(self) -> bool:
        """Whether a flight, drag or zoom is under way."""
        return self._moving

    def is_idle(self) -> bool:
        """Whether nothing moves and no timer waits."""
        return not self._moving and self._motion.is_idle()

    def set_story(self, bounds: Bounds) -> None:
        """The edges beyond which the hand cannot take the map."""
        self._story = bounds

    # Flights

    def look(self, camera: Camera) -> None:
        """Jump to a camera."""
        self._north_up = False
        self._led_to = camera
        self._jump(camera)

    def fly_to(self, camera: Camera) -> None:
        """Fly to a camera; a jump when motion is reduced or nobody sees it."""
        self._north_up = False
        self._led_to = camera
        self._start(camera, 0)

    def turn_north_up(self) -> None:
        """Turn true north up here, and keep it up in wide views until a flight goes elsewhere."""
        here = self.target()
        self._north_up = True
        self._start(replace(here, turn=self._resting(here).turn), ZOOM_MS)

    def zoom(self, factor: float, at: tuple[float, float]) -> None:
        """Zoom by a factor (above 1: nearer) with the plane under a pixel kept there."""
        self.moved_by_hand = True
        width, height = self._size()
        self._start(self._resting(zoomed(self.target(), factor, at, width, height)), ZOOM_MS)

    def _start(self, camera: Camera, milliseconds: int) -> None:
        if self.reduced_motion or not self._view.isVisible() or self._view.width() < 2:
            self._jump(camera)
            return
        self._motion.stop()
        if camera == self._camera:
            self.settle()
            return
        self.begin(camera)
        self._motion.start(Flight(self._camera, camera), milliseconds)

    def _jump(self, camera: Camera) -> None:
        self._motion.stop()
        self.show(camera)
        self.settle()

    # The hand

    def interrupt(self) -> None:
        """End a flight where it is."""
        if self._motion.is_on_course():
            self._motion.stop()
            self.settle()

    def hold(self) -> None:
        """The hand takes hold: whatever moves stands still, and no earlier step of the wheel lets go of it."""
        self.interrupt()
        self._motion.stop()
        self._held = True

    def drag_to(self, camera: Camera) -> None:
        """A step of a hand that holds the map: it gives less and less past the story's edges."""
        self.moved_by_hand = True
        self.begin()
        self.show(self._resisting(camera))

    @Slot()
    def let_go(self, velocity: tuple[float, float] = (0.0, 0.0)) -> None:
        """The hand lets go, with a velocity of the picture in pixels a millisecond: it glides on, or goes home.

        Home: within the story's edges and with north up.
        """
        self._held = False
        rest = self._resting(self._camera)
        away = hypot(rest.x - self._camera.x, rest.y - self._camera.y)
        if away > self._camera.width_km * 1e-4 or abs(rest.turn - self._camera.turn) > 0.05:
            self._start(rest, ZOOM_MS)
        elif not self._moving:
            return
        elif velocity != (0.0, 0.0) and not self.reduced_motion and self._view.isVisible():
            self._motion.stop()
            self.begin()
            edges = self._edges(self._camera.width_km)
            self._motion.start(Glide(self._camera, velocity, self._size()[0], edges), eased=False)
        else:
            self._motion.stop()
            self.settle()

    def nudge(self, camera: Camera) -> None:
        """A step of the wheel or of a key: show it coarsely, and finely once the hand rests."""
        self.moved_by_hand = True
        self.begin()
        self.show(self._resisting(camera))
        self._motion.rest_soon()

    def _resisting(self, camera: Camera) -> Camera:
        edges = self._edges(camera.width_km)
        if not self.reduced_motion:
            return resisting(self._camera, camera, edges)
        x, y = edges.nearest(camera.x, camera.y)
        return replace(camera, x=x, y=y)

    def _edges(self, width_km: float) -> Bounds:
        # Wherever the program led, the hand may stay.
        return self._story.inset(width_km * ZOOMED_OUT).reaching(self._led_to.x, self._led_to.y)

    def _resting(self, camera: Camera) -> Camera:
        """Within the story's edges and turned as at rest."""
        rest = settled(camera, self._edges(camera.width_km))
        if self._north_up and rest.width_km > NEAR_KM:
            rest = replace(rest, turn=projection.north(rest.x, -rest.y))
        return replace(rest, turn=shortest_turn(camera.turn, rest.turn))

    # Frames

    def _size(self) -> tuple[float, float]:
        return max(1, self._view.width()), max(1, self._view.height())

    def begin(self, end: Camera | None = None) -> None:
        """A motion begins, or another one within it, that ends at a camera or where the hand decides."""
        if not self._moving or end is not None:
            self._moving = True
            self.began.emit(end)

    @Slot(object)
    def show(self, camera: Camera) -> None:
        """Look from a camera, as part of a motion or at rest; nothing else changes."""
        self._camera = camera
        self.framed.emit(camera)

    @Slot()
    def settle(self) -> None:
        """Come to rest here, unless the hand holds the map."""
        if not self._held:
            self._moving = False
            self.rested.emit()

    def resize(self, before: int, now: int) -> None:
        """The view's width changed: keep the middle and the scale of what is shown."""
        if before > 0 and now > 0 and not self._motion.is_on_course():
            camera = replace(self._camera, width_km=self._camera.width_km * now / before)
            self._camera = camera if is_turned(self._camera) else settled(camera)
        self.show(self._camera)
