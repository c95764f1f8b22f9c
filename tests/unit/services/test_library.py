"""The library answers at once what the first screen asks, and all else once it is prepared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from historydesk.domain.chronicle import Chronicle
from historydesk.domain.item_page import ItemPage
from historydesk.domain.reference import Reference
from historydesk.domain.search import Results
from historydesk.errors import NotAPackError, PackDamagedError, PackMissingError, UnknownItemError
from historydesk.services.library import Library
from historydesk.services.tasks import TaskRunner

pytestmark = pytest.mark.leaks_checked


@pytest.fixture
def library(qapp: object, sample_pack: Path) -> Iterator[Library]:
    tasks = TaskRunner()
    made = Library(sample_pack, tasks)
    yield made
    tasks.close()
    made.close()


def _prepare(qtbot: QtBot, library: Library) -> None:
    with qtbot.waitSignal(library.prepared, timeout=20_000):
        library.prepare()


def test_both_stores_answer_alike(qtbot: QtBot, library: Library) -> None:
    before = (library.home(), library.contents(1, 9), library.chapter("gori"), library.strip_events())
    places = library.chapter_places("gori")
    _prepare(qtbot, library)
    library._chapters.clear()
    assert (library.home(), library.contents(1, 9), library.chapter("gori"), library.strip_events()) == before
    assert library.chapter_places("gori") == places


def test_a_card_waits_until_it_can_be_read(qtbot: QtBot, library: Library) -> None:
    titles: list[str] = []
    library.when_prepared(lambda: titles.append(library.card(Reference("term", "serf")).title))
    with pytest.raises(PackMissingError):
        library.card(Reference("term", "serf"))
    assert titles == []
    _prepare(qtbot, library)
    qtbot.waitUntil(lambda: bool(titles))
    assert titles[0].lower() == "serf"


def test_only_the_newest_search_is_answered(qtbot: QtBot, library: Library) -> None:
    _prepare(qtbot, library)
    answers: list[Results] = []
    for query in ("g", "go", "gor", "gori"):
        library.search(query, answers.append)
    qtbot.waitUntil(lambda: not library.is_searching, timeout=10_000)
    assert answers[-1].query == "gori"
    assert answers[-1].hits


def test_another_language_answers_from_then_on(qtbot: QtBot, library: Library) -> None:
    assert library.chapter("seminary").summary.title == "The Seminary"
    library.set_language("ka")
    assert library.chapter("seminary").summary.title == "სემინარია"
    library.set_language("xx")
    assert library.language == "ka"


def test_an_altered_file_is_found_out(qtbot: QtBot, sample_pack: Path, tmp_path: Path) -> None:
    altered = tmp_path / "altered.hdpack"
    data = bytearray(sample_pack.read_bytes())
    at = data.rindex(b"seminary")
    data[at] ^= 1
    altered.write_bytes(bytes(data))
    tasks = TaskRunner()
    library = Library(altered, tasks)
    with qtbot.waitSignal(library.failed, timeout=20_000) as caught:
        library.verify()
    assert isinstance(caught.args[0], PackDamagedError)
    tasks.close()
    library.close()


def test_what_is_no_pack_is_refused_at_once(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 500)
    tasks = TaskRunner()
    with pytest.raises(NotAPackError):
        Library(tmp_path / "x", tasks)
    tasks.close()


def test_the_chronicle_is_read_in_the_background_once(qtbot: QtBot, library: Library) -> None:
    answers: list[Chronicle] = []
    library.load_chronicle(answers.append)
    _prepare(qtbot, library)
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    assert [event.id for event in answers[0].events] == ["e001", "e002", "e003", "e004"]
    library.load_chronicle(answers.append)
    assert answers[1] is answers[0]


def test_another_language_reads_the_chronicle_anew(qtbot: QtBot, library: Library) -> None:
    _prepare(qtbot, library)
    answers: list[Chronicle] = []
    library.load_chronicle(answers.append)
    library.set_language("ka")
    library.load_chronicle(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    assert [each.events[0].title for each in answers] == ["დაბადება გორში"]


def test_journeys_are_read_once_and_anew_in_another_language(qtbot: QtBot, library: Library) -> None:
    assert library.journey("j-1") is None
    _prepare(qtbot, library)
    journey = library.journey("j-1")
    assert journey is not None
    assert library.journey("j-1") is journey
    assert library.journey("") is None
    library.set_language("ka")
    assert library.journey("j-1") is not journey


def test_an_item_is_brought_together_aside_and_an_unknown_one_refused(qtbot: QtBot, library: Library) -> None:
    pages: list[ItemPage] = []
    refused: list[UnknownItemError] = []
    library.load_item(Reference("place", "gori"), {}, pages.append, refused.append)
    assert pages == []
    _prepare(qtbot, library)
    qtbot.waitUntil(lambda: bool(pages), timeout=10_000)
    assert pages[0].card.title == "Gori"
    library.load_item(Reference("place", "nowhere"), {}, pages.append, refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
    assert len(pages) == 1
