"""The command line says in one sentence what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk import __version__
from historydesk.cli import _quick_run, main


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["tour", "--size", "big"],
        ["tour", "--size", "10x10"],
        ["run", "--mode", "party"],
        ["run", "one", "two"],
        ["--nonsense"],
        ["pack"],
        ["map", "build", "only-one"],
    ],
)
def test_bad_arguments_give_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_a_plain_run_needs_no_argument_parser() -> None:
    quick = _quick_run(["run", "some.hdpack", "--report-start", "--quit-when", "ready"])
    assert quick is not None
    assert (quick.pack, quick.report_start, quick.quit_when) == (Path("some.hdpack"), True, "ready")
    assert _quick_run(["run", "--help"]) is None
    assert _quick_run(["tour"]) is None
    assert _quick_run([]) is not None
