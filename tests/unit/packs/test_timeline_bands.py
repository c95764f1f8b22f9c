"""Bands and lanes of the timeline: their days, their names, and what is wrong with them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from historydesk.domain.chronicle import Band
from historydesk.packs.compiler import PackBuildError, build_pack
from historydesk.store.content import ContentStore


def _write(pack: Path, name: str, text: str) -> None:
    (pack / "en" / name).write_text(text, encoding="utf-8")


def _messages(pack: Path, target: Path) -> list[str]:
    with pytest.raises(PackBuildError) as raised:
        build_pack(pack, target)
    return [str(problem) for problem in raised.value.problems.in_order()]


def test_bands_come_in_order_of_time_with_the_days_of_their_ends(pack: Path, tmp_path: Path) -> None:
    _write(
        pack,
        "timeline.toml",
        '[[band]]\nid = "late"\ndate = "1921-03-16/1928~"\ntitle = "Late"\n'
        '[[band]]\nid = "early"\ndate = "1850/1917-03-15"\ntitle = "Early"\n',
    )
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    with ContentStore(target) as store:
        assert store.bands("en") == (
            Band(date(1850, 1, 1).toordinal(), date(1917, 3, 15).toordinal(), "Early"),
            Band(date(1921, 3, 16).toordinal(), date(1928, 12, 31).toordinal(), "Late"),
        )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1921-03-16", "has one date where it needs two"),
        ("1921-02-30/1922", "1921-02-30"),
        ("1922/1921", "ends before it begins"),
    ],
)
def test_a_band_without_two_dates_is_an_error_with_its_line(
    pack: Path, tmp_path: Path, written: str, said: str
) -> None:
    _write(pack, "timeline.toml", f'[[band]]\nid = "nep"\ndate = "{written}"\ntitle = "NEP"\n')
    messages = _messages(pack, tmp_path / "p.hdpack")
    assert len(messages) == 1
    assert messages[0].startswith("en/timeline.toml:3: ")
    assert said in messages[0]


def test_lanes_take_the_names_the_author_gives_them(pack: Path, tmp_path: Path) -> None:
    _write(pack, "lanes.toml", '[[lane]]\nid = "life"\ntitle = "A life"\n')
    target = tmp_path / "p.hdpack"
    build_pack(pack, target)
    with ContentStore(target) as store:
        assert store.chronicle("en").lanes == (("life", "A life"),)


def test_a_lane_that_the_timeline_does_not_have_is_an_error(pack: Path, tmp_path: Path) -> None:
    _write(pack, "lanes.toml", '[[lane]]\nid = "weather"\ntitle = "Weather"\n')
    assert _messages(pack, tmp_path / "p.hdpack") == [
        "en/lanes.toml:2: “weather” is not a lane of the timeline; use one of life, party, world"
    ]
