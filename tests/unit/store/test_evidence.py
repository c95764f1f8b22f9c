"""The evidence of a pack as the screen takes it."""

from __future__ import annotations

from pathlib import Path

from historydesk.store.evidence import read_evidence


def test_claims_come_with_verdict_and_sources(sample_pack: Path) -> None:
    claims = read_evidence(sample_pack, "en").claims
    assert [each.id for each in claims] == ["cl-01", "cl-02", "cl-03"]
    assert {each.verdict for each in claims} <= {"accurate", "imprecise", "disputed", "wrong", "unsourced"}
    assert all(each.title for each in claims)


def test_a_debate_names_its_sources_as_a_bibliography_does(sample_pack: Path) -> None:
    (debate,) = read_evidence(sample_pack, "en").debates
    assert debate.title == "Who robbed the bank?"
    assert [link.label for link in debate.sources] == ["Kotkin 2014"]
    assert all(side.title and side.html for side in debate.positions)


def test_a_bound_that_was_not_given_is_none(sample_pack: Path) -> None:
    (table,) = read_evidence(sample_pack, "en").tables
    register, kotkin, visitor = table.figures
    assert (register.low, register.high, register.recorded) == (600, 600, True)
    assert (kotkin.low, kotkin.high, kotkin.recorded) == (400, 600, False)
    assert (visitor.low, visitor.high, visitor.source) == (None, 800, None)
    assert kotkin.source is not None
    assert str(kotkin.source.reference) == "source:kotkin2014"


def test_a_citation_is_plain_text(sample_pack: Path) -> None:
    sources = read_evidence(sample_pack, "en").sources
    assert not any("<" in each.citation or "&amp;" in each.citation for each in sources)
    assert [each.citation for each in sources] == sorted(
        (each.citation for each in sources), key=str.casefold
    )
    assert [each.id for each in sources if each.is_primary] == ["gori1878"]


def test_another_language_keeps_what_is_not_translated(sample_pack: Path) -> None:
    evidence = read_evidence(sample_pack, "ka")
    assert len(evidence.claims) == 3
    assert evidence.tables[0].title
