"""The lines of a chapter, and those at the edges of the window that are kept out of sight."""

from __future__ import annotations

from math import ceil, floor

from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.paging import Line, first_whole, last_whole, page_down, page_up


class LineWindow:
    """Which lines a view of the chapter shows whole; owned by the chapter's view.

    Lines are (top, bottom) in pixels of the document; ``top`` is what the scroll bar says. A line cut by an edge
    is covered after a page was turned, until the text is moved.
    """

    def __init__(self) -> None:
        self._page: ChapterDocument | None = None
        self._lines: list[Line] | None = None
        self.below = -1
        """From here down the window is covered; −1: nothing is."""

        self.above = -1
        """Down to here the window is covered; −1: nothing is."""

    def set_page(self, page: ChapterDocument | None) -> None:
        """The lines of this document from now on."""
        self._page = page
        self.forget()

    def forget(self) -> None:
        """The document was laid out anew."""
        self._lines = None
        self.uncover()

    def forget_lines(self) -> None:
        """The document has grown; what is covered stays so."""
        self._lines = None

    def uncover(self) -> None:
        """Show the edges again."""
        self.below = self.above = -1

    def all(self) -> list[Line]:
        """All lines from top to bottom; lays the rest of the document out."""
        if self._lines is None and self._page is not None:
            self._page.lay_out()
            spans = (self._page.brief_span, self._page.skip_span)
            lines: list[Line] = [span for span in spans if span]
            block = self._page.text.firstBlock()
            while block.isValid():
                if block.length() > 1:
                    y = self._page.block_offset(block).y()
                    layout = block.layout()
                    for number in range(layout.lineCount()):
                        line = layout.lineAt(number)
                        lines.append((y + line.y(), y + line.y() + line.height()))
                block = block.next()
            self._lines = sorted(lines)
        return self._lines or []

    def visible(self, top: int, height: int) -> list[Line]:
        """The lines shown, as (top, bottom) in the window; a line cut by an edge reaches past it."""
        end = self.below if self.below >= 0 else top + height
        begin = max(top, self.above)
        return [(a - top, b - top) for a, b in self.all() if b > begin and a < end]

    def cover_cut(self, top: int, height: int, maximum: int, line: float) -> None:
        """Cover a line of about ``line`` pixels that the lower edge cuts."""
        cut = last_whole(self.all(), top, height)
        room = top + height - cut
        self.below = floor(cut) if top < maximum and 0 < room < 2.5 * line else -1
        self.above = -1

    def page_from(self, top: int, height: int, maximum: int, direction: int) -> int:
        """What the scroll bar must say one page on (1) or back (−1)."""
        turn = page_down if direction > 0 else page_up
        wanted = turn(self.all(), top, height)
        return min(maximum, max(0, int(wanted) if direction > 0 else int(wanted + 0.999)))

    def cover_edges(self, top: int, height: int, maximum: int) -> None:
        """After a page was turned: cover what either edge cuts."""
        lines = self.all()
        cut = last_whole(lines, top, height)
        self.below = floor(cut) if top < maximum and cut < top + height else -1
        self.above = ceil(first_whole(lines, top, height))
