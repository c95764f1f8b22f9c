"""A person's seat in a ruling body from date to date, as a row with marks."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from historydesk.domain.alliances import Council, Sitter
from historydesk.ui.people.phase_words import translated
from historydesk.ui.theme import Appearance, default_appearance

EDGE = 10
MARK = 16
"""Side of a mark in pixels at 100 %."""
WRAP = Qt.TextFlag.TextWordWrap


def name_width(width: int) -> int:
    """Pixels of a row that hold the name and what became of the person; the rest is for the marks."""
    return round(width * 0.42)


def cell(number: int, count: int, width: int) -> QRectF:
    """The column of a date within a row, from the top to one pixel below it."""
    left = name_width(width)
    each = (width - left - EDGE) / max(1, count)
    return QRectF(left + number * each, 0, each, 1)


class CouncilRow(QPushButton):
    """Someone who ever sat; owned by the table. A disc is a full seat, a ring a candidate's, a line the time between."""

    def __init__(self, sitter: Sitter, councils: tuple[Council, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sitter = sitter
        self._seats = [council.seat(sitter.key) for council in councils]
        self._appearance = default_appearance()
        self._is_chosen = False
        self._number = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(sitter.name)
        self.setAccessibleDescription(self._spoken(councils))
        if sitter.person:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _spoken(self, councils: tuple[Council, ...]) -> str:
        parts = []
        for words, rank in (
            (translated("Full member: {dates}."), True),
            (translated("Candidate: {dates}."), False),
        ):
            dates = [
                council.dates for council, seat in zip(councils, self._seats, strict=True) if seat is rank
            ]
            if dates:
                parts.append(words.format(dates=", ".join(dates)))
        more = "" if self.sitter.person else translated("No entry of its own in this pack.")
        return " ".join(filter(None, (*parts, self.sitter.fate, more)))

    def set_number(self, number: int) -> None:
        """Stand out, or stand back, as one who sat or did not at the date chosen."""
        self._number = number
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the person whose card is shown."""
        self._is_chosen = chosen
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of name and fate, at least a target's."""
        upper, lower = self._heights(width)
        return max(self._appearance.target, upper + lower + 2 * EDGE)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Narrow: words wrap."""
        return QSize(240, self._appearance.target)

    def _fonts(self) -> tuple[QFont, QFont]:
        look = self._appearance
        return look.interface_face(15, weight=600, chrome=False), look.interface_face(12.5, chrome=False)

    def _heights(self, width: int) -> tuple[int, int]:
        tall = QRect(0, 0, name_width(width) - 2 * EDGE, 10_000)
        name, small = (QFontMetrics(font) for font in self._fonts())
        upper = name.boundingRect(tall, WRAP, self.sitter.name).height()
        fate = self.sitter.fate
        return upper, small.boundingRect(tall, WRAP, fate).height() if fate else 0

    def _cell(self, number: int) -> QRectF:
        box = cell(number, len(self._seats), self.width())
        box.setHeight(self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right())
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, words, marks."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._number < len(self._seats):
            painter.fillRect(self._cell(self._number).adjusted(1, 0, -1, 0), theme.color("panel"))
        if self.underMouse() and self.sitter.person:
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("rule"))
        self._paint_words(painter)
        self._paint_marks(painter)
        token = "focus" if self.hasFocus() else "red" if self._is_chosen else ""
        if token:
            painter.setPen(QPen(theme.color(token), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -3), 6, 6)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        upper, lower = self._heights(self.width())
        width = name_width(self.width()) - 2 * EDGE
        left = (
            EDGE if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - EDGE - width
        )
        top = (self.height() - upper - lower) // 2
        name, small = self._fonts()
        lead = Qt.AlignmentFlag.AlignLeading
        sits = self._number < len(self._seats) and self._seats[self._number] is not None
        painter.setPen(theme.color("ink" if sits else "soft_ink"))
        painter.setFont(name)
        painter.drawText(QRect(left, top, width, upper), WRAP | lead, self.sitter.name)
        if lower:
            painter.setPen(theme.color("soft_ink"))
            painter.setFont(small)
            painter.drawText(QRect(left, top + upper, width, lower), WRAP | lead, self.sitter.fate)

    def _paint_marks(self, painter: QPainter) -> None:
        theme, side = self._appearance.theme, self._appearance.px(MARK)
        ink = theme.color("ink")
        centres = [self._cell(number).center() for number in range(len(self._seats))]
        for number, (seat, after) in enumerate(zip(self._seats, self._seats[1:], strict=False)):
            if seat is not None and after is not None:
                painter.setPen(QPen(theme.color("edge"), 2))
                painter.drawLine(centres[number], centres[number + 1])
        for centre, seat in zip(centres, self._seats, strict=True):
            if seat is None:
                continue
            mark = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(ink if seat else theme.color("page"))
            painter.drawEllipse(mark)
