"""The reading level of plain text."""

from __future__ import annotations

import pytest

from historydesk.packs.reading_level import count_syllables, grade


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the tsar named used worked killed years school were rule 1917 3.9"),
        (
            2,
            "party people little before Stalin Russia Georgia million police wanted horses quarter science poet quiet",
        ),
        (3, "Marxism violent government decided villages idea evidence collective Soviet"),
        (4, "socialism revolution January February historian industrial society imperial"),
    ],
)
def test_syllables_are_told_from_spelling(count: int, words: str) -> None:
    assert {word: count_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_grade_follows_the_published_formula() -> None:
    # 6 words, 1 sentence, 6 syllables
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    # 4 words, 2 sentences (a line end ends one too), 8 syllables
    assert grade("People waited.\nSoldiers wanted") == pytest.approx(0.39 * 2 + 11.8 * 2 - 15.59)


def test_long_words_in_long_sentences_are_harder() -> None:
    easy = "He was poor. He read a lot. He left the school."
    hard = "Collectivisation accelerated industrialisation, and administrative resettlement intensified it."
    assert grade(easy) < 2 < 15 < grade(hard)


def test_no_words_have_no_grade() -> None:
    assert grade("") == grade("– …") == 0.0
