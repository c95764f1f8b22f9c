"""A new pack builds at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.cli import main


def test_a_new_pack_builds_without_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, target = tmp_path / "new", tmp_path / "out" / "new.hdpack"
    assert main(["pack", "new", str(folder)]) == 0
    assert main(["pack", "build", str(folder), "-o", str(target)]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "2 chapters, 11 passages, 0 warnings" in shown.out


def test_a_folder_that_holds_something_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["pack", "new", str(tmp_path)]) == 1
    assert "is not empty. Give a new folder." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
