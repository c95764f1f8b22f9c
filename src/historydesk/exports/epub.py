"""The whole pack as an EPUB 3 book, with the same bytes for the same pack.

Written with zipfile and plain XHTML: a book is a handful of small files, and what makes one good – landmarks,
linked notes, accessibility metadata, reproducible bytes – no library does for us. See decision 0016.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from historydesk.exports.epub_pages import Book, Page
from historydesk.exports.epub_style import STYLE
from historydesk.exports.formats import Tell
from historydesk.exports.markup import clean
from historydesk.exports.qti_item import attribute
from historydesk.exports.whole_file import Archive
from historydesk.store.export_content import ExportStore

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_UNDATED = 315_532_800
"""1 January 1980: a pack has no date, and the hour of the export would make each book another one."""
_FEATURES = (
    "tableOfContents",
    "readingOrder",
    "structuralNavigation",
    "alternativeText",
    "displayTransformability",
)


def write_book(store: ExportStore, lang: str, path: Path, tell: Tell) -> None:
    """Title page, chapters, notes, glossary and all else that a passage leads to, sources, colophon."""
    book = Book(store, lang)
    pages = book.pages(tell)
    with Archive(path) as archive:
        archive.add("mimetype", "application/epub+zip", stored=True)
        archive.add("META-INF/container.xml", _CONTAINER)
        archive.add("book/package.opf", _package(book, pages))
        archive.add("book/nav.xhtml", _navigation(book, pages))
        archive.add("book/style.css", STYLE)
        for page in pages:
            archive.add(f"book/{page.file}", page.xhtml)
        for picture in book.pictures:
            archive.add(f"book/{picture.file}", picture.data)


def _package(book: Book, pages: list[Page]) -> str:
    info, home = book.info, book.home
    identifier = uuid5(NAMESPACE_URL, f"historydesk:{info.id}/{book.lang}/{info.hash}")
    modified = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or _UNDATED), UTC)
    modes = ("textual", "visual") if book.pictures else ("textual",)
    properties = [
        ("dcterms:modified", f"{modified:%Y-%m-%dT%H:%M:%SZ}"),
        *(("schema:accessMode", mode) for mode in modes),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in _FEATURES),
        ("schema:accessibilityHazard", "none"),
        (
            "schema:accessibilitySummary",
            "All of the book is text in reading order; every picture has a description. Chapters, notes, "
            "glossary and sources are linked both by the contents and from the passages that name them.",
        ),
    ]
    meta = "\n".join(f'<meta property="{name}">{_text(value)}</meta>' for name, value in properties)
    manifest = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(f'<item id="{page.id}" href="{page.file}" media-type="application/xhtml+xml"/>' for page in pages),
        *(
            f'<item id="{each.id}" href="{each.file}" media-type="{attribute(each.media_type)}"/>'
            for each in book.pictures
        ),
    ]
    spine = "\n".join(f'<itemref idref="{page.id}"/>' for page in pages)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{attribute(book.lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
<dc:title>{_text(home.title)}</dc:title>
<dc:language>{_text(book.lang)}</dc:language>
<dc:description>{_text(home.lead)}</dc:description>
<dc:rights>{_text(info.license)}</dc:rights>
{meta}
</metadata>
<manifest>
{chr(10).join(manifest)}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def _navigation(book: Book, pages: list[Page]) -> str:
    lines: list[str] = []
    part = ""
    for page in pages:
        if page.part != part:
            lines.append("</ol></li>" if part else "")
            lines.append(f"<li><span>{_text(page.part)}</span><ol>" if page.part else "")
            part = page.part
        lines.append(f'<li><a href="{page.file}">{_text(page.title)}</a></li>')
    lines.append("</ol></li>" if part else "")
    contents = "\n".join(line for line in lines if line)
    landmarks = "\n".join(
        f'<li><a epub:type="{page.landmark}" href="{page.file}">{_text(page.title)}</a></li>'
        for page in pages
        if page.landmark
    )
    return book.xhtml(
        "Contents",
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="contents"><h1 id="contents">Contents</h1>\n'
        f"<ol>\n{contents}\n</ol></nav>\n"
        f'<nav epub:type="landmarks" aria-labelledby="landmarks" hidden="hidden">'
        f'<h2 id="landmarks">Parts of the book</h2>\n<ol>\n{landmarks}\n</ol></nav>',
    )


def _text(text: str) -> str:
    return escape(clean(text), quote=False)
