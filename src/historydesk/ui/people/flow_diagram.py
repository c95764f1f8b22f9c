"""The picture of all phases: who stood on which side of each, and who went where from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.alliances import SIDES, Side, Struggle
from historydesk.ui.people.flow_chip import FlowChip
from historydesk.ui.people.phase_grid import (
    Columns,
    Seat,
    Strip,
    box_of,
    columns,
    place_strips,
    seat_rows,
)
from historydesk.ui.people.phase_head import PhaseHead
from historydesk.ui.people.phase_words import SIDE_WORDS, phase_name, side_words, translated, years
from historydesk.ui.people.ribbons import TOKENS, Ribbon, paint_ribbon, paint_way, ribbon_between
from historydesk.ui.people.side_shape import paint_shape
from historydesk.ui.theme import Appearance, default_appearance

MOVE_MS = 420
LEAST, MOST = 96, 168
"""Narrowest and widest box of a person in pixels at 100 %."""
BETWEEN = 22
"""Least room for the ribbons between two columns."""
RIBBON = 6
LABEL = 26
"""Height of a side's heading in pixels at 100 %."""
MARK = 10

Measure = tuple[Columns, dict[Seat, int], int, dict[Side, Strip], int]
"""Columns, heights of boxes, height of the heads, sides, and the whole height."""


