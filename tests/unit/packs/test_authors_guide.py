"""The author's guide names every field and every message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.robustness.malformed.all_cases import ALL_CASES

from historydesk.packs.fields import TABLES, Table
from historydesk.packs.front_matter import FIELDS

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "authors-guide.md").read_text(encoding="utf-8")


SUBJECT = re.compile(
    r"the place …|(?:the|a) \w+ (?:… )?of the plate …|leg \d+ of the journey …|the feature(?= is)"
)
"""What a message about geography speaks of."""


def _tables(table: Table, above: str = "") -> list[tuple[str, Table]]:
    name = f"{above}{table.name}"
    return [(name, table), *(pair for child in table.children for pair in _tables(child, f"{name}."))]


@pytest.mark.parametrize(("name", "table"), [pair for table in TABLES for pair in _tables(table)])
def test_every_field_of_every_table_is_in_the_guide(name: str, table: Table) -> None:
    section = GUIDE.partition(f"### `[[{name}]]` in `{table.file}`")[2].partition("\n#")[0]
    for field in table.fields:
        required = " **required**" if field.required else ""
        assert f"| `{field.name}`{required} | " in section
        for choice in field.choices:
            assert not choice or f"`{choice}`" in section


def test_every_field_of_a_chapter_is_in_the_guide() -> None:
    for field in FIELDS:
        assert f"| `{field}`" in GUIDE


def test_every_message_is_in_the_guide() -> None:
    """The words between names, numbers and ids stand in the list of messages in this order."""
    listed = [row.replace("\\", "") for row in GUIDE.partition("## Messages")[2].splitlines()]
    for message in {message for case in ALL_CASES for message in case.expected}:
        what = message.split(":", 2)[2].split("; ")[0].strip()
        what = SUBJECT.sub("…", re.sub(r"“[^”]*”|\([^)]*\)", "…", what))
        what = re.sub(
            r"(?<=file )\S+$|\.gif|(?<=is a )[A-Z]\w+$|(?<=are in )another system|\ben\b", "…", what
        )
        words = [re.escape(part) for part in re.split(r"…|-?\d[\d,.]*", what) if part.strip()]
        pattern = re.compile(".*".join(words))
        assert any(pattern.search(row) for row in listed), what
