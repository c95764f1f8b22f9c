"""The glossary by letter, by chapter, by language, and found in any spelling."""

from __future__ import annotations

import pytest

from historydesk.domain.glossary import (
    UNTOLD,
    Glossary,
    GlossaryChapter,
    GlossaryChoice,
    GlossaryTerm,
    choice_of,
    languages_of,
    named,
    practice_of,
    words_to_find,
)
from historydesk.domain.location import Location


def term(
    title: str,
    meaning: str = "",
    *,
    script: str = "",
    language: str = UNTOLD,
    chapters: tuple[tuple[int, int], ...] = (),
) -> GlossaryTerm:
    known: dict[str, str] = {}
    return GlossaryTerm(
        id=title.lower(),
        title=title,
        say="",
        script=script,
        language=language,
        sort_key=title.lower(),
        chapters=chapters,
        aliases=(),
        names=words_to_find(f"{title} {script}", known),
        meaning=words_to_find(meaning, known),
    )


EXILE = term("Exile", "Sent far away.", script="ссылка", language="ru", chapters=((2, 9), (3, 1)))
KOBA = term("Koba", "A name Dzhugashvili used.", script="კობა", language="ka", chapters=((2, 4),))
PRUFER = term("Prüfer", "An examiner; his art was to ask.", script="Prüfer", language="de")
GLOSSARY = Glossary(
    (EXILE, KOBA, PRUFER),
    tuple(
        GlossaryChapter(number, id_, id_.title()) for number, id_ in ((1, "one"), (2, "two"), (3, "three"))
    ),
)


def found(words: str = "", **choice: str) -> list[str]:
    return [each.title for each in GLOSSARY.chosen(GlossaryChoice(words, **choice))]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("exi", "Exile"),
        ("XILE", "Exile"),
        ("ссыл", "Exile"),
        ("ssylka", "Exile"),
        ("კობ", "Koba"),
        ("prufer", "Prüfer"),
        ("PRÜF", "Prüfer"),
        ("djugashvili", "Koba"),
        ("Джугашвили", "Koba"),
        ("far  sent", "Exile"),
        ("koba name", "Koba"),
    ],
)
def test_a_term_is_found_by_any_spelling_and_by_the_words_of_its_meaning(typed: str, title: str) -> None:
    assert found(typed) == [title]


def test_a_word_of_the_meaning_is_found_from_its_beginning_only() -> None:
    assert found("xaminer") == []
    assert found("examine") == ["Prüfer"]


def test_a_letter_begins_a_word_of_a_name() -> None:
    assert found("k") == ["Koba"]
    assert found("o") == []


def test_signs_are_found_in_titles() -> None:
    odd = Glossary((term("C++"), term("O’Brien"), term("🙂 smile")))
    for typed, title in (("++", "C++"), ("’", "O’Brien"), ("🙂", "🙂 smile"), ("o'brien", "O’Brien")):
        assert [each.title for each in odd.chosen(GlossaryChoice(typed))] == [title]


@pytest.mark.parametrize("typed", ["zzz", "exile zzz", "???", "“"])
def test_what_no_term_has_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_no_words_find_all_from_a_to_z() -> None:
    assert found("  ") == ["Exile", "Koba", "Prüfer"]


def test_language_chapter_and_words_narrow_together() -> None:
    assert found(language="ka") == ["Koba"]
    assert found(chapter="two") == ["Exile", "Koba"]
    assert found(chapter="two", language="ru") == ["Exile"]
    assert found("koba", chapter="two", language="ru") == []
    assert found(chapter="nowhere") == []


def test_names_are_told_from_meanings() -> None:
    assert [each.title for each in named(GLOSSARY.terms, "koba")] == ["Koba"]
    assert not named((KOBA,), "name")


def test_under_a_chapter_stand_its_terms_in_the_order_of_their_first_use() -> None:
    sections = [
        (each.chapter.id if each.chapter else None, [one.title for one in each.terms])
        for each in GLOSSARY.by_chapter(GLOSSARY.terms)
    ]
    assert sections == [("two", ["Koba", "Exile"]), ("three", ["Exile"]), (None, ["Prüfer"])]
    assert [each.chapter for each in GLOSSARY.by_chapter(GLOSSARY.terms, "three")] == [GLOSSARY.chapters[2]]


def test_languages_are_counted_and_the_untold_comes_last() -> None:
    terms = (*GLOSSARY.terms, term("Salt"), term("Rope"), term("Gulag", script="ГУЛАГ", language="ru"))
    assert list(languages_of(terms).items()) == [("ru", 2), ("de", 1), ("ka", 1), (UNTOLD, 2)]


def test_a_choice_has_an_address_and_comes_back_from_it() -> None:
    choice = GlossaryChoice("salt", "ka", "two")
    assert practice_of(choice) == Location("practice", chapter="two", item="ka", find="salt")
    assert choice_of(practice_of(choice)) == choice
