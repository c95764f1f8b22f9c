"""Plays a journey: waits at each stop, rides each leg, can be stopped anywhere."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal, Slot

from historydesk.domain.entities import Journey
from historydesk.ui.map.journey_track import JourneyTrack

SPEEDS = (0.5, 1.0, 2.0, 4.0)

READ_MS, READ_MS_PER_LETTER, MOST_READ_MS = 1_600, 45, 10_000
"""How long a stop is held: to look at it, and to read its words; at most so long."""

RIDE_MS, RIDE_MS_PER_KM, MOST_RIDE_MS = 1_600, 0.9, 6_000
"""How long a leg takes."""


class Phase(Enum):
    """What is under way."""

    PAUSED = "paused"
    READING = "reading"
    """At a stop, for a while."""

    FLYING = "flying"
    """The map flies to the leg; ``camera_arrived`` goes on."""

    RIDING = "riding"
    """The traveller moves."""


class JourneyPlayback(QObject):
    """Where the traveller of one journey is; owned by the guide. Paused, no timer runs.

    Positions count stops, as in ``JourneyTrack``.
    """

    moved = Signal(float)
    """The position changed."""

    stop_reached = Signal(int)
    leg_begun = Signal(int)
    """A ride is about to begin: bring the camera to the leg, then call ``camera_arrived``."""

    playing_changed = Signal(bool)
    ended = Signal()
    """The last stop was reached by playing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._track: JourneyTrack | None = None
        self._position = 0.0
        self._phase = Phase.PAUSED
        self._speed = 1.0
        self._leaps = False
        self._ride = QVariantAnimation(self)
        self._ride.valueChanged.connect(self._on_ridden)
        self._ride.finished.connect(self._on_arrived)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self._go_on)

    @property
    def position(self) -> float:
        """Where the traveller is."""
        return self._position

    @property
    def stop(self) -> int:
        """The stop reached last."""
        return int(self._position)

    @property
    def phase(self) -> Phase:
        """What is under way."""
        return self._phase

    @property
    def speed(self) -> float:
        """How many times faster than usual."""
        return self._speed

    @property
    def leaps(self) -> bool:
        """Whether it goes from stop to stop without riding."""
        return self._leaps

    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._phase is not Phase.PAUSED

    def is_idle(self) -> bool:
        """Whether no timer runs."""
        return not self._hold.isActive() and self._ride.state() == QVariantAnimation.State.Stopped

    def set_track(self, track: JourneyTrack | None) -> None:
        """Another journey, at its first stop, paused."""
        self.pause()
        self._track = track
        self._position = 0.0

    def set_leaps(self, leaps: bool) -> None:
        """Go from stop to stop without riding (reduced motion)."""
        self._leaps = leaps
        if leaps and self._phase in (Phase.RIDING, Phase.FLYING):
            self._stop_timers()
            self._leap()

    def set_speed(self, speed: float) -> None:
        """Play so many times faster than usual, from now on."""
        before, self._speed = self._speed, speed
        if self._hold.isActive():
            self._hold.start(max(1, round(self._hold.remainingTime() * before / speed)))
        elif self._phase is Phase.RIDING:
            self._start_ride()

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing():
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Go on from here; from the last stop, again from the first."""
        if self._track is None or self.is_playing() or self._track.last < 1:
            return
        if self._position >= self._track.last:
            self._set_position(0.0)
            self.stop_reached.emit(0)
        self._phase = Phase.READING
        self.playing_changed.emit(True)
        self._go_on()

    @Slot()
    def pause(self) -> None:
        """Stay here."""
        if self._phase is Phase.PAUSED:
            return
        self._stop_timers()
        self._phase = Phase.PAUSED
        self.playing_changed.emit(False)

    def go_to_stop(self, stop: int) -> None:
        """To a stop; when playing, it is held there and then goes on."""
        if self._track is None:
            return
        self._stop_timers()
        if self.is_playing():
            self._phase = Phase.READING
        stop = min(int(self._track.last), max(0, stop))
        self._set_position(float(stop))
        self.stop_reached.emit(stop)
        if self.is_playing():
            self._read()

    @Slot()
    def go_forward(self) -> None:
        """To the next stop."""
        self.go_to_stop(self.stop + 1)

    @Slot()
    def go_back(self) -> None:
        """To the stop before, or back to the one just left."""
        stop = self.stop
        self.go_to_stop(stop if self._position > stop else stop - 1)

    def scrub(self, position: float) -> None:
        """To any point of the way, paused."""
        self.pause()
        before = self.stop
        self._set_position(position)
        if self.stop != before:
            self.stop_reached.emit(self.stop)

    @Slot()
    def camera_arrived(self) -> None:
        """The map shows the leg: ride."""
        if self._phase is Phase.FLYING:
            self._phase = Phase.RIDING
            self._start_ride()

    def _set_position(self, position: float) -> None:
        assert self._track is not None
        self._position = min(self._track.last, max(0.0, position))
        self.moved.emit(self._position)

    def _stop_timers(self) -> None:
        self._hold.stop()
        self._ride.stop()

    @Slot()
    def _go_on(self) -> None:
        """The stop was read: on to the next, or the end."""
        if self._track is None or self._phase is Phase.PAUSED:
            return
        if self._position >= self._track.last:
            self.pause()
            self.ended.emit()
        elif self._leaps:
            self._leap()
        else:
            self._phase = Phase.FLYING
            self.leg_begun.emit(self.stop)

    def _leap(self) -> None:
        self._set_position(float(self.stop + 1))
        self.stop_reached.emit(self.stop)
        self._read()

    def _start_ride(self) -> None:
        assert self._track is not None
        self._ride.stop()
        leg, share = self._track.split(self._position)
        self._ride.setStartValue(self._position)
        self._ride.setEndValue(float(leg + 1))
        whole = ride_ms(self._track.km_at(leg + 1) - self._track.km_at(leg))
        self._ride.setDuration(max(1, round(whole * (1 - share) / self._speed)))
        self._ride.start()

    @Slot(object)
    def _on_ridden(self, value: object) -> None:
        if self._phase is Phase.RIDING and isinstance(value, float) and value < float(self._ride.endValue()):
            self._set_position(value)

    @Slot()
    def _on_arrived(self) -> None:
        if self._phase is Phase.RIDING:
            self._set_position(float(self._ride.endValue()))
            self.stop_reached.emit(self.stop)
            self._read()

    def _read(self) -> None:
        """Hold the stop long enough to read it; nothing follows the last."""
        assert self._track is not None
        if not self.is_playing():  # whoever was told of the stop has paused
            return
        if self._position >= self._track.last:
            self.pause()
            self.ended.emit()
            return
        self._phase = Phase.READING
        self._hold.start(max(1, round(reading_ms(self._track.journey, self.stop) / self._speed)))


def reading_ms(journey: Journey, stop: int) -> int:
    """How long a stop is held at the usual speed."""
    if stop >= len(journey.stops):
        return READ_MS
    here = journey.stops[stop]
    letters = len(here.name or here.place) + len(here.dates) + len(here.onward)
    return min(MOST_READ_MS, READ_MS + READ_MS_PER_LETTER * letters)


def ride_ms(km: float) -> int:
    """How long a leg takes at the usual speed."""
    return round(min(MOST_RIDE_MS, RIDE_MS + RIDE_MS_PER_KM * km))
