"""The quiz as a QTI 2.1 content package: a manifest, a test, and an item a question.

2.1 is the version that most of today's learning platforms read; see decision 0016.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from historydesk.domain.pack import ChapterSummary
from historydesk.domain.quiz import Question
from historydesk.errors import HistoryDeskError
from historydesk.exports.qti_item import QTI, attribute, item
from historydesk.exports.whole_file import Archive
from historydesk.store.export_content import ExportStore

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]")

Part = tuple[ChapterSummary, list[tuple[str, Question]]]


def write_package(store: ExportStore, lang: str, path: Path) -> None:
    """Every question of the pack, a section a chapter."""
    info = store.info()
    parts = [part for part in _parts(store, lang) if part[1]]
    if not parts:
        raise HistoryDeskError("This pack has no questions.", "Choose another export.")
    with Archive(path) as archive:
        archive.add("imsmanifest.xml", _manifest(name_of(info.id), parts))
        archive.add("test.xml", _test(name_of(info.id), store.home(lang).title, parts))
        for chapter, questions in parts:
            for number, (name, question) in enumerate(questions, start=1):
                title = str(question.data.get("title") or f"{chapter.title} {number}")
                archive.add(f"items/{name}.xml", item(name, title, lang, question))


def name_of(text: str) -> str:
    """An identifier as XML and file systems allow it."""
    return "q-" + _NOT_IN_NAMES.sub("-", text)


def _parts(store: ExportStore, lang: str) -> Iterable[Part]:
    for chapter in store.contents(lang, 1, 1_000_000):
        questions = store.questions(lang, chapter.id)
        yield (
            chapter,
            [
                (f"{name_of(chapter.id)}-{number}", question)
                for number, question in enumerate(questions, start=1)
            ],
        )


def _manifest(name: str, parts: list[Part]) -> str:
    names = [each for _, questions in parts for each, _ in questions]
    needed = "".join(f'<dependency identifierref="{each}"/>\n' for each in names)
    items = "".join(
        f'<resource identifier="{each}" type="imsqti_item_xmlv2p1" href="items/{each}.xml">'
        f'<file href="items/{each}.xml"/></resource>\n'
        for each in names
    )
    return (
        f'{_HEAD}<manifest xmlns="{_PACKAGE}" identifier="{name}-package">\n'
        "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n"
        f'<organizations/>\n<resources>\n<resource identifier="{name}-test" type="imsqti_test_xmlv2p1" '
        f'href="test.xml"><file href="test.xml"/>\n{needed}</resource>\n{items}</resources>\n</manifest>\n'
    )


def _test(name: str, title: str, parts: list[Part]) -> str:
    sections = "".join(
        f'<assessmentSection identifier="{name_of(chapter.id)}" '
        f'title="{attribute(f"{chapter.number} {chapter.title}")}" visible="true">\n'
        + "".join(
            f'<assessmentItemRef identifier="{each}" href="items/{each}.xml"/>\n' for each, _ in questions
        )
        + "</assessmentSection>\n"
        for chapter, questions in parts
    )
    return (
        f'{_HEAD}<assessmentTest xmlns="{QTI}" identifier="{name}-test" title="{attribute(title)}">\n'
        '<testPart identifier="quiz" navigationMode="nonlinear" submissionMode="individual">\n'
        '<itemSessionControl maxAttempts="0" showFeedback="true"/>\n'
        f"{sections}</testPart>\n</assessmentTest>\n"
    )
