"""The charts of the shipped pack show the figures its authors wrote, and no others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from historydesk import paths
from historydesk.store.evidence import read_evidence
from historydesk.ui.evidence.figure_scale import scale_of
from historydesk.ui.evidence.numbers_view import NumbersView

WRITTEN = tomllib.loads(
    (paths.resources() / "packs" / "stalins-rise" / "en" / "estimates.toml").read_text(encoding="utf-8")
)["estimate"]


@pytest.mark.parametrize("table", WRITTEN, ids=lambda each: str(each["id"]))
def test_a_chart_shows_every_figure_of_its_table(
    shipped_pack: Path, qtbot: QtBot, fonts: None, table: dict[str, object]
) -> None:
    found = next(each for each in read_evidence(shipped_pack, "en").tables if each.id == table["id"])
    view = NumbersView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_table(found)
    view.show()
    rows = view.chart.rows()
    written = table["row"]
    assert isinstance(written, list)
    assert len(rows) == len(written)
    scale = scale_of(found.figures)
    for row, said in zip(rows, written, strict=True):
        assert (row.figure.low, row.figure.high) == (said.get("low"), said.get("high"))
        assert row.figure.recorded == (said["kind"] == "recorded")
        year = str(said.get("year", ""))
        who = said["author"] if year in said["author"] else f"{said['author']} {year}"
        assert row.accessibleName() == f"{who}: {said['label']}, {said['kind']}"
        mark, room = row.mark(), row.width() - 24
        bounds = [each for each in (said.get("low"), said.get("high")) if each is not None]
        middle = 12 + room * (min(bounds) + max(bounds)) / 2 / scale.end
        assert mark.center().x() == pytest.approx(middle, abs=0.5)
        row.setFocus()
        row.shown.emit()
        told = view.note.told()
        assert str(said["label"]) in told
        assert str(said["counts"]) in told
        assert str(said.get("note", "")) in told


def test_the_whole_ledger_of_claims_and_debates_is_listed(shipped_pack: Path) -> None:
    evidence = read_evidence(shipped_pack, "en")
    folder = paths.resources() / "packs" / "stalins-rise" / "en"
    claims = tomllib.loads((folder / "claims.toml").read_text(encoding="utf-8"))["claim"]
    debates = tomllib.loads((folder / "debates.toml").read_text(encoding="utf-8"))["debate"]
    assert [(each.id, each.title, each.verdict) for each in evidence.claims] == [
        (each["id"], each["title"], each["verdict"]) for each in claims
    ]
    assert [(each.title, [side.title for side in each.positions]) for each in evidence.debates] == [
        (each["title"], [side["title"] for side in each["position"]]) for each in debates
    ]
