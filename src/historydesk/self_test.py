"""The self-test: does this installation (a checkout or the frozen program) do what it must?"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFontDatabase, QImageReader

from historydesk import __version__, paths
from historydesk.app import RECORDS, make_application
from historydesk.domain.location import Location
from historydesk.domain.records import ReadingPlace
from historydesk.domain.search import Results
from historydesk.exports.formats import FORMATS, export_pack
from historydesk.store.loading import load_records_store, make_first_records
from historydesk.store.pack_file import verify_hash
from historydesk.tour import shots
from historydesk.tour_stage import Stage, is_blank, pause, wait_for
from historydesk.ui.theme.appearance import READING_FACES
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.theme.icons import icon

FAMILIES = (
    *READING_FACES.values(),
    "Noto Serif Georgian",
    "Noto Sans Georgian",
    "Noto Serif Armenian",
    "Noto Sans Armenian",
)
ICONS = ("house", "arrow-left", "arrow-right", "search", "x", "map", "panel-left", "plus", "minus", "check")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that was tried: its name, whether it held, and what was found."""

    name: str
    ok: bool
    detail: str


class SelfTest:
    """Runs each check, none of which may stop the others; owned by ``run_self_test``."""

    def __init__(self, pack: Path, folder: Path) -> None:
        self.outcomes: list[Outcome] = []
        self._pack, self._folder = pack, folder

    def run(self) -> None:
        """All checks, in order."""
        for name, check in (
            ("pack", self._check_pack),
            ("sqlite", self._check_sqlite),
            ("fonts", self._check_fonts),
            ("icons", self._check_icons),
            ("plugins", self._check_plugins),
            ("network", self._check_network),
            ("records", self._check_records),
            ("exports", self._check_exports),
            ("screens", self._check_screens),
        ):
            self._try(name, check)

    def _try(self, name: str, check: Callable[[], str]) -> None:
        try:
            self.outcomes.append(Outcome(name, True, check()))
        except Exception as fault:  # whatever it is, it is this check's outcome
            self.outcomes.append(Outcome(name, False, f"{type(fault).__name__}: {fault}"))

    def _check_pack(self) -> str:
        hash_ = verify_hash(self._pack)
        return f"{self._pack.name} is whole, hash {hash_[:12]}"

    def _check_sqlite(self) -> str:
        with sqlite3.connect(":memory:") as connection:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words, tokenize='unicode61')")
        return f"SQLite {sqlite3.sqlite_version} with FTS5"

    def _check_fonts(self) -> str:
        missing = register_fonts()
        _hold(not missing, f"missing: {', '.join(missing)}")
        known = set(QFontDatabase.families())
        unknown = [family for family in FAMILIES if family not in known]
        _hold(not unknown, f"not registered: {', '.join(unknown)}")
        return f"{len(FAMILIES)} families"

    def _check_icons(self) -> str:
        formats = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
        for needed in ("svg", "png", "jpeg"):
            _hold(needed in formats, f"pictures of type {needed} cannot be read")
        empty = [name for name in ICONS if icon(name, "#000000").pixmap(20, 20).isNull()]
        _hold(not empty, f"not drawn: {', '.join(empty)}")
        return f"{len(ICONS)} icons, {', '.join(sorted(formats))}"

    def _check_plugins(self) -> str:
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
        found = sorted(each.stem.removeprefix("lib") for each in folder.iterdir())
        needed = {"linux": ("qxcb", "qoffscreen"), "win32": ("qwindows",), "darwin": ("qcocoa",)}
        for name in needed.get(sys.platform, ()):
            _hold(name in found, f"the platform plugin {name} is missing")
        return ", ".join(found)

    def _check_network(self) -> str:
        loaded = [name for name in sys.modules if name.endswith(("QtNetwork", "_socket"))]
        _hold("PySide6.QtNetwork" not in loaded, "QtNetwork is loaded")
        return "no network module of Qt"

    def _check_records(self) -> str:
        path = self._folder / "records" / RECORDS
        store = load_records_store(path)
        place = ReadingPlace("gori", "p1", 0.5, False)
        store.save_place("self-test", place)
        store.save_setting("theme", "gallery")
        store.close()
        again = load_records_store(path)
        try:
            _hold(again.places("self-test") == {"gori": place}, "a place was not kept")
            _hold(again.settings().get("theme") == "gallery", "a setting was not kept")
        finally:
            again.close()
        older = path.with_name("older.db")
        make_first_records(older)
        upgraded = load_records_store(older)
        upgraded.close()
        _hold(upgraded.message == "", upgraded.message)
        return "written, read and upgraded"

    def _check_exports(self) -> str:
        folder = self._folder / "exports"
        folder.mkdir()
        for each in FORMATS:
            target = folder / f"{each.name}{each.suffix}"
            export_pack(self._pack, each, target)
            _hold(target.stat().st_size > 0, f"{target.name} is empty")
        return f"{len(FORMATS)} formats written"

    def _check_screens(self) -> str:
        stage = Stage(self._pack, self._folder / "data")
        try:
            _hold(stage.open(), "the program did not become ready")
            self._search(stage)
            drawn = 0
            for shot in shots(stage):
                shot.prepare()
                _hold(not is_blank(stage.grab()), f"the screen “{shot.name}” is blank")
                drawn += 1
        finally:
            stage.close()
        return f"{drawn} screens drawn"

    def _search(self, stage: Stage) -> None:
        services = stage.program.services
        _hold(services is not None, "no pack is open")
        if services is None:
            return
        title = services.library.contents(1, 1)[0].title
        found: list[Results] = []
        services.library.search(title, found.append)
        _hold(wait_for(lambda: bool(found)), "search did not answer")
        where = {hit.location.screen for hit in found[0].hits}
        _hold("read" in where, f"search did not find “{title}”")
        stage.go(Location("home"))
        pause(0)


def _hold(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)


def run_self_test(*, as_json: bool = False, pack: Path | None = None) -> int:
    """Run all checks on the shipped pack, print them, and give the exit code (1 on any fault)."""
    make_application(["historydesk"])
    with TemporaryDirectory(prefix="historydesk-self-test-") as folder:
        test = SelfTest(pack or paths.shipped_pack(), Path(folder))
        test.run()
    good = all(outcome.ok for outcome in test.outcomes)
    if as_json:
        report = {
            "version": __version__,
            "frozen": paths.is_frozen(),
            "ok": good,
            "checks": [asdict(outcome) for outcome in test.outcomes],
        }
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for outcome in test.outcomes:
            print(f"{'ok   ' if outcome.ok else 'FAULT'}  {outcome.name:<8}  {outcome.detail}")
    return 0 if good else 1
