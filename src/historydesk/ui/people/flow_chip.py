"""Someone in one phase of all: a name that fits its column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.domain.alliances import Member, Side
from historydesk.ui.people.column_words import draw_middle, height_of
from historydesk.ui.people.person_button import WALK
from historydesk.ui.people.phase_words import beside, translated
from historydesk.ui.people.side_shape import paint_shape
from historydesk.ui.theme import Appearance, default_appearance

EDGE = 8
GROUNDS: dict[Side, tuple[str, str]] = {
    "won": ("ink", "on_ink"),
    "apart": ("card", "ink"),
    "against": ("blue", "on_blue"),
}
STEPS = (*WALK, Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys that go from phase to phase and from one to the next within it."""


class FlowChip(QPushButton):
    """Someone who stands in a phase; owned by the picture of all phases."""

    pointed = Signal(str)
    """The keyboard or the pointer came, with the person's key, or left ("")."""

    def __init__(
        self, number: int, member: Member, came_from: Side | None, side: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.number = number
        self.member = member
        self._appearance = default_appearance()
        self._is_lit = False
        self.setAccessibleName(member.name)
        more = "" if member.person else translated("No entry of its own in this pack.")
        self.setAccessibleDescription(" ".join(filter(None, (f"{side}.", beside(member, came_from), more))))
        self.setToolTip(member.name if member.name != member.label else "")
        if member.person:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_lit(self, lit: bool) -> None:
        """Stand out as one of the way that is followed."""
        if lit != self._is_lit:
            self._is_lit = lit
            self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.update()

    def widest_word(self) -> int:
        """Pixels that the longest word of the name needs with its edges."""
        metrics = QFontMetrics(self._name_font())
        return max(map(metrics.horizontalAdvance, self.member.label.split()), default=0) + 2 * EDGE + 4

    def height_within(self, width: int) -> int:
        """Height that shows all words in this width, at least a target's."""
        upper, lower = self._heights(width)
        return max(self._appearance.target, upper + lower + 12)

    def sizeHint(self) -> QSize:
        """One column."""
        return QSize(120, self.height_within(120))

    def _name_font(self) -> QFont:
        return self._appearance.interface_face(13.5, weight=600, chrome=False)

    def _small_font(self) -> QFont:
        return self._appearance.interface_face(12.5, chrome=False)

    def _heights(self, width: int) -> tuple[int, int]:
        inner, note = width - 2 * EDGE, self.member.note
        upper = height_of(self.member.label, self._name_font(), inner)
        return upper, height_of(note, self._small_font(), inner) if note else 0

    def event(self, event: QEvent) -> bool:
        """The pointer comes and goes."""
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit("")
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the way of this person."""
        super().enterEvent(event)
        self.pointed.emit(self.member.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the way of this person."""
        super().focusInEvent(event)
        self.pointed.emit(self.member.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The way is no longer shown."""
        super().focusOutEvent(event)
        self.pointed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the picture and the page; a button would move the keyboard."""
        if event.key() in STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape and words."""
        theme = self._appearance.theme
        ground, ink = GROUNDS[self.member.side]
        if self._is_lit:
            ground, ink = "red", "on_red"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # On neither side the outline is dashed, whoever is followed.
        outline = {"card": "edge", "red": "on_red"}.get(ground, "") if self.member.side == "apart" else ""
        pen = QPen(theme.color(outline), 1.5) if outline else QPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        paint_shape(painter, box, self.member.side, pen, theme.color(ground))
        if self.hasFocus():
            ring = QPen(theme.color("focus"), 2)
            paint_shape(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.member.side, ring, None)
        upper, lower = self._heights(self.width())
        top, width = (self.height() - upper - lower) // 2, self.width() - 2 * EDGE
        painter.setPen(theme.color(ink))
        painter.setFont(self._name_font())
        draw_middle(painter, QRect(EDGE, top, width, upper), self.member.label)
        if lower:
            painter.setFont(self._small_font())
            draw_middle(painter, QRect(EDGE, top + upper, width, lower), self.member.note)
