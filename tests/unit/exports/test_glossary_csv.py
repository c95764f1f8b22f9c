"""The glossary as a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from historydesk.exports.glossary_csv import HEADER, harmless, write_glossary
from historydesk.store.export_content import ExportStore


def test_every_term_is_a_row(whole: ExportStore, tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    write_glossary(whole, "en", path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,term")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == whole.info().counts["terms"]
    assert tuple(rows[0]) == HEADER
    cheka = next(row for row in rows if row["id"] == "cheka")
    assert cheka["language"] == "ru" and "<" not in cheka["meaning"] and "\n" not in cheka["meaning"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-vich", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_would_calculate_is_told_apart(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "Seminary", "1 2", "“=1”"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert harmless(cell) == cell
