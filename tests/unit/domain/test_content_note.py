"""The way past a content note."""

from __future__ import annotations

import pytest

from historydesk.domain.chapter import Passage
from historydesk.domain.content_note import NOTE_ID, WayPast, way_past, without_way
from historydesk.domain.reference import Reference

LINK = '<a href="chapter:terror#camps">Skip to <em>Camps</em> &amp; more</a>'


def _note(inner: str, id_: str = NOTE_ID) -> Passage:
    return Passage(id_, 1, "caution", f'<div class="caution"><p>{inner}</p></div>', "")


def test_the_link_that_ends_the_note_is_the_way_past_it() -> None:
    note = _note(f"This is about hunger. {LINK}")
    assert way_past(note) == WayPast("Skip to Camps & more", Reference("chapter", "terror#camps"))
    assert without_way(note.html) == '<div class="caution"><p>This is about hunger.</p></div>'


@pytest.mark.parametrize(
    "inner",
    [
        "This is about hunger.",
        f"{LINK} is safer.",
        'About <a href="term:famine">famine</a>',
        '<a href="chapter:a">One</a> or <a href="term:famine">famine</a>',
    ],
)
def test_other_links_and_other_places_of_the_note_are_words(inner: str) -> None:
    note = _note(inner)
    assert way_past(note) is None
    assert without_way(note.html) == note.html


def test_of_two_links_only_the_last_is_the_way() -> None:
    note = _note(f'See <a href="chapter:gori">Gori</a>. {LINK}')
    way = way_past(note)
    assert way is not None and way.reference.target == "terror#camps"
    assert '<a href="chapter:gori">Gori</a>.</p>' in without_way(note.html)


def test_only_a_content_note_has_one() -> None:
    assert way_past(_note(LINK, "hunger")) is None
    assert way_past(None) is None
