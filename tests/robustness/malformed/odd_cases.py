"""Malformed packs found by changing files at random."""

from __future__ import annotations

from tests.robustness.malformed.cases import Case

# fmt: off
ODD_CASES: tuple[Case, ...] = (
    Case('a person without a name', (
        ('en/people.toml', 'name = "Vladimir Lenin"\n', ''),
    ), (
        'en/people.toml:1: [[person]] “lenin” has no name; add name = …',
    )),
    Case('a place without a name', (
        ('en/places.toml', 'name = "Petrograd"\n', ''),
    ), (
        'en/places.toml:1: [[place]] “petrograd” has no name; add name = …',
    )),
)
