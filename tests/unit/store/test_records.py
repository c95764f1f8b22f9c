"""The reader's own records."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from historydesk.domain.location import Location
from historydesk.domain.quiz import KeptAnswer
from historydesk.domain.records import ReadingPlace
from historydesk.errors import RecordsError
from historydesk.store.records import RecordsStore
from historydesk.store.records_file import RECORDS_ID, RECORDS_VERSION
from historydesk.store.records_opening import RecordsOpening


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "records.sqlite"


def test_settings_are_kept_and_overwritten(path: Path) -> None:
    store = RecordsStore(path)
    store.save_setting("theme", "paper")
    store.save_setting("theme", "gallery")
    assert RecordsStore(path).settings() == {"theme": "gallery"}


def test_places_are_kept_by_pack_and_chapter(path: Path) -> None:
    store = RecordsStore(path)
    store.save_place("one", ReadingPlace("gori", "p2", 0.25, False))
    store.save_place("one", ReadingPlace("gori", "p9", 1.0, True))
    store.save_place("two", ReadingPlace("gori", "p1", 0.0, False))
    assert RecordsStore(path).places("one") == {"gori": ReadingPlace("gori", "p9", 1.0, True)}


def test_the_last_location_is_kept_without_the_words_searched(path: Path) -> None:
    store = RecordsStore(path)
    assert store.last_location("one") is None
    store.save_last_location("one", Location("read", "gori", "p2", find="secret"))
    assert RecordsStore(path).last_location("one") == Location("read", "gori", "p2")
    store.save_last_location("one", Location("index", item="term:serf"))
    assert store.last_location("one") == Location("index", item="term:serf")


def test_bookmarks_can_be_added_once_and_removed(path: Path) -> None:
    store = RecordsStore(path)
    store.add_bookmark("one", "gori", "p2")
    store.add_bookmark("one", "gori", "p2")
    store.add_bookmark("one", "seminary", "p1")
    store.remove_bookmark("one", "gori", "p2")
    store.remove_bookmark("one", "gori", "p2")
    assert [(mark.chapter, mark.passage) for mark in RecordsStore(path).bookmarks("one")] == [
        ("seminary", "p1")
    ]


def test_the_last_answer_to_a_question_is_kept_by_pack_and_chapter(path: Path) -> None:
    store = RecordsStore(path)
    first = KeptAnswer("gori", "q1", "abc", 1, ("2",), False)
    second = KeptAnswer("gori", "q1", "abz", 2, ("Гори – „x“", ""), True)
    store.save_answer("one", first)
    store.save_answer("one", second)
    store.save_answer("two", first)
    assert RecordsStore(path).answers("one") == {"gori": {"q1": second}}
    assert RecordsStore(path).answers("three") == {}


def test_every_answer_that_was_said_to_be_kept_outlives_a_killed_program(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from historydesk.domain.quiz import KeptAnswer; "
        "from historydesk.store.records import RecordsStore\n"
        "store = RecordsStore(Path(sys.argv[1]))\n"
        "for number in range(100_000):\n"
        "    store.save_answer('one', KeptAnswer('gori', f'q{number}', 'abc', 1, ('2',), True))\n"
        "    print(number, flush=True)\n"
    )
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).parents[3] / "src"))
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(12)]
        writer.kill()
        said += [int(line) for line in writer.stdout.read().split()]
    store = RecordsStore(path)
    assert store.message == ""
    assert {f"q{number}" for number in said} <= set(store.answers("one")["gori"])


def test_the_file_is_durable_and_says_what_it_is(path: Path) -> None:
    RecordsStore(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA application_id").fetchone() == (RECORDS_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (RECORDS_VERSION,)
    connection.close()
    assert [file.name for file in path.parent.iterdir()] == ["records.sqlite"]


@pytest.mark.parametrize("current", [False, True], ids=["new", "current"])
def test_a_new_or_current_file_is_opened_without_alembic(path: Path, current: bool) -> None:
    if current:
        RecordsStore(path)
    script = (
        "import sys; from pathlib import Path; from historydesk.store.records import RecordsStore; "
        f"RecordsStore(Path({str(path)!r})).save_setting('a', 'b'); print('alembic' in sys.modules)"
    )
    source = Path(__file__).parents[3] / "src"
    environment = dict(os.environ, PYTHONPATH=str(source))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_set_aside_under_a_dated_name(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    store = RecordsStore(path)
    (aside,) = [file for file in path.parent.iterdir() if file != path]
    assert aside.name.startswith("records.damaged-")
    assert aside.read_bytes() == content
    assert aside.name in store.message
    store.save_setting("a", "b")
    assert RecordsStore(path).settings() == {"a": "b"}


def test_a_damaged_page_is_noticed(path: Path) -> None:
    RecordsStore(path).save_setting("a", "b")
    content = bytearray(path.read_bytes())
    content[4096:8192] = os.urandom(4096)
    path.write_bytes(content)
    assert "damaged" in RecordsStore(path).message


def test_a_newer_file_is_set_aside_untouched(path: Path) -> None:
    RecordsStore(path).save_setting("a", "b")
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={RECORDS_VERSION + 1}")
    connection.close()
    content = path.read_bytes()
    store = RecordsStore(path)
    (aside,) = [file for file in path.parent.iterdir() if file != path]
    assert aside.name.startswith("records.newer-")
    assert aside.read_bytes() == content
    assert "newer HistoryDesk" in store.message
    assert store.settings() == {}


def test_a_stale_journal_never_meets_a_new_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"broken" * 100)
    journal = path.with_name("records.sqlite-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9 old pages")
    store = RecordsStore(path)
    store.save_setting("a", "b")
    assert not journal.exists()
    assert store.settings() == {"a": "b"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_reads_and_refuses_to_write(path: Path) -> None:
    RecordsStore(path).save_setting("a", "b")
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        store = RecordsStore(path)
        assert store.settings() == {"a": "b"}
        with pytest.raises(RecordsError):
            store.save_setting("a", "c")
    finally:
        path.parent.chmod(0o755)


def test_a_place_where_nothing_can_be_made_is_said_so(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("a file, not a folder")
    store = RecordsStore(blocker / "records.sqlite")
    assert store.message
    assert store.settings() == {}
    with pytest.raises(RecordsError):
        store.save_setting("a", "b")


def test_a_file_that_another_program_holds_gives_a_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("historydesk.store.records.BUSY_SECONDS", 0.01)
    store = RecordsStore(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RecordsError, match="Another program"):
        store.save_setting("a", "b")
    other.execute("ROLLBACK")
    other.close()
    store.save_setting("a", "b")
    assert store.settings() == {"a": "b"}


def test_opening_reads_settings_and_last_place_before_the_store(path: Path) -> None:
    assert RecordsOpening(path).read("one") == ({}, None, "")
    store = RecordsStore(path)
    store.save_setting("theme", "gallery")
    store.save_last_location("one", Location("read", "gori", "p2"))
    settings, last, message = RecordsOpening(path).read("one")
    assert (settings, last, message) == ({"theme": "gallery"}, Location("read", "gori", "p2"), "")
    assert RecordsOpening(path).read("two")[1] is None


def test_opening_sets_a_damaged_file_aside_and_says_so(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"x" * 500)
    settings, last, message = RecordsOpening(path).read("one")
    assert (settings, last) == ({}, None)
    assert "records.damaged-" in message
    assert RecordsStore(path).message == ""


def test_opening_never_raises(path: Path) -> None:
    RecordsStore(path).save_setting("a", "b")
    content = bytearray(path.read_bytes())
    content[100:] = b"\x00" * (len(content) - 100)
    path.write_bytes(content)
    assert RecordsOpening(path).read("one")[0] == {}


def test_known_terms_belong_to_their_pack(tmp_path: Path) -> None:
    with_terms = RecordsStore(tmp_path / "records.sqlite")
    with_terms.save_known_terms("one", {"koba": True, "serf": True})
    with_terms.save_known_terms("one", {"koba": True, "serf": False, "never": False})
    with_terms.save_known_terms("two", {"koba": False})
    assert with_terms.known_terms("one") == {"koba"}
    assert with_terms.known_terms("two") == frozenset()
    with_terms.close()
