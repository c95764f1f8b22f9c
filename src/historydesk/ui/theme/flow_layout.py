"""A layout that goes on to a new row when a row is full, and what such layouts have in common."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class PlacedLayout(QLayout):
    """Keeps items in order and the heights found for widths; base of the layouts that place items themselves.

    Hidden items take no room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the items within a rectangle, or only reckon; the height they take."""
        raise NotImplementedError

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way to add; use ``addWidget``."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index`` or ``None``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at ``index``."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all items; the layout around asks for the same widths many times."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """An item has come, gone or wants another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)


class FlowLayout(PlacedLayout):
    """Items side by side at their own size, then on further rows; owned by the widget it lays out.

    An item wider than the row is narrowed to it.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._row_gap = row_gap

    def set_gaps(self, gap: int, row_gap: int) -> None:
        """Pixels between items of a row and between rows."""
        self._gap, self._row_gap = gap, row_gap
        self.invalidate()

    def sizeHint(self) -> QSize:
        """All items on one row."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        if not shown:
            return QSize(0, 0)
        return QSize(
            sum(size.width() for size in shown) + self._gap * (len(shown) - 1),
            max(size.height() for size in shown),
        )

    def minimumSize(self) -> QSize:
        """The tallest item; any width will do."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(
            min((s.width() for s in shown), default=0) and 40, max((s.height() for s in shown), default=0)
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        parent = self.parentWidget()
        leftward = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item in self._items:
            if item.isEmpty():
                continue
            wish = item.sizeHint()
            size = QSize(min(wish.width(), rect.width()), wish.height())
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if row and x + size.width() > rect.x() + rect.width():
                if move:
                    _set_middle(line, row)
                x, y, row, line = rect.x(), y + row + self._row_gap, 0, []
            left = rect.x() + rect.right() + 1 - x - size.width() if leftward else x
            line.append((item, QRect(QPoint(left, y), size)))
            x += size.width() + self._gap
            row = max(row, size.height())
        if move:
            _set_middle(line, row)
        return y + row - rect.y()


def _set_middle(line: list[tuple[QLayoutItem, QRect]], height: int) -> None:
    """Place the items of a row of this height, lower ones in its middle."""
    for item, rect in line:
        item.setGeometry(rect.translated(0, (height - rect.height()) // 2))


def clear_layout(layout: QLayout | None) -> None:
    """Take every item out of a layout and let the widgets go."""
    while layout is not None and (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
