"""The way out: each file is whole or not there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from historydesk.cli import main
from historydesk.errors import HistoryDeskError
from historydesk.exports.formats import FORMATS, Format, export_pack


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_each_format_is_written_from_the_command_line(
    name: str, example_pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "new folder" / f"out-{name}"
    assert main(["export", name, str(example_pack), "-o", str(target)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{target}: ") and shown.err == ""
    assert [each.name for each in target.parent.iterdir()] == [target.name]
    assert target.stat().st_size > 0


@pytest.mark.parametrize("name", [each.name for each in FORMATS if each.name != "anki"])
def test_the_same_pack_gives_the_same_bytes(name: str, example_pack: Path, tmp_path: Path) -> None:
    for run in ("one", "two"):
        assert main(["export", name, str(example_pack), "-o", str(tmp_path / run)]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_that_is_there_is_replaced(sample_pack: Path, tmp_path: Path) -> None:
    target = tmp_path / "g.csv"
    target.write_text("old", encoding="utf-8")
    assert main(["export", "glossary-csv", str(sample_pack), "-o", str(target)]) == 0
    assert "Seminary" in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("pack", "target", "message"),
    [
        ("none.hdpack", "x.csv", "There is no pack at"),
        ("notes.txt", "x.csv", "is not a HistoryDesk pack"),
        ("", "folder", "is a folder."),
        ("", "notes.txt/x.csv", "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    pack: str,
    target: str,
    message: str,
    sample_pack: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.txt").write_text("Dear Keke", encoding="utf-8")
    given = str(tmp_path / pack) if pack else str(sample_pack)
    assert main(["export", "glossary-csv", given, "-o", str(tmp_path / target)]) == 1
    shown = capsys.readouterr()
    assert shown.out == "" and message in shown.err and shown.err.count("\n") == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder", "notes.txt"]


def test_the_pack_is_never_written_over(sample_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sample_pack.read_bytes()
    assert main(["export", "bibtex", str(sample_pack), "-o", str(sample_pack)]) == 1
    assert "is the pack itself" in capsys.readouterr().err
    assert sample_pack.read_bytes() == before


def test_another_language_of_the_pack(sample_pack: Path, tmp_path: Path) -> None:
    target = tmp_path / "g.csv"
    assert main(["export", "glossary-csv", str(sample_pack), "-o", str(target), "--lang", "ka"]) == 0
    assert "სემინარია" in target.read_text(encoding="utf-8-sig")


def test_a_language_that_the_pack_lacks(
    sample_pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "gift", str(sample_pack), "-o", str(tmp_path / "q"), "--lang", "fr"]) == 1
    assert capsys.readouterr().err == "This pack has no language “fr”. It has: en, ka.\n"


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, OSError(28, "No space left on device")])
def test_what_breaks_off_leaves_the_old_file_and_nothing_else(
    fault: BaseException | type[BaseException], sample_pack: Path, tmp_path: Path
) -> None:
    def write(_store: object, _lang: str, path: Path, _tell: object) -> None:
        path.write_text("half", encoding="utf-8")
        raise fault

    target = tmp_path / "x.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises((HistoryDeskError, ValueError, KeyboardInterrupt)):
        export_pack(sample_pack, Format("broken", "", "", write), target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_to_name_the_formats_loads_neither_store_nor_libraries() -> None:
    code = (
        "import sys; import historydesk.exports.formats as f; assert f.FORMATS;"
        "print([n for n in ('sqlalchemy', 'zipfile', 'csv', 'genanki', 'bibtexparser') if n in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert found.strip() == "[]"
