"""The SQL that makes a pack is what the mappings give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from historydesk.packs.new_pack import EXAMPLE
from historydesk.store import pack_sql, pack_sql_writer
from historydesk.store.search_index import LARGE, MEDIUM, index_statements, search_ddl


def test_the_text_equals_the_mappings() -> None:
    remedy = "run: python -m historydesk.store.pack_sql_writer"
    assert list(pack_sql.TABLES.items()) == list(pack_sql_writer.create_tables().items()), remedy
    assert list(pack_sql.INDEXES) == pack_sql_writer.create_indexes(), remedy
    assert pack_sql_writer.columns() == pack_sql.COLUMNS, remedy
    assert pack_sql_writer.json_columns() == pack_sql.JSON_COLUMNS, remedy


def test_the_manifest_is_made_first() -> None:
    assert next(iter(pack_sql.TABLES)) == "manifest"


def test_a_build_needs_no_sqlalchemy(tmp_path: Path) -> None:
    script = (
        "import sys; from historydesk.cli import main\n"
        f"code = main(['pack', 'build', {str(EXAMPLE)!r}, '-o', {str(tmp_path / 'one.hdpack')!r}])\n"
        "sys.exit(code or 'sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_passages_have_lists_of_beginnings_as_there_is_text() -> None:
    (items, large), (also_items, medium), (_, small) = map(search_ddl, (LARGE, LARGE - 1, MEDIUM - 1))
    assert items == also_items and "prefix='2 3 4'" in items
    assert "prefix='2 3'" in large
    assert "prefix='2'" in medium
    assert "prefix" not in small


def test_only_a_large_pack_merges_its_segments() -> None:
    assert any("optimize" in statement for statement in index_statements(LARGE))
    assert not any("optimize" in statement for statement in index_statements(LARGE - 1))
