"""The formats in which a pack leaves the program, and the way out.

To name the formats loads nothing: the store and what writes a format are imported when it is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from historydesk.domain.citation import STYLES, CitationStyle
from historydesk.errors import HistoryDeskError

if TYPE_CHECKING:
    from historydesk.store.export_content import ExportStore

Tell = Callable[[int, int], None]
"""Told how much is done of how much."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, what it is, how its files end and what writes it."""

    name: str
    title: str
    suffix: str
    write: Callable[[ExportStore, str, Path, Tell], None]


def export_pack(
    pack: Path,
    format_: Format,
    target: Path,
    lang: str = "",
    tell: Tell | None = None,
    *,
    style: CitationStyle = STYLES[0],
) -> None:
    """Write ``pack`` to ``target``, in ``lang`` or the pack's own language; a file that is there is replaced.

    Sources are cited in ``style`` where a format cites them.
    Raises PackError for the pack and HistoryDeskError for the target; then nothing was written.
    """
    from historydesk.exports.whole_file import whole_file
    from historydesk.store.export_content import ExportStore

    with ExportStore(pack) as store:
        store.set_style(style)
        tags = [language.tag for language in store.languages]
        if lang and lang not in tags:
            raise HistoryDeskError(f"This pack has no language “{lang}”.", f"It has: {', '.join(tags)}.")
        if target.exists() and pack.exists() and target.samefile(pack):
            raise HistoryDeskError(f"“{target}” is the pack itself.", "Give another name.")
        with whole_file(target) as part:
            format_.write(store, lang or tags[0], part, tell or _nobody)


def _nobody(_done: int, _total: int) -> None:
    """Nobody wants to know."""


def _anki(store: ExportStore, lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.anki import write_deck

    write_deck(store, lang, path)


def _glossary_csv(store: ExportStore, lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.glossary_csv import write_glossary

    write_glossary(store, lang, path)


def _gift(store: ExportStore, lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.gift import write_gift

    write_gift(store, lang, path)


def _qti(store: ExportStore, lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.qti import write_package

    write_package(store, lang, path)


def _timelinejs(store: ExportStore, lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.timelinejs import write_timeline

    write_timeline(store, lang, path)


def _geojson(store: ExportStore, lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.geojson import write_places

    write_places(store, lang, path)


def _epub(store: ExportStore, lang: str, path: Path, tell: Tell) -> None:
    from historydesk.exports.epub import write_book

    write_book(store, lang, path, tell)


def _bibtex(store: ExportStore, _lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.bibtex import write_bibtex

    write_bibtex(store, path)


def _ris(store: ExportStore, _lang: str, path: Path, _tell: Tell) -> None:
    from historydesk.exports.ris import write_ris

    write_ris(store, path)


FORMATS = (
    Format("anki", "the glossary as flash cards (Anki)", ".apkg", _anki),
    Format("glossary-csv", "the glossary as a table (CSV)", ".csv", _glossary_csv),
    Format("gift", "the quiz for Moodle (GIFT)", ".gift", _gift),
    Format("qti", "the quiz for other learning platforms (QTI 2.1)", ".zip", _qti),
    Format("timelinejs", "the timeline for TimelineJS (JSON)", ".json", _timelinejs),
    Format("geojson", "places and journeys (GeoJSON)", ".geojson", _geojson),
    Format("epub", "the whole pack as a book (EPUB 3)", ".epub", _epub),
    Format("bibtex", "the sources (BibTeX)", ".bib", _bibtex),
    Format("ris", "the sources for reference managers (RIS)", ".ris", _ris),
)
