"""The program as a process: it starts, it is one, it says what it cannot do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "historydesk"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "HISTORYDESK_DATA": str(tmp_path / "data"), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def first(sample_pack: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*COMMAND, "run", str(sample_pack), "--report-start"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.terminate()
    process.wait(20)
    if process.stdout is not None:
        process.stdout.close()


def _wait_for(process: subprocess.Popen[str], step: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(step):
            return
    raise AssertionError(f"the program ended before it was {step}")


def test_a_second_start_ends_at_once_and_the_first_goes_on(
    first: subprocess.Popen[str], sample_pack: Path, environment: dict[str, str]
) -> None:
    _wait_for(first, "ready")
    second = subprocess.run([*COMMAND, "run", str(sample_pack)], env=environment, timeout=30, check=False)
    assert second.returncode == 0
    assert first.poll() is None


def test_the_first_screen_needs_no_sqlalchemy(sample_pack: Path, environment: dict[str, str]) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from historydesk.app import run\n"
        "seen = []\n"
        "def told(step, seconds):\n"
        "    if step == 'painted':\n"
        "        heavy = ('sqlalchemy', 'alembic', 'markdown_it', 'yaml', 'argparse', 'json.tool', 'PySide6.QtNetwork')\n"
        "        heavy += ('historydesk.ui.evidence', 'historydesk.store.evidence', 'historydesk.domain.evidence')\n"
        "        seen.extend(name for name in heavy if name in sys.modules)\n"
        "code = run(Path(sys.argv[1]), report=told, quit_when='painted')\n"
        "print(seen)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sample_pack)],
        env=environment,
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_without_a_display_it_says_so_and_draws_the_screens(
    sample_pack: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux may have no display")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    code = (
        "import sys, historydesk.tour as tour\n"
        "tour.run_tour = lambda folder, sizes, pack=None: print('drawn', folder) or 0\n"
        "from historydesk.cli import main\n"
        "sys.exit(main(['run', sys.argv[1]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sample_pack)],
        env=environment,
        cwd=tmp_path,
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    assert "drawn" in done.stdout


def test_the_self_test_passes_on_any_whole_pack(sample_pack: Path, environment: dict[str, str]) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom historydesk.self_test import run_self_test\n"
        "sys.exit(run_self_test(as_json=True, pack=Path(sys.argv[1])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sample_pack)],
        env=environment,
        timeout=120,
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert [check for check in report["checks"] if not check["ok"]] == []
    assert done.returncode == 0


def test_the_self_test_fails_on_an_altered_pack(
    sample_pack: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    altered = tmp_path / "altered.hdpack"
    data = bytearray(sample_pack.read_bytes())
    data[-1] ^= 1
    altered.write_bytes(bytes(data))
    code = (
        "import sys\nfrom pathlib import Path\nfrom historydesk.self_test import SelfTest\n"
        "from historydesk.app import make_application\nmake_application(['x'])\n"
        "test = SelfTest(Path(sys.argv[1]), Path(sys.argv[2]))\ntest._try('pack', test._check_pack)\n"
        "sys.exit(0 if test.outcomes[0].ok else 3)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(altered), str(tmp_path)], env=environment, timeout=60, check=False
    )
    assert done.returncode == 3
