"""The ids of passages."""

from __future__ import annotations

from tests.unit.packs.conftest import Desk

from historydesk.packs.passage_names import slugify


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


def test_a_translation_takes_the_ids_of_the_same_blocks(desk: Desk) -> None:
    original = desk.read("## Children\n\nOne\n\n{#two}\nTwo\n").passages
    translated = desk.reader.chapter("ka/x.md", 1, "gori", "## ბავშვები\n\nერთი\n\nორი\n", original)
    assert [passage.id for passage in translated.passages] == ["children", "children-1", "two"]


def test_slugs_read_like_the_words() -> None:
    assert slugify("Stalin’s rise – and fall") == "stalins-rise-and-fall"
    assert slugify("Café in Kraków") == "cafe-in-krakow"
    assert slugify("Горийский мальчик") != ""
