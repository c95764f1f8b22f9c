"""A pack to export, and the store that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from historydesk.packs.compiler import build_pack
from historydesk.packs.new_pack import EXAMPLE
from historydesk.paths import resources
from historydesk.store.export_content import ExportStore


@pytest.fixture(scope="session")
def whole_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack that ships with the program, compiled once."""
    target = tmp_path_factory.mktemp("whole") / "whole.hdpack"
    build_pack(resources() / "packs" / "stalins-rise", target)
    return target


@pytest.fixture(scope="session")
def example_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example that authors begin with, compiled once."""
    target = tmp_path_factory.mktemp("example") / "example.hdpack"
    build_pack(EXAMPLE, target)
    return target


@pytest.fixture
def whole(whole_pack: Path) -> Iterator[ExportStore]:
    with ExportStore(whole_pack) as store:
        yield store


@pytest.fixture
def sample(sample_pack: Path) -> Iterator[ExportStore]:
    with ExportStore(sample_pack) as store:
        yield store
