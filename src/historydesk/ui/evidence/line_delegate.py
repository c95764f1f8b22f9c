"""How a line of the evidence screen's list is drawn."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from historydesk.ui.evidence.evidence_lines import LINE_ROLE, Line
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.chip import chip_size, paint_chip

PAD = 14
EDGE = 10
HANGING = 1.4
"""By how much of its size the further lines of an entry begin later, as in a printed bibliography."""
SCROLL_BAR = 14


class LineDelegate(QStyledItemDelegate):
    """A title in full over its note or its kind; owned by ``EvidencePage``."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Fonts and colours."""
        self._appearance = appearance
        self._title = appearance.reading_face(16, weight=600)
        self._entry = appearance.reading_face(15)
        self._note = appearance.interface_face(13, chrome=False)
        self._known: dict[tuple[Line, int], tuple[QTextLayout, QTextLayout, int, int]] = {}

    def _lay_out(self, line: Line, width: int) -> tuple[QTextLayout, QTextLayout, int, int]:
        """Title and note as broken lines, and the height of each."""
        if (line, width) not in self._known:
            is_entry = line.key.startswith("source:")
            face = self._entry if is_entry else self._title
            hanging = round(face.pixelSize() * HANGING) if is_entry else 0
            title, high = broken(line.title, face, width, 1.32, hanging=hanging, italics=line.italics)
            note, low = broken(line.note, self._note, width, 1.35)
            self._known[line, width] = (title, note, high, low if line.note else 0)
        return self._known[line, width]

    def _chip(self, line: Line) -> QSize:
        return chip_size(self._appearance, _word(line)) if line.chip else QSize(0, 0)

    def _room(self, option: QStyleOptionViewItem) -> int:
        """Width of the words: the same with and without a scroll bar, so that no row changes its height."""
        view = option.widget
        return max(60, (view.width() if isinstance(view, QWidget) else 320) - SCROLL_BAR - 2 * PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words, at least a touch target."""
        line = index.data(LINE_ROLE)
        _, _, title, note = self._lay_out(line, self._room(option))
        chip = self._chip(line).height()
        return QSize(80, max(self._appearance.target, title + note + (chip + 6 if chip else 0) + 2 * EDGE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        color = self._appearance.theme.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        title, note, high, _ = self._lay_out(line, self._room(option))
        x, y = rect.x() + PAD, rect.y() + EDGE
        painter.setPen(color("ink"))
        title.draw(painter, QPointF(x, y))
        painter.setPen(color("soft_ink"))
        note.draw(painter, QPointF(x, y + high))
        if line.chip:
            size = self._chip(line)
            box = QRect(x, rect.bottom() - EDGE - size.height() + 2, size.width(), size.height())
            paint_chip(painter, box, self._appearance, line.chip, _word(line))
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
        else:
            line = QRectF(rect.x() + PAD, rect.bottom(), rect.width() - 2 * PAD, 1)
            painter.fillRect(line, color("rule"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))


def _slanted(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    look = QTextCharFormat()
    look.setFontItalic(True)
    found.format = look
    return found


def _word(line: Line) -> str:
    return QCoreApplication.translate("Card", line.chip)


def broken(
    text: str,
    font: QFont,
    width: float,
    spacing: float,
    *,
    hanging: int = 0,
    italics: tuple[tuple[int, int], ...] = (),
) -> tuple[QTextLayout, int]:
    """A text broken into lines of ``width`` pixels from the top, and their height.

    All but the first line begin ``hanging`` pixels later; ``italics`` are (start, length).
    """
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_slanted(start, length) for start, length in italics])
    step, y = font.pixelSize() * spacing, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        indent = hanging if y else 0
        line.setLineWidth(width - indent)
        line.setPosition(QPointF(indent, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout, ceil(y)
