"""Very many points: all problems are found, few are printed, and the program ends in good order."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from historydesk.cli import main
from historydesk.packs.new_pack import EXAMPLE

POINTS = 100_000


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """The example with a hundred thousand points that no file names."""
    folder = tmp_path / "pack"
    shutil.copytree(EXAMPLE, folder)
    places = folder / "places.geojson"
    points = (
        f'{{"type": "Feature", "properties": {{"id": "p{n}"}}, '
        f'"geometry": {{"type": "Point", "coordinates": [{n % 360 / 4}, {30 + n % 500 / 10}]}}}}'
        for n in range(POINTS)
    )
    text = places.read_text(encoding="utf-8").replace("\n]}", ",\n" + ",\n".join(points) + "\n]}")
    places.write_text(text, encoding="utf-8", newline="\n")
    return folder


def test_the_first_hundred_are_printed_and_the_others_counted(
    crowded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "check", str(crowded)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 102
    places = crowded / "places.geojson"
    assert lines[0] == (
        f'{places}:5: the place “p0” has no entry in en/places.toml; add [[place]] with id = "p0"'
    )
    assert lines[100] == (
        f"{places}: 99,900 problems more; correct these first, or list all with “historydesk pack check --json”"
    )
    assert lines[101] == "100,000 errors, 0 warnings"


def test_all_of_them_are_in_the_json(crowded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", "--json", str(crowded)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["errors"] == len(report["problems"]) == POINTS
    assert report["problems"][-1]["line"] == POINTS + 4
