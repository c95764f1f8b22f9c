"""Records on a disk with no room left."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from historydesk.errors import RecordsError
from historydesk.store.records import RecordsStore


def test_a_full_disk_refuses_in_a_sentence_and_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    store = RecordsStore(path)
    store.save_setting("theme", "gallery")

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(store._engine, "connect", limit)
    with pytest.raises(RecordsError, match="disk is full"):
        store.save_setting("long", "x" * 200_000)
    assert store.settings() == {"theme": "gallery"}
    event.remove(store._engine, "connect", limit)
    store.save_setting("long", "x" * 200_000)
    assert set(RecordsStore(path).settings()) == {"theme", "long"}
