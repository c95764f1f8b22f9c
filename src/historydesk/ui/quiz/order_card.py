"""An item to be put in order: a card that is dragged, moved by its arrows, or by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from historydesk.domain.quiz_judging import plain
from historydesk.ui.quiz.answer_button import BETWEEN, BOX, PAD, AnswerCard
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon

_ARROW = 20


class OrderCard(AnswerCard, QAbstractButton):
    """One item with its place; pressed, it is picked up, and the arrow keys move it. Owned by its form.

    The item and its place are the control's name, so that a screen reader says where it went.
    """

    move_requested = Signal(QWidget, int)
    """This card by so many places, down or up."""

    drag_moved = Signal(QWidget, int)
    """This card was dragged to this height in the form."""

    neighbour_requested = Signal(QWidget, int)
    """From this card the keyboard goes so many items on."""

    _is_round = False

    def __init__(self, number: int, html: str, parent: QWidget) -> None:
        QAbstractButton.__init__(self, parent)
        self.number = number
        self._place, self._total, self._right_place = 0, 0, 0
        self._pressed_at: QPoint | None = None
        self._begin(0, html)
        self.setCheckable(True)
        self.setAccessibleDescription(self.tr("Space picks it up and puts it down, Up and Down move it."))
        self.up, self.down = QPushButton(self), QPushButton(self)
        for button, name, slot in (
            (self.up, self.tr("Move up: {item}"), self._on_up),
            (self.down, self.tr("Move down: {item}"), self._on_down),
        ):
            button.setProperty("role", "quiet")
            button.setAccessibleName(name.format(item=plain(html)))
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(slot)

    def set_place(self, place: int, total: int) -> None:
        """Where it stands, from 1, among so many."""
        self._place, self._total = place, total
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < total)
        self._name()
        self.update()

    def set_right_place(self, place: int) -> None:
        """It was checked: say where it belongs; from now on it stays where it is."""
        self._right_place = place
        self.setChecked(False)
        self.setCheckable(False)
        self.setAccessibleDescription("")
        self.up.hide()
        self.down.hide()
        self.set_mark("right" if place == self._place else "mistaken")

    def has_grip_at(self, at: QPoint) -> bool:
        """Whether a finger here drags the item instead of scrolling the page."""
        return not self._locked and at.x() < self._left()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        for button, name in ((self.up, "chevron-up"), (self.down, "chevron-down")):
            side = round(appearance.chrome_px(_ARROW))
            button.setIcon(icon(name, appearance.theme.color("ink"), side))
            button.setIconSize(QSize(side, side))
        super().set_appearance(appearance)
        self._lay_out()

    def _name(self) -> None:
        said = self._said() or (self.tr("picked up") if self.isChecked() else "")
        where = self.tr("{item}, place {place} of {total}")
        name = where.format(item=plain(self._html), place=self._place, total=self._total)
        self.setAccessibleName(f"{name}, {said}" if said else name)

    def _said(self) -> str:
        if not self._mark:
            return ""
        if self._mark == "right":
            return self.tr("in its place")
        return self.tr("belongs in place {place}").format(place=self._right_place)

    def _words_width(self, width: int) -> int:
        arrows = 0 if self._locked else 2 * self._appearance.target
        return max(60, width - self._left() - arrows - round(self._appearance.px(PAD)))

    def _lay_out(self) -> None:
        side = self._appearance.target
        for at, button in enumerate((self.down, self.up), start=1):
            button.setGeometry(self.width() - 6 - at * side, (self.height() - side) // 2, side, side)

    # -- moving ---------------------------------------------------------------------------------

    @Slot()
    def _on_up(self) -> None:
        self.move_requested.emit(self, -1)

    @Slot()
    def _on_down(self) -> None:
        self.move_requested.emit(self, 1)

    def nextCheckState(self) -> None:
        """Pick it up, or put it down."""
        super().nextCheckState()
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up and Down moves it, or these alone once it is picked up; Escape puts it down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            step
            and not self._locked
            and (self.isChecked() or event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ):
            self.move_requested.emit(self, step)
        elif step and alone:
            self.neighbour_requested.emit(self, step)
        elif event.key() == Qt.Key.Key_Escape and self.isChecked():
            self._put_down()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere has put it down."""
        self._put_down()
        super().focusOutEvent(event)

    def _put_down(self) -> None:
        if self.isChecked():
            self.setChecked(False)
            self._name()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps the beginning of a drag."""
        if event.button() == Qt.MouseButton.LeftButton and not self._locked:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it along."""
        at = event.position().toPoint()
        if self._pressed_at is None:
            return
        if self.isChecked() or (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self.setChecked(True)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_moved.emit(self, self.mapToParent(at).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down here."""
        if self._pressed_at is not None:
            self._pressed_at = None
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self._put_down()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The arrows stay at the right."""
        super().resizeEvent(event)
        self._lay_out()

    # -- painting -------------------------------------------------------------------------------

    def _paint_sign(self, painter: QPainter, at: QPointF, chosen: bool) -> None:
        """The place, and before it the dots by which it is dragged."""
        px = self._appearance.px
        theme = self._appearance.theme
        side = px(BOX)
        painter.setFont(self._appearance.reading_face(17, weight=600))
        painter.setPen(theme.color("ink" if chosen else "soft_ink"))
        box = QRectF(at.x() + px(BETWEEN / 3), at.y(), side, side)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, str(self._place))
        if self._locked:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("edge"))
        for column in range(2):
            for row in (-1, 0, 1):
                dot = QPointF(px(9) + 5 * column, box.center().y() + 5 * row)
                painter.drawEllipse(dot, 1.5, 1.5)

    def _paint_number(self, painter: QPainter, top: float, line: float) -> None:
        """Its place is painted at the left."""
