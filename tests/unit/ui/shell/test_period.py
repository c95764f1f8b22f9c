"""A chosen stretch of time and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from historydesk.services.library import Library
from historydesk.services.settings import Settings
from historydesk.services.tasks import TaskRunner
from historydesk.store.content import ContentStore
from historydesk.ui.shell.period import Period

YEARS = (date(1890, 1, 1).toordinal(), date(1917, 11, 7).toordinal())


@pytest.fixture
def period(qapp: object, sample_pack: Path) -> Iterator[Period]:
    tasks = TaskRunner()
    library = Library(sample_pack, tasks)
    made = Period(library, Settings())
    with ContentStore(sample_pack) as store:
        made.chronicle = store.chronicle("en")
    yield made
    tasks.close()
    library.close()


def test_all_time_is_no_stretch(period: Period) -> None:
    assert not period.is_chosen
    assert (period.words, period.year) == ("", 0)


def test_a_stretch_has_its_events_places_and_people(qtbot: QtBot, period: Period) -> None:
    with qtbot.waitSignal(period.changed):
        period.choose(*YEARS)
    assert period.events == {"e002"}
    assert period.places == {"tbilisi"}
    assert period.people == ("stalin",)
    assert (period.words, period.year) == ("1 January 1890 – 7 November 1917", 1917)
    with qtbot.waitSignal(period.changed):
        period.clear()
    assert not period.is_chosen
    assert not period.events


def test_the_same_stretch_again_is_no_change(qtbot: QtBot, period: Period) -> None:
    period.choose(*YEARS)
    with qtbot.assertNotEmitted(period.changed):
        period.choose(*YEARS)


def test_words_follow_the_calendar_chosen(qtbot: QtBot, period: Period) -> None:
    period.choose(date(1917, 3, 15).toordinal(), YEARS[1])
    with qtbot.waitSignal(period.changed):
        period._settings.set("old_style", "1")
    assert period.words == "2 March – 25 October 1917"


def test_a_pack_with_one_calendar_is_told_by_that(period: Period) -> None:
    events = tuple(replace(each, julian=False) for each in period.chronicle.events)
    period.chronicle = replace(period.chronicle, events=events)
    period._settings.set("old_style", "1")
    period.choose(date(1917, 3, 15).toordinal(), YEARS[1])
    assert period.words == "15 March – 7 November 1917"
