"""Fixtures that every test may ask for, and the watch over what a test leaves behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.leaks import Leaks
from tests.sample_pack import build_sample_pack


@pytest.fixture(scope="session")
def sample_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled sample pack (see ``tests/sample_pack.py``); read it, don't write to it."""
    return build_sample_pack(tmp_path_factory.mktemp("pack") / "sample.hdpack")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the data of whoever runs it."""
    monkeypatch.setenv("HISTORYDESK_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="session")
def fonts(qapp: object) -> None:
    """The shipped fonts, registered once."""
    from historydesk.ui.theme.fonts import register_fonts

    register_fonts()


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves a window, an active timer or a running thread behind fails.

    Watches tests of services and of the whole window; a surface's own tests end with their widgets.
    """
    if request.node.get_closest_marker("leaks_checked") is None:
        yield
        return
    request.getfixturevalue("qapp")
    leaks = Leaks()
    yield
    left = leaks.found()
    assert not left, f"left behind: {', '.join(left)}"
