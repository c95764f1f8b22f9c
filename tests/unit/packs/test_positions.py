"""By which name a judgement remembers a position."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.packs.compiler import PackBuildError, build_pack
from historydesk.store.evidence import read_evidence


def _write(pack: Path, *positions: str) -> None:
    rows = "".join(f'[[debate.position]]\n{each}\ntext = "Because."\n' for each in positions)
    (pack / "en" / "debates.toml").write_text(
        f'[[debate]]\nid = "d-9"\ntitle = "Who?"\n{rows}', encoding="utf-8"
    )


def _ids(pack: Path, target: Path) -> list[str]:
    build_pack(pack, target)
    (debate,) = read_evidence(target, "en").debates
    return [each.id for each in debate.positions]


def test_a_position_is_known_by_its_key_else_by_its_title(pack: Path, tmp_path: Path) -> None:
    _write(
        pack,
        'title = "A “Clean” Break"',
        'title = "A clean break!"',
        'title = "Both"\nkey = "in-between"',
        'title = "?"',
    )
    ids = _ids(pack, tmp_path / "p.hdpack")
    assert ids == ["a-clean-break", "a-clean-break-2", "in-between", "position-4"]


def test_another_order_changes_no_id(pack: Path, tmp_path: Path) -> None:
    _write(pack, 'title = "One"', 'title = "Two"')
    before = _ids(pack, tmp_path / "p.hdpack")
    _write(pack, 'title = "New"', 'title = "Two"', 'title = "One"')
    assert _ids(pack, tmp_path / "p.hdpack") == ["new", *reversed(before)]


def test_a_key_given_twice_is_an_error_with_its_line(pack: Path, tmp_path: Path) -> None:
    _write(pack, 'title = "One"\nkey = "k"', 'title = "Two"\nkey = "k"')
    with pytest.raises(PackBuildError) as raised:
        build_pack(pack, tmp_path / "p.hdpack")
    assert [str(each) for each in raised.value.problems.in_order()] == [
        "en/debates.toml:10: the debate “d-9” has two positions with the key “k”; give one of them another key"
    ]