class FlowDiagram(QWidget):
    """Shows all phases, or as many as there is room for around the one chosen; owned by the page.

    ``person_chosen`` names the phase in which the person was chosen. A person pointed at, with the keyboard or
    chosen is followed through all phases; otherwise those who changed sides into the phase chosen are.
    """

    phase_chosen = Signal(int)
    person_chosen = Signal(int, str)
    room_changed = Signal()
    stepped = Signal(QWidget)
    """The keyboard went to this control by another way than Tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("All phases"))
        self._appearance = default_appearance()
        self._struggle = Struggle()
        self._number = -1
        self._chosen = self._pointed = ""
        self._heads: list[PhaseHead] = []
        self._chips: dict[Seat, FlowChip] = {}
        self._rows: dict[Seat, int] = {}
        self._boxes: dict[Seat, QRect] = {}
        self._strips: dict[Side, Strip] = {}
        self._grid = Columns(1, 1.0, 1)
        self._height = 0
        self._placed_for = -1
        self._measured: dict[int, Measure] = {}
        self._at = self._offset = 0.0
        self._from = (0.0, 0.0)
        self._part = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._motion.valueChanged.connect(self._on_moved)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # -- what is shown --------------------------------------------------------------------------

    def set_struggle(self, struggle: Struggle) -> None:
        """Take all phases; ``show_phase`` follows."""
        for old in (*self._heads, *self._chips.values()):
            old.hide()
            old.deleteLater()
        self._struggle, self._number = struggle, -1
        self._chosen = self._pointed = ""
        self._rows = seat_rows(struggle.phases)
        self._heads, self._chips = [], {}
        before: QWidget | None = None
        for number, phase in enumerate(struggle.phases):
            head = PhaseHead(number, years(phase.dates), phase.title, phase_name(struggle, number), self)
            head.clicked.connect(self._on_head)
            self._heads.append(head)
            column: list[QWidget] = [head]
            came_from = struggle.came_from(number)
            for side in SIDES:
                words = ": ".join(filter(None, side_words(phase, side)))
                for member in sorted(phase.on(side), key=lambda each: self._rows[number, each.key]):
                    chip = FlowChip(number, member, came_from.get(member.key), words, self)
                    chip.clicked.connect(self._on_chip)
                    chip.pointed.connect(self._on_pointed)
                    self._chips[number, member.key] = chip
                    column.append(chip)
            for widget in column:
                if before is not None:
                    self.setTabOrder(before, widget)
                before = widget
        self._placed_for = -1
        self.set_appearance(self._appearance)

    def show_phase(self, number: int) -> None:
        """Choose a phase by its place: its column stands out and comes into sight."""
        if number == self._number or not 0 <= number < len(self._struggle.phases):
            return
        moves = self._number >= 0 and self.isVisible()
        self._number = number
        for head in self._heads:
            head.set_shown(head.number == number)
        self._go(animated=moves)

    def set_chosen(self, person: str) -> None:
        """Follow the person whose card is shown; "" for none."""
        self._chosen = person
        self._light()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        for head in self._heads:
            head.set_appearance(appearance)
        for chip in self._chips.values():
            chip.set_appearance(appearance)
        self._placed_for = -1
        self._measured.clear()
        self.updateGeometry()
        self._go(animated=False)

    def heads(self) -> tuple[PhaseHead, ...]:
        """The controls of the phases in sight."""
        return tuple(head for head in self._heads if not head.isHidden())

    def chips(self, number: int = -1) -> tuple[FlowChip, ...]:
        """The controls of the people in sight, of one phase or of all."""
        return tuple(
            chip for (phase, _), chip in self._chips.items() if not chip.isHidden() and number in (-1, phase)
        )

    def chip(self, person: str) -> FlowChip | None:
        """The control of a person in the phase chosen, else in the last one in sight."""
        found = [chip for chip in self.chips() if person and chip.member.person == person]
        here = [chip for chip in found if chip.number == self._number]
        return next(iter(here or reversed(found)), None)

    def shows_all(self) -> bool:
        """Whether all phases are in sight."""
        return self._grid.shown >= len(self._struggle.phases)

    def is_moving(self) -> bool:
        """Whether the picture is on its way to the phase chosen."""
        return self._motion.state() == QVariantAnimation.State.Running

    def band(self, side: Side) -> QRect:
        """Where a side lies over all phases; empty when nobody ever stands there."""
        strip = self._strips.get(side)
        return QRect(0, strip.top, self.width(), strip.bottom - strip.top) if strip is not None else QRect()

    def has_keyboard(self) -> bool:
        """Whether a phase or a person has the keyboard."""
        return any(widget.hasFocus() for widget in (*self._heads, *self._chips.values()))

    def focus(self, number: int) -> None:
        """The keyboard on a phase."""
        if 0 <= number < len(self._heads):
            self._step_to(self._heads[number])

    def keep_keyboard(self, focused: QWidget | None, number: int) -> None:
        """After a step to another phase: on the same person there, else on the phase."""
        key = focused.member.key if isinstance(focused, FlowChip) else ""
        chip = self._chips.get((number, key))
        if chip is not None:
            self._step_to(chip)
        else:
            self.focus(number)

    def _step_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepped.emit(widget)

    # -- where it is ----------------------------------------------------------------------------

    def _px(self, size: float) -> int:
        return round(self._appearance.px(size))

    def _measure(self, width: int) -> Measure:
        """How everything would lie in a picture this wide; the layout around asks for the same widths many times."""
        if width not in self._measured:
            self._measured[width] = self._measure_anew(width)
        return self._measured[width]

    def _measure_anew(self, width: int) -> Measure:
        phases = self._struggle.phases
        words = [chip.widest_word() for chip in self._chips.values()]
        least = min(self._px(MOST), max(self._px(LEAST), *words, 1)) if words else self._px(LEAST)
        grid = columns(len(phases), width, least, self._px(MOST), BETWEEN)
        heights = {seat: chip.height_within(grid.box) for seat, chip in self._chips.items()}
        head = max((each.height_within(round(grid.pitch) - 6) for each in self._heads), default=0)
        strips = place_strips(phases, self._rows, heights, head + 10, heading=self._px(LABEL), edge=6, gap=2)
        return grid, heights, head, strips, max((each.bottom for each in strips.values()), default=head) + 4

    def _place(self) -> None:
        """Find the place of everything in the present width."""
        width = self.width()
        if width == self._placed_for:
            return
        self._placed_for, before = width, (self._grid.shown, self._height)
        self._grid, heights, self._head, self._strips, self._height = self._measure(width)
        self._boxes = {
            seat: box_of(
                seat[0], self._strips[chip.member.side].rows[self._rows[seat]], self._grid, heights[seat]
            )
            for seat, chip in self._chips.items()
        }
        if self._height != before[1]:
            self.updateGeometry()
        if self._grid.shown != before[0]:
            self.room_changed.emit()

    def _goal(self) -> tuple[float, float]:
        """The column chosen, and how many columns are left of the picture."""
        return float(max(0, self._number)), float(
            self._grid.first(max(0, self._number), len(self._struggle.phases))
        )

    def _go(self, *, animated: bool) -> None:
        self._motion.stop()
        self._place()
        self._from = self._at, self._offset
        length = self._appearance.motion(MOVE_MS)
        if animated and length:
            self._motion.setDuration(length)
            self._motion.start()
        else:
            self._on_moved(1.0)
        self._light()

    @Slot(object)
    def _on_moved(self, part: float) -> None:
        at, offset = self._goal()
        self._part = part
        self._at = self._from[0] + (at - self._from[0]) * part
        self._offset = self._from[1] + (offset - self._from[1]) * part
        wide = round(self._grid.pitch) - 6
        for head in self._heads:
            left = round(self._grid.left(head.number, self._offset)) + 3
            self._put(head, head.number, QRect(left, 0, wide, self._head))
        for (number, key), chip in self._chips.items():
            self._put(chip, number, self._box((number, key)))
        self.update()

    def _box(self, seat: Seat) -> QRect:
        return self._boxes[seat].translated(-round(self._offset * self._grid.pitch), 0)

    def _put(self, widget: QWidget, number: int, box: QRect) -> None:
        """Where it stands now; what is out of sight is no control."""
        resting = self._part >= 1.0
        first = round(self._offset)
        inside = first <= number < first + self._grid.shown if resting else True
        turned = self._turned(box)
        widget.setGeometry(turned)
        widget.setVisible(inside and turned.right() >= 0 and turned.x() < self.width())

    def _turned(self, rect: QRect) -> QRect:
        """A box as languages from right to left have it."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())

    # -- who is followed ------------------------------------------------------------------------

    @Slot(str)
    def _on_pointed(self, key: str) -> None:
        self._pointed = key
        self._light()

    def _followed(self) -> set[Seat]:
        """Who is followed, by phase: one person through all, else who changed sides into the phase chosen."""
        one = self._pointed or self._chosen
        if one:
            return {(number, key) for number, key in self._chips if key == one}
        if self._number <= 0:
            return set()
        moved = self._struggle.came_from(self._number)
        return {(number, key) for key in moved for number in (self._number - 1, self._number)}

    def _light(self) -> None:
        one = self._pointed or self._chosen
        for (_number, key), chip in self._chips.items():
            chip.set_lit(bool(one) and key == one)
        self.update()

    # -- the hand -------------------------------------------------------------------------------

    @Slot()
    def _on_head(self) -> None:
        head = self.sender()
        if isinstance(head, PhaseHead):
            self.phase_chosen.emit(head.number)

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, FlowChip) and chip.member.person:
            self.person_chosen.emit(chip.number, chip.member.person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk within a column; the other arrows are the page's."""
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        number = focused.number if isinstance(focused, (FlowChip, PhaseHead)) else self._number
        column: list[QWidget] = [head for head in self.heads() if head.number == number]
        column += self.chips(number)
        if focused in column:
            to = column.index(focused) + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= to < len(column):
                self._step_to(column[to])

    # -- Qt -------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Rows follow from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of heads and sides."""
        if width == self._placed_for:
            return self._height
        return self._measure(width)[-1] if self._chips else 0

    def sizeHint(self) -> QSize:
        """As high as needed in the present width."""
        return QSize(640, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(240, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._go(animated=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The column chosen, the sides, the ribbons."""
        if not self._chips or self._number < 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_column(painter)
        self._paint_sides(painter)
        self._paint_ribbons(painter)

    def _paint_column(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        left = self._grid.left(0, self._offset) + self._at * self._grid.pitch
        box = QRectF(self._turned(QRect(round(left), 0, round(self._grid.pitch), self._height)))
        painter.setPen(QPen(theme.color("ink" if theme.is_high_contrast else "rule"), 1.5))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 12, 12)

    def _paint_sides(self, painter: QPainter) -> None:
        theme, mark = self._appearance.theme, self._px(MARK)
        font = self._appearance.interface_face(12.5, weight=600, chrome=False)
        for number, (side, strip) in enumerate(self._strips.items()):
            if number:
                painter.setPen(QPen(theme.color("edge"), 1, Qt.PenStyle.DashLine))
                painter.drawLine(0, strip.top, self.width(), strip.top)
            middle = strip.top + self._px(LABEL) // 2 + 2
            box = self._turned(QRect(4, middle - mark // 2, mark, mark))
            color = theme.color(TOKENS[side])
            paint_shape(painter, QRectF(box), side, QPen(color, 1.5), None if side == "apart" else color)
            painter.setPen(theme.color("soft_ink"))
            painter.setFont(font)
            words = self._turned(QRect(mark + 12, middle - self._px(LABEL) // 2, 400, self._px(LABEL)))
            lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, lead, translated(SIDE_WORDS[side]))

    def _paint_ribbons(self, painter: QPainter) -> None:
        theme, width = self._appearance.theme, self._appearance.px(RIBBON)
        followed, bends = self._followed(), self._bends()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        over: list[tuple[int, Ribbon]] = []
        for number, key in self._chips:
            here, then = (number, key), (number + 1, key)
            if then not in self._chips or not self._is_near(number):
                continue
            boxes = self._turned(self._box(here)), self._turned(self._box(then))
            ribbon = ribbon_between(*boxes, bends.get(here, 0.5), width)
            paint_ribbon(
                painter, theme, ribbon, (self._chips[here].member.side, self._chips[then].member.side)
            )
            if here in followed and then in followed:
                over.append((number, ribbon))
        for number, ribbon in over:
            arriving = number + 1 == self._number and not (self._pointed or self._chosen)
            paint_way(painter, theme, ribbon, self._part if arriving else 1.0)

    def _bends(self) -> dict[Seat, float]:
        """Where between two columns each crossing turns, so that those who cross together keep apart."""
        bends: dict[Seat, float] = {}
        for number in range(len(self._struggle.phases) - 1):
            ways: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
            for key in self._struggle.came_from(number + 1):
                start, end = self._boxes[number, key].y(), self._boxes[number + 1, key].y()
                ways[end > start].append((start, key))
            for down, found in ways.items():
                for place, (_start, key) in enumerate(sorted(found, reverse=down)):
                    bends[number, key] = 0.3 + 0.4 * (place + 0.5) / len(found)
        return bends

    def _is_near(self, number: int) -> bool:
        """Whether the way from a phase to the next is in sight."""
        return self._offset - 1.5 <= number <= self._offset + self._grid.shown
