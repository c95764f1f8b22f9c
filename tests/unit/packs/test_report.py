"""The author's report and the page of claims, on the example pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from historydesk.cli import main
from historydesk.packs.claims_page import claims_page
from historydesk.packs.compiler import PackBuildError
from historydesk.packs.report import report_on
from historydesk.packs.report_text import report_text

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ROOT / "resources" / "packs" / "stalins-rise"


def _change(pack: Path, path: str, old: str, new: str) -> None:
    file = pack / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _messages(pack: Path) -> list[str]:
    return [f"{found.path}:{found.line}: {found.what}" for found in report_on(pack).findings]


def test_a_chapter_is_told_in_figures(pack: Path) -> None:
    first, second = report_on(pack).chapters
    assert (first.id, first.number, second.id, second.number) == ("two-calendars", 1, "one-calendar", 2)
    assert (first.facts, first.telling, first.sourced) == (2, 6, 3)
    assert (second.facts, second.telling, second.sourced) == (2, 2, 2)
    assert (first.terms, first.places, second.places) == (1, 1, 1)
    assert first.brief_words == 0


def test_totals_add_up(pack: Path) -> None:
    report = report_on(pack)
    for name in ("words", "minutes", "facts", "telling", "sourced"):
        assert report.totals[name] == sum(getattr(chapter, name) for chapter in report.chapters)


def test_a_missing_and_a_hard_short_version_are_pointed_out(pack: Path) -> None:
    assert (
        "en/chapters/one-calendar.md:1: the chapter has no short version; write 90 to 130 words as ::: brief"
    ) in _messages(pack)
    hard = " ".join(["Industrialisation"] * 100)
    _change(pack, "en/chapters/one-calendar.md", "1918\n---\n", f"1918\n---\n\n::: brief\n{hard}.\n:::\n")
    [found] = [each for each in _messages(pack) if each.startswith("en/chapters/one-calendar.md")]
    assert found.startswith("en/chapters/one-calendar.md:7: the short version reads at grade ")


def test_a_number_without_a_source_is_pointed_out_where_it_stands(pack: Path) -> None:
    _change(pack, "en/chapters/one-calendar.md", "{#tsaritsyn", "In 1918 it was cold.\n\n{#tsaritsyn")
    assert "en/chapters/one-calendar.md:12: a passage with a number cites no source" in _messages(pack)


def test_a_quotation_without_a_source_is_pointed_out_where_it_stands(pack: Path) -> None:
    _change(pack, "en/chapters/one-calendar.md", "{#tsaritsyn", "> It was cold.\n\n{#tsaritsyn")
    assert "en/chapters/one-calendar.md:12: a quotation cites no source" in _messages(pack)


def test_a_passage_marked_unsourced_is_listed_and_needs_no_look(pack: Path) -> None:
    number = "{#cold .unsourced}\nIn 1918 it was cold, by all accounts.\n\n"
    _change(pack, "en/chapters/one-calendar.md", "{#tsaritsyn", f"{number}{{#tsaritsyn")
    report = report_on(pack)
    [marked] = report.unsourced
    assert (marked.path, marked.line, marked.what) == ("en/chapters/one-calendar.md", 13, "cold")
    assert report.totals["unsourced"] == 1
    assert f"Marked .unsourced: 1\n{pack / marked.path}:13: cold" in report_text(report, pack)
    assert not any("one-calendar.md:13" in each for each in _messages(pack))


def test_a_content_note_without_a_way_past_it_is_pointed_out(pack: Path) -> None:
    way = "en/chapters/one-calendar.md"
    _change(pack, way, "span: 1918\n", "span: 1918\ncontent_note: This is about war.\n")
    told = f"{way}:5: the content note leads past nothing; end it with [Skip to …](chapter:…)"
    assert told in _messages(pack)
    _change(pack, way, "about war.", "about war. [Skip to the first chapter](chapter:two-calendars)")
    assert told not in _messages(pack)


def test_a_hard_chapter_is_pointed_out(pack: Path) -> None:
    hard = " ".join(["industrialisation"] * 300)
    _change(pack, "en/chapters/one-calendar.md", "{#tsaritsyn", f"{hard}.\n\n{{#tsaritsyn")
    assert any("one-calendar.md:1: the text reads at grade" in each for each in _messages(pack))


def test_what_nothing_links_to_is_a_dead_end(pack: Path) -> None:
    before = set(report_on(pack).dead_ends)
    file = pack / "en" / "people.toml"
    lines = len(file.read_text(encoding="utf-8").splitlines())
    with file.open("a", encoding="utf-8") as people:
        people.write(
            '\n[[person]]\nid = "nobody"\nname = "Nobody"\nlife = "1900"\nrole = "none"\ntext = "None."\n'
        )
    [new] = set(report_on(pack).dead_ends) - before
    assert (new.path, new.line, new.what) == (
        "en/people.toml",
        lines + 3,
        "nothing links to the person “nobody”",
    )


def test_the_table_has_a_row_for_each_chapter_and_whole_paths(pack: Path) -> None:
    text = report_text(report_on(pack), pack)
    assert "  1 Two calendars" in text and "  2 One calendar" in text
    assert f"{pack / 'en' / 'chapters' / 'one-calendar.md'}:1: the chapter has no short version" in text


def test_the_command_prints_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "report", str(pack), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [chapter["id"] for chapter in found["chapters"]] == ["two-calendars", "one-calendar"]
    assert found["totals"]["chapters"] == 2


@pytest.mark.parametrize("command", ["report", "claims"])
def test_a_pack_with_errors_is_told_its_errors(
    pack: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    _change(pack, "en/chapters/two-calendars.md", "term:old-style", "term:old-stile")
    with pytest.raises(PackBuildError):
        report_on(pack)
    assert main(["pack", command, str(pack)]) == 1
    printed = capsys.readouterr()
    assert "there is no term “old-stile”" in printed.err and not printed.out


def test_claims_lead_to_their_passages(pack: Path) -> None:
    page = claims_page(pack)
    [row] = [line for line in page.splitlines() if line.startswith("| NOVEMBER |")]
    assert row.endswith("1 Two calendars: `two-calendars#october` |")
    assert page.endswith("## Claims without a passage\n\nNone.\n")


def test_a_claim_that_no_passage_answers_is_listed(pack: Path) -> None:
    _change(pack, "en/chapters/two-calendars.md", " [How do we know?](claim:november)", "")
    assert claims_page(pack).endswith("## Claims without a passage\n\nNOVEMBER\n")


def test_the_shipped_page_of_claims_is_current() -> None:
    page = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    assert page == claims_page(SHIPPED), (
        "run historydesk pack claims resources/packs/stalins-rise > docs/claims.md"
    )


def test_the_shipped_chapters_keep_the_reading_levels() -> None:
    chapters = report_on(SHIPPED).chapters
    assert {each.id: each.grade for each in chapters if each.grade > 9} == {}
    assert {each.id: each.brief_grade for each in chapters if each.brief_grade > 7} == {}
    assert [each.id for each in chapters if not each.brief_words] == []
