"""Every way that the shipped pack shows leads somewhere that has something to read."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from historydesk.app import Program
from historydesk.domain.chapter import BRIEF_ID, Chapter
from historydesk.domain.entities import Card
from historydesk.domain.location import Location
from historydesk.domain.reference import Reference
from historydesk.errors import UnknownItemError
from historydesk.store.content import ContentStore
from historydesk.ui.map.place_card import PlaceCard

LANG = "en"
KINDS = ("term", "person", "place", "journey", "event", "claim", "source")
_HREF = re.compile(r'href="([^"]*)"')
_SRC = re.compile(r'<img [^>]*src="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def store(shipped_pack: Path) -> Iterator[ContentStore]:
    content = ContentStore(shipped_pack)
    yield content
    content.close()


@pytest.fixture(scope="module")
def chapters(store: ContentStore) -> list[Chapter]:
    return [store.chapter(LANG, each.id) for each in store.contents(LANG, 1, 10_000)]


def _links(html: str) -> list[Reference]:
    found = []
    for href in _HREF.findall(html):
        reference = Reference.parse(href)
        assert reference is not None, f"“{href}” is no reference"
        found.append(reference)
    return found


def _has_something(card: Card) -> bool:
    words = _TAG.sub("", card.html).strip()
    return bool(card.title.strip() and (words or card.facts or card.links or card.sources))


def _location_fault(store: ContentStore, location: Location) -> str:
    """Why an address leads nowhere; empty when it leads somewhere."""
    if location.screen == "read":
        chapter = store.chapter(LANG, location.chapter)
        known = {each.id for each in chapter.passages} | ({BRIEF_ID} if chapter.brief else set())
        if location.passage and location.passage not in known:
            return f"{location.chapter} has no passage {location.passage}"
        return ""
    if location.item:
        reference = Reference.parse(location.item)
        return (
            "" if reference and _has_something(store.card(LANG, reference)) else f"{location.item} is empty"
        )
    return "" if location.screen in ("home", "map", "index") else f"no screen {location.screen}"


def _ways_on(card: Card) -> list[Reference]:
    listed = (entry.link for section in card.sections for entry in section.entries)
    named = (each.reference for each in (*card.links, *card.sources, *listed))
    return [*_links(card.html), *_links(card.details), *named]


def test_every_chapter_has_text_and_its_neighbours(store: ContentStore, chapters: list[Chapter]) -> None:
    ids = [each.summary.id for each in chapters]
    assert len(ids) == store.info().counts["chapters"] > 0
    for before, chapter, after in zip(["", *ids], chapters, [*ids[1:], ""], strict=False):
        assert (chapter.previous, chapter.next) == (before, after)
        assert all(
            each.text.strip() or _SRC.search(each.html) for each in chapter.passages if each.kind != "rule"
        )


def test_every_reference_of_every_passage_and_all_they_lead_to(
    store: ContentStore, chapters: list[Chapter]
) -> None:
    start = {ref for chapter in chapters for each in chapter.passages for ref in _links(each.html)}
    for chapter in chapters:
        for each in chapter.passages:
            start |= {Reference("place", place) for place in each.places}
            start |= {Reference("event", event) for event in each.events}
    start |= {entry.reference for kind in KINDS for entry in store.index(LANG, kind)}
    start |= {Reference("journey", each.id) for each in store.journeys(LANG)}
    waiting, seen, faults = deque(start), set(start), []
    while waiting:
        reference = waiting.popleft()
        try:
            card = store.card(LANG, reference)
        except UnknownItemError:
            faults.append(f"{reference} is not there")
            continue
        if not _has_something(card):
            faults.append(f"{reference} has nothing to read")
        fresh = [each for each in dict.fromkeys(_ways_on(card)) if each not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    assert not faults
    counts = store.info().counts
    plurals = ("terms", "people", "places", "journeys", "events", "claims", "sources")
    assert len(seen) > sum(counts[plural] for plural in plurals)


def test_every_index_entry_has_a_title_and_its_card(store: ContentStore) -> None:
    for kind in KINDS:
        entries = store.index(LANG, kind)
        assert entries
        for entry in entries:
            assert entry.title.strip() and entry.sort_key.strip(), entry
            assert store.card(LANG, entry.reference).title.strip(), entry


def test_every_use_leads_to_a_passage_that_names_the_item(
    store: ContentStore, chapters: list[Chapter]
) -> None:
    passages = {(c.summary.id, each.id): each for c in chapters for each in c.passages}
    for kind in KINDS:
        for entry in store.index(LANG, kind):
            for use in store.uses(LANG, entry.reference):
                passage = passages[use.chapter_id, use.passage_id]
                notes = re.findall(r'href="(note:[^"]+)"', passage.html)
                told = [store.card(LANG, Reference.parse(note) or entry.reference).html for note in notes]
                said = f'href="{entry.reference}"'
                assert any(said in html for html in (passage.html, *told)), (entry.reference, use)
                assert use.excerpt.strip() and use.chapter_title


def test_every_figure_is_there(store: ContentStore, chapters: list[Chapter]) -> None:
    for chapter in chapters:
        for passage in chapter.passages:
            for source in _SRC.findall(passage.html):
                media_type, data = store.figure(source.removeprefix("figure:"))
                assert media_type.startswith("image/") and data


def test_every_search_hit_lands(store: ContentStore) -> None:
    words = {"the", "stalin", "тифлис", "koba", "1917", "lenin"}
    words |= {entry.title.split()[0] for kind in KINDS for entry in store.index(LANG, kind)}
    landed = 0
    for word in sorted(words):
        for hit in store.search(LANG, word).hits:
            assert hit.title.strip(), (word, hit)
            fault = _location_fault(store, hit.location)
            assert not fault, (word, fault)
            landed += 1
    assert landed > len(words) / 2


def test_every_term_person_and_place_is_found_by_its_own_title(store: ContentStore) -> None:
    lost = []
    for kind in ("term", "person", "place"):
        for entry in store.index(LANG, kind):
            hits = store.search(LANG, entry.title, per_group=12).hits
            if all(hit.location.item != str(entry.reference) for hit in hits):
                lost.append(str(entry.reference))
    assert not lost


def test_home_strip_and_map_lead_on(store: ContentStore, chapters: list[Chapter]) -> None:
    home = store.home(LANG)
    assert home.first_chapter == chapters[0].summary.id
    assert home.places
    for event in store.events(LANG):
        assert _has_something(store.card(LANG, Reference("event", event.id)))
    for place in store.places(LANG):
        assert _has_something(store.card(LANG, Reference("place", place.id)))


def test_every_reference_opens_in_the_window(
    qtbot: QtBot, fonts: None, shipped_pack: Path, tmp_path: Path, chapters: list[Chapter]
) -> None:
    program = Program(shipped_pack, folder=tmp_path / "data")
    ready: list[bool] = []
    program.ready.connect(lambda: ready.append(True))
    shown = program.open(show=False)
    shown.setWindowState(Qt.WindowState.WindowNoState)
    shown.resize(1366, 768)
    shown.show()
    try:
        qtbot.waitUntil(lambda: bool(ready), timeout=20_000)
        window, services = program.window, program.services
        assert window is not None and services is not None
        opened = 0
        for chapter in chapters:
            here = Location("read", chapter=chapter.summary.id)
            references = {ref for each in chapter.passages for ref in _links(each.html)}
            for reference in sorted(references, key=str):
                window.go(here)
                window.activate(reference, QRect(400, 300, 60, 20))
                QApplication.processEvents()
                if reference.scheme == "chapter":
                    location = services.reading.location
                    assert location is not None
                    assert location.chapter == reference.target.partition("#")[0]
                elif reference.scheme == "place":
                    companion = window.surfaces.companion
                    assert companion is not None and companion.isVisible()
                    card = companion.findChild(PlaceCard)
                    assert card is not None and card.isVisible(), reference
                    assert services.library.card(reference).title in card.accessibleDescription()
                else:
                    popup = window.overlays.cards.popup
                    assert popup.isVisible(), reference
                    assert services.library.card(reference).title in popup.accessibleName(), reference
                assert not window.notice.text(), (reference, window.notice.text())
                opened += 1
        assert opened > 50
    finally:
        program.close()
