"""Blocks as HTML."""

from __future__ import annotations

from tests.unit.packs.conftest import Desk

from historydesk.packs.block_writer import ROWS_LIMIT


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


def test_a_box_that_is_never_closed_is_reported_where_it_begins(desk: Desk) -> None:
    desk.read("One\n\n::: aside\nTwo\n")
    [message] = desk.messages()
    assert message.startswith("en/chapters/gori.md:3: this box is never closed")


def test_a_block_longer_than_can_be_laid_out_is_reported_at_its_beginning(desk: Desk) -> None:
    desk.read("One\n\n" + "- x\n" * (ROWS_LIMIT + 1))
    [message] = desk.messages()
    assert message.startswith("en/chapters/gori.md:3: the block has 1,001 list items or table rows")


def test_the_prose_of_an_item_is_written_as_a_chapter_is(desk: Desk) -> None:
    html, text = desk.reader.prose("en/glossary.toml", 3, "A *serf*, [Keke](person:keke).\n\n- One\n- Two\n")
    assert html == '<p>A <em>serf</em>, <a href="person:keke">Keke</a>.</p><ul><li>One</li><li>Two</li></ul>'
    assert text == "A serf, Keke.\nOne\nTwo"
    assert desk.book.used == {"person:keke"}
