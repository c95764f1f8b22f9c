"""The compiler: an authored folder in, one checked SQLite file out."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

from historydesk.domain.pack import FORMAT_VERSION
from historydesk.domain.spelling import folded_words
from historydesk.errors import BuildError, HistoryDeskError
from historydesk.packs.bibliography import Source, read_sources
from historydesk.packs.catalogue import Catalogue, Item
from historydesk.packs.edtf_dates import DateError, ParsedDate, parse_date
from historydesk.packs.fields import BY_NAME, TABLES, Table
from historydesk.packs.figures import FigureShelf
from historydesk.packs.folder import PAGE_LIMIT, PackFolder
from historydesk.packs.front_matter import FrontMatter, read_front_matter
from historydesk.packs.geography import GeographyReader, Leg, PlacePoint
from historydesk.packs.gift import GiftReader
from historydesk.packs.passages import CompiledPassage, CompiledText, PassageReader
from historydesk.packs.plan import PackPlan, read_plan
from historydesk.packs.problems import Problems
from historydesk.packs.references import ReferenceBook

WORDS_A_MINUTE = 200
"""Reading speed for school texts, rounded up to whole minutes a chapter."""
COUNTED = (
    "chapters",
    "passages",
    "terms",
    "places",
    "journeys",
    "people",
    "events",
    "claims",
    "sources",
    "questions",
)
_SPARE = re.compile(r"<[^>]+>")
_LANGUAGE_FOLDER = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Progress = Callable[[int, int], None]
"""Chapters done and chapters in all."""


class RowSink(Protocol):
    """Where rows go: the pack writer, or nowhere when only checking."""

    def add(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Take rows in the order of the table's columns."""


