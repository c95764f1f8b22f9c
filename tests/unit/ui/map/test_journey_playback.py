"""Playing: waiting, riding, pausing, scrubbing, speed, the end, reduced motion."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.unit.ui.map.journeys import journey_of

from historydesk.domain.entities import MapPlace
from historydesk.ui.map.journey_playback import (
    MOST_READ_MS,
    MOST_RIDE_MS,
    JourneyPlayback,
    Phase,
    reading_ms,
    ride_ms,
)
from historydesk.ui.map.journey_track import JourneyTrack


@pytest.fixture
def playback(qtbot: QtBot, places: tuple[MapPlace, ...]) -> JourneyPlayback:
    """At the first stop, a thousand times as fast as usual; its camera arrives at once."""
    made = JourneyPlayback()
    made.set_track(JourneyTrack(journey_of(places)))
    made.set_speed(1_000.0)
    made.leg_begun.connect(made.camera_arrived)
    return made


def test_it_waits_at_its_first_stop(playback: JourneyPlayback) -> None:
    assert playback.position == 0
    assert not playback.is_playing()
    assert playback.is_idle()


def test_it_plays_from_stop_to_stop_to_the_end(qtbot: QtBot, playback: JourneyPlayback) -> None:
    stops: list[int] = []
    playback.stop_reached.connect(stops.append)
    with qtbot.waitSignal(playback.ended):
        playback.play()
    assert stops == [1, 2, 3]
    assert playback.position == 3
    assert not playback.is_playing()
    assert playback.is_idle()


def test_it_does_not_ride_before_the_camera_has_arrived(qtbot: QtBot, places: tuple[MapPlace, ...]) -> None:
    playback = JourneyPlayback()
    playback.set_track(JourneyTrack(journey_of(places)))
    with qtbot.waitSignal(playback.leg_begun) as begun:
        playback.play()
    assert begun.args == [0]
    assert playback.phase is Phase.FLYING
    assert playback.is_idle()
    playback.camera_arrived()
    assert playback.phase is Phase.RIDING
    playback.pause()


def test_pausing_stops_every_timer_where_it_is(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.set_speed(0.5)
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0)
    playback.pause()
    at = playback.position
    assert 0 < at < 1
    assert playback.is_idle()
    assert playback.phase is Phase.PAUSED
    playback.camera_arrived()
    assert playback.is_idle()
    playback.set_speed(1_000.0)
    with qtbot.waitSignal(playback.stop_reached) as reached:
        playback.play()
    assert reached.args == [1]


def test_pausing_while_a_stop_is_read_stops_the_wait(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.play()
    with qtbot.waitSignal(playback.stop_reached):
        pass
    playback.set_speed(0.01)
    assert playback.phase is Phase.READING
    assert not playback.is_idle()
    playback.pause()
    assert playback.is_idle()
    assert playback.position == 1


def test_a_higher_speed_shortens_the_wait_that_runs(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.play()
    with qtbot.waitSignal(playback.stop_reached):
        pass
    playback.set_speed(0.5)
    slow = playback._hold.interval()
    playback.set_speed(4.0)
    assert playback._hold.interval() < slow / 4
    playback.pause()


def test_a_higher_speed_shortens_the_ride_that_runs(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.set_speed(0.5)
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0)
    slow, at = playback._ride.duration(), playback.position
    playback.set_speed(4.0)
    assert playback._ride.duration() < slow / 4
    assert playback.position >= at
    playback.pause()


def test_scrubbing_pauses_and_tells_of_the_stop_passed(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.set_speed(0.5)
    playback.play()
    with qtbot.waitSignals([playback.playing_changed, playback.stop_reached]):
        playback.scrub(2.4)
    assert playback.position == pytest.approx(2.4)
    assert playback.stop == 2
    assert playback.is_idle()


def test_back_returns_to_the_stop_just_left_and_then_to_the_one_before(playback: JourneyPlayback) -> None:
    playback.scrub(2.4)
    playback.go_back()
    assert playback.position == 2
    playback.go_back()
    assert playback.position == 1
    playback.go_forward()
    assert playback.position == 2


def test_no_stop_lies_beyond_the_ends(playback: JourneyPlayback) -> None:
    playback.go_back()
    assert playback.position == 0
    playback.go_to_stop(99)
    assert playback.position == 3
    playback.scrub(17.0)
    assert playback.position == 3


def test_playing_at_the_end_begins_again(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.go_to_stop(3)
    stops: list[int] = []
    playback.stop_reached.connect(stops.append)
    with qtbot.waitSignal(playback.ended):
        playback.play()
    assert stops == [0, 1, 2, 3]


def test_choosing_a_stop_while_playing_goes_on_from_there(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.set_speed(0.5)
    playback.play()
    playback.go_to_stop(2)
    assert playback.is_playing()
    with qtbot.waitSignal(playback.ended):
        playback.set_speed(1_000.0)


def test_reduced_motion_leaps_from_stop_to_stop(qtbot: QtBot, playback: JourneyPlayback) -> None:
    playback.set_leaps(True)
    seen: list[float] = []
    playback.moved.connect(seen.append)
    with qtbot.waitSignal(playback.ended):
        playback.play()
    assert seen == [1, 2, 3]


def test_motion_reduced_during_a_ride_ends_it_at_the_next_stop(
    qtbot: QtBot, playback: JourneyPlayback
) -> None:
    playback.set_speed(0.5)
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0)
    playback.set_leaps(True)
    assert playback.position == 1
    assert playback.phase is Phase.READING
    playback.pause()


def test_without_a_journey_nothing_plays(qtbot: QtBot) -> None:
    playback = JourneyPlayback()
    playback.play()
    playback.go_forward()
    assert not playback.is_playing()


def test_a_stop_with_more_words_is_held_longer_but_not_for_ever(places: tuple[MapPlace, ...]) -> None:
    journey = journey_of(places)
    assert reading_ms(journey, 1) < reading_ms(journey, 0) < MOST_READ_MS
    assert ride_ms(10) < ride_ms(1_000) < ride_ms(50_000) == MOST_RIDE_MS
