"""A chapter made by hand for the tests of the reader."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from historydesk.domain.chapter import Chapter, Passage
from historydesk.domain.pack import ChapterSummary
from historydesk.ui.reader.chapter_view import ChapterView

CITE = '<a class="cite" href="source:kotkin2014"><sup>1</sup></a>'
BLOCKS = [
    (
        "opening",
        "paragraph",
        '<p>In September 1894 he left <a href="place:gori">Gori</a> for the <a href="term:seminary">semi<em>nary</em>'
        f'</a> in <a href="place:tbilisi">Tiflis</a>. Georgian could be punished.{CITE}</p>',
    ),
    ("verses", "paragraph", '<p>He wrote verses. <a href="claim:cl-04">How do we know?</a></p>'),
    ("forbidden", "heading", "<h2>What the school forbade</h2>"),
    (
        "pulled",
        "pull",
        '<blockquote><p>False names, between <a href="place:tbilisi">Tiflis</a> and Baku.</p></blockquote>',
    ),
    (
        "read",
        "list",
        '<ul><li>Hugo, in secret</li><li>Darwin, by the <a href="source:memoirs">memoirs</a></li></ul>',
    ),
    (
        "calendar",
        "aside",
        '<div class="aside"><h3 class="box-title">Old Style</h3><p>Twelve days.</p><p>Both.</p></div>',
    ),
    (
        "marks",
        "table",
        "<table><tr><th>Year</th><th>Mark</th></tr><tr><td>1894</td><td>4.6</td></tr></table>",
    ),
    ("railway", "figure", '<p><img src="figure:figures/railway.png" alt="A map">The railway, 76 km</p>'),
    ("observatory", "heading", "<h2>The observatory</h2>"),
]
LONG = (
    '<p>In December 1899 he found work at the Physical Observatory in <a href="place:tbilisi">Tiflis</a>, the only '
    "legal job he is known to have held, and took down temperatures at set hours; the police searched his room, and "
    'he went <a href="term:underground">underground</a> for good in the winter of that year.</p>'
)


def make_summary(number: int, part: str = "Origins", title: str = "") -> ChapterSummary:
    return ChapterSummary(
        f"ch-{number}",
        number,
        title or f"Chapter {number}",
        "A subtitle",
        part.lower(),
        part,
        900,
        6,
        "1894–1899",
        0,
        0,
    )


def make_chapter(number: int = 2, long_paragraphs: int = 12) -> Chapter:
    blocks = BLOCKS + [(f"long-{n}", "paragraph", LONG) for n in range(long_paragraphs)]
    passages = tuple(
        Passage(name, place, kind, html, re.sub("<[^>]+>", "", html))  # type: ignore[arg-type]
        for place, (name, kind, html) in enumerate(blocks)
    )
    before = f"ch-{number - 1}" if number > 1 else ""
    return Chapter(make_summary(number), passages, before, f"ch-{number + 1}", "Before it", "After it")


def railway(path: str) -> bytes:
    if path != "figures/railway.png":
        raise KeyError(path)
    image = QImage(1400, 700, QImage.Format.Format_RGB32)
    image.fill(QColor("#DCE5E6"))
    data = QByteArray()
    device = QBuffer(data)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(device, "PNG")
    return bytes(data.data())


def settle(qtbot, view: ChapterView) -> None:
    qtbot.waitUntil(lambda: not view._settling.isActive())


def span_of(view: ChapterView, reference: str, nth: int = 0):
    assert view.page is not None
    return [span for span in view.page.references() if str(span.reference) == reference][nth]


def centre_of(view: ChapterView, span):
    """The middle of a reference in viewport coordinates."""
    return view.viewport().mapFromGlobal(view.references.rect_of(span).center())
