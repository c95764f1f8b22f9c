"""What one session leaves, the next one finds; what is broken is said and does not stop reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from historydesk.app import RECORDS
from historydesk.domain.location import Location
from historydesk.domain.records import ReadingPlace
from historydesk.services.policy import Policy
from historydesk.store.records import RecordsStore
from tests.ui.conftest import Start


def test_settings_hold_at_the_next_start(start: Start) -> None:
    first = start()
    first.command("larger")
    first.services.settings.set("theme", "gallery")
    first.program.close()
    second = start()
    assert second.window.appearance.text_percent == 110
    assert second.window.appearance.theme.name == "gallery"


def test_reading_goes_on_where_it_stopped(start: Start) -> None:
    first = start()
    first.window.resize(1366, 420)
    first.go("read", chapter="underground", passage="p3")
    first.qtbot.waitUntil(lambda: first.reader.view.current_passage == "p3")
    first.program.close()
    second = start()
    assert second.screen == "read"
    assert second.chapter() == "underground"
    location = second.services.reading.location
    assert location is not None
    assert location.passage == "p3"


@pytest.mark.parametrize("chapter", ["", "a-chapter-that-is-gone"])
def test_a_place_that_is_no_more_leads_home_without_a_word(
    start: Start, tmp_path: Path, chapter: str
) -> None:
    first = start()
    pack = first.services.library.info.id
    first.program.close()
    records = RecordsStore(tmp_path / "data" / RECORDS)
    records.save_last_location(pack, Location("read", chapter=chapter))
    records.close()
    second = start()
    assert second.screen == "home"
    assert second.window._notice is None
    second.press(Qt.Key.Key_Return)
    assert second.screen == "read"
    assert second.chapter() == second.services.library.home().first_chapter


def test_home_offers_to_continue(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="seminary")
    visitor.command("home")
    visitor.press(Qt.Key.Key_Return)
    assert visitor.screen == "read"
    assert visitor.chapter() == "seminary"


def test_a_chapter_read_to_its_end_is_ticked_at_the_next_start(start: Start) -> None:
    first = start()
    first.window.resize(1366, 420)
    first.go("read", chapter="seminary")
    bar = first.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    first.qtbot.waitUntil(lambda: "seminary" in first.services.progress.places)
    first.program.close()
    second = start()
    assert "seminary" in second.services.progress.places


def test_a_chapter_only_opened_does_not_count_as_read(start: Start) -> None:
    visitor = start()
    visitor.window.resize(1366, 420)
    visitor.go("read", chapter="seminary")
    visitor.go("read", chapter="underground", passage="p3")
    assert not visitor.services.progress.places
    bar = visitor.reader.view.verticalScrollBar()
    bar.setValue(bar.value() // 2)
    visitor.qtbot.waitUntil(lambda: "underground" in visitor.services.progress.places)
    assert "seminary" not in visitor.services.progress.places


def test_the_windows_size_is_remembered(start: Start) -> None:
    first = start()
    first.window.resize(1111, 666)
    first.program.close()
    second = start(ready=False)
    assert second.services.settings.text("geometry")


def test_broken_records_are_set_aside_and_said_once(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / RECORDS).write_bytes(b"SQLite format 3\x00 and then nonsense" * 20)
    visitor = start()
    assert "damaged" in visitor.window.notice.text()
    assert visitor.window.notice.waiting() == 1
    visitor.go("read", chapter="gori")
    assert visitor.chapter() == "gori"


def test_a_folder_that_cannot_be_written_is_said_once_and_reading_goes_on(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    visitor = start()
    visitor.go("read", chapter="gori")
    visitor.command("larger")
    visitor.qtbot.waitUntil(lambda: bool(visitor.window.notice.text()))
    assert visitor.window.notice.waiting() == 1
    assert visitor.chapter() == "gori"


def test_a_kiosk_begins_anew_for_each_visitor_and_cannot_be_closed(start: Start) -> None:
    first = start()
    first.go("read", chapter="seminary")
    first.command("larger")
    first.program.close()
    visitor = start(policy=Policy("kiosk"))
    assert visitor.screen == "home"
    assert visitor.window.appearance.text_percent == 100
    assert "quit" not in visitor.window.actions_by_name
    visitor.window.close()
    assert visitor.window.isVisible()


def test_a_kiosk_reads_no_records_and_leaves_none(start: Start) -> None:
    first = start()
    first.go("read", chapter="seminary")
    records = first.program.folder / RECORDS
    first.program.close()
    before = records.read_bytes()
    visitor = start(policy=Policy("kiosk"))
    assert not visitor.services.progress.places
    visitor.go("read", chapter="gori")
    visitor.services.progress.save_place(ReadingPlace("gori", "", 0.5, False))
    assert list(visitor.services.progress.places) == ["gori"]
    visitor.program.close()
    assert records.read_bytes() == before


@pytest.mark.parametrize("key", ["text_percent", "line_spacing"])
def test_sizes_step_and_stop_at_their_ends(start: Start, key: str) -> None:
    visitor = start(ready=False)
    for _ in range(30):
        visitor.services.settings.step(key, 1)
    assert visitor.services.settings.number(key) == {"text_percent": 200, "line_spacing": 2.0}[key]
