"""From the glossary to flash cards and back, and what is kept of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton

from historydesk.domain.location import Location
from historydesk.services.policy import Policy
from historydesk.store.records import RecordsStore
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor


def _here(visitor: Visitor) -> Location | None:
    return visitor.services.reading.location


def test_the_chapters_end_leads_to_its_words(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    footer = visitor.reader.view.footer
    assert footer.words.accessibleName() == "Words of this chapter, 1 word"
    footer.words.click()
    assert _here(visitor) == Location("index", chapter="gori")
    index = visitor.window.surfaces.index
    assert index is not None
    visitor.qtbot.waitUntil(lambda: index.choice.chapter == "gori")


def test_from_the_words_of_a_chapter_to_their_cards_and_back(start: Start) -> None:
    visitor = start()
    visitor.see_words("gori")
    index = visitor.window.surfaces.index
    assert index is not None and index.choice.chapter == "gori"
    practise = next(
        b
        for b in index.findChildren(QPushButton)
        if b.accessibleName().startswith("Practise") and b.isVisible()
    )
    visitor.click(practise)
    assert _here(visitor) == Location("practice", chapter="gori")
    page = visitor.practise(chapter="gori")
    assert page.what.text().startswith("Words of “")
    assert visitor.focus() is page.card
    visitor.window.go_back()
    assert visitor.screen == "index"
    assert index.choice.chapter == "gori"


def test_what_is_known_is_kept_and_comes_last_until_one_starts_over(start: Start) -> None:
    visitor = start()
    page = visitor.practise()
    assert page.count.text() == "1 of 3"
    visitor.press(Qt.Key.Key_Return)
    first = page.card.title.text()
    visitor.press(Qt.Key.Key_1)
    assert page.count.text() == "2 of 3"
    assert visitor.services.progress.known_terms == {first.lower()}
    page.finish.click()
    assert page.end is not None
    page.end.again.click()
    seen = []
    while page.end is None:
        seen.append(page.card.title.text())
        visitor.press(Qt.Key.Key_Space)
        visitor.press(Qt.Key.Key_1)
    assert len(seen) == 3 and seen[-1] == first
    assert len(visitor.services.progress.known_terms) == 3
    page.end.start_over.click()
    assert visitor.services.progress.known_terms == frozenset()
    assert page.end is None and visitor.focus() is page.card


def test_a_card_put_off_comes_again_and_is_no_longer_known(start: Start) -> None:
    visitor = start()
    page = visitor.practise(find="serf")
    title = page.card.title.text()
    visitor.press(Qt.Key.Key_Space)
    visitor.press(Qt.Key.Key_2)
    assert page.card.title.text() == title and not page.card.is_turned
    visitor.answer_cards()
    assert page.end is not None
    assert [b.text() for b in page.end.listed.findChildren(QPushButton)] == [title]


def test_back_finds_the_round_as_it_was_left(start: Start) -> None:
    visitor = start()
    page = visitor.practise()
    visitor.press(Qt.Key.Key_Space)
    visitor.press(Qt.Key.Key_1)
    visitor.press(Qt.Key.Key_Space)
    title = page.card.title.text()
    visitor.command("home")
    visitor.window.go_back()
    visitor.qtbot.waitUntil(page.card.isVisible)
    assert (page.count.text(), page.card.title.text(), page.card.is_turned) == ("2 of 3", title, True)


def test_leaving_before_the_first_answer_leads_to_the_glossary(start: Start) -> None:
    visitor = start()
    visitor.practise().finish.click()
    assert _here(visitor) == Location("index")


def test_no_such_words_say_so(start: Start) -> None:
    visitor = start()
    visitor.go("practice", item="tlh", find="qapla")
    page = visitor.window.surfaces.practice
    assert page is not None
    visitor.qtbot.waitUntil(lambda: page.message.text().startswith("There is no such word"))
    assert visitor.focus() is page.leave


def test_the_order_and_the_front_are_kept(start: Start) -> None:
    visitor = start()
    visitor.see_words()
    page = visitor.practise()
    page.fronts["meaning"].click()
    assert visitor.services.settings.text("practice_front") == "meaning"
    visitor.command("index")
    index = visitor.window.surfaces.index
    assert index is not None
    index.order_chosen.emit("chapter")
    assert visitor.services.settings.text("glossary_order") == "chapter"


KILLED = """
import os, sys
from pathlib import Path
from historydesk.app import RECORDS, make_application
from historydesk.domain.location import Location
from historydesk.store.loading import load_records_store
from historydesk.tour_stage import Stage, wait_for

make_application(["historydesk"])
stage = Stage(Path(sys.argv[1]), Path(sys.argv[2]))
assert stage.open()
stage.go(Location("practice", find="serf"))
page = stage.window.surfaces.practice
assert wait_for(page.card.isVisible)
page.turn_card()
page.say_known()
records = Path(sys.argv[2], RECORDS)
wait_for(lambda: bool(load_records_store(records).known_terms("sample")), 20_000)
print(RECORDS, flush=True)
os._exit(9)
"""


def test_what_is_known_outlives_a_program_that_is_killed(sample_pack: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(sample_pack), str(tmp_path / "own")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 9, done.stderr
    store = RecordsStore(tmp_path / "own" / done.stdout.strip())
    assert store.known_terms("sample") == {"serf"}
    store.close()


def test_home_and_reader_load_nothing_of_the_glossary(sample_pack: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from historydesk.app import Program, make_application\n"
        "from historydesk.domain.location import Location\n"
        "make_application(['x'])\n"
        "program = Program(Path(sys.argv[1]), folder=Path(sys.argv[2]))\n"
        "program.open(Location('read', chapter='gori'), show=False)\n"
        "print([name for name in sys.modules if 'glossary' in name or 'practice' in name])\n"
        "program.close()\n"
    )
    command = [sys.executable, "-c", script, str(sample_pack), str(tmp_path / "own")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_kiosk_keeps_nothing(start: Start) -> None:
    visitor = start(policy=Policy("kiosk"))
    visitor.practise()
    visitor.answer_cards()
    page = visitor.window.surfaces.practice
    assert page is not None and page.end is not None
    assert visitor.services.progress.known_terms == frozenset()
    assert page.end.start_over.isHidden()
    page.end.again.click()
    assert page.card.isVisible()


def test_another_language_lists_its_own_words(start: Start) -> None:
    visitor = start()
    visitor.see_words()
    visitor.go("index", item="term:serf")
    index = visitor.window.surfaces.index
    assert index is not None
    model = index.side.findChild(QListView).model()

    def titles() -> set[str]:
        return {model.index(row, 0).data() for row in range(model.rowCount())}

    visitor.qtbot.waitUntil(lambda: "Serf" in titles())
    visitor.services.settings.set("language", "ka")
    visitor.qtbot.waitUntil(lambda: "ყმა" in titles())
    assert "Serf" not in titles()


def test_another_language_deals_its_own_cards(start: Start) -> None:
    visitor = start()
    page = visitor.practise(find="serf")
    visitor.services.settings.set("language", "ka")
    visitor.qtbot.waitUntil(lambda: page.card.title.text() == "ყმა" and page.card.isVisible())
