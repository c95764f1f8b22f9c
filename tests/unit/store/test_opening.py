"""The opening store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.sample_pack import build_sample_pack

from historydesk.errors import NotAPackError, PackDamagedError, UnknownItemError
from historydesk.store.content import ContentStore
from historydesk.store.opening import OpeningStore


@pytest.fixture
def store(sample_pack: Path):
    with OpeningStore(sample_pack) as opened:
        yield opened


def test_home_has_title_places_and_the_first_chapter(store: OpeningStore) -> None:
    home = store.home("en")
    assert (home.title, home.chapters, home.minutes, home.first_chapter) == (
        "A Sample of History",
        3,
        6,
        "gori",
    )
    assert [(place.name, place.year) for place in home.places] == [
        ("Gori", "1878"),
        ("Moscow", "1922"),
        ("Coyoacán", "1940"),
    ]


def test_contents_come_in_windows(store: OpeningStore) -> None:
    assert [line.id for line in store.contents("en", 2, 5)] == ["seminary", "underground"]
    assert [line.part for line in store.contents("en", 1, 3)] == ["Origins", "Origins", "Rise to power"]
    assert store.contents("en", 4, 5) == ()


def test_a_chapter_knows_its_neighbours(store: OpeningStore) -> None:
    chapter = store.chapter("en", "seminary")
    assert (chapter.previous, chapter.next) == ("gori", "underground")
    assert (chapter.previous_title, chapter.next_title) == ("A Boy from Gori", "Underground")
    assert store.chapter("en", "gori").previous == ""
    assert store.chapter("en", "underground").next == ""


def test_a_chapter_knows_whether_it_is_translated(store: OpeningStore) -> None:
    assert [store.chapter(lang, "gori").is_untranslated for lang in ("en", "ka")] == [False, True]


def test_passages_come_in_order_with_places_and_events(store: OpeningStore) -> None:
    passages = store.chapter("en", "gori").passages
    assert [passage.ordinal for passage in passages] == [1, 2, 3, 4, 5, 6]
    assert passages[1].places == ("gori",)
    assert passages[2].events == ("e001",)
    assert passages[1].view == "place:gori zoom:6"


def test_chapter_places_come_once_in_reading_order(store: OpeningStore) -> None:
    assert [place.id for place in store.chapter_places("en", "underground")] == ["tbilisi", "moscow-kremlin"]


def test_a_place_keeps_its_names_by_year(store: OpeningStore) -> None:
    tiflis = store.chapter_places("en", "seminary")[0]
    assert (tiflis.name_in(1900), tiflis.name_in(1940)) == ("Tiflis", "Tbilisi")


def test_strip_events_are_the_first_in_time(store: OpeningStore) -> None:
    assert [event.id for event in store.strip_events("en", limit=2)] == ["e001", "e002"]


@pytest.mark.parametrize(
    ("wanted", "title"), [("ka", "გორელი ბიჭი"), ("ka-GE", "გორელი ბიჭი"), ("fr", "A Boy from Gori")]
)
def test_a_language_falls_back_to_its_base_or_the_packs_own(
    store: OpeningStore, wanted: str, title: str
) -> None:
    assert store.chapter(wanted, "gori").summary.title == title


def test_an_unknown_chapter_is_said_to_be_unknown(store: OpeningStore) -> None:
    with pytest.raises(UnknownItemError, match="no chapter “nowhere”"):
        store.chapter("en", "nowhere")


@pytest.mark.parametrize("lang", ["en", "ka"])
def test_both_stores_answer_alike(sample_pack: Path, lang: str) -> None:
    with OpeningStore(sample_pack) as opening, ContentStore(sample_pack) as content:
        assert opening.info() == content.info()
        assert opening.home(lang) == content.home(lang)
        assert opening.contents(lang, 1, 10) == content.contents(lang, 1, 10)
        assert opening.strip_events(lang) == content.strip_events(lang)
        for line in opening.contents(lang, 1, 10):
            assert opening.chapter(lang, line.id) == content.chapter(lang, line.id)
            assert opening.chapter_places(lang, line.id) == content.chapter_places(lang, line.id)


def test_info_has_the_counts_of_the_manifest(store: OpeningStore) -> None:
    info = store.info()
    assert (info.id, info.version, info.license) == ("sample", "1.0.0", "CC-BY-4.0")
    assert info.counts["chapters"] == 3
    assert [language.tag for language in info.languages] == ["en", "ka"]


def test_opening_imports_nothing_heavy() -> None:
    script = (
        "import sys; import historydesk.store.opening, historydesk.store.records_opening; "
        "print([m for m in ('sqlalchemy', 'alembic', 'hashlib', 'logging', 'PySide6') if m in sys.modules])"
    )
    source = Path(__file__).parents[3] / "src"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(source)},
    )
    assert done.stdout.strip() == "[]"


def test_the_first_screen_asks_the_same_of_a_long_pack(tmp_path: Path) -> None:
    with OpeningStore(build_sample_pack(tmp_path / "long.hdpack", chapters=300)) as store:
        assert store.home("en").chapters == 300
        assert len(store.contents("en", 250, 200)) == 51
        assert store.chapter("en", "extra-150").next == "extra-151"


def test_a_file_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.hdpack"
    path.write_text("nothing")
    with pytest.raises(NotAPackError):
        OpeningStore(path)


def test_a_broken_page_is_reported_as_damage(tmp_path: Path, sample_pack: Path) -> None:
    content = bytearray(sample_pack.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    path = tmp_path / "a.hdpack"
    path.write_bytes(content)
    with pytest.raises(PackDamagedError):
        OpeningStore(path)
