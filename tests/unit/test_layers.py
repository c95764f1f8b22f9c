"""The layers point one way, and the check that says so can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_every_import_follows_the_layers(copied_tree: Path) -> None:
    result = _lint(copied_tree)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/chapter.py", "import historydesk.store.pack_file"),
        ("store/pack_file.py", "import PySide6.QtCore"),
        ("services/reading.py", "import PySide6.QtWidgets"),
        ("services/library.py", "import historydesk.ui.theme"),
        ("ui/reader/reader_page.py", "import historydesk.ui.map"),
        ("ui/home/home_page.py", "import sqlalchemy"),
        ("packs/__init__.py", "import historydesk.services.reading"),
        ("domain/pack.py", "import socket"),
    ],
)
def test_a_planted_violation_is_found(copied_tree: Path, module: str, line: str) -> None:
    path = copied_tree / "src" / "historydesk" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = _lint(copied_tree)
    assert result.returncode != 0
    assert "BROKEN" in result.stdout
