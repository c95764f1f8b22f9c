"""Migrations of the records."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from historydesk.domain.quiz import KeptAnswer
from historydesk.domain.records import Judgement
from historydesk.errors import RecordsError
from historydesk.store.records import RecordsStore
from historydesk.store.records_file import RECORDS_VERSION
from historydesk.store.records_migration import migrate
from historydesk.store.records_opening import RecordsOpening
from historydesk.store.records_tables import RecordsTable


def _columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {
        name: connection.execute(f"PRAGMA table_info('{name}')").fetchall()
        for name in names
        if name != "alembic_version"
    }
    connection.close()
    return found


def _answer(path: Path, question: str) -> list[object]:
    connection = sqlite3.connect(path)
    found = connection.execute(question).fetchall()
    connection.close()
    return found


def test_the_migrations_make_what_the_mappings_say(tmp_path: Path) -> None:
    migrated, mapped = tmp_path / "migrated.sqlite", tmp_path / "mapped.sqlite"
    migrate(migrated)
    engine = create_engine(f"sqlite:///{mapped}")
    RecordsTable.metadata.create_all(engine)
    engine.dispose()
    assert _columns(migrated) == _columns(mapped)


def test_a_new_file_is_what_the_migrations_make(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated.sqlite", tmp_path / "made.sqlite"
    migrate(migrated)
    RecordsStore(made).close()
    for question in (
        "SELECT name FROM sqlite_schema ORDER BY name",
        "PRAGMA table_info('alembic_version')",
        "PRAGMA index_list('bookmark')",
        "SELECT * FROM alembic_version",
        "PRAGMA application_id",
        "PRAGMA user_version",
    ):
        answers = [_answer(path, question) for path in (migrated, made)]
        assert answers[0] == answers[1]
    assert _columns(migrated) == _columns(made)
    migrate(made)
    assert RecordsStore(made).message == ""


@pytest.mark.parametrize("version", range(1, RECORDS_VERSION))
def test_an_older_file_is_upgraded_with_all_it_holds(tmp_path: Path, version: int) -> None:
    path = tmp_path / "records.sqlite"
    migrate(path, str(version))
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO setting VALUES ('theme', 'gallery')")
    connection.close()
    before, held = path.read_bytes(), _columns(path)
    assert RecordsOpening(path).read("one")[0] == {"theme": "gallery"}
    store = RecordsStore(path)
    store.add_bookmark("one", "gori", "p1")
    answer = KeptAnswer("gori", "fathers-trade", "abc", 1, ("1",), True)
    store.save_answer("one", answer)
    assert store.answers("one") == {"gori": {"fathers-trade": answer}}
    assert store.settings() == {"theme": "gallery"}
    assert store.message == ""
    backup = tmp_path / f"records.before-version-{RECORDS_VERSION}.sqlite"
    assert sorted(file.name for file in tmp_path.iterdir()) == [backup.name, "records.sqlite"]
    assert _columns(backup) == held
    assert len(before) == backup.stat().st_size


def test_the_number_of_a_position_becomes_a_word(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    migrate(path, "5")
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO judgement VALUES ('one', 'd-1', 2, '2026-11-20')")
    connection.close()
    store = RecordsStore(path)
    assert store.judgements("one") == {"d-1": Judgement("d-1", "2", "2026-11-20")}
    store.save_judgement("one", Judgement("d-1", "a-break", "2026-11-21"))
    assert store.judgements("one")["d-1"].position == "a-break"
    store.close()


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "records.sqlite"
    migrate(path, "1")
    before = path.read_bytes()

    def fail(_work: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("historydesk.store.records_migration.migrate", fail)
    assert RecordsStore(path).message
    assert path.read_bytes() == before


def test_older_records_that_cannot_be_upgraded_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    migrate(path, "1")
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO setting VALUES ('a', 'b')")
    connection.close()
    # stands where the copy is made, as a folder that cannot be written does
    path.with_name(f".{path.name}.upgrading-{os.getpid()}").mkdir()
    store = RecordsStore(path)
    assert "cannot be kept" in store.message
    assert store.settings() == {"a": "b"}
    assert store.judgements("p") == {}
    with pytest.raises(RecordsError, match="cannot be kept"):
        store.save_setting("a", "c")
