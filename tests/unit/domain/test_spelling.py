"""Folding the spellings of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historydesk.domain.spelling import fold, folded_words


@pytest.mark.parametrize(
    "spellings",
    [
        ("Dzhugashvili", "Djugashvili", "Jughashvili", "Джугашвили", "ჯუღაშვილი"),
        ("Trotsky", "Trotskii", "Trotskij", "Trotskiĭ", "Троцкий"),
        ("Trotsky", "Trotskii", "Trotski", "Троцкий"),
        ("Zinoviev", "Zinovyev", "Зиновьев"),
        ("Tbilisi", "თბილისი", "Тбилиси", "TBILISI"),
        ("Yezhov", "Ezhov", "Ежов"),
        ("Khrushchev", "Хрущёв"),
        ("Ordzhonikidze", "Орджоникидзе", "ორჯონიკიძე"),
        ("Coyoacán", "Coyoacan"),
        ("Il’ich", "Il'ich", "Ilich", "Ильич"),
        ("Gyorgy", "Giorgi"),
    ],
)
def test_rival_spellings_of_a_name_fold_to_one_form(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


def test_different_names_stay_apart() -> None:
    names = ("Stalin", "Lenin", "Kamenev", "Bukharin", "Kirov", "Gori", "Batumi", "Baku")
    assert len({fold(name) for name in names}) == len(names)


def test_words_are_parted_by_single_spaces() -> None:
    assert fold("  Moscow,\tthe   Kremlin! ") == "moscov the kremlin"


def test_a_script_without_a_table_is_kept() -> None:
    assert fold("漢字") == "漢字"


def test_folded_words_come_once_in_order() -> None:
    assert folded_words("Tiflis", "Tbilisi, Georgia", "თბილისი") == "tiflis tbilisi georgia"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_nothing_but_letters_digits_and_single_spaces_is_left(text: str) -> None:
    folded = fold(text)
    assert all(c.isalnum() or c == " " for c in folded)
    assert folded == " ".join(folded.split())
