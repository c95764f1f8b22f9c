"""A chapter as a text document: laid out once, with the way from positions to passages and references."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPaintDevice,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextListFormat,
    QTextOption,
    QTextTable,
)

from historydesk.domain.chapter import Chapter, Passage
from historydesk.domain.reference import Reference
from historydesk.domain.values import dataclass
from historydesk.errors import HistoryDeskError
from historydesk.ui.reader.chapter_brief import closed_room
from historydesk.ui.reader.reading_sheet import ASIDE_PAD, STYLED, body_font, measure_px, sheet
from historydesk.ui.theme import Appearance

FigureLoader = Callable[[str], bytes]
"""Path of a figure inside the pack → the file's bytes; raises ``KeyError`` or ``OSError`` when there is
none."""

TOP = 30
"""Space above the chapter at 100 %."""

SIDE = 24
"""Least space beside the column of text."""

FIRST_TAG = re.compile(r"<(p|h2|h3|li|td|th)(?=[\s>])")
CITATION = '<a class="cite"'
NEXT_CITATION = f"</a> {CITATION}"
WORD_JOINER = "\u2060"
"""Keeps a raised number on the line of its word."""
JOINED = f"</a>{WORD_JOINER}<sup>,\u202f</sup>{CITATION}"
BOX_TITLE = re.compile(r'<h3 class="box-title">(.*?)</h3>', re.DOTALL)
BOXES = frozenset({"pull", "quote", "aside", "caution", "figure"})
MAX_FIGURE_BYTES = 32 * 1024 * 1024
MAX_FIGURE_SIDE = 12_000


_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


@dataclass(frozen=True, slots=True)
class ReferenceSpan:
    """Words that refer to something: characters ``start`` to ``end`` of the document."""

    reference: Reference
    start: int
    end: int
    text: str

    @property
    def is_mark(self) -> bool:
        """Whether it is a raised number or letter, not words."""
        return self.reference.scheme in ("source", "note") and len(self.text) <= 3


class PageText(QTextDocument):
    """A text document that can load figures of the pack and nothing else. Owned by its
    ``ChapterDocument``."""

    def __init__(self, figures: FigureImages) -> None:
        super().__init__()
        self._figures = figures

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only ``figure:`` images; every other address stays empty."""
        address = QUrl(name)
        if address.scheme() == "figure":
            return self._figures.image(address.path())
        return None


