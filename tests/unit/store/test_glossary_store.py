"""The glossary as it lies in a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from historydesk.domain.glossary import UNTOLD, GlossaryChoice
from historydesk.store.glossary import base_tag, read_glossary


def test_terms_come_from_a_to_z_with_their_origin_and_the_chapters_that_use_them(sample_pack: Path) -> None:
    glossary = read_glossary(sample_pack, "en")
    assert [term.title for term in glossary.terms] == ["Okhrana", "Seminary", "Serf"]
    seminary = glossary.terms[1]
    assert (seminary.say, seminary.script, seminary.language) == ("SEM-in-er-ee", "семинария", "ru")
    first = glossary.chapters[0]
    assert first.number == 1 and first.title
    under = [section.chapter for section in glossary.by_chapter((seminary,))]
    assert [chapter.number for chapter in under if chapter] == [number for number, _ in seminary.chapters]
    assert under and under[0] is not None


def test_a_translated_glossary_is_found_in_both_languages(sample_pack: Path) -> None:
    glossary = read_glossary(sample_pack, "ka")
    for typed in ("სემინ", "seminariia", "семинария"):
        assert [term.id for term in glossary.chosen(GlossaryChoice(typed))] == ["seminary"]


def test_words_of_a_meaning_are_found(sample_pack: Path) -> None:
    glossary = read_glossary(sample_pack, "en")
    assert [term.id for term in glossary.chosen(GlossaryChoice("informers"))] == ["okhrana"]


@pytest.mark.parametrize(
    ("tag", "base"), [("ru", "ru"), ("ru-Cyrl", "ru"), ("KA_GE", "ka"), ("", UNTOLD), (" ", UNTOLD)]
)
def test_a_tag_is_known_by_its_language(tag: str, base: str) -> None:
    assert base_tag(tag) == base
