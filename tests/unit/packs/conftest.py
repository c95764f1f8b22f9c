"""A pack in a temporary folder, and reading Markdown without one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from historydesk.packs.compiled_text import CompiledText
from historydesk.packs.figures import FigureShelf
from historydesk.packs.folder import PackFolder
from historydesk.packs.new_pack import EXAMPLE
from historydesk.packs.passages import PassageReader
from historydesk.packs.problems import Problems
from historydesk.packs.references import ReferenceBook


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the example pack."""
    folder = tmp_path / "pack"
    shutil.copytree(EXAMPLE, folder)
    return folder


class Desk:
    """Reads chapter texts against a few known items."""

    def __init__(self, folder: Path) -> None:
        self.problems = Problems()
        self.book = ReferenceBook(self.problems)
        for scheme, target in (
            ("term", "serf"),
            ("place", "gori"),
            ("person", "keke"),
            ("event", "e001"),
            ("claim", "cl-01"),
            ("source", "kotkin2014"),
            ("source", "suny2020"),
            ("chapter", "gori"),
        ):
            self.book.add(scheme, target)
        shelf = FigureShelf(PackFolder(folder, self.problems), self.problems)
        self.reader = PassageReader(self.book, shelf, self.problems)

    def read(self, text: str) -> CompiledText:
        return self.reader.chapter("en/chapters/gori.md", 1, "gori", text)

    def messages(self) -> list[str]:
        return [str(problem) for problem in self.problems.in_order()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