class FigureImages:
    """Figures of the pack scaled to the column. Owned by the chapter view, shared by its documents."""

    def __init__(self, load: FigureLoader | None = None) -> None:
        self.load = load
        self.width = 560
        self.height = 600
        self.scale = 1.0
        self.missing: set[str] = set()
        """Paths asked for in vain so far."""

    def image(self, path: str) -> QImage:
        """The figure at ``path``, no wider than the column; null when it is missing or not a sane picture."""
        image = self._read(path)
        (self.missing.add if image.isNull() else self.missing.discard)(path)
        return image

    def _read(self, path: str) -> QImage:
        if self.load is None:
            return QImage()
        try:
            data = self.load(path)
        except (HistoryDeskError, KeyError, OSError, ValueError):
            return QImage()
        if not data or len(data) > MAX_FIGURE_BYTES:
            return QImage()
        device = QBuffer()
        device.setData(QByteArray(data))
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        from PySide6.QtGui import QImageReader

        reader = QImageReader(device)
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid() or max(size.width(), size.height()) > MAX_FIGURE_SIDE:
            return QImage()
        room = QSize(round(self.width * self.scale), round(self.height * self.scale))
        vector = bytes(reader.format().data()).startswith(b"svg")
        if vector or size.width() > room.width() or size.height() > room.height():
            reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        image.setDevicePixelRatio(self.scale)
        return image


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands in a view: the view's width, the text's left edge and width, space below the
    text."""

    view: int
    left: int
    width: int
    below: int

    @classmethod
    def within(cls, view: int, appearance: Appearance, below: int, scroll_bar: int = 0) -> Column:
        """The measured column, centred between the rooms beside it; never narrower than the view allows."""
        width = max(120, min(measure_px(appearance), view - 2 * SIDE))
        left = max(0, min((view + scroll_bar - width) // 2, view - width - SIDE // 2))
        return cls(view, left, width, below)


class ChapterDocument:
    """One chapter made ready to be shown. Owned by the chapter view (the one shown, and prepared neighbours).

    The text is set once; passages are found through the state of its blocks, references block by block when
    somebody asks.
    """

    def __init__(
        self,
        chapter: Chapter,
        appearance: Appearance,
        figures: FigureImages,
        column: Column,
        device: QPaintDevice,
    ) -> None:
        self.chapter = chapter
        self.appearance = appearance
        self.figures = figures
        self.column: Column | None = None
        self._brief_room = 0
        self.bullets: list[int] = []
        """Numbers of the blocks that begin with a bullet."""
        self._spans: dict[int, list[ReferenceSpan]] = {}
        self._all: list[ReferenceSpan] | None = None
        dpi = device.logicalDpiY()
        text = self.text = PageText(figures)
        text.setUndoRedoEnabled(False)
        text.setDocumentMargin(0)
        text.setDefaultFont(body_font(appearance, dpi))
        # The option a text view sets: another one would make it lay out the text again when it is shown.
        option = text.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text.setDefaultTextOption(option)
        kinds = frozenset(passage.kind for passage in chapter.passages)
        text.setDefaultStyleSheet(sheet(appearance, dpi, kinds & STYLED))
        text.setHtml(page_html(chapter))
        self._starts: list[int] = []
        self._ordinals: list[int] = []
        self._number_passages()
        self._finish_formats()
        if chapter.brief:
            self.set_brief_room(closed_room(appearance))
        self.set_column(column)
        # Only now a layout is made: earlier, each change above would have laid the text out once more.
        text.documentLayout().setPaintDevice(device)

    def set_column(self, column: Column) -> None:
        """Lay the text into this column; nothing happens when it is the same."""
        if column == self.column:
            return
        narrower = self.column is not None and column.width != self.column.width
        self.column = column
        self.figures.width = column.width
        # The width first and the rest at one blow: each change lays the text out, and the old width costs most.
        self.text.setTextWidth(column.view)
        changes = QTextCursor(self.text)
        changes.beginEditBlock()
        if narrower:
            self.reload_figures()
        root = self.text.rootFrame()
        form = root.frameFormat()
        form.setLeftMargin(column.left)
        form.setRightMargin(column.view - column.left - column.width)
        form.setTopMargin(round(self.appearance.px(TOP)))
        form.setBottomMargin(column.below)
        root.setFrameFormat(form)
        changes.endEditBlock()

    def set_brief_room(self, room: int) -> None:
        """Keep so much height free between the title and the text; nothing happens when it is so already."""
        if room == self._brief_room:
            return
        self._brief_room = room
        _stretch(QTextCursor(self.text), self._head().position(), bottom=room)

    @property
    def brief_span(self) -> tuple[int, int] | None:
        """Top and bottom of the room kept free below the title, in document coordinates."""
        if not self._brief_room:
            return None
        head = self._head()
        rect = self.text.documentLayout().blockBoundingRect(head)
        last = head.layout().lineAt(max(0, head.layout().lineCount() - 1))
        top = rect.top() + last.y() + last.height() if last.isValid() else rect.bottom()
        return round(top), round(rect.bottom()) + self._brief_room

    def _head(self) -> QTextBlock:
        """The last block of the title."""
        first = self.text.findBlock(self._starts[0]) if self._starts else QTextBlock()
        return first.previous() if first.isValid() else self.text.lastBlock()

    def lay_out(self) -> None:
        """Finish the layout now (a prepared neighbour does it while nobody waits)."""
        self.text.pageCount()

    def reload_figures(self) -> None:
        """Load the pictures again: the column has another width, or the pack was not yet wholly open."""
        for passage in self.chapter.passages:
            if passage.kind == "figure":
                for path in re.findall(r'src="figure:([^"]+)"', passage.html):
                    kind = QTextDocument.ResourceType.ImageResource.value
                    self.text.addResource(kind, QUrl(f"figure:{path}"), self.figures.image(path))
                limits = self.range_of(passage.id)
                if limits is not None:
                    self.text.markContentsDirty(limits[0], limits[1] - limits[0])

    def description_of(self, passage_id: str) -> str:
        """What the pictures of a passage show, in words; a text document has no place for it."""
        from html import unescape

        for passage in self.chapter.passages:
            if passage.id == passage_id and passage.kind == "figure":
                return " ".join(unescape(words) for words in re.findall(r'alt="([^"]*)"', passage.html))
        return ""

    def discard(self) -> None:
        """Free the document once it is shown no more; PySide's ``setDocument`` would keep it alive for
        ever."""
        self.text.deleteLater()

    # -- passages -------------------------------------------------------------------------------

    def passage_at(self, position: int) -> Passage | None:
        """The passage at a character; ``None`` in the chapter's title."""
        index = bisect_right(self._starts, position) - 1
        return self.chapter.passages[self._ordinals[index]] if index >= 0 else None

    def range_of(self, passage_id: str) -> tuple[int, int] | None:
        """First and last character of a passage; ``None`` when the chapter has no such passage."""
        for index, ordinal in enumerate(self._ordinals):
            if self.chapter.passages[ordinal].id == passage_id:
                return self._range(index)
        return None

    def boxes(self) -> list[tuple[Passage, int, int]]:
        """Passages drawn with a ground or a rule: the passage, its first and last character."""
        return [
            (self.chapter.passages[ordinal], *self._range(index))
            for index, ordinal in enumerate(self._ordinals)
            if self.chapter.passages[ordinal].kind in BOXES
        ]

    def section_at(self, passage_id: str) -> str:
        """The heading above a passage, empty before the first."""
        heading = ""
        for passage in self.chapter.passages:
            if passage.kind == "heading":
                heading = passage.text
            if passage.id == passage_id:
                return heading
        return ""

    # -- references -----------------------------------------------------------------------------

    def references(self) -> list[ReferenceSpan]:
        """All references in reading order."""
        if self._all is None:
            self._all = []
            block = self.text.firstBlock()
            while block.isValid():
                self._all += self.references_in(block)
                block = block.next()
        return self._all

    def references_in(self, block: QTextBlock) -> list[ReferenceSpan]:
        """The references of one block; neighbouring pieces of one link are one reference."""
        number = block.blockNumber()
        known = self._spans.get(number)
        if known is not None:
            return known
        found: list[list[Any]] = []
        walk = block.begin()
        while not walk.atEnd():
            fragment = walk.fragment()
            form = fragment.charFormat()
            if form.isAnchor():
                href = form.anchorHref()
                start, length = fragment.position(), fragment.length()
                if found and found[-1][0] == href and found[-1][2] == start:
                    found[-1][2] = start + length
                    found[-1][3] += fragment.text()
                else:
                    found.append([href, start, start + length, fragment.text()])
            walk += 1
        spans = []
        for href, start, end, words in found:
            reference = Reference.parse(href)
            if reference is not None:
                spans.append(ReferenceSpan(reference, start, end, words))
        self._spans[number] = spans
        return spans

    def references_of(self, passage_id: str) -> list[ReferenceSpan]:
        """The references of one passage in reading order."""
        limits = self.range_of(passage_id)
        if limits is None:
            return []
        spans: list[ReferenceSpan] = []
        block = self.text.findBlock(limits[0])
        while block.isValid() and block.position() < limits[1]:
            spans += self.references_in(block)
            block = block.next()
        return spans

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Where characters stand: one rectangle per line, in document coordinates, as high as their
        letters."""
        result = []
        block = self.text.findBlock(start)
        while block.isValid() and block.position() < end:
            layout = block.layout()
            offset = self.block_offset(block)
            first = max(0, start - block.position())
            last = min(block.length() - 1, end - block.position())
            text = block.text()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                begin = line.textStart()
                a, b = max(first, begin), min(last, begin + line.textLength())
                while b > a and text[b - 1] == " ":
                    b -= 1  # a space at the end of a line has no ground and no line below it
                if a < b:
                    left = line.cursorToX(a)[0]  # type: ignore[index]
                    right = line.cursorToX(b)[0]  # type: ignore[index]
                    x0, x1 = min(left, right), max(left, right)
                    result.append(QRectF(offset.x() + x0, offset.y() + line.y(), x1 - x0, line.height()))
            block = block.next()
        return result

    def block_offset(self, block: QTextBlock) -> QPointF:
        """What to add to a block's line coordinates to get document coordinates."""
        return self.text.documentLayout().blockBoundingRect(block).topLeft()

    # -- making ---------------------------------------------------------------------------------

    def _number_passages(self) -> None:
        block = self.text.firstBlock()
        while block.isValid():
            state = block.userState()
            if state >= 0:
                self._starts.append(block.position())
                self._ordinals.append(state)
            block = block.next()

    def _range(self, index: int) -> tuple[int, int]:
        start = self._starts[index]
        if index + 1 < len(self._starts):
            return start, self._starts[index + 1] - 1
        return start, self.text.characterCount() - 1

    def _finish_formats(self) -> None:
        """What a style sheet can't say: room in boxes, full-width tables, lining figures in them."""
        pad = round(self.appearance.px(ASIDE_PAD))
        cursor = QTextCursor(self.text)
        cursor.beginEditBlock()
        for passage, start, end in self.boxes():
            if passage.kind == "figure":
                self._close_up_caption(cursor, start, end)
                continue
            roomy = passage.kind in ("aside", "caution")
            _stretch(cursor, start, top=pad + (pad if roomy else pad // 4))
            _stretch(cursor, end, bottom=pad + (pad if roomy else pad // 4))
        for passage in self.chapter.passages:
            if passage.kind in ("list", "aside", "caution") and "<ul" in passage.html:
                self._take_bullets(passage.id)
        for frame in self.text.rootFrame().childFrames():
            self._finish_table(frame, cursor)
        cursor.endEditBlock()

    def _close_up_caption(self, cursor: QTextCursor, start: int, end: int) -> None:
        if self.text.findBlock(start) != self.text.findBlock(end):
            _stretch(cursor, start, bottom=round(self.appearance.px(6)))
            form = QTextBlockFormat()
            form.setTopMargin(0)
            cursor.setPosition(end)
            cursor.mergeBlockFormat(form)

    def _take_bullets(self, passage_id: str) -> None:
        """Qt's bullets are as large as letters; the view draws small ones."""
        limits = self.range_of(passage_id)
        block = self.text.findBlock(limits[0]) if limits else QTextBlock()
        while block.isValid() and limits is not None and block.position() <= limits[1]:
            rows = block.textList()
            if rows is not None and rows.format().style() in _BULLETS:
                form = rows.format()
                form.setStyle(QTextListFormat.Style.ListStyleUndefined)
                rows.setFormat(form)
            if rows is not None and rows.format().style() == QTextListFormat.Style.ListStyleUndefined:
                self.bullets.append(block.blockNumber())
            block = block.next()

    def _finish_table(self, frame: QTextFrame, cursor: QTextCursor) -> None:
        if not isinstance(frame, QTextTable):
            return
        lining = QTextCharFormat()
        lining.setFontFeatures({QFont.Tag("lnum"): 1, QFont.Tag("tnum"): 1})
        cursor.setPosition(frame.firstPosition())
        cursor.setPosition(frame.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(lining)
        after = self.text.findBlock(frame.lastPosition() + 1)
        if after.isValid() and after.length() <= 1:
            cursor.setPosition(after.position())
            flat = QTextBlockFormat()
            flat.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.mergeBlockFormat(flat)


def page_html(chapter: Chapter) -> str:
    """The whole chapter as one piece of HTML; the state of a passage's first block is its index."""
    summary = chapter.summary
    kicker = QCoreApplication.translate("ChapterDocument", "CHAPTER {number}").format(number=summary.number)
    if summary.span:
        kicker += f" · {summary.span}"
    parts = [f'<p class="kicker">{_escaped(kicker)}</p><h1>{_escaped(summary.title)}</h1>']
    if summary.subtitle:
        parts.append(f'<p class="subtitle">{_escaped(summary.subtitle)}</p>')
    for index, passage in enumerate(chapter.passages):
        html = passage.html.replace(NEXT_CITATION, JOINED).replace(CITATION, f"{WORD_JOINER}{CITATION}")
        if passage.kind in ("aside", "caution"):
            html = BOX_TITLE.sub(r'<p class="box-title">\1</p>', html, count=1)
        if html.startswith("<p>"):
            marked = f'<p style="-qt-user-state:{index}">{html[3:]}'
        else:
            marked = FIRST_TAG.sub(rf'<\1 style="-qt-user-state:{index}"', html, count=1)
        if passage.kind == "table":
            marked = marked.replace("<table>", '<table width="100%" cellspacing="0">', 1)
        elif passage.kind in ("pull", "quote", "figure"):
            marked = f'<div class="{passage.kind}">{marked}</div>'
        parts.append(marked)
    return "".join(parts)


def _stretch(cursor: QTextCursor, position: int, *, top: int = 0, bottom: int = 0) -> None:
    form = QTextBlockFormat()
    cursor.setPosition(position)
    if top:
        form.setTopMargin(top)
    if bottom:
        form.setBottomMargin(bottom)
    cursor.mergeBlockFormat(form)


def _escaped(text: str) -> str:
    """Plain words for HTML; the standard library's ``html`` brings two thousand names of signs along."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
