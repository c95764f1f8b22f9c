"""What a person leaves is written in the background and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from pytestqt.qtbot import QtBot

from historydesk.domain.location import Location
from historydesk.domain.quiz import KeptAnswer
from historydesk.domain.records import Judgement, ReadingPlace
from historydesk.services.progress import Progress
from historydesk.services.tasks import TaskRunner
from historydesk.store.records import RecordsStore
from historydesk.store.records_opening import RecordsOpening

pytestmark = pytest.mark.leaks_checked
Begin = Callable[[], Progress]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    made: list[tuple[Progress, TaskRunner]] = []

    def make() -> Progress:
        tasks = TaskRunner()
        progress = Progress(tmp_path / "records.db", "sample", tasks)
        made.append((progress, tasks))
        with qtbot.waitSignal(progress.opened, timeout=20_000):
            progress.open()
        return progress

    yield make
    for progress, tasks in made:
        tasks.close()
        progress.close()


def _end(progress: Progress) -> None:
    progress._tasks.close()
    progress.close()


def test_what_was_not_yet_written_is_written_at_the_end(begin: Begin, tmp_path: Path) -> None:
    progress = begin()
    progress.save_place(ReadingPlace("gori", "p3", 0.4, False))
    progress.save_location(Location("read", chapter="gori", passage="p3"))
    progress.save_setting("theme", "gallery")
    _end(progress)
    settings, last, message = RecordsOpening(tmp_path / "records.db").read("sample")
    assert settings == {"theme": "gallery"}
    assert last == Location("read", chapter="gori", passage="p3")
    assert message == ""
    again = begin()
    assert again.places == {"gori": ReadingPlace("gori", "p3", 0.4, False)}


def test_a_judgement_is_kept_until_it_is_taken_back(begin: Begin) -> None:
    progress = begin()
    progress.save_judgement(Judgement("d-1", "a-break", "2026-11-23"))
    progress.save_judgement(Judgement("d-2", "genocide", "2026-11-23"))
    _end(progress)
    again = begin()
    assert again.judgements["d-1"] == Judgement("d-1", "a-break", "2026-11-23")
    again.save_judgement(Judgement("d-1", "", "2026-11-24"))
    assert set(again.judgements) == {"d-2"}
    _end(again)
    assert set(begin().judgements) == {"d-2"}


def test_known_terms_are_kept_until_they_are_not_known(begin: Begin) -> None:
    progress = begin()
    progress.save_known_terms({"koba": True, "serf": True, "exile": False})
    assert progress.known_terms == {"koba", "serf"}
    _end(progress)
    again = begin()
    assert again.known_terms == {"koba", "serf"}
    again.save_known_terms({"koba": False})
    _end(again)
    assert begin().known_terms == {"serf"}


def test_answers_to_questions_are_kept(begin: Begin) -> None:
    progress = begin()
    first = KeptAnswer("gori", "q1", "abc", 1, ("2",), False)
    later = KeptAnswer("gori", "q1", "abc", 2, ("1",), True)
    progress.save_answer(first)
    progress.save_answer(later)
    assert progress.answers == {"gori": {"q1": later}}
    _end(progress)
    assert begin().answers == {"gori": {"q1": later}}


def test_an_answer_waits_for_nothing_to_be_written(begin: Begin, qtbot: QtBot, tmp_path: Path) -> None:
    progress = begin()
    progress._timer.setInterval(3_600_000)
    answer = KeptAnswer("gori", "q1", "abc", 1, ("2",), False)
    progress.save_answer(answer)
    other = RecordsStore(tmp_path / "records.db")
    qtbot.waitUntil(lambda: other.answers("sample") == {"gori": {"q1": answer}})
    other.close()


def test_what_waits_behind_other_work_is_written_at_the_end(begin: Begin, tmp_path: Path) -> None:
    progress = begin()
    held = Event()
    progress._tasks.run(lambda: held.wait(20))
    progress.save_location(Location("read", chapter="gori", passage="p3"))
    progress._flush()
    Timer(0.2, held.set).start()
    _end(progress)
    assert RecordsOpening(tmp_path / "records.db").read("sample")[1] == Location(
        "read", chapter="gori", passage="p3"
    )


def test_what_was_finished_stays_finished_and_the_share_never_shrinks(begin: Begin) -> None:
    progress = begin()
    progress.save_place(ReadingPlace("gori", "p9", 1.0, True))
    progress.save_place(ReadingPlace("gori", "p1", 0.1, False))
    assert progress.places["gori"] == ReadingPlace("gori", "p1", 1.0, True)


def test_it_is_on_the_disk_soon_without_an_end(begin: Begin, qtbot: QtBot, tmp_path: Path) -> None:
    progress = begin()
    progress.save_setting("theme", "contrast")
    opening = RecordsOpening(tmp_path / "records.db")
    qtbot.waitUntil(lambda: opening.read("sample")[0] == {"theme": "contrast"}, timeout=10_000)


def test_what_was_read_before_the_records_were_open_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    tasks = TaskRunner()
    progress = Progress(tmp_path / "records.db", "sample", tasks)
    progress.save_place(ReadingPlace("gori", "p2", 0.2, False))
    with qtbot.waitSignal(progress.opened, timeout=20_000):
        progress.open()
    _end(progress)
    assert RecordsOpening(tmp_path / "records.db").read("sample")[2] == ""
    tasks = TaskRunner()
    again = Progress(tmp_path / "records.db", "sample", tasks)
    with qtbot.waitSignal(again.opened, timeout=20_000):
        again.open()
    assert "gori" in again.places
    _end(again)


def test_trouble_is_told_once_and_reading_goes_on(begin: Begin, qtbot: QtBot, tmp_path: Path) -> None:
    progress = begin()
    told: list[BaseException] = []
    progress.trouble.connect(told.append)
    (tmp_path / "records.db").unlink()
    (tmp_path / "records.db").mkdir()
    for number in range(3):
        progress.save_setting("theme", f"{number}")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    progress.save_place(ReadingPlace("gori", "p1", 0.1, False))
    assert "gori" in progress.places
    assert len(told) == 1
