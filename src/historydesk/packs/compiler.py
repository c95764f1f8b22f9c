"""The compiler: an authored folder in, one checked SQLite file out."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from historydesk.domain.pack import FORMAT_VERSION
from historydesk.errors import BuildError, HistoryDeskError
from historydesk.packs import places, sources
from historydesk.packs.catalogue import Catalogue
from historydesk.packs.chapters import ChapterCompiler, Progress
from historydesk.packs.compilation import COUNTED, Compilation, RowSink
from historydesk.packs.evidence import STRICT, check_events
from historydesk.packs.fields import TABLES
from historydesk.packs.figures import FigureShelf
from historydesk.packs.folder import PackFolder
from historydesk.packs.items import ItemCompiler
from historydesk.packs.passages import PassageReader
from historydesk.packs.plan import read_plan
from historydesk.packs.problems import Problems
from historydesk.packs.references import ReferenceBook

_LANGUAGE_FOLDER = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


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
            f"{count:,} error{'s' if count != 1 else ''}: nothing was written.",
            "Correct them and build again.",
        )
        self.problems = problems


def check_pack(root: Path, progress: Progress | None = None) -> BuildResult:
    """Read and check everything, write nothing. Raises ``HistoryDeskError`` when there is no such folder."""
    problems = Problems()
    with _without_collector():
        run = _compile(_folder(root), problems, _Nowhere(), progress)
    return BuildResult(problems, _counts(run))


def survey_pack(root: Path) -> Compilation:
    """Read and check everything and keep what was read, for a report on it.

    Raises ``PackBuildError`` when there are errors, ``HistoryDeskError`` when there is no such folder.
    """
    problems = Problems()
    with _without_collector():
        run = _compile(_folder(root), problems, _Nowhere(), None, keep=True)
    if run is None or problems.errors:
        raise PackBuildError(problems)
    return run


def build_pack(root: Path, target: Path, progress: Progress | None = None) -> BuildResult:
    """Compile ``root`` into ``target``, which is replaced at once when all is well.

    Raises ``PackBuildError`` with every problem when there are errors: the target is then untouched.
    """
    from historydesk.store.pack_writer import PackWriter

    folder = _folder(root)
    with _without_collector(), PackWriter(target) as writer:
        problems = Problems()
        run = _compile(folder, problems, writer, progress)
        if problems.errors:
            raise PackBuildError(problems)
        digest = writer.finish()
    return BuildResult(problems, _counts(run), digest)


def _counts(run: Compilation | None) -> dict[str, int]:
    return run.counts if run else dict.fromkeys(COUNTED, 0)


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


def _compile(
    root: Path, problems: Problems, sink: RowSink, progress: Progress | None, *, keep: bool = False
) -> Compilation | None:
    """Read, check and write everything but the seal; ``None`` when there is no plan to follow."""
    folder = PackFolder(root, problems)
    plan = read_plan(folder, problems)
    if plan is None:
        return None
    book = ReferenceBook(problems)
    figures = FigureShelf(folder, problems)
    run = Compilation(
        folder,
        problems,
        sink,
        plan,
        book,
        Catalogue(folder, plan.languages, problems),
        figures,
        PassageReader(book, figures, problems),
        kept=[] if keep else None,
    )
    _check_folders(run)
    _read_items(run)
    _write_frame(run)
    sources.write_sources(run, progress)
    ItemCompiler(run).write()
    minutes = ChapterCompiler(run, progress).write()
    book.finish()
    _warn_of_unused_terms(run)
    _write_figures(run)
    _write_home(run, minutes)
    _write_manifest(run)
    return run


def _check_folders(run: Compilation) -> None:
    plan = run.plan
    present = run.folder.languages()
    for name in present:
        if name in plan.languages or name == "figures":
            continue
        first = next(path for path in run.folder.files if path.startswith(f"{name}/"))
        if _LANGUAGE_FOLDER.fullmatch(name) and first.endswith((".toml", ".md", ".gift")):
            run.problems.error(
                first,
                1,
                f"“{name}” is not a language of this pack",
                "add it to languages in pack.toml or remove it",
            )
        else:
            run.problems.warning(first, 1, f"the folder “{name}” is no part of a pack", "move it elsewhere")
    for lang in plan.languages[1:]:
        if lang not in present:
            run.problems.warning(
                "pack.toml",
                1,
                f"there is no folder for the language “{lang}”",
                f"until then {plan.languages[0]} is shown",
            )
    known = {table.file for table in TABLES}
    for path in run.folder.files:
        lang, _, rest = path.partition("/")
        if lang in plan.languages and rest.endswith(".toml") and rest not in known:
            run.problems.error(path, 1, f"“{rest}” is no file of a pack", f"use {', '.join(sorted(known))}")


def _read_items(run: Compilation) -> None:
    plan, book = run.plan, run.book
    run.catalogue.read()
    if plan.evidence == STRICT:
        check_events(run.catalogue, run.problems)
    run.catalogue.register(book)
    sources.collect_sources(run)
    places.collect_places(run)
    for part in plan.parts:
        for chapter in part.chapters:
            book.add("chapter", chapter)
    run.catalogue.check_references(book)
    for pin in plan.home_places:
        book.check_id("place", pin.id, "pack.toml", plan.home_line)


def _write_frame(run: Compilation) -> None:
    plan = run.plan
    run.add(
        "language",
        [(index, tag, plan.language_names[index - 1]) for index, tag in enumerate(plan.languages, start=1)],
    )
    run.add(
        "part",
        [
            (lang, ordinal, part.id, part.titles[lang])
            for lang in plan.languages
            for ordinal, part in enumerate(plan.parts, start=1)
        ],
    )


def _warn_of_unused_terms(run: Compilation) -> None:
    for term in run.catalogue.items["term"].values():
        if f"term:{term.id}" not in run.book.used:
            run.problems.warning(
                term.file.path,
                term.line("id"),
                f"no text uses the term “{term.id}”",
                "link it with term: or remove it",
            )


def _write_figures(run: Compilation) -> None:
    for figure in run.figures.load():
        run.add("figure", [(figure.path, figure.media_type, figure.width, figure.height, figure.data)])


def _write_home(run: Compilation, minutes: dict[str, int]) -> None:
    plan = run.plan
    run.add(
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


def _write_manifest(run: Compilation) -> None:
    plan = run.plan
    manifest = {
        "format": str(FORMAT_VERSION),
        "id": plan.id,
        "title": plan.titles.get(plan.languages[0], ""),
        "version": plan.version,
        "license": plan.license,
    } | {f"count.{name}": str(count) for name, count in run.counts.items()}
    run.add("manifest", list(manifest.items()))
