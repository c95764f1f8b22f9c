"""The year the map shows beside a passage."""

from __future__ import annotations

from historydesk.packs.edtf_dates import parse_date
from historydesk.packs.passage_years import PassageYears

DATES = {"post": parse_date("1922-04-03"), "war": parse_date("1914/1918"), "old": parse_date("1878~")}


def test_a_passage_is_in_the_year_of_the_first_event_it_names() -> None:
    years = PassageYears(DATES)
    assert years.view("place:gori zoom:7", "", "post war") == "place:gori zoom:7 era:1922"
    assert years.view("", "gori", "war post") == "era:1914"
    assert years.view("", "gori", "old") == "era:1878"


def test_passages_after_it_stay_there() -> None:
    years = PassageYears(DATES)
    assert years.view("", "gori", "") == ""
    years.view("", "", "post")
    assert years.view("place:gori", "", "") == "place:gori era:1922"
    assert years.view("", "gori", "") == "era:1922"


def test_an_era_of_the_author_stands() -> None:
    years = PassageYears(DATES)
    assert years.view("place:gori era:1900", "", "post") == "place:gori era:1900"
    assert years.view("", "gori", "") == "era:1922"


def test_a_passage_without_a_place_gets_no_view() -> None:
    assert PassageYears(DATES).view("", "", "post") == ""


def test_an_event_whose_date_could_not_be_read_is_passed_over() -> None:
    assert PassageYears(DATES).view("", "gori", "broken war") == "era:1914"
