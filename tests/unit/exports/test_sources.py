"""The sources, read back by bibtexparser and rispy."""

from __future__ import annotations

from pathlib import Path

import bibtexparser
import rispy

from historydesk.exports.bibtex import write_bibtex
from historydesk.exports.ris import write_ris
from historydesk.store.export_content import ExportStore


def test_bibtex_has_every_source(whole: ExportStore, tmp_path: Path) -> None:
    write_bibtex(whole, tmp_path / "s.bib")
    library = bibtexparser.parse_string((tmp_path / "s.bib").read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    assert {each.key for each in library.entries} == {each.id for each in whole.sources()}
    assert len(library.entries) == whole.info().counts["sources"]


def test_ris_has_every_source(whole: ExportStore, tmp_path: Path) -> None:
    write_ris(whole, tmp_path / "s.ris")
    with (tmp_path / "s.ris").open(encoding="utf-8") as file:
        found = {each["id"]: each for each in rispy.load(file)}
    assert len(found) == whole.info().counts["sources"]
    assert all(
        each["title"] and each["year"].isdecimal() and "unknown_tag" not in each for each in found.values()
    )
    assert not [value for each in found.values() for value in each.values() if {"{", "\\"} & set(str(value))]


def test_the_fields_of_a_source(whole: ExportStore, tmp_path: Path) -> None:
    write_ris(whole, tmp_path / "s.ris")
    assert b"\r\n" in (tmp_path / "s.ris").read_bytes()
    with (tmp_path / "s.ris").open(encoding="utf-8") as file:
        found = {each["id"]: each for each in rispy.load(file)}
    article = found["rudnytskyi2015"]
    assert article["type_of_reference"] == "JOUR" and article["year"] == "2015"
    assert article["authors"][:2] == ["Rudnytskyi, Omelian", "Levchuk, Nataliia"]
    assert (article["start_page"], article["end_page"]) == ("53", "80")
    assert article["secondary_title"] == "Canadian Studies in Population"
    assert found["dewey1937"]["authors"] == ["Preliminary Commission of Inquiry"]
    assert found["vallin2002"]["authors"][1] == "Meslé, France"
    assert found["iremaschwili1932"]["title"].startswith("Stalin und die Tragödie")
    assert found["iremaschwili1932"]["keywords"] == ["primary source"]
    assert found["graziosi2004"]["notes"] == ["Published 2004–2005"]


def test_a_book_of_editors_says_so(whole: ExportStore, tmp_path: Path) -> None:
    write_ris(whole, tmp_path / "s.ris")
    with (tmp_path / "s.ris").open(encoding="utf-8") as file:
        found = {each["id"]: each for each in rispy.load(file)}
    assert found["davies_harris2005"]["type_of_reference"] == "EDBOOK"
    assert found["davies_harris2005"]["authors"] == ["Davies, Sarah", "Harris, James"]
