"""The shipped pack, compiled from its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk import paths
from historydesk.packs.compiler import build_pack


@pytest.fixture(scope="session")
def shipped_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ships with the program, as its text stands now; read it, don't write to it."""
    target = tmp_path_factory.mktemp("shipped") / "stalins-rise.hdpack"
    build_pack(paths.resources() / "packs" / "stalins-rise", target)
    return target
