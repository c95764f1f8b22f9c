"""Words of a chapter as they belong into somebody else's text."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from historydesk.ui.reader.chapter_document import ChapterDocument

NO_LETTERS = "\ufffc\ufdd0\ufdd1\u2060"
"""Places of pictures, edges of tables and word joiners in a text document."""

BETWEEN_MARKS = ",\u202f\u2060 "


def plain_text(page: ChapterDocument, start: int, end: int) -> str:
    """Characters ``start`` to ``end`` without the raised numbers of citations and notes."""
    if end <= start:
        return ""
    cursor = QTextCursor(page.text)
    pieces = []
    at, after_mark = start, False
    for span in page.references():
        if span.end <= at or span.start >= end or not span.is_mark:
            continue
        if span.start > at:
            words = _between(cursor, at, min(span.start, end))
            if not after_mark or words.strip(BETWEEN_MARKS):
                pieces.append(words)
        at, after_mark = span.end, True
    if at < end:
        pieces.append(_between(cursor, at, end))
    text = "".join(pieces).replace("\u2029", "\n").replace("\u2028", "\n")
    return "".join(c for c in text if c not in NO_LETTERS).strip()


def _between(cursor: QTextCursor, start: int, end: int) -> str:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
