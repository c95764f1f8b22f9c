"""Phases of a struggle: who stands where, and who moved."""

from __future__ import annotations

import pytest

from historydesk.domain.alliances import Council, Member, Phase, Side, Sitter, Struggle, Turnover


def phase(id_: str, **sides: str) -> Phase:
    """A phase in which each person stands on the side named; ``was`` and ``now`` are people."""
    names: dict[str, Side] = {"won": "won", "apart": "apart", "against": "against"}
    return Phase(
        id_,
        "1925",
        id_,
        tuple(Member(who, who.title(), who.title(), names[side]) for who, side in sides.items()),
    )


STRUGGLE = Struggle(
    (
        phase("a", stalin="won", zinoviev="won", trotsky="against"),
        phase("b", stalin="won", zinoviev="against", trotsky="apart", rykov="won"),
    )
)


def test_only_those_of_both_phases_who_stand_elsewhere_came_from_somewhere() -> None:
    assert STRUGGLE.came_from(1) == {"zinoviev": "won", "trotsky": "against"}


def test_nobody_came_from_before_the_first_phase() -> None:
    assert STRUGGLE.came_from(0) == {}


def test_a_person_without_an_entry_is_the_same_by_name() -> None:
    one = Phase("a", "1925", "", (Member("", "Uglanov", "Uglanov", "won"),))
    two = Phase("b", "1926", "", (Member("", "Uglanov", "Uglanov", "against"),))
    assert Struggle((one, two)).came_from(1) == {"Uglanov": "won"}


def test_phases_are_found_by_id_and_by_person() -> None:
    assert STRUGGLE.number("b") == 1
    assert STRUGGLE.number("c") == -1
    assert STRUGGLE.with_person("rykov") == (1,)
    assert STRUGGLE.with_person("") == ()


def test_the_last_phase_within_a_stretch_of_time_is_found() -> None:
    dated = [Phase(str(n), "", "", (), first_day=n * 10, last_day=n * 10 + 5) for n in (1, 2, 3)]
    struggle = Struggle((*dated, Phase("undated", "", "", ())))
    assert struggle.within(12, 21) == 1
    assert struggle.within(35, 90) == 2
    assert struggle.within(16, 19) == -1


@pytest.mark.parametrize(
    ("name", "label", "initials"),
    [
        ("Leon Trotsky", "Trotsky", "LT"),
        ("Joseph Stalin (born Ioseb Jughashvili)", "Stalin", "JS"),
        ("Grigol (Sergo) Ordzhonikidze", "Ordzhonikidze", "GO"),
        ("Uglanov", "Uglanov", "U"),
    ],
)
def test_initials_are_those_of_first_and_last_name(name: str, label: str, initials: str) -> None:
    assert Member("x", name, label, "won").initials == initials


def test_a_long_stretch_leads_to_the_first_phase_that_lies_wholly_in_it() -> None:
    dated = [Phase(str(n), "", "", (), first_day=n * 10, last_day=n * 10 + 5) for n in (1, 2, 3)]
    struggle = Struggle(tuple(dated))
    assert struggle.led_by(14, 36) == 1
    assert struggle.led_by(0, 99) == 0
    assert struggle.led_by(21, 22) == 1
    assert struggle.led_by(16, 19) == -1
    assert struggle.led_by(0, 0) == -1


def council(dates: str, **seats: bool) -> Council:
    return Council(
        dates, "Council", dates, tuple(Sitter(who, who, who, is_full) for who, is_full in seats.items())
    )


def test_the_body_of_a_year_is_the_last_one_chosen_by_then() -> None:
    struggle = Struggle(
        councils=(council("April 1922"), council("an unknown day"), council("1924–25"), council("May 1930"))
    )
    assert [struggle.council_of(year) for year in (1921, 1922, 1923, 1926, 1940)] == [-1, 0, 0, 2, 3]
    assert struggle.council_number("May 1930") == 3
    assert struggle.council_number("May 1931") == -1


def test_who_came_rose_fell_and_went_is_told_apart() -> None:
    struggle = Struggle(
        councils=(
            council("1922", a=True, b=True, c=False, d=False),
            council("1924", a=True, b=False, c=True, e=False),
        )
    )
    changed = struggle.turnover(1)
    assert [
        [each.key for each in part] for part in (changed.came, changed.rose, changed.fell, changed.went)
    ] == [
        ["e"],
        ["c"],
        ["b"],
        ["d"],
    ]
    assert struggle.turnover(0) == struggle.turnover(2) == Turnover()
