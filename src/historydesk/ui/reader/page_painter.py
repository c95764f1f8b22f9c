"""What a chapter's page has beside its text: grounds, rules, underlines, bullets."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextBlock

from historydesk.domain.content_note import NOTE_ID
from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.reading_sheet import ASIDE_PAD
from historydesk.ui.reader.reference_hand import ReferenceHand
from historydesk.ui.reader.reference_spans import ReferenceSpan

UNDERLINED = frozenset({"place", "person", "event", "source", "journey", "debate", "chapter"})
"""Kinds of references with a whole line below them; terms have dots, the rest a face of their own."""


class PagePainter:
    """Draws in document coordinates on one page, between two heights. Made for each painting."""

    def __init__(
        self, painter: QPainter, page: ChapterDocument, top: float, bottom: float, ratio: float
    ) -> None:
        self._painter = painter
        self._page = page
        self._top = top
        self._bottom = bottom
        self._ratio = ratio
        self._theme = page.appearance.theme
        self._px = page.appearance.px

    def paint_below_text(self, hand: ReferenceHand) -> None:
        """Grounds of boxes and of the references that are pointed at or open."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_boxes()
        if hand.under is not None and hand.under != hand.open:
            self._paint_ground(hand.under, "hover")
        if hand.open is not None:
            self._paint_ground(hand.open, "highlight")

    def paint_above_text(self, focused: ReferenceSpan | None) -> None:
        """Underlines, bullets, and the ring around the reference that has the keyboard."""
        self._paint_underlines()
        self._paint_bullets()
        if focused is not None:
            self._paint_ring(focused)

    def paint_covers(self, view: QRect, above: int, below: int) -> None:
        """Hide lines cut by the edges of the view: those down to ``above`` and from ``below`` on (−1: none)."""
        page = self._theme.color("page")
        if below >= 0:
            self._painter.fillRect(QRect(view.left(), below, view.width(), view.bottom() - below + 1), page)
        if above > view.top():
            self._painter.fillRect(QRect(view.left(), view.top(), view.width(), above - view.top()), page)

    def _paint_boxes(self) -> None:
        """Grounds of asides and content notes, rules beside quotations."""
        page, painter, theme = self._page, self._painter, self._theme
        if page.column is None:
            return
        pad = round(self._px(ASIDE_PAD))
        layout = page.text.documentLayout()
        for passage, start, end in page.boxes():
            if passage.kind == "figure":
                continue
            first = layout.blockBoundingRect(page.text.findBlock(start))
            if first.top() - pad > self._bottom:
                break
            last = layout.blockBoundingRect(page.text.findBlock(end))
            if last.bottom() + pad + page.skip_room < self._top:
                continue
            box = QRectF(page.column.left, first.top(), page.column.width, last.bottom() - first.top())
            if passage.kind in ("aside", "caution"):
                box.adjust(0, -pad * 0.8, 0, pad * 0.8 + (page.skip_room if passage.id == NOTE_ID else 0))
                path = QPainterPath()
                path.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
                painter.fillPath(path, theme.color("panel"))
                if theme.is_high_contrast:
                    painter.setPen(QPen(theme.color("rule"), 2))
                    painter.drawPath(path)
                if passage.kind == "caution":
                    painter.setClipPath(path)
                    painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), theme.color("red"))
                    painter.setClipping(False)
            else:
                token = "red" if passage.kind == "pull" else "edge"
                width = 3 if passage.kind == "pull" else 2
                painter.fillRect(
                    QRectF(box.left(), box.top() + 2, width, box.height() - 2), theme.color(token)
                )

    def _paint_ground(self, span: ReferenceSpan, token: str) -> None:
        """A ground below the words of a reference."""
        for rect in self._page.rects(span.start, span.end):
            path = QPainterPath()
            path.addRoundedRect(rect.adjusted(-2, -1, 2, 2), 3, 3)
            self._painter.fillPath(path, self._theme.color(token))

    def _paint_ring(self, span: ReferenceSpan) -> None:
        """The ring around the reference the keyboard is on."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._theme.color("focus"), 2))
        for rect in self._page.rects(span.start, span.end):
            self._painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 2), 4, 4)

    def _paint_underlines(self) -> None:
        """Dots below terms, lines below other references."""
        page, painter, theme = self._page, self._painter, self._theme
        ratio = self._ratio
        thick = max(1.0, round(self._px(1.25) * ratio) / ratio)
        solid = QPen(theme.color("blue"), thick)
        dotted = QPen(theme.color("ochre"), max(1.5, self._px(1.6)))
        dotted.setDashPattern([0.01, 2.0])
        dotted.setCapStyle(Qt.PenCapStyle.RoundCap)
        block = self._first_block()
        layout = page.text.documentLayout()
        while block.isValid():
            spans = page.references_in(block)
            if spans:
                if layout.blockBoundingRect(block).top() > self._bottom:
                    break
                for span in spans:
                    if span.is_mark:
                        continue
                    dots = span.reference.scheme == "term"
                    if not dots and span.reference.scheme not in UNDERLINED:
                        continue
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing, dots)
                    painter.setPen(dotted if dots else solid)
                    for x0, x1, y in self._baselines(block, span):
                        height = y + self._px(4.5)
                        if not dots:
                            height = round(height * ratio) / ratio + thick / 2
                        painter.drawLine(QPointF(x0, height), QPointF(x1, height))
            elif block.blockNumber() % 4 == 0 and layout.blockBoundingRect(block).top() > self._bottom:
                break
            block = block.next()

    def _paint_bullets(self) -> None:
        """Small bullets before the items of lists."""
        page, px, painter = self._page, self._px, self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("soft_ink"))
        for number in page.bullets:
            block = page.text.findBlockByNumber(number)
            place = page.block_offset(block)
            if place.y() > self._bottom:
                break
            line = block.layout().lineAt(0)
            if line.isValid() and place.y() + line.y() + line.height() >= self._top:
                middle = QPointF(place.x() + line.x() - px(13), place.y() + line.y() + line.ascent() - px(5))
                painter.drawEllipse(middle, px(2.4), px(2.4))

    def _baselines(self, block: QTextBlock, span: ReferenceSpan) -> list[tuple[float, float, float]]:
        offset = self._page.block_offset(block)
        layout = block.layout()
        start, end = span.start - block.position(), span.end - block.position()
        found = []
        text = block.text()
        first = layout.lineForTextPosition(start)
        if not first.isValid():
            return []
        for number in range(first.lineNumber(), layout.lineCount()):
            line = layout.lineAt(number)
            a, b = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if a >= end:
                break
            while b > a and text[b - 1] == " ":
                b -= 1
            if a < b:
                x0, x1 = line.cursorToX(a)[0], line.cursorToX(b)[0]  # type: ignore[index]
                found.append((offset.x() + x0, offset.x() + x1, offset.y() + line.y() + line.ascent()))
        return found

    def _first_block(self) -> QTextBlock:
        page = self._page
        at = page.text.documentLayout().hitTest(QPointF(0, self._top), Qt.HitTestAccuracy.FuzzyHit)
        block = page.text.findBlock(max(0, at))
        previous = block.previous()
        return previous if previous.isValid() else block
