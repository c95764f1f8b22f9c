"""The picture of a phase: bands for the sides, and people who move when they change sides."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.alliances import SIDES, Member, Side, Struggle
from historydesk.ui.people.person_button import PersonButton
from historydesk.ui.people.phase_words import side_words, spoken
from historydesk.ui.people.side_layout import Band, Gaps, PlacedBand, place_bands
from historydesk.ui.people.side_shape import paint_shape
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words

MOVE_MS = 380
MARK = 12
"""Side of the shape before a band's heading, in pixels at 100 %."""


class Diagram(QWidget):
    """Shows who stood with whom in one phase; owned by the page. As high as its people need."""

    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._struggle = Struggle()
        self._number = -1
        self._chosen = ""
        self._buttons: dict[str, PersonButton] = {}
        self._headings = {side: Words(parent=self) for side in SIDES}
        self._placed: dict[Side, PlacedBand] = {}
        self._targets: dict[str, QRect] = {}
        self._starts: dict[str, QRect] = {}
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._motion.valueChanged.connect(self._on_moved)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_struggle(self, struggle: Struggle) -> None:
        """Take all phases; ``show_phase`` follows."""
        self._struggle, self._number = struggle, -1

    def show_phase(self, number: int) -> None:
        """Show a phase by its place; people of both phases move to where they stand now."""
        if number == self._number or not 0 <= number < len(self._struggle.phases):
            return
        moves = self._number >= 0 and self.isVisible()
        starts = {key: QRect(button.geometry()) for key, button in self._buttons.items()}
        self._number = number
        phase, came_from = self._struggle.phases[number], self._struggle.came_from(number)
        for side, heading in self._headings.items():
            place, own = side_words(phase, side)
            heading.setText(f"{place}: {own}" if own else place)
            heading.setVisible(bool(phase.on(side)))
        for key in [key for key in self._buttons if phase.side_of(key) is None]:
            gone = self._buttons.pop(key)
            gone.hide()
            gone.deleteLater()
        before: QWidget | None = None
        for side in SIDES:
            for member in phase.on(side):
                button = self._button(member)
                button.set_member(member, came_from.get(member.key), self._headings[side].text())
                button.set_chosen(bool(member.person) and member.person == self._chosen)
                button.show()
                if before is not None:
                    self.setTabOrder(before, button)
                before = button
        self.setAccessibleName(phase.title)
        self.setAccessibleDescription(spoken(self._struggle, number))
        self._starts = starts if moves else {}
        self._arrange()
        for key in came_from:
            self._buttons[key].raise_()
        self.updateGeometry()

    def set_chosen(self, person: str) -> None:
        """Mark the person whose card is shown; "" for none."""
        self._chosen = person
        for button in self._buttons.values():
            member = button.member
            button.set_chosen(bool(person) and member is not None and member.person == person)

    def button(self, key: str) -> PersonButton | None:
        """The control of someone in the phase shown."""
        return self._buttons.get(key)

    def buttons(self) -> tuple[PersonButton, ...]:
        """The controls of all people shown, from the first band to the last."""
        if self._number < 0:
            return ()
        phase = self._struggle.phases[self._number]
        return tuple(self._buttons[member.key] for side in SIDES for member in phase.on(side))

    def target(self, key: str) -> QRect:
        """Where someone stands when nothing moves, in the diagram's pixels."""
        return self._targets.get(key, QRect())

    def band(self, side: Side) -> QRect:
        """Where a side lies; empty when nobody stands there."""
        placed = self._placed.get(side)
        return placed.frame if placed is not None else QRect()

    def is_moving(self) -> bool:
        """Whether people are on their way."""
        return self._motion.state() == QVariantAnimation.State.Running

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        face = appearance.interface_face(14, weight=600, chrome=False)
        for heading in self._headings.values():
            heading.set_look(face, appearance.theme.color("ink"), 1.35)
        for button in self._buttons.values():
            button.set_appearance(appearance)
        self._starts = {}
        self._arrange()
        self.updateGeometry()
        self.update()

    def _button(self, member: Member) -> PersonButton:
        if member.key not in self._buttons:
            button = PersonButton(member.key, self)
            button.set_appearance(self._appearance)
            button.clicked.connect(self._on_clicked)
            self._buttons[member.key] = button
        return self._buttons[member.key]

    def _gaps(self) -> Gaps:
        return Gaps(round(self._appearance.chrome_px(14)), 10, 12)

    def _mark(self) -> int:
        return round(self._appearance.px(MARK))

    def _place(self, width: int) -> dict[Side, PlacedBand]:
        """Where everything would lie in a diagram of this width."""
        if self._number < 0:
            return {}
        phase, gaps = self._struggle.phases[self._number], self._gaps()
        inner = width - 2 * gaps.edge
        words = inner - self._mark() - 10
        sides = [side for side in SIDES if phase.on(side)]
        bands = [
            Band(
                self._headings[side].heightForWidth(words),
                tuple(self._buttons[member.key].size_within(inner) for member in phase.on(side)),
            )
            for side in sides
        ]
        return dict(zip(sides, place_bands(bands, width, gaps), strict=True))

    def _arrange(self) -> None:
        """Put everything in its place, at once or on the way there."""
        self._motion.stop()
        self._placed = self._place(self.width())
        self._targets = {}
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        for side, band in self._placed.items():
            for member, rect in zip(self._struggle.phases[self._number].on(side), band.people, strict=True):
                self._targets[member.key] = self._turned(rect)
            shift = self._mark() + 10
            words = (
                band.heading.adjusted(shift, 0, 0, 0)
                if left_to_right
                else band.heading.adjusted(0, 0, -shift, 0)
            )
            self._headings[side].setGeometry(words)
        length = self._appearance.motion(MOVE_MS)
        if self._starts and length:
            self._motion.setDuration(length)
            self._motion.start()
        else:
            self._starts = {}
            self._on_moved(1.0)
        self.update()

    def _turned(self, rect: QRect) -> QRect:
        """A box as languages from right to left have it."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())

    @Slot(object)
    def _on_moved(self, part: float) -> None:
        for key, target in self._targets.items():
            start = self._starts.get(key, target)
            corner = start.topLeft() + QPoint(
                round((target.x() - start.x()) * part), round((target.y() - start.y()) * part)
            )
            self._buttons[key].setGeometry(QRect(corner, target.size()))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PersonButton) and button.member is not None and button.member.person:
            self.person_chosen.emit(button.member.person)

    def hasHeightForWidth(self) -> bool:
        """Rows follow from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all bands."""
        placed = self._place(width)
        return max((band.frame.bottom() + 1 for band in placed.values()), default=0)

    def sizeHint(self) -> QSize:
        """As high as needed in the present width."""
        return QSize(640, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Narrow: people stand one below the other."""
        return QSize(240, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """People stand where there is room; what moved has arrived."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._starts = {}
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bands, each with its shape."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, band in self._placed.items():
            pen = QPen(theme.color("edge" if theme.is_high_contrast else "rule"), 2 if side == "won" else 1.5)
            if side == "apart":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(theme.color("panel") if side == "won" else Qt.BrushStyle.NoBrush)
            radius = 4 if side == "against" else 14
            painter.drawRoundedRect(QRectF(band.frame).adjusted(1, 1, -1, -1), radius, radius)
            self._paint_mark(painter, side, band)

    def _paint_mark(self, painter: QPainter, side: Side, band: PlacedBand) -> None:
        theme, mark = self._appearance.theme, self._mark()
        line = self._headings[side].fontMetrics().height()
        box = self._turned(QRect(band.heading.x(), band.heading.y() + (line - mark) // 2, mark, mark))
        color = theme.color({"won": "ink", "apart": "edge", "against": "blue"}[side])
        paint_shape(painter, QRectF(box), side, QPen(color, 1.5), None if side == "apart" else color)
