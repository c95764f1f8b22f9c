"""Which passage the map beside the chapter follows."""

from __future__ import annotations

import pytest

from historydesk.domain.chapter import Passage
from historydesk.ui.shell.reading_desk import located_passage


def passage(name: str, *places: str, view: str = "") -> Passage:
    return Passage(name, 0, "paragraph", "", "", places, (), view)


PASSAGES = (
    passage("heading"),
    passage("gori", "gori"),
    passage("thought"),
    passage("baku", view="place:baku zoom:7"),
    passage("journey", view="journey:j-1"),
)


@pytest.mark.parametrize(
    ("read", "followed"),
    [
        ("", "gori"),
        ("heading", "gori"),
        ("gori", "gori"),
        ("thought", "gori"),
        ("baku", "baku"),
        ("journey", "journey"),
        ("unknown", "gori"),
    ],
)
def test_a_passage_without_a_place_keeps_the_one_before_it(read: str, followed: str) -> None:
    located = located_passage(PASSAGES, read)
    assert located is not None
    assert located.id == followed


def test_a_chapter_without_places_moves_no_map() -> None:
    assert located_passage(PASSAGES[2:3], "thought") is None
