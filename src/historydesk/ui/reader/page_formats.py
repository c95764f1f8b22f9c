"""What the style sheet of a chapter's text can't say: room in boxes, small bullets, full-width tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextListFormat,
    QTextTable,
)

from historydesk.domain.chapter import Passage
from historydesk.ui.reader.reading_sheet import ASIDE_PAD
from historydesk.ui.theme import Appearance

BOXES = frozenset({"pull", "quote", "aside", "caution", "figure"})
"""Kinds of passages drawn with a ground or a rule."""

_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


class PageFormats:
    """Finishes the formats of one document at one blow. Made and dropped by its ``ChapterDocument``."""

    def __init__(self, text: QTextDocument, appearance: Appearance) -> None:
        self._text = text
        self._appearance = appearance

    def finish(self, ranges: Sequence[tuple[Passage, int, int]]) -> list[int]:
        """Finish passages given with first and last character; the numbers of blocks that begin with a bullet."""
        pad = round(self._appearance.px(ASIDE_PAD))
        cursor = QTextCursor(self._text)
        bullets: list[int] = []
        cursor.beginEditBlock()
        for passage, start, end in ranges:
            if passage.kind == "figure":
                self._close_up_caption(cursor, start, end)
            elif passage.kind in BOXES:
                roomy = passage.kind in ("aside", "caution")
                stretch(cursor, start, top=pad + (pad if roomy else pad // 4))
                stretch(cursor, end, bottom=pad + (pad if roomy else pad // 4))
        for passage, start, end in ranges:
            if passage.kind in ("list", "aside", "caution") and "<ul" in passage.html:
                bullets += self._take_bullets(start, end)
        for frame in self._text.rootFrame().childFrames():
            self._finish_table(frame, cursor)
        cursor.endEditBlock()
        return bullets

    def _close_up_caption(self, cursor: QTextCursor, start: int, end: int) -> None:
        if self._text.findBlock(start) != self._text.findBlock(end):
            stretch(cursor, start, bottom=round(self._appearance.px(6)))
            form = QTextBlockFormat()
            form.setTopMargin(0)
            cursor.setPosition(end)
            cursor.mergeBlockFormat(form)

    def _take_bullets(self, start: int, end: int) -> list[int]:
        """Qt's bullets are as large as letters; the view draws small ones."""
        found = []
        block = self._text.findBlock(start)
        while block.isValid() and block.position() <= end:
            rows = block.textList()
            if rows is not None and rows.format().style() in _BULLETS:
                form = rows.format()
                form.setStyle(QTextListFormat.Style.ListStyleUndefined)
                rows.setFormat(form)
            if rows is not None and rows.format().style() == QTextListFormat.Style.ListStyleUndefined:
                found.append(block.blockNumber())
            block = block.next()
        return found

    def _finish_table(self, frame: QTextFrame, cursor: QTextCursor) -> None:
        if not isinstance(frame, QTextTable):
            return
        lining = QTextCharFormat()
        lining.setFontFeatures({QFont.Tag("lnum"): 1, QFont.Tag("tnum"): 1})
        cursor.setPosition(frame.firstPosition())
        cursor.setPosition(frame.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(lining)
        after = self._text.findBlock(frame.lastPosition() + 1)
        if after.isValid() and after.length() <= 1:
            cursor.setPosition(after.position())
            flat = QTextBlockFormat()
            flat.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.mergeBlockFormat(flat)


def stretch(cursor: QTextCursor, position: int, *, top: int = 0, bottom: int = 0) -> None:
    """Give the block at a character room above or below it."""
    form = QTextBlockFormat()
    cursor.setPosition(position)
    if top:
        form.setTopMargin(top)
    if bottom:
        form.setBottomMargin(bottom)
    cursor.mergeBlockFormat(form)
