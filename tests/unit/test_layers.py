"""The layers point one way, and the check that says so can fail."""

from __future__ import annotations

import ast
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


QT_ALLOWED = {"services": {"QtCore"}}
"""Parts of Qt a layer may use; the others may use what the program's windows are made of."""

QT_OF_WINDOWS = {"QtCore", "QtGui", "QtWidgets", "QtSvg"}


def _wrong_qt(folder: Path) -> list[str]:
    """Modules that import a part of Qt their layer may not use (import-linter can't name parts of a package)."""
    root = folder / "src" / "historydesk"
    found = []
    for path in sorted(root.rglob("*.py")):
        layer = path.relative_to(root).parts[0]
        allowed = QT_ALLOWED.get(layer, QT_OF_WINDOWS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            names = []
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                part = (node.module or "").partition(".")[2]
                names = [part] if part else [alias.name for alias in node.names]
            else:
                names = [
                    alias.name.split(".")[1] for alias in node.names if alias.name.startswith("PySide6.")
                ]
            found += [f"{path.relative_to(root)}: {name}" for name in names if name not in allowed]
            if ast.unparse(node).startswith(("import urllib.request", "from urllib.request")):
                found.append(f"{path.relative_to(root)}: urllib.request")
    return found


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_every_import_follows_the_layers(copied_tree: Path) -> None:
    result = _lint(copied_tree)
    assert result.returncode == 0, result.stdout + result.stderr


def test_services_know_no_windows_and_nobody_the_network(copied_tree: Path) -> None:
    assert _wrong_qt(copied_tree) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("services/reading.py", "import PySide6.QtWidgets"),
        ("services/tasks.py", "from PySide6.QtGui import QColor"),
        ("ui/home/home_page.py", "from PySide6.QtNetwork import QLocalServer"),
        ("app.py", "from PySide6 import QtNetwork"),
        ("domain/pack.py", "from urllib.request import urlopen"),
    ],
)
def test_a_planted_part_of_qt_is_found(copied_tree: Path, module: str, line: str) -> None:
    path = copied_tree / "src" / "historydesk" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    assert len(_wrong_qt(copied_tree)) == 1


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/chapter.py", "import historydesk.store.pack_file"),
        ("store/pack_file.py", "import PySide6.QtCore"),
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
