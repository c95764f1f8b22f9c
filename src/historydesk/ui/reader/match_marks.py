"""Found words of a chapter and their marks."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.finding import FoldedText
from historydesk.ui.theme import Theme


class MatchMarks:
    """Matches in one chapter, one of them current. Owned by the chapter view, made anew for each document."""

    def __init__(self, page: ChapterDocument | None = None) -> None:
        self._page = page
        self._folded: FoldedText | None = None
        self.spans: list[tuple[int, int]] = []
        self.current = -1

    def _words(self) -> FoldedText:
        if self._folded is None:
            self._folded = FoldedText(self._page.text.toRawText() if self._page else "")
        return self._folded

    def find(self, wanted: str, at: int) -> int:
        """Take all matches; the first from character ``at`` on becomes current. How many there are."""
        self.spans = self._words().find(wanted) if wanted.strip() else []
        self.current = (
            next((n for n, (start, _) in enumerate(self.spans) if start >= at), 0) if self.spans else -1
        )
        return len(self.spans)

    def find_within(self, wanted: str, first: int, last: int) -> None:
        """Take the matches of the whole phrase between two characters or, without any, of its words."""
        words = self._words()
        self.spans = words.find(wanted, first, last + 1)
        if not self.spans:
            self.spans = sorted({hit for word in wanted.split() for hit in words.find(word, first, last + 1)})
        self.current = -1

    def take_over(self, other: MatchMarks) -> None:
        """The matches of the same chapter in another document."""
        self.spans, self.current = other.spans, other.current

    def step(self, direction: int) -> None:
        """To the next (1) or previous (−1) match, round the ends."""
        if self.spans:
            self.current = (self.current + direction) % len(self.spans)

    def clear(self) -> None:
        """Forget all matches."""
        self.spans = []
        self.current = -1

    def selections(self, theme: Theme) -> list[QTextEdit.ExtraSelection]:
        """The marks as a text view draws them."""
        if self._page is None:
            return []
        marks = []
        for index, (start, end) in enumerate(self.spans):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._page.text)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            form = mark.format
            current = index == self.current
            form.setBackground(theme.color("ochre" if current else "highlight"))
            form.setForeground(theme.color("on_ochre" if current else "ink"))
            mark.format = form
            marks.append(mark)
        return marks
