"""Exports in the background."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from historydesk.errors import HistoryDeskError
from historydesk.services.exporting import Exporting


def test_a_file_is_written_while_one_reads_on(qtbot: QtBot, sample_pack: Path, tmp_path: Path) -> None:
    exporting = Exporting(sample_pack)
    told: list[tuple[int, int]] = []
    exporting.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(exporting.finished, timeout=20_000) as finished:
        exporting.start("epub", tmp_path / "b.epub", "en", "chicago")
        assert exporting.is_busy
    assert finished.args == [tmp_path / "b.epub"]
    assert (tmp_path / "b.epub").read_bytes().startswith(b"PK")
    assert told and told[-1][0] == told[-1][1]
    assert not exporting.is_busy
    exporting.close()


def test_what_goes_wrong_is_told(qtbot: QtBot, sample_pack: Path, tmp_path: Path) -> None:
    exporting = Exporting(sample_pack)
    with qtbot.waitSignal(exporting.failed, timeout=20_000) as failed:
        exporting.start("glossary-csv", tmp_path, "en", "chicago")
    assert isinstance(failed.args[0], HistoryDeskError)
    assert list(tmp_path.iterdir()) == []
    exporting.close()
