"""Lines of tables and keys."""

from __future__ import annotations

from pathlib import Path

from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems
from historydesk.packs.toml_file import TomlFile, read_toml

TEXT = '''# a comment
[[journey]]
id = "j-1"
text = """
Not a header: [[journey]]
id = "not a key"
"""

[[journey.stop]]
place = "gori"
[[journey.stop]]
place = "tbilisi"

[[journey]]
"id" = "j-2"
[[journey.stop]]
place = "baku"
'''


def read(folder: Path, text: str) -> TomlFile:
    (folder / "x.toml").write_text(text, encoding="utf-8")
    problems = Problems()
    file = read_toml(PackFolder(folder, problems), "x.toml", problems)
    assert file is not None
    return file


def test_every_key_has_its_line(tmp_path: Path) -> None:
    file = read(tmp_path, TEXT)
    assert file.line(("journey", 0)) == 2
    assert file.line(("journey", 0, "stop", 1, "place")) == 12
    assert file.line(("journey", 1, "id")) == 15
    assert file.line(("journey", 1, "stop", 0, "place")) == 17


def test_a_block_text_begins_below_its_key(tmp_path: Path) -> None:
    file = read(tmp_path, TEXT)
    assert (file.line(("journey", 0, "text")), file.text_line(("journey", 0, "text"))) == (4, 5)


def test_an_absent_key_has_the_line_of_its_table(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT).line(("journey", 1, "person")) == 14
