"""A chapter as a text document: laid out once, with the way from positions to passages and references."""

from __future__ import annotations

import re
from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, QUrl
from PySide6.QtGui import QPaintDevice, QTextBlock, QTextCursor, QTextDocument, QTextOption

from historydesk.domain.chapter import Chapter, Passage
from historydesk.domain.content_note import NOTE_ID, way_past
from historydesk.ui.reader.chapter_brief import closed_room
from historydesk.ui.reader.figure_images import FigureImages, PageText
from historydesk.ui.reader.page_formats import BOXES, PageFormats, stretch
from historydesk.ui.reader.page_html import page_html
from historydesk.ui.reader.reading_sheet import ASIDE_PAD, STYLED, body_font, sheet
from historydesk.ui.reader.reference_spans import ReferenceSpan, ReferenceSpans
from historydesk.ui.reader.text_column import Column
from historydesk.ui.theme import Appearance

TOP = 30
"""Space above the chapter at 100 %."""


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
        self.skip = way_past(chapter.passages[0] if chapter.passages else None)
        """The way past the content note, for which room is kept below its words."""
        self.skip_room = 0
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
        self.bullets = PageFormats(text, appearance).finish(self._ranges())
        """Numbers of the blocks that begin with a bullet."""
        self._spans = ReferenceSpans(text)
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
        stretch(QTextCursor(self.text), self._head().position(), bottom=room)

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

    def set_skip_room(self, room: int) -> None:
        """Keep so much height free below the words of the content note, within its ground."""
        limits = self.range_of(NOTE_ID) if room != self.skip_room else None
        if limits is not None:
            stretch(QTextCursor(self.text), limits[1], bottom=room + self.skip_room_below)
            self.skip_room = room

    @property
    def skip_room_below(self) -> int:
        """Height below the ground of a box, without any button."""
        return 2 * round(self.appearance.px(ASIDE_PAD))

    @property
    def skip_span(self) -> tuple[int, int] | None:
        """Top and bottom of the room kept free below the content note, in document coordinates."""
        limits = self.range_of(NOTE_ID) if self.skip_room else None
        if limits is None:
            return None
        last = self.text.documentLayout().blockBoundingRect(self.text.findBlock(limits[1]))
        return round(last.bottom()), round(last.bottom()) + self.skip_room

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
        passages = self.chapter.passages
        return [
            (passages[ordinal], *self._range(index))
            for index, ordinal in enumerate(self._ordinals)
            if passages[ordinal].kind in BOXES
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
        return self._spans.all()

    def references_in(self, block: QTextBlock) -> list[ReferenceSpan]:
        """The references of one block; neighbouring pieces of one link are one reference."""
        return self._spans.of_block(block)

    def references_of(self, passage_id: str) -> list[ReferenceSpan]:
        """The references of one passage in reading order."""
        limits = self.range_of(passage_id)
        return self._spans.between(*limits) if limits is not None else []

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

    def _ranges(self) -> list[tuple[Passage, int, int]]:
        passages = self.chapter.passages
        return [(passages[ordinal], *self._range(index)) for index, ordinal in enumerate(self._ordinals)]

    def _range(self, index: int) -> tuple[int, int]:
        start = self._starts[index]
        if index + 1 < len(self._starts):
            return start, self._starts[index + 1] - 1
        return start, self.text.characterCount() - 1
