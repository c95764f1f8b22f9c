"""How a line of an index is drawn."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from historydesk.domain.entities import IndexEntry
from historydesk.ui.index.index_model import ENTRY_ROLE, HEADING_ROLE, Heading
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.chip import VERDICT_TOKENS, chip_size, paint_chip
from historydesk.ui.theme.icons import pixmap

PAD = 14
SCROLL_BAR = 14
LINES = 3
"""The longest title takes this many lines; the pane beside the list has the whole."""


class EntryDelegate(QStyledItemDelegate):
    """A title over its note; a claim with the chip of its verdict. Owned by ``IndexPage``."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Fonts and colours."""
        self._appearance = appearance
        self._title = appearance.reading_face(16.5, weight=600)
        self._note = appearance.interface_face(13, chrome=False)
        self._heading = appearance.interface_face(13, weight=600, chrome=False)
        self._line = round(self._title.pixelSize() * 1.35)
        self._title_metrics = QFontMetricsF(self._title)
        self._note_line = round(QFontMetricsF(self._note).height() + 2)
        self._heading_height = round(QFontMetricsF(self._heading).height() + 18)
        self._least = self._line + 18

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least a touch target for what can be chosen."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, IndexEntry):
            leads = isinstance(heading := index.data(HEADING_ROLE), Heading) and heading.chapter
            least = self._appearance.target + 4 if leads else 0
            return QSize(80, max(least, self._heading_height))
        height = self._line * self._lines(entry.title, self._room(option)) + self._note_height(entry) + 18
        return QSize(80, max(self._appearance.target, height))

    def _room(self, option: QStyleOptionViewItem) -> int:
        """Width of the words: the same with and without a scroll bar, so that no row changes its height."""
        view = option.widget
        return (view.width() if isinstance(view, QWidget) else 320) - SCROLL_BAR - 2 * PAD

    def _note_height(self, entry: IndexEntry) -> int:
        if not entry.note:
            return 0
        if entry.note in VERDICT_TOKENS:
            return chip_size(self._appearance, entry.note).height() + 4
        return self._note_line

    def _lines(self, title: str, width: int) -> int:
        if self._title_metrics.horizontalAdvance(title) <= width:
            return 1
        return min(LINES, self._lay_out(title, width).lineCount())

    def _lay_out(self, title: str, width: int) -> QTextLayout:
        layout = QTextLayout(title, self._title)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        color = self._appearance.theme.color
        rect: QRect = option.rect
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(entry, IndexEntry):
            if isinstance(heading := index.data(HEADING_ROLE), Heading):
                self._paint_heading(painter, option, heading)
            painter.restore()
            return
        self._paint_ground(painter, option)
        width = self._room(option)
        lines = self._lines(entry.title, width)
        used = self._line * lines + self._note_height(entry)
        top = rect.y() + (rect.height() - used) // 2
        painter.setPen(color("ink"))
        painter.setFont(self._title)
        layout = self._lay_out(entry.title, width)
        for number in range(lines):
            line = layout.lineAt(number)
            text = entry.title[line.textStart() : line.textStart() + line.textLength()]
            if number == lines - 1 and layout.lineCount() > lines:
                rest = entry.title[line.textStart() :]
                text = QFontMetricsF(self._title).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            box = QRect(rect.x() + PAD, top + number * self._line, width, self._line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text.rstrip()
            )
        top += lines * self._line
        if entry.note in VERDICT_TOKENS:
            word = QCoreApplication.translate("Card", entry.note)
            box = QRect(QPointF(rect.x() + PAD, top + 4).toPoint(), chip_size(self._appearance, word))
            paint_chip(painter, box, self._appearance, entry.note, word)
        elif entry.note:
            painter.setFont(self._note)
            painter.setPen(color("soft_ink"))
            metrics = QFontMetricsF(self._note)
            note = metrics.elidedText(entry.note, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QPointF(rect.x() + PAD, top + 2 + metrics.ascent()), note)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading) -> None:
        """Its words, and at the right how many stand under it, with an arrow where it leads to them alone."""
        color = self._appearance.theme.color
        box: QRect = option.rect.adjusted(PAD, 0, -PAD, -3)
        sideways = Qt.AlignmentFlag.AlignBottom
        if heading.chapter:
            self._paint_ground(painter, option)
            sideways = Qt.AlignmentFlag.AlignVCenter
            box = option.rect.adjusted(PAD, 0, -PAD, 0)
            side = round(self._heading.pixelSize() * 1.1)
            arrow = pixmap("chevron-right", color("soft_ink"), side, painter.device().devicePixelRatioF())
            place = QPointF(box.right() - side + 4, box.center().y() - side / 2 + 1)
            painter.drawPixmap(place, arrow)
            box.setRight(box.right() - side)
        metrics = QFontMetricsF(self._heading)
        painter.setFont(self._heading)
        painter.setPen(color("soft_ink"))
        painter.drawText(box, sideways | Qt.AlignmentFlag.AlignTrailing, heading.count)
        room = box.width() - (metrics.horizontalAdvance(heading.count) + PAD if heading.count else 0)
        painter.setPen(color("red"))
        text = metrics.elidedText(heading.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, sideways | Qt.AlignmentFlag.AlignLeading, text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        color = self._appearance.theme.color
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(color("card" if chosen else "hover"))
            painter.drawRect(rect)
        if chosen:
            painter.setBrush(color("red"))
            painter.drawRect(QRectF(rect.x(), rect.y(), 4, rect.height()))
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(color("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