class _Nowhere:
    def add(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Rows of a check are not kept."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build or a check found; ``hash`` is empty when nothing was written."""

    problems: Problems
    counts: dict[str, int]
    hash: str = ""


class PackBuildError(BuildError):
    """Authored text has errors; nothing was written."""

    def __init__(self, problems: Problems) -> None:
        count = problems.errors
        super().__init__(
            f"{count} error{'s' if count != 1 else ''}: nothing was written.", "Correct them and build again."
        )
        self.problems = problems


def check_pack(root: Path, progress: Progress | None = None) -> BuildResult:
    """Read and check everything, write nothing. Raises ``HistoryDeskError`` when there is no such folder."""
    compiler = PackCompiler(_folder(root), Problems(), _Nowhere(), progress)
    with _without_collector():
        compiler.run()
    return BuildResult(compiler.problems, compiler.counts)


def build_pack(root: Path, target: Path, progress: Progress | None = None) -> BuildResult:
    """Compile ``root`` into ``target``, which is replaced at once when all is well.

    Raises ``PackBuildError`` with every problem when there are errors: the target is then untouched.
    """
    from historydesk.store.pack_writer import PackWriter

    folder = _folder(root)
    with _without_collector(), PackWriter(target) as writer:
        compiler = PackCompiler(folder, Problems(), writer, progress)
        compiler.run()
        if compiler.problems.errors:
            raise PackBuildError(compiler.problems)
        digest = writer.finish()
    return BuildResult(compiler.problems, compiler.counts, digest)


def _folder(root: Path) -> Path:
    if not root.is_dir():
        raise HistoryDeskError(
            f"There is no folder “{root}”.", "Give the folder that holds pack.toml.", path=root
        )
    return root


@contextmanager
def _without_collector() -> Iterator[None]:
    """Tokens and rows hold no cycles, so looking for some after every few hundred of them is lost time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class PackCompiler:
    """One run over one folder. Chapters are read, written and forgotten one after the other."""

    def __init__(
        self, root: Path, problems: Problems, sink: RowSink, progress: Progress | None = None
    ) -> None:
        self.problems = problems
        self.counts: dict[str, int] = dict.fromkeys(COUNTED, 0)
        self._sink = sink
        self._progress = progress
        self._folder = PackFolder(root, problems)
        self._book = ReferenceBook(problems)
        self._figures = FigureShelf(self._folder, problems)
        self._reader = PassageReader(self._book, self._figures, problems)
        self._plan = PackPlan()
        self._catalogue = Catalogue(self._folder, (), problems)
        self._sources: dict[str, Source] = {}
        self._points: dict[str, PlacePoint] = {}
        self._passage_row = 0

    def run(self) -> None:
        """Read, check and write everything but the seal."""
        plan = read_plan(self._folder, self.problems)
        if plan is None:
            return
        self._plan = plan
        self._check_folders()
        self._read_items()
        self._write_frame()
        self._write_items()
        minutes = self._write_chapters()
        self._book.finish()
        self._warn_of_unused_terms()
        self._write_figures()
        self._write_home(minutes)
        self._write_manifest()

    def _add(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Write rows, unless an error has already decided that nothing will be kept."""
        if rows and not self.problems.errors:
            self._sink.add(table, rows)

    # -- reading ---

    def _check_folders(self) -> None:
        plan = self._plan
        present = self._folder.languages()
        for name in present:
            if name in plan.languages or name == "figures":
                continue
            first = next(path for path in self._folder.files if path.startswith(f"{name}/"))
            if _LANGUAGE_FOLDER.fullmatch(name) and first.endswith((".toml", ".md", ".gift")):
                self.problems.error(
                    first,
                    1,
                    f"“{name}” is not a language of this pack",
                    "add it to languages in pack.toml or remove it",
                )
            else:
                self.problems.warning(
                    first, 1, f"the folder “{name}” is no part of a pack", "move it elsewhere"
                )
        for lang in plan.languages[1:]:
            if lang not in present:
                self.problems.warning(
                    "pack.toml",
                    1,
                    f"there is no folder for the language “{lang}”",
                    f"until then {plan.languages[0]} is shown",
                )
        known = {table.file for table in TABLES}
        for path in self._folder.files:
            lang, _, rest = path.partition("/")
            if lang in plan.languages and rest.endswith(".toml") and rest not in known:
                self.problems.error(
                    path, 1, f"“{rest}” is no file of a pack", f"use {', '.join(sorted(known))}"
                )

    def _read_items(self) -> None:
        plan, folder, problems, book = self._plan, self._folder, self.problems, self._book
        self._catalogue = Catalogue(folder, plan.languages, problems)
        self._catalogue.read()
        self._catalogue.register(book)
        if folder.has("sources.bib"):
            before = problems.errors
            sources = read_sources(folder, "sources.bib", problems)
            if problems.errors > before:
                book.incomplete.add("source")
            for source in sources:
                self._sources[source.key] = source
                book.add("source", source.key)
        if folder.has("places.geojson"):
            self._read_points()
        places = self._catalogue.items["place"]
        for place in places.values():
            if place.id not in self._points and not any(p.path == "places.geojson" for p in problems.found):
                problems.error(
                    place.file.path,
                    place.line("id"),
                    f"the place “{place.id}” is not in places.geojson",
                    "add its point",
                )
        for part in plan.parts:
            for chapter in part.chapters:
                book.add("chapter", chapter)
        self._catalogue.check_references(book)
        for pin in plan.home_places:
            book.check_id("place", pin.id, "pack.toml", plan.home_line)

    def _read_points(self) -> None:
        places = self._catalogue.items["place"]
        for point in GeographyReader(self._folder, "places.geojson", self.problems).places():
            if point.id in self._points:
                self.problems.error(
                    "places.geojson",
                    point.line,
                    f"the place “{point.id}” is already there (line {self._points[point.id].line})",
                    "remove one of them",
                )
            elif point.id not in places and "place" not in self._catalogue.unread:
                self.problems.error(
                    "places.geojson",
                    point.line,
                    f"the place “{point.id}” has no entry in {self._plan.languages[0]}/places.toml",
                    f'add [[place]] with id = "{point.id}"',
                )
            self._points.setdefault(point.id, point)

    # -- writing items ---

    def _write_frame(self) -> None:
        plan = self._plan
        self._add(
            "language",
            [
                (index, tag, plan.language_names[index - 1])
                for index, tag in enumerate(plan.languages, start=1)
            ],
        )
        self._add(
            "part",
            [
                (lang, ordinal, part.id, part.titles[lang])
                for lang in plan.languages
                for ordinal, part in enumerate(plan.parts, start=1)
            ],
        )

    def _write_items(self) -> None:
        self._write_sources()
        legs = self._read_legs()
        for table in TABLES:
            neutral: list[tuple[Any, ...]] = []
            texts: list[tuple[Any, ...]] = []
            search: list[tuple[Any, ...]] = []
            for ordinal, item in enumerate(self._catalogue.items[table.name].values(), start=1):
                row = self._neutral_row(table.name, ordinal, item, legs)
                if row is not None:
                    neutral.append(row)
                own: dict[str, Any] | None = None
                for lang, translation in self._catalogue.texts(table, item):
                    words, fallback = self._words(table, item, translation, own)
                    own = own or words
                    texts.append(self._text_row(table.name, ordinal, item, lang, words, fallback))
                    document = self._search_row(table.name, item, lang, words)
                    if document is not None:
                        search.append(document)
            self._add(table.name, neutral)
            self._add(f"{table.name}_text" if neutral else table.name, texts)
            self._add("search_document", search)
        counted = {
            "term": "terms",
            "place": "places",
            "journey": "journeys",
            "person": "people",
            "event": "events",
        }
        for name, plural in (counted | {"claim": "claims"}).items():
            self.counts[plural] = len(self._catalogue.items[name])

    def _words(  # noqa: PLR0912 - each field in turn, and what to do when it is missing
        self, table: Table, item: Item, translation: Item | None, own: dict[str, Any] | None
    ) -> tuple[dict[str, Any], int]:
        """An item's texts in one language, Markdown rendered; what is missing comes from ``own``."""
        if translation is None:
            assert own is not None
            return own, 1
        words: dict[str, Any] = {}
        fallback = 0
        for one in table.fields:
            if one.neutral or one.name == "id":
                continue
            value = translation.values[one.name]
            if not value and own is not None:
                if own[one.name]:
                    fallback = int(one.name != "aliases") or fallback
                words[one.name] = own[one.name]
                if one.kind == "markdown":
                    words[f"{one.name} plain"] = own[f"{one.name} plain"]
            elif one.kind == "markdown":
                html, plain = self._reader.prose(
                    translation.file.path, translation.text_line(one.name), value
                )
                words[one.name], words[f"{one.name} plain"] = html, plain
            else:
                words[one.name] = value
        for child in table.children:
            rows = translation.values[child.name]
            if not rows and own is not None:
                words[child.name] = own[child.name]
                fallback = fallback or int(bool(own[child.name]))
                continue
            words[child.name] = []
            for index, row in enumerate(rows):
                shown = {}
                base = own[child.name][index] if own is not None else item.values[child.name][index]
                for one in child.fields:
                    value = row.get(one.name) or (base[one.name] if own is not None else row.get(one.name))
                    if one.neutral:
                        value = item.values[child.name][index][one.name]
                    elif one.kind == "markdown" and row.get(one.name):
                        line = translation.text_line(child.name, index, one.name)
                        value = self._reader.prose(translation.file.path, line, value)[0]
                    shown[one.name] = value
                words[child.name].append(shown)
        return words, fallback

    def _neutral_row(  # noqa: PLR0911 - one return a table
        self, name: str, ordinal: int, item: Item, legs: dict[str, list[Leg]]
    ) -> tuple[Any, ...] | None:
        values = item.values
        if name == "term":
            return item.id, ordinal, values["script"], values["script_lang"], values["related"]
        if name == "person":
            return item.id, ordinal, values["script"], values["sources"]
        if name == "place":
            point = self._points.get(item.id)
            if point is None:
                return None
            place = (
                point.lon,
                point.lat,
                round(point.x, 3),
                round(point.y, 3),
                point.rank,
                point.precision_m,
            )
            return item.id, ordinal, *place
        if name == "event":
            date = self._catalogue.dates.get(item.id)
            if date is None:
                return None
            return (
                item.id,
                ordinal,
                date.edtf,
                values["calendar"] or "gregorian",
                date.first_day,
                date.last_day,
                int(date.approximate),
                int(date.uncertain),
                values["place"] or None,
                values["people"],
                values["lane"] or "life",
                values["confidence"],
                values["sources"],
            )
        if name == "claim":
            return item.id, ordinal, values["verdict"], values["confidence"], values["sources"]
        if name == "journey":
            stops = [{key: stop[key] for key in ("place", "mode", "confidence")} for stop in values["stop"]]
            lines = [[leg.mode, [list(point) for point in leg.points]] for leg in self._legs_of(item, legs)]
            return item.id, ordinal, values["person"], values["sources"], stops, lines
        return None

    def _text_row(  # noqa: PLR0911, PLR0917 - one return a table
        self, name: str, ordinal: int, item: Item, lang: str, words: dict[str, Any], fallback: int
    ) -> tuple[Any, ...]:
        get = words.get
        if name == "term":
            return lang, item.id, get("title"), get("say"), get("text"), get("aliases"), fallback
        if name == "person":
            return (
                lang,
                item.id,
                get("name"),
                get("sort_name") or get("name"),
                get("life"),
                get("role"),
                get("fate"),
                get("text"),
                get("allegiances"),
                get("aliases"),
                fallback,
            )
        if name == "place":
            return (
                lang,
                item.id,
                get("name"),
                get("name_today"),
                get("names"),
                get("historical_names"),
                get("country_then"),
                get("country_now"),
                get("text"),
                get("visit"),
                fallback,
            )
        if name == "event":
            date = self._catalogue.dates.get(item.id)
            display = date.display(item.values["calendar"] or "gregorian", lang) if date else ""
            return lang, item.id, get("title"), display, get("text"), fallback
        if name == "claim":
            return lang, item.id, get("title"), get("verdict_note"), get("text"), fallback
        if name == "journey":
            stops = [{key: stop[key] for key in ("name", "dates", "onward")} for stop in words["stop"]]
            return lang, item.id, get("title"), get("text"), stops, fallback
        if name == "debate":
            positions = [
                {
                    "title": one["title"],
                    "html": one["text"],
                    "holders": one["holders"],
                    "sources": one["sources"],
                }
                for one in words["position"]
            ]
            return (
                lang,
                item.id,
                ordinal,
                get("title"),
                get("text"),
                positions,
                item.values["sources"],
                fallback,
            )
        table = BY_NAME[name]
        data = {
            one.name: item.values[one.name] if one.neutral else words[one.name]
            for one in table.fields
            if one.name != "id"
        }
        if name == "estimate":
            data["html"] = data.pop("note")
            data["rows"] = words["row"]
        return lang, item.id, ordinal, data, fallback

    def _search_row(self, name: str, item: Item, lang: str, words: dict[str, Any]) -> tuple[Any, ...] | None:
        if name not in ("term", "person", "place", "event", "claim"):
            return None
        title = words.get("name") or words.get("title")
        spellings = [title, *words.get("aliases", []), str(item.values.get("script", ""))]
        body = [
            words.get("role", ""),
            words.get("fate", ""),
            words["text plain"],
            words.get("verdict_note", ""),
        ]
        if name == "place":
            spellings += [
                words["name_today"],
                words["historical_names"],
                *(pair[1] for pair in words["names"]),
            ]
            body += [words["name_today"], words["historical_names"]]
        own = self._catalogue.items[name][item.id].values
        spellings += own.get("aliases", [])
        return (
            0,
            lang,
            name,
            item.id,
            "",
            title,
            " ".join(part for part in body if part),
            folded_words(*spellings),
        )

    def _write_sources(self) -> None:
        rows, search = [], []
        for ordinal, source in enumerate(self._sources.values(), start=1):
            rows.append(
                (
                    source.key,
                    ordinal,
                    source.short,
                    source.title,
                    source.citation_html,
                    int(source.is_primary),
                    source.note,
                    source.bibtex,
                )
            )
            body = (
                _SPARE.sub("", source.citation_html)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
            )
            for lang in self._plan.languages:
                folded = folded_words(source.short, source.title)
                search.append((0, lang, "source", source.key, "", source.short, body, folded))
        self._add("source", rows)
        self._add("search_document", search)
        self.counts["sources"] = len(self._sources)

    # -- journeys ---

    def _read_legs(self) -> dict[str, list[Leg]]:
        path = "journeys.geojson"
        found: dict[str, list[Leg]] = {}
        if not self._folder.has(path):
            return found
        journeys = self._catalogue.items["journey"]
        for leg in GeographyReader(self._folder, path, self.problems).legs():
            if leg.journey not in journeys:
                self._book.check_id("journey", leg.journey, path, leg.line)
                continue
            moves = len(journeys[leg.journey].values["stop"]) - 1
            if any(other.number == leg.number for other in found.get(leg.journey, [])):
                self.problems.error(
                    path,
                    leg.line,
                    f"leg {leg.number} of the journey “{leg.journey}” is there twice",
                    "number each move once",
                )
            elif leg.number > moves:
                self.problems.error(
                    path,
                    leg.line,
                    f"the journey “{leg.journey}” has no move {leg.number}",
                    f"it has {moves + 1} stops: add a stop or remove the line",
                )
            else:
                found.setdefault(leg.journey, []).append(leg)
        return found

    def _legs_of(self, item: Item, legs: dict[str, list[Leg]]) -> list[Leg]:
        """The moves of a journey in order; a straight one, with a warning, where a line is missing."""
        by_number = {leg.number: leg for leg in legs.get(item.id, [])}
        stops = item.values["stop"]
        if len(stops) < 2:
            self.problems.error(
                item.file.path,
                item.line(),
                f"the journey “{item.id}” has {len(stops)} stop(s)",
                "give it two or more",
            )
        moves = []
        for number, (start, end) in enumerate(pairwise(stops), start=1):
            leg = by_number.get(number)
            if leg is None:
                ends = [self._points[stop["place"]] for stop in (start, end) if stop["place"] in self._points]
                if len(ends) < 2:
                    if not (start["place"] and end["place"]):
                        self.problems.error(
                            item.file.path,
                            item.line("stop", number - 1),
                            f"move {number} of the journey “{item.id}” has no line",
                            "draw it in journeys.geojson: a stop without a place is on no map",
                        )
                    continue
                self.problems.warning(
                    item.file.path,
                    item.line("stop", number - 1),
                    f"move {number} of the journey “{item.id}” has no line in journeys.geojson",
                    "draw it; until then it is a straight line",
                )
                line = tuple((round(point.x, 3), round(point.y, 3)) for point in ends)
                leg = Leg(item.id, number, 0, start["mode"] or "road", line)
            moves.append(leg)
        return moves

    # -- chapters ---

    def _write_chapters(self) -> dict[str, int]:
        """Every chapter in every language; the minutes of reading by language."""
        plan = self._plan
        own = plan.languages[0]
        order = [(part.id, part.line, chapter) for part in plan.parts for chapter in part.chapters]
        listed = {chapter for _, _, chapter in order}
        minutes = dict.fromkeys(plan.languages, 0)
        for lang in plan.languages:
            self._check_listed(lang, listed)
        for number, (part, line, chapter) in enumerate(order, start=1):
            path = f"{own}/chapters/{chapter}.md"
            if not self._folder.has(path):
                if not self._folder.is_link(path):
                    self.problems.error(
                        "pack.toml", line, f"there is no file {path}", "write it or take it off the list"
                    )
                continue
            written = self._chapter(number, part, chapter, path, own, None)
            if written is None:
                continue
            self.counts["chapters"] += 1
            self.counts["passages"] += len(written.text.passages)
            minutes[own] += written.minutes
            if not any(scheme == "place" for p in written.text.passages for scheme, _ in p.references):
                self.problems.warning(
                    path, 1, f"the chapter “{chapter}” names no place", "link one with place:"
                )
            self._write_translations(number, part, chapter, written, minutes)
            if self._progress is not None:
                self._progress(number, len(order))
        return minutes

    def _check_listed(self, lang: str, listed: set[str]) -> None:
        for path in self._folder.under(f"{lang}/chapters/", ".md"):
            name = path.removeprefix(f"{lang}/chapters/").removesuffix(".md")
            if name not in listed:
                self.problems.error(
                    path,
                    1,
                    "this chapter is not listed in pack.toml",
                    "add it to the chapters of a part or move it away",
                )
        for path in self._folder.under(f"{lang}/quiz/", ".gift"):
            name = path.removeprefix(f"{lang}/quiz/").removesuffix(".gift")
            if name not in listed:
                self.problems.error(
                    path, 1, f"there is no chapter “{name}” for this quiz", "name the file after a chapter"
                )

    def _write_translations(
        self, number: int, part: str, chapter: str, written: _Written, minutes: dict[str, int]
    ) -> None:
        own = self._plan.languages[0]
        for lang in self._plan.languages[1:]:
            path = f"{lang}/chapters/{chapter}.md"
            translated = None
            if self._folder.has(path):
                translated = self._chapter(number, part, chapter, path, lang, written)
            else:
                self.problems.warning(
                    path,
                    1,
                    f"the chapter “{chapter}” is not translated",
                    f"write it; until then {own} is shown",
                )
            if translated is None:
                self._write_chapter_rows(number, part, chapter, lang, written, fallback=1)
                self._write_questions(number, lang, written.questions)
            minutes[lang] += (translated or written).minutes

    def _chapter(  # noqa: PLR0917
        self, number: int, part: str, chapter: str, path: str, lang: str, original: _Written | None
    ) -> _Written | None:
        text = self._folder.read_text(path, PAGE_LIMIT)
        if text is None:
            return None
        matter = read_front_matter(path, text, self.problems, translation=original is not None)
        if matter is None:
            return None
        if matter.fields.get("id", chapter) != chapter:
            self.problems.error(
                path,
                matter.line("id"),
                f"the id “{matter.fields['id']}” is not the file’s name",
                f"write id: {chapter}",
            )
        date = original.date if original else self._span(path, matter)
        before = original.text.passages if original else ()
        note = matter.fields.get("content_note", "")
        opening: list[CompiledPassage] = []
        if note:
            html, plain = self._reader.inline(path, matter.line("content_note"), note)
            opening.append(
                CompiledPassage("content-note", "caution", f'<div class="caution"><p>{html}</p></div>', plain)
            )
        if before and before[0].id == "content-note":
            before = before[1:]
        compiled = self._reader.chapter(path, matter.body_line, chapter, matter.body, before)
        compiled.passages[:0] = opening
        if not compiled.passages:
            self.problems.error(
                path, matter.body_line, "the chapter has no text", "write it below the front matter"
            )
        if original and len(compiled.passages) != len(original.text.passages):
            self.problems.warning(
                path,
                1,
                f"the translation has {len(compiled.passages)} passages where {self._plan.languages[0]} has "
                f"{len(original.text.passages)}",
                "divide it into the same blocks, so that a reader’s place is kept",
            )
        span = matter.fields.get("span_text") or (original.span if original else _span_words(date, lang))
        words = sum(_word_count(passage.text) for passage in compiled.passages)
        title = matter.fields.get("title") or (original.title if original else "")
        subtitle = matter.fields.get("subtitle") or (original.subtitle if original else "")
        question = matter.fields.get("question") or (original.question if original else "")
        written = _Written(
            title, subtitle, question, span, date, compiled, words, -(-words // WORDS_A_MINUTE), []
        )
        quiz = f"{lang}/quiz/{chapter}.gift"
        if self._folder.has(quiz):
            written.questions = self._questions(quiz, chapter)
        elif original:
            written.questions = original.questions
        if original is None:
            for passage in compiled.passages:
                self._book.add_passage(chapter, passage.id)
            self.counts["questions"] += len(written.questions)
            references = [
                (number, ordinal, scheme, target)
                for ordinal, passage in enumerate(compiled.passages, start=1)
                for scheme, target in passage.references
            ]
            self._add("reference", references)
        self._write_chapter_rows(number, part, chapter, lang, written, fallback=0)
        self._write_questions(number, lang, written.questions)
        return written

    def _span(self, path: str, matter: FrontMatter) -> ParsedDate | None:
        text = matter.fields.get("span")
        if not text:
            return None
        try:
            return parse_date(text)
        except DateError as error:
            self.problems.error(path, matter.line("span"), str(error), error.remedy)
            return None

    def _write_chapter_rows(
        self, number: int, part: str, chapter: str, lang: str, written: _Written, *, fallback: int
    ) -> None:
        date = written.date
        days = (date.first_day, date.last_day) if date else (0, 0)
        head = (lang, number, chapter, part, written.title, written.subtitle, written.words, written.minutes)
        passages, search = [], []
        row = self._passage_row
        title = written.title
        for ordinal, passage in enumerate(written.text.passages, start=1):
            row += 1
            text = passage.text
            places = " ".join([target for scheme, target in passage.references if scheme == "place"])
            events = " ".join([target for scheme, target in passage.references if scheme == "event"])
            passages.append(
                (
                    row,
                    lang,
                    number,
                    ordinal,
                    passage.id,
                    passage.kind,
                    passage.html,
                    text,
                    places,
                    events,
                    passage.view,
                )
            )
            if text:
                search.append((0, lang, "chapter", chapter, passage.id, title, text, ""))
        self._passage_row = row
        self._add("chapter", [(*head, written.span, *days, fallback, written.question)])
        self._add("passage", passages)
        notes = [(lang, f"{chapter}/{note.number}", note.label, note.html) for note in written.text.notes]
        self._add("note", notes)
        self._add("search_document", search)

    # -- the rest ---

    def _questions(self, path: str, chapter: str) -> list[tuple[str, str, dict[str, Any]]]:
        text = self._folder.read_text(path, PAGE_LIMIT)
        if text is None:
            return []
        found = GiftReader(path, text, self.problems, self._reader.prose).questions()
        return [(question.id, question.kind, question.data) for question in found]

    def _write_questions(
        self, number: int, lang: str, questions: list[tuple[str, str, dict[str, Any]]]
    ) -> None:
        rows = [(lang, number, ordinal, *question) for ordinal, question in enumerate(questions, start=1)]
        self._add("question", rows)

    def _warn_of_unused_terms(self) -> None:
        for term in self._catalogue.items["term"].values():
            if f"term:{term.id}" not in self._book.used:
                self.problems.warning(
                    term.file.path,
                    term.line("id"),
                    f"no text uses the term “{term.id}”",
                    "link it with term: or remove it",
                )

    def _write_figures(self) -> None:
        for figure in self._figures.load():
            self._add("figure", [(figure.path, figure.media_type, figure.width, figure.height, figure.data)])

    def _write_home(self, minutes: dict[str, int]) -> None:
        plan = self._plan
        self._add(
            "home",
            [
                (
                    lang,
                    plan.titles[lang],
                    plan.span,
                    plan.leads[lang],
                    minutes[lang],
                    [[place.id, place.year, place.names[lang]] for place in plan.home_places],
                )
                for lang in plan.languages
            ],
        )

    def _write_manifest(self) -> None:
        plan = self._plan
        manifest = {
            "format": str(FORMAT_VERSION),
            "id": plan.id,
            "title": plan.titles.get(plan.languages[0], ""),
            "version": plan.version,
            "license": plan.license,
        } | {f"count.{name}": str(count) for name, count in self.counts.items()}
        self._add("manifest", list(manifest.items()))


@dataclass(slots=True)
class _Written:
    """A chapter in one language, kept only while its translations are read."""

    title: str
    subtitle: str
    question: str
    span: str
    date: ParsedDate | None
    text: CompiledText
    words: int
    minutes: int
    questions: list[tuple[str, str, dict[str, Any]]]


def _word_count(text: str) -> int:
    """Words of a passage's text, whose words are set apart by single spaces or line ends."""
    return text.count(" ") + text.count("\n") + 1 if text else 0


def _span_words(date: ParsedDate | None, lang: str) -> str:
    """1878/1894 → 1878–1894: years are joined without spaces, longer dates with them."""
    if date is None:
        return ""
    words = date.display("gregorian", lang)
    if (
        date.last is not None
        and date.first.month is None
        and date.last.month is None
        and words.count(" – ") == 1
    ):
        return words.replace(" – ", "–")
    return words
