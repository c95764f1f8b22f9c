"""The lists beside the timeline: events or people, each with a line below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from historydesk.domain.spelling import fold
from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance

PAD = 14
SHORT = 40
"""Letters of a title that always fit: longer ones are told in full by a hint."""

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The ``Line`` of a row."""

ID_ROLE = LINE_ROLE + 1
"""The id of what stands in a row."""

T = TypeVar("T", bound="Titled")


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who took part in the events shown."""

    id: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a title, what stands below, and what is said besides (a lane)."""

    title: str
    note: str
    aside: str = ""


class Titled(Protocol):
    """What a list can hold."""

    @property
    def id(self) -> str:
        """What it is known by."""

    @property
    def title(self) -> str:
        """What it is found by."""


class PanelList(QAbstractListModel, Generic[T]):
    """Things in the order given, narrowed by a filter; owned by the panel of the timeline.

    The line of a thing is made when it is drawn or read out, so that 50,000 cost no more than those in sight.
    """

    def __init__(self, line_of: Callable[[T], Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line_of = line_of
        self._items: Sequence[T] = ()
        self._letters: list[str] = []
        self._shown: Sequence[T] = ()
        self._filter = ""

    def set_items(self, items: Sequence[T]) -> None:
        """Show these."""
        self._items = items
        self._letters = []
        self._refill()

    def set_filter(self, text: str) -> None:
        """Keep what has these letters in its title, however spelt; empty keeps all."""
        text = fold(text)
        if text != self._filter:
            self._filter = text
            self._refill()

    def _refill(self) -> None:
        self.beginResetModel()
        self._shown = self._matching()
        self.endResetModel()

    def _matching(self) -> Sequence[T]:
        if not self._filter:
            return self._items
        if not self._letters:
            self._letters = [fold(each.title) for each in self._items]
        wanted = self._filter
        return [each for each, letters in zip(self._items, self._letters, strict=True) if wanted in letters]

    def row_of(self, item: str) -> int:
        """The row of an item; −1 when it is not shown."""
        return next((row for row, each in enumerate(self._shown) if each.id == item), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many lines fit the filter."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Title; the line itself; all of it for assistive technology."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        item = self._shown[index.row()]
        if role in (LINE_ROLE, Qt.ItemDataRole.AccessibleTextRole):
            line = self._line_of(item)
            return line if role == LINE_ROLE else ", ".join(filter(None, (line.title, line.note, line.aside)))
        if role == Qt.ItemDataRole.ToolTipRole and len(item.title) <= SHORT:
            return None
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return item.title if role in words else item.id if role == ID_ROLE else None


class LineDelegate(QStyledItemDelegate):
    """A title over its note, all rows of one height; owned by the panel of the timeline."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Fonts and colours."""
        self._appearance = appearance
        self._title = appearance.reading_face(15.5, weight=600)
        self._note = appearance.interface_face(12.5, chrome=False)
        high = QFontMetricsF(self._title).height() + QFontMetricsF(self._note).height() + 14
        self._height = max(appearance.target, round(high))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines, at least a touch target."""
        return QSize(80, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        color = self._appearance.theme.color
        rect: QRect = option.rect
        painter.save()
        self._paint_ground(painter, option)
        width = rect.width() - 2 * PAD
        title, note = QFontMetricsF(self._title), QFontMetricsF(self._note)
        top = rect.y() + (rect.height() - title.height() - note.height()) / 2
        painter.setFont(self._title)
        painter.setPen(color("ink"))
        words = title.elidedText(line.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(rect.x() + PAD, top + title.ascent()), words)
        painter.setFont(self._note)
        painter.setPen(color("soft_ink"))
        words = note.elidedText(line.note, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(rect.x() + PAD, top + title.height() + note.ascent()), words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        color = self._appearance.theme.color
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("card" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), color("red"))
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(color("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))


class LineList(QListView):
    """The list of lines; owned by the panel of the timeline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, and is not passed on to whatever got the keyboard by that."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
