"""The SQL of the first screen is what the mappings compile to."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.store import opening_sql
from historydesk.store.opening_sql_writer import compiled
from historydesk.store.pack_file import connect


def _one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_text_equals_its_compiled_select() -> None:
    written = {name: _one_line(value) for name, value in vars(opening_sql).items() if name.isupper()}
    assert written == {name: _one_line(text) for name, text in compiled().items()}


@pytest.mark.parametrize("name", sorted(compiled()))
def test_no_query_of_the_first_screen_scans_what_grows(name: str, sample_pack: Path) -> None:
    values = dict.fromkeys(("lang", "id", "number", "first", "past", "limit", "ids"), 1)
    plan = connect(sample_pack).execute(f"EXPLAIN QUERY PLAN {compiled()[name]}", values).fetchall()
    growing = ("chapter", "passage", "place", "place_text", "event_text", "part")
    scans = [row[3] for row in plan if row[3].startswith("SCAN ") and row[3].split()[1] in growing]
    assert scans == []
