"""Words, links, citations and footnotes as HTML."""

from __future__ import annotations

from tests.unit.packs.conftest import Desk


def test_a_paragraph_keeps_words_links_and_emphasis(desk: Desk) -> None:
    [passage] = desk.read("A *boy* from [Gori](place:gori) & **his** mother [Keke](person:keke).\n").passages
    assert passage.html == (
        '<p>A <em>boy</em> from <a href="place:gori">Gori</a> &amp; <strong>his</strong> mother '
        '<a href="person:keke">Keke</a>.</p>'
    )
    assert passage.text == "A boy from Gori & his mother Keke."
    assert passage.references == [("place", "gori"), ("person", "keke")]
    assert passage.id == "start-1"


def test_citations_are_numbered_by_first_use(desk: Desk) -> None:
    first, second = desk.read(
        "One.[7](source:suny2020)[](source:kotkin2014)\n\nTwo.[1](source:suny2020) [Kotkin](source:kotkin2014)\n"
    ).passages
    assert first.html == (
        '<p>One.<a class="cite" href="source:suny2020"><sup>1</sup></a>'
        '<a class="cite" href="source:kotkin2014"><sup>2</sup></a></p>'
    )
    assert '<sup>1</sup></a> <a href="source:kotkin2014">Kotkin</a>' in second.html
    assert first.text == "One."


def test_footnotes_become_notes_and_their_references_belong_to_the_passage(desk: Desk) -> None:
    text = desk.read("A fact.[^x] Another.[^y]\n\n[^y]: Later.\n[^x]: See [serf](term:serf).\n")
    assert [(note.number, note.label, note.html) for note in text.notes] == [
        (1, "a", '<p>See <a href="term:serf">serf</a>.</p>'),
        (2, "b", "<p>Later.</p>"),
    ]
    assert '<a class="note" href="note:gori/1"><sup>a</sup></a>' in text.passages[0].html
    assert text.passages[0].references == [("term", "serf")]


def test_words_may_be_kept_together(desk: Desk) -> None:
    [passage] = desk.read("In [6 December 1878]{.nobr}.\n").passages
    assert passage.html == '<p>In <span class="nobr">6 December 1878</span>.</p>'
