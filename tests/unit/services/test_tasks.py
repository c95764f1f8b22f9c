"""Work in the background comes back in the GUI thread, in order, and is dropped when it is out of date."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from historydesk.services.tasks import TaskRunner

pytestmark = pytest.mark.leaks_checked


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def test_the_value_comes_back_in_the_thread_that_asked(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[tuple[int, threading.Thread]] = []
    where: list[threading.Thread] = []

    def work() -> int:
        where.append(threading.current_thread())
        return 42

    runner.run(work, lambda value: seen.append((value, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, threading.main_thread())]
    assert where[0] is not threading.main_thread()


def test_a_fault_comes_back_as_a_value(qtbot: QtBot, runner: TaskRunner) -> None:
    faults: list[BaseException] = []

    def work() -> None:
        raise KeyError("gone")

    runner.run(work, None, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], KeyError)


def test_only_the_newest_of_a_topic_is_answered(qtbot: QtBot, runner: TaskRunner) -> None:
    gate = threading.Event()
    answers: list[str] = []

    def first() -> str:
        gate.wait(10)
        return "first"

    runner.run(first, answers.append, topic="search")
    for query in ("second", "third"):
        runner.run(lambda query=query: query, answers.append, topic="search")
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert answers == ["third"]


def test_tasks_run_one_after_the_other(qtbot: QtBot, runner: TaskRunner) -> None:
    order: list[int] = []
    for number in range(20):
        runner.run(lambda number=number: order.append(number))
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert order == list(range(20))


def test_nothing_calls_back_after_closing(qtbot: QtBot) -> None:
    runner = TaskRunner()
    called: list[int] = []
    runner.run(lambda: 1, called.append)
    runner.close()
    runner.run(lambda: 2, called.append)
    qtbot.wait(20)
    assert called == []
