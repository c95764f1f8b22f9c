"""A person in the diagram: drawn initials, the name, and a few words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.domain.alliances import Member, Side
from historydesk.ui.people.phase_words import beside, translated
from historydesk.ui.people.side_shape import paint_shape
from historydesk.ui.theme import Appearance, default_appearance

DISC = 36
"""Side of the initials in pixels at 100 %."""
EDGE = 8
GAP = 10
WRAP = Qt.TextFlag.TextWordWrap
WALK = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that go from phase to phase; the page handles them."""


class PersonButton(QPushButton):
    """Someone who stands somewhere; owned by the diagram. Round among the winners, square on the other side."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._appearance = default_appearance()
        self._member: Member | None = None
        self._came_from: Side | None = None
        self._words = ""
        self._is_chosen = False

    @property
    def member(self) -> Member | None:
        """Who stands here in the phase shown."""
        return self._member

    def set_member(self, member: Member, came_from: Side | None, side: str) -> None:
        """Stand on a side, whose words are ``side``; ``came_from`` is where in the phase before."""
        self._member, self._came_from = member, came_from
        self._words = beside(member, came_from)
        self.setAccessibleName(member.name)
        more = "" if member.person else translated("No entry of its own in this pack.")
        self.setAccessibleDescription(" ".join(filter(None, (f"{side}.", self._words, more))))
        self.setToolTip(member.name if member.name != member.label else "")
        shape = Qt.CursorShape.PointingHandCursor if member.person else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the person whose card is shown."""
        self._is_chosen = chosen
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.update()

    def size_within(self, width: int) -> QSize:
        """Size that shows all words, no wider than ``width``; small words wrap."""
        if self._member is None:
            return QSize(0, 0)
        name, small = QFontMetrics(self._name_font()), QFontMetrics(self._small_font())
        frame = self._disc() + 2 * EDGE + 2 * GAP
        most = max(40, width - frame)
        name_width = name.horizontalAdvance(self._member.label) + 2
        wish = max(name_width, small.horizontalAdvance(self._words) + 2)
        text = min(wish, most)
        box = QRect(0, 0, text, 10_000)
        height = name.boundingRect(box, WRAP, self._member.label).height()
        if self._words:
            height += small.boundingRect(box, WRAP, self._words).height()
        least = max(self._appearance.target, self._disc() + 2 * EDGE)
        return QSize(text + frame, max(least, height + 2 * EDGE))

    def sizeHint(self) -> QSize:
        """One line of each."""
        return self.size_within(10_000)

    def _disc(self) -> int:
        return round(self._appearance.px(DISC))

    def _name_font(self) -> QFont:
        return self._appearance.interface_face(15, weight=600, chrome=False)

    def _small_font(self) -> QFont:
        return self._appearance.interface_face(12.5, chrome=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the phases to the page; a button would move the keyboard."""
        if event.key() in WALK:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, initials, words."""
        member = self._member
        if member is None:
            return
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.color("hover" if self.underMouse() and member.person else "card")
        pen = QPen(theme.color("edge"), 1.5)
        if self._is_chosen:
            pen = QPen(theme.color("red"), 3)
        if self.hasFocus():
            pen = QPen(theme.color("focus"), 3)
        inset = pen.widthF() / 2 + 0.5
        paint_shape(
            painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), member.side, pen, ground
        )
        self._paint_initials(painter, member)
        self._paint_words(painter, member)

    def _paint_initials(self, painter: QPainter, member: Member) -> None:
        theme, disc = self._appearance.theme, self._disc()
        left = (
            EDGE if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - EDGE - disc
        )
        box = QRectF(left, (self.height() - disc) / 2, disc, disc)
        filled = {"won": ("ink", "on_ink"), "against": ("blue", "on_blue"), "apart": ("", "ink")}
        ground, ink = filled[member.side]
        pen = QPen(theme.color("edge"), 1.5) if not ground else QPen(Qt.PenStyle.NoPen)
        paint_shape(painter, box, member.side, pen, theme.color(ground) if ground else None)
        painter.setFont(self._appearance.reading_face(15, weight=600))
        painter.setPen(theme.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, member.initials)

    def _paint_words(self, painter: QPainter, member: Member) -> None:
        theme, disc = self._appearance.theme, self._disc()
        left = EDGE + disc + GAP
        right = EDGE + GAP
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        width = self.width() - left - right
        tall = QRect(0, 0, width, 10_000)
        name, small = self._name_font(), self._small_font()
        upper = QFontMetrics(name).boundingRect(tall, WRAP, member.label).height()
        lower = QFontMetrics(small).boundingRect(tall, WRAP, self._words).height() if self._words else 0
        top = (self.height() - upper - lower) // 2
        painter.setFont(name)
        painter.setPen(theme.color("ink"))
        lead = Qt.AlignmentFlag.AlignLeading
        painter.drawText(QRect(left, top, width, upper), WRAP | lead, member.label)
        if lower:
            painter.setFont(small)
            painter.setPen(theme.color("ink" if self._came_from is not None else "soft_ink"))
            painter.drawText(QRect(left, top + upper, width, lower), WRAP | lead, self._words)
