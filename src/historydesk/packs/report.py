"""The author's report: what each chapter holds, how it reads, and what needs a look."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from historydesk.domain.content_note import NOTE_ID
from historydesk.packs.chapters import BRIEF_WORDS
from historydesk.packs.compilation import ChapterText, Compilation
from historydesk.packs.compiler import survey_pack
from historydesk.packs.evidence import TELLING, cites, doubted, lacking
from historydesk.packs.reading_level import grade
from historydesk.packs.references import KINDS

TEXT_GRADE, BRIEF_GRADE = 9.0, 7.0
"""The highest grades a chapter and its short version should have."""
_READ = ("paragraph", "list", "quote", "pull", "aside", "caution")
"""Kinds of passages whose sentences make the reading level."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that needs a look; ``path`` is relative to the pack, lines count from 1."""

    path: str
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class ChapterReport:
    """One chapter in figures. Grades are Flesch–Kincaid; a missing short version has no words and no grade.

    ``facts`` are passages marked ``.fact``, each of which cites (else nothing is built); ``telling`` counts the passages
    that state things, ``sourced`` those of them that cite.
    """

    id: str
    number: int
    title: str
    words: int
    minutes: int
    grade: float
    brief_words: int
    brief_grade: float
    facts: int
    telling: int
    sourced: int
    terms: int
    places: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole pack."""

    title: str
    chapters: tuple[ChapterReport, ...]
    findings: tuple[Finding, ...]
    unsourced: tuple[Finding, ...]
    """Passages whose author says that there is no source to name."""
    dead_ends: tuple[Finding, ...]
    """Items that nothing links to."""
    totals: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def report_on(root: Path) -> Report:
    """Read the pack in ``root``; raises ``PackBuildError`` when it has errors."""
    run = survey_pack(root)
    kept = run.kept or []
    chapters = tuple(map(_chapter, kept))
    doubts = doubted(run.catalogue)
    findings = [Finding(p.path, p.line, f"{p.what}; {p.remedy}") for p in run.problems.in_order()]
    for text, figures in zip(kept, chapters, strict=True):
        findings += _findings(text, figures, doubts)
    unsourced = [
        Finding(text.path, passage.line, passage.id)
        for text in kept
        for passage in text.text.passages
        if passage.is_unsourced
    ]
    telling = sum(chapter.telling for chapter in chapters)
    totals = {
        **run.counts,
        "words": sum(chapter.words for chapter in chapters),
        "minutes": sum(chapter.minutes for chapter in chapters),
        "facts": sum(chapter.facts for chapter in chapters),
        "telling": telling,
        "sourced": sum(chapter.sourced for chapter in chapters),
        "unsourced": len(unsourced),
    }
    title = run.plan.titles.get(run.plan.languages[0], "")
    return Report(title, chapters, tuple(sorted(findings)), tuple(unsourced), _dead_ends(run), totals)


def _chapter(kept: ChapterText) -> ChapterReport:
    passages, brief = kept.text.passages, kept.text.brief
    telling = [passage for passage in passages if passage.kind in TELLING]
    named = {reference for passage in passages for reference in passage.references}
    return ChapterReport(
        kept.id,
        kept.number,
        kept.title,
        kept.words,
        kept.minutes,
        round(grade("\n".join(passage.text for passage in passages if passage.kind in _READ)), 1),
        len(brief.text.split()) if brief else 0,
        round(grade(brief.text), 1) if brief else 0.0,
        sum(passage.is_fact for passage in passages),
        len(telling),
        sum(map(cites, telling)),
        sum(scheme == "term" for scheme, _ in named),
        sum(scheme == "place" for scheme, _ in named),
    )


def _findings(kept: ChapterText, figures: ChapterReport, doubts: frozenset[tuple[str, str]]) -> list[Finding]:
    found = []
    brief = kept.text.brief
    if figures.grade > TEXT_GRADE:
        found.append(
            Finding(kept.path, 1, f"the text reads at grade {figures.grade}; aim at {TEXT_GRADE:.0f} or less")
        )
    if brief is None:
        remedy = f"write {BRIEF_WORDS[0]} to {BRIEF_WORDS[-1]} words as ::: brief"
        found.append(Finding(kept.path, 1, f"the chapter has no short version; {remedy}"))
    elif figures.brief_grade > BRIEF_GRADE:
        what = f"the short version reads at grade {figures.brief_grade}; aim at {BRIEF_GRADE:.0f} or less"
        found.append(Finding(kept.path, brief.line, what))
    first = kept.text.passages[0]
    if first.id == NOTE_ID and '<a href="chapter:' not in first.html:
        what = "the content note leads past nothing; end it with [Skip to …](chapter:…)"
        found.append(Finding(kept.path, first.line, what))
    found += [
        Finding(kept.path, passage.line, what)
        for passage in kept.text.passages
        if (what := lacking(passage, doubts))
    ]
    return found


def _dead_ends(run: Compilation) -> tuple[Finding, ...]:
    found = []
    for scheme, noun in KINDS.items():
        if scheme == "chapter":
            continue
        for target in run.book.known[scheme]:
            if f"{scheme}:{target}" not in run.book.used:
                path, line = _home(run, scheme, target)
                found.append(Finding(path, line, f"nothing links to the {noun} “{target}”"))
    return tuple(sorted(found))


def _home(run: Compilation, scheme: str, target: str) -> tuple[str, int]:
    """File and line of an item."""
    if scheme == "source":
        return "sources.bib", run.sources[target].line
    item = run.catalogue.items[scheme].get(target)
    return (item.file.path, item.line("id")) if item else ("places.geojson", 1)
