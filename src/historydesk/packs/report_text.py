"""The author's report as a table for the terminal."""

from __future__ import annotations

from pathlib import Path

from historydesk.packs.report import BRIEF_GRADE, TEXT_GRADE, ChapterReport, Finding, Report

_HEADS = ("words", "min", "grade", "brief", "grade", "facts", "sourced", "terms", "places")
_TITLE = 34
"""Letters of a chapter's title that are shown."""


def report_text(report: Report, folder: Path) -> str:
    """The whole report; paths begin with ``folder``, as the person would type them."""
    rows = [_row(chapter) for chapter in report.chapters]
    widths = [max(len(row[column]) for row in (_HEADS, *rows)) for column in range(len(_HEADS))]
    lines = [report.title, "", f"{'':>3} {'':<{_TITLE}}  {_line(_HEADS, widths)}"]
    for chapter, row in zip(report.chapters, rows, strict=True):
        title = chapter.title if len(chapter.title) <= _TITLE else f"{chapter.title[: _TITLE - 1]}…"
        lines.append(f"{chapter.number:>3} {title:<{_TITLE}}  {_line(row, widths)}")
    totals = report.totals
    lines += [
        "",
        f"{totals['words']:,} words, {totals['minutes']} minutes; "
        f"{totals['sourced']} of {totals['telling']} passages that state something cite a source, "
        f"{totals['facts']} of them marked as facts",
        ", ".join(
            f"{totals[name]:,} {name}"
            for name in ("terms", "places", "people", "events", "journeys", "claims", "sources", "questions")
        ),
        f"Grades are Flesch–Kincaid: up to {TEXT_GRADE:.0f} for chapters, {BRIEF_GRADE:.0f} for short versions.",
    ]
    lines += _section("Needs a look", report.findings, folder)
    lines += _section("Marked .unsourced", report.unsourced, folder)
    lines += _section("Dead ends", report.dead_ends, folder)
    return "\n".join(lines)


def _row(chapter: ChapterReport) -> tuple[str, ...]:
    brief = (f"{chapter.brief_words}", f"{chapter.brief_grade:.1f}") if chapter.brief_words else ("–", "–")
    return (
        f"{chapter.words:,}",
        f"{chapter.minutes}",
        f"{chapter.grade:.1f}",
        *brief,
        f"{chapter.facts}",
        f"{chapter.sourced}/{chapter.telling}",
        f"{chapter.terms}",
        f"{chapter.places}",
    )


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))


def _section(title: str, findings: tuple[Finding, ...], folder: Path) -> list[str]:
    lines = [f"{folder / found.path}:{found.line}: {found.what}" for found in findings]
    return ["", f"{title}: {len(lines) or 'nothing'}", *lines]
