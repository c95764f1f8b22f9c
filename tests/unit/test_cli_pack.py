"""The pack commands as a person runs them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from historydesk.cli import main
from historydesk.packs.new_pack import EXAMPLE


@pytest.fixture
def built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    target = tmp_path / "p.hdpack"
    assert main(["pack", "build", str(EXAMPLE), "-o", str(target)]) == 0
    capsys.readouterr()
    return target


def test_info_as_json(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "info", str(built), "--json"]) == 0
    info = json.loads(capsys.readouterr().out)
    assert (info["id"], info["version"], info["languages"]) == ("missing-days", "1.0.0", ["en"])
    assert len(info["hash"]) == 64
    assert list(info["counts"]) == [
        "chapters",
        "passages",
        "terms",
        "places",
        "journeys",
        "plates",
        "people",
        "events",
        "claims",
        "sources",
        "questions",
    ]


def test_info_in_words(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "info", str(built)]) == 0
    assert "The Thirteen Missing Days  (missing-days 1.0.0, CC-BY-4.0)" in capsys.readouterr().out


def test_an_altered_file_is_one_sentence(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(built.read_bytes())
    at = data.index(b"thirteen")
    data[at] ^= 1
    built.write_bytes(data)
    assert main(["pack", "info", str(built)]) == 1
    shown = capsys.readouterr()
    assert (
        shown.out == "" and shown.err == "The pack “p.hdpack” is damaged. Copy it again from where it came.\n"
    )


def test_a_file_that_is_no_pack_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear reader", encoding="utf-8")
    assert main(["pack", "info", str(file)]) == 1
    assert "is not a HistoryDesk pack" in capsys.readouterr().err


def test_check_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", str(EXAMPLE), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"errors": 0, "warnings": 0, "problems": []}
    (tmp_path / "pack.toml").write_text("format = 1\n", encoding="utf-8")
    assert main(["pack", "check", str(tmp_path), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["errors"] == len(report["problems"]) > 0
    assert set(report["problems"][0]) == {"file", "line", "severity", "message", "remedy"}


def test_a_folder_as_output_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "build", str(EXAMPLE), "-o", str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_device_as_output_is_left_alone(
    sample_pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for command in (["pack", "build", str(EXAMPLE)], ["export", "epub", str(sample_pack)]):
        assert main([*command, "-o", str(pipe)]) == 1
        assert "is a device or a pipe" in capsys.readouterr().err
        assert pipe.is_fifo()
