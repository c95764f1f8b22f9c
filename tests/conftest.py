"""Fixtures that every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_pack import build_sample_pack


@pytest.fixture(scope="session")
def sample_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled sample pack (see ``tests/sample_pack.py``); read it, don't write to it."""
    return build_sample_pack(tmp_path_factory.mktemp("pack") / "sample.hdpack")
