"""Markdown becomes passages: safe HTML, plain text, ids and references."""

# ruff: noqa: RUF005
from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.packs.conftest import Desk

from historydesk.packs.passages import slugify

_SUBSET = re.compile(
    r"<(/?(p|h2|h3|ul|ol|li|blockquote|table|tr|th|td|em|strong|sup|br|hr|a|img|div|span)(?=[ >]))([^<>]*)>"
)


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


def test_a_view_tells_each_thing_once_and_no_nearer_than_the_map_goes(desk: Desk) -> None:
    desk.read(
        'One\n\n{#a view="place:gori zoom:16"}\nA\n\n{#b view="zoom:16.5"}\nB\n\n{#c view="zoom:5 zoom:6"}\nC\n'
    )
    assert desk.messages() == [
        "en/chapters/gori.md:6: “zoom:16.5” is too near; write a value from 0 to 16",
        "en/chapters/gori.md:9: “zoom” stands twice in one map view; keep one of them",
    ]


def test_ids_are_chosen_or_made_from_the_heading(desk: Desk) -> None:
    passages = desk.read(
        "Intro\n\n## Children of serfs\n\nOne\n\n{#two}\nTwo\n\nThree\n\n## Children of serfs\n"
    ).passages
    assert [passage.id for passage in passages] == [
        "start-1",
        "children-of-serfs",
        "children-of-serfs-1",
        "two",
        "children-of-serfs-3",
        "children-of-serfs-part-2",
    ]


def test_a_chosen_id_wins_over_one_made_from_a_heading(desk: Desk) -> None:
    passages = desk.read("## Batumi\n\n{#batumi}\nA port.\n").passages
    assert passages[1].id == "batumi" and passages[0].id != "batumi"
    assert desk.messages() == []


def test_each_block_is_one_passage_of_its_kind(desk: Desk) -> None:
    text = (
        "- one\n- two\n\n1. a\n2. b\n\n> quoted\n\n{.pull}\n> pulled\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "::: aside A box\nInside.\n:::\n\n::: caution\nTake care.\n:::\n\n---\n"
    )
    passages = desk.read(text).passages
    assert [passage.kind for passage in passages] == [
        "list",
        "list",
        "quote",
        "pull",
        "table",
        "aside",
        "caution",
        "rule",
    ]
    assert passages[0].html == "<ul><li>one</li><li>two</li></ul>"
    assert passages[4].html == "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert passages[5].html == '<div class="aside"><h3 class="box-title">A box</h3><p>Inside.</p></div>'
    assert passages[5].text == "A box\nInside."
    assert desk.messages() == []


def test_a_translation_takes_the_ids_of_the_same_blocks(desk: Desk) -> None:
    original = desk.read("## Children\n\nOne\n\n{#two}\nTwo\n").passages
    translated = desk.reader.chapter("ka/x.md", 1, "gori", "## ბავშვები\n\nერთი\n\nორი\n", original)
    assert [passage.id for passage in translated.passages] == ["children", "children-1", "two"]


def test_words_may_be_kept_together(desk: Desk) -> None:
    [passage] = desk.read("In [6 December 1878]{.nobr}.\n").passages
    assert passage.html == '<p>In <span class="nobr">6 December 1878</span>.</p>'


def test_slugs_read_like_the_words() -> None:
    assert slugify("Stalin’s rise – and fall") == "stalins-rise-and-fall"
    assert slugify("Café in Kraków") == "cafe-in-krakow"
    assert slugify("Горийский мальчик") != ""


_words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20
)


@given(st.lists(_words, min_size=1, max_size=12))
def test_any_text_comes_back_as_the_passage_text(words: list[str]) -> None:
    """Every sign that could be Markdown is escaped; what is read must be what was meant."""
    plain = " ".join(words)
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", plain)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        passages = desk.read(escaped).passages
    if re.match(r"\d{1,9}\\[.)]", escaped) is None:
        assert [passage.text for passage in passages] == [plain]


_pieces = st.lists(
    st.one_of(
        _words,
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "# ",
                "## ",
                "- ",
                "> ",
                "::: aside x\n",
                ":::\n",
                "| a |\n|---|\n",
                "[^1]",
                "[^1]: ",
                "<b>",
            ]
            + [
                "{#a}\n",
                "{.pull}\n",
                "[x](term:serf)",
                "[](source:kotkin2014)",
                "`",
                "**",
                "_",
                "![a](b)",
                "\\",
            ]
        ),
    ),
    max_size=30,
)


@given(_pieces)
def test_whatever_is_written_the_html_stays_in_the_subset(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        text = desk.read("".join(pieces))
    ids = [passage.id for passage in text.passages]
    assert len(set(ids)) == len(ids) or any("used twice" in message for message in desk.messages())
    for passage in text.passages:
        rest = _SUBSET.sub("", passage.html)
        assert "<" not in rest and ">" not in rest, passage.html
    for message in desk.messages():
        assert "\n" not in message.replace("\\n", "") or "“" in message
