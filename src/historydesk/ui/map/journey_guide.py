"""Leads the map along a journey: player, list of stops, drawn line and camera tell the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from historydesk.domain import projection
from historydesk.domain.entities import Journey, MapPlace
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.journey_playback import JourneyPlayback, Phase
from historydesk.ui.map.journey_player import JourneyPlayer
from historydesk.ui.map.journey_stops import JourneyStops
from historydesk.ui.map.journey_track import JourneyTrack
from historydesk.ui.map.journey_words import NameOf
from historydesk.ui.map.map_view import MapView

LEAST_KM, MOST_KM = 6.0, 1_800.0
"""How wide a view of one stop is at least and at most."""

HANDS = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel, QEvent.Type.NativeGesture}
)
MOVING_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Equal,
        Qt.Key.Key_Minus,
        Qt.Key.Key_Home,
        Qt.Key.Key_N,
    }
)


class JourneyGuide(QObject):
    """Plays one journey at a time on a map; owned by the atlas, whose parts it is given."""

    stop_shown = Signal(int)
    """The traveller came to a stop."""

    closed = Signal()
    passage_requested = Signal(str, str)
    """Chapter and passage that tell of a stop."""

    def __init__(self, view: MapView, bar: JourneyPlayer, stops: JourneyStops, parent: QObject) -> None:
        super().__init__(parent)
        self._map, self._bar, self._stops = view, bar, stops
        self._view: Callable[[], Camera] = view.camera
        self._scrubbing = False
        self.journey: Journey | None = None
        self.track: JourneyTrack | None = None
        self.playback = JourneyPlayback(self)
        self.playback.moved.connect(self._on_moved)
        self.playback.stop_reached.connect(self._on_stop)
        self.playback.leg_begun.connect(self._on_leg)
        self.playback.playing_changed.connect(self._on_playing)
        view.settled_at.connect(self._on_settled)
        view.compass.clicked.connect(self.playback.pause)
        bar.play_requested.connect(self.playback.toggle)
        bar.previous_requested.connect(self.playback.go_back)
        bar.next_requested.connect(self.playback.go_forward)
        bar.scrubbed.connect(self._on_scrubbed)
        bar.speed_requested.connect(self._on_speed)
        bar.passage_requested.connect(self._on_passage)
        bar.close_requested.connect(self.closed)
        stops.stop_chosen.connect(self.playback.go_to_stop)
        stops.passage_requested.connect(self._ask_passage)

    def open(self, journey: Journey, name_of: NameOf) -> None:
        """Show the whole of a journey, ready at its first stop; ``name_of`` names its places."""
        self.journey = journey
        self._map.set_journey(journey)
        painter = self._map.journey_painter
        self.track = painter.track if painter is not None else None
        if self.track is None:
            return
        self.playback.set_track(self.track)
        self._bar.set_track(self.track, name_of)
        self._bar.set_playing(False)
        self._stops.set_journey(journey, name_of)

    def close(self) -> None:
        """Take the journey off the map."""
        self.playback.set_track(None)
        self.journey = self.track = None
        self._map.set_journey(None)

    def show_whole(self) -> None:
        """Fly to where the whole journey is seen."""
        self._fly(self._map.camera_on_journey)

    def set_leaps(self, leaps: bool) -> None:
        """Step from stop to stop (reduced motion)."""
        self.playback.set_leaps(leaps)

    @Slot()
    def pause(self) -> None:
        """Stay where one is."""
        self.playback.pause()

    def unplaced(self) -> list[MapPlace]:
        """Marks for the stops that are no place of the pack; their ids say so to ``go_to_place``."""
        marks = []
        for number, (x, y) in self.track.unplaced() if self.track is not None else ():
            name = self.track.journey.stops[number].name if self.track is not None else ""
            lon, lat = projection.inverse(x, -y)
            marks.append(MapPlace(_mark_id(number), name, name, lon, lat, x, -y))
        return marks

    def go_to_place(self, place_id: str) -> None:
        """To the next stop at a place, if the journey has one."""
        if self.journey is None:
            return
        count = len(self.journey.stops)
        for step in range(1, count + 1):
            number = (self.playback.stop + step) % count
            if self.journey.stops[number].place == place_id or _mark_id(number) == place_id:
                self.playback.go_to_stop(number)
                return

    def refit(self) -> None:
        """The map has another size: look again at what was shown, unless the hand led elsewhere."""
        if self.journey is None or self._map.moved_by_hand:
            return
        if self._map.is_moving():
            self._map.fly_to(self._view())
        else:
            self._map.look(self._view())

    def _fly(self, view: Callable[[], Camera]) -> None:
        self._view = view
        self._map.moved_by_hand = False
        self._map.fly_to(view())

    def _leg_camera(self, leg: int) -> Camera:
        points = self.track.leg_points(leg) if self.track is not None else ()
        return self._map.camera_on_points(points, LEAST_KM) if points else self._map.camera()

    def _stop_camera(self, stop: int) -> Camera:
        point = self.track.point(float(stop)) if self.track is not None else None
        if point is None or self.track is None:
            return self._map.camera()
        return self._map.camera_on_points((point,), self.track.width_at(stop, LEAST_KM, MOST_KM))

    @Slot(float)
    def _on_moved(self, position: float) -> None:
        painter = self._map.journey_painter
        if self.track is None or painter is None:
            return
        if self._map.moved_by_hand and self.playback.phase is Phase.RIDING:
            self.playback.pause()  # a mark that opened, a compass: led elsewhere without a press on the map itself
        painter.set_progress(*self.track.split(position))
        self._bar.show_position(position)
        self._map.viewport().update()

    @Slot(int)
    def _on_stop(self, stop: int) -> None:
        self._stops.mark(stop)
        self.stop_shown.emit(stop)
        phase = self.playback.phase
        if phase is Phase.RIDING:
            return  # the leg is shown, and the stop with it
        if phase is Phase.READING and stop > 0 and self.playback.leaps:
            self._fly(partial(self._leg_camera, stop - 1))
        elif not self._scrubbing:
            self._fly(partial(self._stop_camera, stop))

    @Slot()
    def _on_settled(self) -> None:
        """The flight to the leg has ended: there, or where a hand led it."""
        if self._map.moved_by_hand:
            self.playback.pause()
        else:
            self.playback.camera_arrived()

    @Slot(int)
    def _on_leg(self, leg: int) -> None:
        self._fly(partial(self._leg_camera, leg))

    @Slot(float)
    def _on_scrubbed(self, share: float) -> None:
        track = self.track
        if track is None:
            return
        self._scrubbing = True
        self.playback.scrub(track.position_at(share * track.km))
        self._scrubbing = False
        point = track.point(self.playback.position)
        if point is None:
            return
        x, y = self._map.camera().to_view(*point, self._map.viewport().width(), self._map.viewport().height())
        if not self._map.free_rect().adjusted(40, 40, -40, -40).contains(round(x), round(y)):
            self._fly(partial(self._leg_camera, track.split(self.playback.position)[0]))

    @Slot(float)
    def _on_speed(self, speed: float) -> None:
        self.playback.set_speed(speed)
        self._bar.set_speed(speed)

    @Slot(bool)
    def _on_playing(self, playing: bool) -> None:
        self._bar.set_playing(playing)
        self._map.keep_still(playing)
        for watched in (self._map, self._map.viewport()):
            if playing:
                watched.installEventFilter(self)
            else:
                watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it plays: a hand on the map pauses."""
        kind = event.type()
        if kind in HANDS or (
            kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in MOVING_KEYS
        ):
            self.playback.pause()
        return False

    @Slot()
    def _on_passage(self) -> None:
        self._ask_passage(self.playback.stop)

    @Slot(int)
    def _ask_passage(self, stop: int) -> None:
        if self.journey is not None and self.journey.stops[stop].passage:
            chapter, _, passage = self.journey.stops[stop].passage.partition("#")
            self.passage_requested.emit(chapter, passage)


def _mark_id(stop: int) -> str:
    return f"#{stop}"
