"""An entry of a card's list, as a control."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from historydesk.domain.entities import CardEntry
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance

PAD = 4
EDGE = 3
"""Room above and below the words."""
NOTE_WIDTH = 262
"""Pixels at 100 % for a date before the words: both calendars of an interval, one below the other."""
ROOMY = 600
"""Wider than this at 100 %, the date stands before the words, else above them."""


class EntryButton(QAbstractButton):
    """A date or another note, and the words that lead on; all of it can be pressed. Owned by what lists them.

    ``below`` puts the note under the words, where it says more of them and orders nothing.
    """

    def __init__(
        self, entry: CardEntry, says: str, appearance: Appearance, parent: QWidget, *, below: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_below = below
        self._appearance = appearance
        self._note = entry.note
        self._known: dict[int, tuple[list[tuple[QTextLayout, bool]], int]] = {}
        self.reference: Reference = entry.link.reference
        self.setText(entry.link.label)
        self.setAccessibleName(f"{entry.note}: {says}" if entry.note else says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lay_out(self, width: int) -> tuple[list[tuple[QTextLayout, bool]], int]:
        """The lines of note and words, and the height of all; layouts ask for the same width many times."""
        if width not in self._known:
            self._known[width] = self._break(width)
        return self._known[width]

    def _break(self, width: int) -> tuple[list[tuple[QTextLayout, bool]], int]:
        appearance = self._appearance
        small = appearance.interface_face(13, chrome=False)
        large = appearance.interface_face(15, weight=500, chrome=False)
        inner = max(60, width - 2 * PAD)
        target = appearance.target
        if not self._note:
            words, high = _broken(self.text(), large, PAD, inner)
            return [(words, True)], max(target, _centred([(words, high)], target))
        if width >= appearance.px(ROOMY) and not self._is_below:
            column = round(appearance.px(NOTE_WIDTH))
            # Old and New Style stand one below the other.
            note, note_high = _broken(self._note.replace(" / ", "\u2028"), small, PAD, column)
            left = PAD + column + 12
            words, high = _broken(self.text(), large, left, max(60, width - PAD - left))
            height = max(target, note_high + 2 * EDGE, high + 2 * EDGE)
            _centred([(note, note_high)], height)
            _centred([(words, high)], height)
            return [(note, False), (words, True)], height
        note, note_high = _broken(self._note, small, PAD, inner)
        words, high = _broken(self.text(), large, PAD, inner)
        parts = [(note, note_high), (words, high)]
        return [(note, False), (words, True)], _centred(parts[::-1] if self._is_below else parts, target)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of note and words."""
        return self._lay_out(width)[1]

    def sizeHint(self) -> QSize:
        """About 60 letters wide."""
        return QSize(480, self.heightForWidth(self.width() if self.width() > 200 else 480))

    def minimumSizeHint(self) -> QSize:
        """Narrow: lines break."""
        return QSize(120, self._appearance.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground below the pointer, note, words, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        for layout, leads in self._lay_out(self.width())[0]:
            painter.setPen(color("blue" if leads else "soft_ink"))
            layout.draw(painter, QPointF(0, 0))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(ground, 6, 6)


def _broken(text: str, font: QFont, left: int, width: int) -> tuple[QTextLayout, int]:
    """Lines of a text from the top, and their height."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step, y = font.pixelSize() * 1.35, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(left, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout, ceil(y)


def _centred(parts: list[tuple[QTextLayout, int]], height: int) -> int:
    """Stack parts and centre them in a height, which grows where they need more; the height."""
    whole = sum(high for _, high in parts)
    height = max(height, whole + 2 * EDGE)
    y = (height - whole) / 2
    for layout, high in parts:
        layout.setPosition(QPointF(0, y))
        y += high
    return height
