"""The tour: every screen of the real program, drawn to pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from historydesk.app import make_application
from historydesk.domain.chapter import BRIEF_ID
from historydesk.domain.location import Location
from historydesk.errors import HistoryDeskError
from historydesk.tour_evidence import evidence_shots
from historydesk.tour_glossary import glossary_shots
from historydesk.tour_items import item_shots
from historydesk.tour_map import map_shots
from historydesk.tour_people import people_shots
from historydesk.tour_quiz import quiz_shots
from historydesk.tour_stage import DESIGN, Shot, Stage, is_blank, pause
from historydesk.tour_timeline import timeline_shots

THEMES = ("paper", "gallery", "contrast")
CARDS = ("term", "person", "journey", "claim", "source", "event", "note")
"""References whose cards open beside their words; a place opens on the map instead."""


def shots(stage: Stage, *, brief: bool = False) -> Iterator[Shot]:
    """The screens, in the order of a visit; ``brief``: those that show a theme or size best."""
    window = stage.window
    overlays = window.overlays
    chapters = stage.chapters()
    home = Location("home")
    yield Shot("home", lambda: stage.go(home))
    for number, chapter in enumerate(chapters, start=1):
        if not brief or number == 1:
            location = Location("read", chapter=chapter)
            yield Shot(f"reader-{number}-{chapter}", partial(stage.go, location))
    for scheme in CARDS if not brief else ("term",):
        if stage.find_reference(scheme) is not None:
            yield Shot(f"{scheme}-card", partial(_open_card, stage, scheme))
    if stage.find_reference("place") is not None:
        yield Shot("place-card", partial(_open_card, stage, "place"))
    if chapters:
        middle = (
            stage.program.services.library.chapter(chapters[-1]).passages if stage.program.services else ()
        )
        if middle:
            yield Shot("reader-note", lambda: stage.go(Location("read", chapters[-1])))
            yield Shot("reader-brief", lambda: stage.go(Location("read", chapters[-1], BRIEF_ID)))
            passage = middle[len(middle) // 2].id
            yield Shot(
                "reader-middle", lambda: stage.go(Location("read", chapter=chapters[-1], passage=passage))
            )
        if not brief:
            yield Shot("reader-end", lambda: stage.go(Location("read", chapters[0], _last_passage(stage))))
    if chapters:
        yield Shot("home-resume", partial(_come_home, stage, chapters[-1]))
    yield from map_shots(stage, _first_place(stage), brief=brief)
    yield from timeline_shots(stage, brief=brief)
    yield from quiz_shots(stage, brief=brief)
    yield from people_shots(stage, brief=brief)
    yield from evidence_shots(stage, brief=brief)
    yield from item_shots(stage, brief=brief)
    yield from glossary_shots(stage, brief=brief)
    yield Shot("settings", lambda: _open(stage, overlays.open_settings))
    yield Shot("search", lambda: stage.search("gori"))
    if brief:
        return
    yield Shot("search-empty", lambda: stage.search("zzzzz"))
    yield Shot("find", lambda: _find(stage, chapters))
    yield Shot("shortcuts", lambda: _open(stage, overlays.toggle_shortcuts))
    yield Shot("export", lambda: _open(stage, overlays.open_export))
    yield Shot("notice", lambda: _notice(stage))


def run_tour(
    folder: Path,
    sizes: Sequence[tuple[int, int]] = (DESIGN,),
    *,
    pack: Path | None = None,
    only: str = "",
) -> int:
    """Draw every screen into ``folder``, listed in ``tour.json``; 1 when one is blank or missing."""
    make_application(["historydesk"])
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    taken: list[str] = []
    faults: list[str] = []

    def take(stage: Stage, shot: Shot, suffix: str) -> None:
        name = f"{shot.name}{suffix}.png"
        if only and only not in name:
            return
        shot.prepare()
        image = stage.grab()
        taken.append(name)
        if not image.save(str(folder / name)):
            faults.append(f"{name}: cannot be written")
        elif is_blank(image):
            faults.append(f"{name}: blank")
        print(name, flush=True)

    with TemporaryDirectory(prefix="historydesk-tour-") as data:
        for number, size in enumerate(sizes):
            stage = Stage(pack, Path(data, f"{number}"), size)
            suffix = "" if number == 0 else f"-{size[0]}x{size[1]}"
            try:
                if not stage.open():
                    faults.append("the program did not become ready")
                    continue
                for shot in shots(stage):
                    take(stage, shot, suffix)
                if number == 0:
                    _variants(stage, take)
            finally:
                stage.close()
        _faults(Path(data), take)
    (folder / "tour.json").write_text(json.dumps(taken, indent=1), encoding="utf-8")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(taken)} pictures in {folder}")
    return 1 if faults or not taken else 0


def _variants(stage: Stage, take: Callable[[Stage, Shot, str], None]) -> None:
    """Themes, sizes of text, faces and small windows."""
    stage.window.notice.close_notice()
    if stage.window.surfaces.reader is not None:
        stage.window.surfaces.reader.find_bar.close_bar()
    for theme in THEMES[1:]:
        stage.program_settings("theme", theme)
        for shot in shots(stage, brief=True):
            take(stage, shot, f"-{theme}")
    stage.program_settings("theme", "paper")
    for percent in (200, 80):
        stage.program_settings("text_percent", percent)
        for shot in shots(stage, brief=True):
            take(stage, shot, f"-text-{percent}")
    stage.program_settings("text_percent", 100)
    stage.program_settings("reading_font", "dyslexic")
    for shot in shots(stage, brief=True):
        if shot.name.startswith(("reader-1", "term")):
            take(stage, shot, "-dyslexic")
    stage.program_settings("reading_font", "literata")
    for width, height in ((1024, 600), (1920, 1080)):
        stage.resize(width, height)
        for shot in shots(stage, brief=True):
            take(stage, shot, f"-{width}x{height}")
    stage.resize(*stage.size)


def _faults(data: Path, take: Callable[[Stage, Shot, str], None]) -> None:
    """The page for a pack that cannot be opened."""
    broken = data / "broken.hdpack"
    broken.write_bytes(b"not a pack")
    for name, pack in (("error-not-a-pack", broken), ("error-no-pack", data / "nothing.hdpack")):
        stage = Stage(pack, data / name)
        try:
            stage.open()
            take(stage, Shot(name, lambda: None), "")
        finally:
            stage.close()


def _come_home(stage: Stage, chapter: str) -> None:
    """Home for somebody who has read in a chapter."""
    stage.go(Location("read", chapter=chapter))
    stage.go(Location("home"))


def _open_card(stage: Stage, scheme: str) -> None:
    stage.open_reference(scheme)
    pause(120)


def _open(stage: Stage, opened: Callable[[], None]) -> None:
    stage.go(Location("home"))
    opened()


def _first_place(stage: Stage) -> str:
    services = stage.program.services
    home = services.library.home() if services is not None else None
    return home.places[0].id if home is not None and home.places else ""


def _last_passage(stage: Stage) -> str:
    services = stage.program.services
    chapters = stage.chapters()
    if services is None or not chapters:
        return ""
    return services.library.chapter(chapters[0]).passages[-1].id


def _find(stage: Stage, chapters: Sequence[str]) -> None:
    stage.go(Location("read", chapter=chapters[0]))
    stage.window.find_here()
    reader = stage.window.surfaces.reader
    if reader is not None:
        reader.find_bar.open_bar("Stalin")


def _notice(stage: Stage) -> None:
    stage.window.overlays.close_all()
    stage.program.notifier.report(
        HistoryDeskError("Your place and settings cannot be kept.", "The folder cannot be written.")
    )
