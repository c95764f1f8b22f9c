"""The way past what may hurt, in a chapter's content note."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from historydesk.domain.content_note import WayPast
from historydesk.ui.reader.quiet_button import QuietButton
from historydesk.ui.theme import Appearance

BETWEEN = 12
"""Space between the note and the button, at 100 %."""


def skip_room(button: int, appearance: Appearance) -> int:
    """Height that a button of this height takes below the words of a note."""
    return button + round(appearance.px(BETWEEN))


class SkipButton(QuietButton):
    """Says where it leads, in the author’s words. Owned by the page's ends, which place it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("skip", parent)
        self.way: WayPast | None = None
        self.hide()

    def set_way(self, way: WayPast | None) -> None:
        """The way past another chapter's note; without one there is no button."""
        self.way = way
        words = way.words if way else ""
        self.set_words(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Passes over what the note warns of"))

    def room(self, column: int) -> int:
        """Height to keep free below the note in a column of this width; 0 without a way past it."""
        return skip_room(self.size_in(column).height(), self._appearance) if self.way else 0
