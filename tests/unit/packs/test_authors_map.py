"""The author's page on the map: its files make a pack, and its numbers are those of the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from historydesk.domain.reference import Reference
from historydesk.packs.compiler import build_pack, check_pack
from historydesk.store.content import ContentStore
from historydesk.ui.map.companion_map import TILE, parse_view

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGE = (DOCS / "authors-map.md").read_text(encoding="utf-8")
COLUMN = 430
"""Pixels of the map beside a chapter, in the page's table."""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """The pack that the page's blocks make."""
    folder = tmp_path / "letter"
    for path, text in re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store(letter: Path, tmp_path: Path) -> Iterator[ContentStore]:
    target = tmp_path / "letter.hdpack"
    build_pack(letter, target)
    with closing(ContentStore(target)) as opened:
        yield opened


def test_the_files_of_the_page_are_a_pack_without_a_problem(letter: Path) -> None:
    assert [str(problem) for problem in check_pack(letter).problems.in_order()] == []


def test_the_journey_has_its_ways_lengths_and_days(store: ContentStore) -> None:
    (journey,) = store.journeys("en")
    assert [[way.mode for way in leg.ways] for leg in journey.legs] == [["rail"], ["sea"]]
    assert 240 < journey.legs[0].km < 260
    assert 1000 < journey.legs[1].km < 1200
    assert [stop.days for stop in journey.stops] == [0, 3, None]
    assert journey.stops[1].about, "about three days"
    assert (journey.days_on_leg(0), journey.days_on_leg(1)) == (1, None)


def test_each_stop_leads_to_the_passage_that_names_its_step(store: ContentStore) -> None:
    (journey,) = store.journeys("en")
    views = {passage.id: passage.view for passage in store.chapter("en", "letter").passages}
    assert [stop.passage for stop in journey.stops] == [f"letter#{passage}" for passage in views]
    assert "journey:by-post step:2" in views["steamer"]
    assert "journey:by-post step:3" in views["read"]


def test_the_card_of_a_place_is_made_of_the_rest(store: ContentStore) -> None:
    card = store.card("en", Reference("place", "batumi"))
    assert [section.scheme for section in card.sections] == ["journey", "chapter"]


def test_the_table_of_zooms_is_right() -> None:
    rows = re.findall(r"^\| (\d+) \| ([\d,]+) km \|", PAGE, re.MULTILINE)
    assert len(rows) == 5
    for zoom, shown in rows:
        width = parse_view(f"zoom:{zoom}").tile_km * COLUMN / TILE
        assert int(shown.replace(",", "")) == pytest.approx(width, rel=0.03)


def test_every_link_of_the_page_leads_somewhere() -> None:
    for target in re.findall(
        r"\]\(([^)]+)\)", re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    ):
        file, _, heading = target.partition("#")
        if file.startswith(("place:", "journey:", "chapter:", "term:")):
            continue
        text = (DOCS / file).read_text(encoding="utf-8") if file else PAGE
        slugs = {
            re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
            for line in text.splitlines()
            if line.startswith("#")
        }
        assert not heading or heading in slugs


def test_the_guide_and_the_readme_lead_to_the_page() -> None:
    assert "(authors-map.md)" in (DOCS / "authors-guide.md").read_text(encoding="utf-8")
    assert "docs/authors-map.md" in (DOCS.parent / "README.md").read_text(encoding="utf-8")
