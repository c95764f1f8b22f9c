"""A page's parts one below the other, or some of them in a column beside the others."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from historydesk.domain.values import dataclass
from historydesk.ui.theme.flow_layout import PlacedLayout


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels: from which width on there are two columns, how wide they are at most, and the gap between them."""

    wide: int = 800
    main: int = 700
    aside: int = 400
    gap: int = 40


ASIDE_SHARE = 0.36
"""Share of the width that the second column takes."""


class PageColumns(PlacedLayout):
    """Parts in reading order, each as high as its width asks; owned by the page it lays out.

    The second column takes no room when all its parts are hidden.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._below: list[int] = []
        self._aside: list[bool] = []
        self._measures = Measures()

    def add_part(self, part: QWidget, *, below: int = 0, aside: bool = False) -> None:
        """Add a part with so many pixels below it; ``aside``: in the second column where there is room."""
        self._below.append(below)
        self._aside.append(aside)
        self.addWidget(part)

    def set_measures(self, measures: Measures) -> None:
        """Widths for another size of text."""
        self._measures = measures
        self.invalidate()

    def is_wide(self, width: int) -> bool:
        """Whether there are two columns at a width of the page."""
        shown = zip(self._items, self._aside, strict=True)
        return width >= self._measures.wide and any(aside and not item.isEmpty() for item, aside in shown)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the part at ``index``."""
        if 0 <= index < len(self._items):
            del self._below[index], self._aside[index]
        return super().takeAt(index)

    def sizeHint(self) -> QSize:
        """A page of its widest column."""
        return QSize(self._measures.main, self.heightForWidth(self._measures.main))

    def minimumSize(self) -> QSize:
        """Narrow: the parts break their lines."""
        return QSize(200, 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins, measures = self.contentsMargins(), self._measures
        room = rect.width() - margins.left() - margins.right()
        wide = self.is_wide(rect.width())
        second = min(measures.aside, round(room * ASIDE_SHARE)) if wide else 0
        first = min(measures.main, room - (second + measures.gap if wide else 0))
        ends = [rect.y() + margins.top()] * 2
        for item, below, aside in zip(self._items, self._below, self._aside, strict=True):
            if item.isEmpty():
                continue
            column = int(wide and aside)
            width = second if column else first
            x = rect.x() + margins.left() + (first + measures.gap if column else 0)
            if not item.expandingDirections() & Qt.Orientation.Horizontal and not item.hasHeightForWidth():
                width = min(width, item.sizeHint().width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(QRect(x, ends[column], width, height))
            ends[column] += height + below
        return max(ends) + margins.bottom() - rect.y()
