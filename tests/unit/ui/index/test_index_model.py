"""An index under its headings, and what a filter leaves of it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from historydesk.domain.entities import IndexEntry
from historydesk.domain.reference import Reference
from historydesk.ui.index.index_model import IndexModel, heading_of


def entry(scheme: str, title: str, note: str = "", key: str = "") -> IndexEntry:
    return IndexEntry(Reference(scheme, title.lower().replace(" ", "-")), title, note, key or title.lower())


TERMS = (entry("term", "Barge"), entry("term", "Brine", "солёная вода"), entry("term", "Salt"))


def titles(model: IndexModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_model_keeps_qts_rules(qapp: object) -> None:
    model = IndexModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_entries(TERMS)
    model.set_filter("br")
    model.set_filter("")
    model.set_entries(())
    assert model.rowCount() == 0
    assert model.first_row() == -1


def test_entries_stand_under_their_letters(qapp: object) -> None:
    model = IndexModel()
    model.set_entries(TERMS)
    assert titles(model) == ["B", "Barge", "Brine", "S", "Salt"]
    assert model.row_of(TERMS[2].reference) == 4


@pytest.mark.parametrize(
    ("given", "heading"),
    [
        (entry("event", "Birth", key=f"{date(1878, 12, 18).toordinal():09d} birth"), "1870s"),
        (entry("event", "Unknown", key="000000000 unknown"), ""),
        (entry("claim", "He left", key="000000001 he left"), ""),
        (entry("journey", "To exile", key="000000001 to exile"), ""),
        (entry("source", "1917 papers"), "#"),
        (entry("person", "Сталин"), "С"),
    ],
)
def test_heading_suits_the_kind(given: IndexEntry, heading: str) -> None:
    assert heading_of(given) == heading


@pytest.mark.parametrize("typed", ["dzhugashvili", "Djugashvili", "ჯუღაშვილი", "jugha"])
def test_filter_forgives_spelling(qapp: object, typed: str) -> None:
    model = IndexModel()
    model.set_entries((entry("person", "Jughashvili"), entry("person", "Kamenev")))
    model.set_filter(typed)
    assert titles(model) == ["J", "Jughashvili"]


def test_filter_looks_into_notes_and_drops_empty_letters(qapp: object) -> None:
    model = IndexModel()
    model.set_entries(TERMS)
    model.set_filter("вода")
    assert titles(model) == ["B", "Brine"]
