"""The schema written out in ``db``."""

from __future__ import annotations

from pathlib import Path

from historydesk.store.pack_file import connect
from historydesk.store.pack_schema import schema_text

WRITTEN = Path(__file__).parents[3] / "db" / "pack-schema.sql"


def test_the_schema_written_out_is_the_one_the_mappings_make() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m historydesk.store.pack_schema"
    )


def test_a_pack_has_exactly_that_schema(sample_pack: Path) -> None:
    import sqlite3

    query = "SELECT type, name, tbl_name FROM sqlite_schema ORDER BY type, name"
    empty = sqlite3.connect(":memory:")
    empty.executescript(WRITTEN.read_text(encoding="utf-8"))
    assert connect(sample_pack).execute(query).fetchall() == empty.execute(query).fetchall()
    for (name,) in empty.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        columns = f"PRAGMA table_info('{name}')"
        assert connect(sample_pack).execute(columns).fetchall() == empty.execute(columns).fetchall()
    for pragma in ("application_id", "user_version"):
        asked = f"PRAGMA {pragma}"
        assert connect(sample_pack).execute(asked).fetchone() == empty.execute(asked).fetchone()
