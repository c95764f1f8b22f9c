"""Who stood with whom, as a pack has it."""

from __future__ import annotations

from pathlib import Path

from historydesk.store.people import read_struggle


def test_phases_have_names_notes_and_sources(sample_pack: Path) -> None:
    (phase,) = read_struggle(sample_pack, "en").phases
    assert (phase.id, phase.dates, phase.title, phase.issue) == (
        "a-1",
        "1923–25",
        "The three",
        "the succession",
    )
    (stalin,) = phase.on("won")
    assert (stalin.person, stalin.label) == ("stalin", "Stalin")


def test_the_other_side_stands_against(sample_pack: Path) -> None:
    (phase,) = read_struggle(sample_pack, "en").phases
    assert [member.name for member in phase.on("against")] == ["Leon Trotsky"]
    assert phase.side_of("trotsky") == "against"
    assert phase.on("apart") == ()


def test_names_are_those_of_the_language(sample_pack: Path) -> None:
    english, georgian = (read_struggle(sample_pack, lang).phases[0] for lang in ("en", "ka"))
    assert [each.person for each in english.members] == [each.person for each in georgian.members]
