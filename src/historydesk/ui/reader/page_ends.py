"""What stands in the column besides the text: the short version, the way past a note, the ways on at the end."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea

from historydesk.domain.chapter import Chapter
from historydesk.ui.reader.chapter_brief import ChapterBrief
from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.chapter_footer import ChapterFooter
from historydesk.ui.reader.reading_sheet import ASIDE_PAD
from historydesk.ui.reader.skip_button import SkipButton
from historydesk.ui.theme import Appearance, default_appearance


class PageEnds:
    """Keeps short version, skip and ways on where the text leaves room for them. Owned by the chapter view."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._view = view
        self._appearance = default_appearance()
        self.brief = ChapterBrief(view.viewport())
        self.skip = SkipButton(view.viewport())
        self.footer = ChapterFooter(view.viewport())
        self.footer.hide()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self.brief.set_appearance(appearance)
        self.skip.set_appearance(appearance)
        self.footer.set_appearance(appearance)

    def set_chapter(self, chapter: Chapter) -> None:
        """The ways on from this chapter; they come when the text is laid out to its end."""
        self.footer.set_chapter(chapter)
        self.footer.hide()

    @property
    def opened(self) -> int:
        """Height of what the short version shows while it is open."""
        return self.brief.height() - self.brief.button.height()

    def make_room(self, page: ChapterDocument) -> None:
        """Keep the room that the short version (or its closed control) and the skip need in the page's column."""
        self.skip.set_way(page.skip)
        if page.column is not None:
            page.set_brief_room(self.brief.room(page.column.width))
            page.set_skip_room(self.skip.room(page.column.width - 2 * self._pad))

    def place_head(self, page: ChapterDocument | None) -> None:
        """Put the short version and the skip into their rooms."""
        self._place_brief(page)
        self._place_skip(page)

    def _place_skip(self, page: ChapterDocument | None) -> None:
        span = page.skip_span if page else None
        if page is not None and page.column is not None and span is not None:
            size = self.skip.size_in(page.column.width - 2 * self._pad)
            top = span[1] - size.height() - self._view.verticalScrollBar().value()
            self.skip.setGeometry(page.column.left + self._pad, top, size.width(), size.height())
        self.skip.setVisible(span is not None)

    @property
    def _pad(self) -> int:
        return round(self._appearance.px(ASIDE_PAD))

    def _place_brief(self, page: ChapterDocument | None) -> None:
        span = page.brief_span if page else None
        if page is not None and page.column is not None and span is not None:
            top = span[0] - self._view.verticalScrollBar().value()
            self.brief.place(page.column.left, top, page.column.width)
        self.brief.setVisible(span is not None)

    def place_footer(self, page: ChapterDocument | None) -> None:
        """Put the ways on below the last line."""
        if page is None or page.column is None:
            self.footer.hide()
            return
        bar, viewport = self._view.verticalScrollBar(), self._view.viewport()
        height = page.column.below
        long = bar.maximum() > 0
        end = bar.maximum() + viewport.height() if long else round(page.text.size().height())
        shown = self.footer.has_ways and height > 0
        if shown:
            self.footer.setGeometry(page.column.left, end - height - bar.value(), page.column.width, height)
        if shown != self.footer.isVisibleTo(viewport):
            self.footer.setVisible(shown)
