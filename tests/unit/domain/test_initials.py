"""What stands for a portrait."""

from __future__ import annotations

import pytest

from historydesk.domain.initials import initials_of


@pytest.mark.parametrize(
    ("name", "surname", "initials"),
    [
        ("Leon Trotsky", "", "LT"),
        ("Grigol (Sergo) Ordzhonikidze", "Ordzhonikidze", "GO"),
        ("David Alfaro Siqueiros", "", "DS"),
        ("Alexander II", "Alexander", "AA"),
        ("Koba", "", "K"),
        ("იოსებ ჯუღაშვილი", "", "იჯ"),
        ("Лев Троцкий", "", "ЛТ"),
        ("1917", "", ""),
        ("", "", ""),
    ],
)
def test_initials_are_those_of_the_first_name_and_the_surname(name: str, surname: str, initials: str) -> None:
    assert initials_of(name, surname) == initials
