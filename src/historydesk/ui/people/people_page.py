"""Who stood with whom, as a page: phases, diagram, what it was about, and the card of a person beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.alliances import Struggle
from historydesk.domain.reference import Reference
from historydesk.ui.people.council_table import CouncilTable
from historydesk.ui.people.diagram import Diagram
from historydesk.ui.people.flow_diagram import FlowDiagram
from historydesk.ui.people.people_head import PeopleHead
from historydesk.ui.people.person_button import WALK
from historydesk.ui.people.phase_bar import PhaseBar
from historydesk.ui.people.phase_facts import PhaseFacts
from historydesk.ui.people.phase_words import against_each_other, as_list, changes
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.body_text import BodyText
from historydesk.ui.theme.words import Words

PANEL = 400
"""Width of the card beside the diagram in pixels at 100 %."""

LEAST_BESIDE = 600
"""Pixels at 100 % that the diagram keeps beside the card; in a narrower page the card takes its place."""

MEASURE = 1180
"""Widest words and pictures of one phase in pixels at 100 %."""

LEAST_ABOVE = 560
"""Pixels at 100 % that pictures keep above the strip of time; a lower page has none."""

BROAD = 1800
"""Widest picture of all phases in pixels at 100 %."""


class _Column(QScrollArea):
    """Scrolls the page; leaves the keys of the phases to it."""

    def __init__(self, sheet: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)
        self.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A scroll area would take the arrows for itself."""
        if event.key() in WALK:
            event.ignore()
            return
        super().keyPressEvent(event)


class PeoplePage(QWidget):
    """Shows one phase of a struggle; owned by the surfaces. What is chosen leaves as a signal."""

    phase_requested = Signal(int)
    council_requested = Signal(int)
    person_requested = Signal(str)
    reference_activated = Signal(Reference)
    card_left = Signal()
    time_shown = Signal()
    """Another phase, date or picture is shown."""

    def __init__(self, card: QWidget, strip: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._struggle = Struggle()
        self._number = -1
        self._has_card = False
        self._is_council = False
        self._is_flow = True
        self.setAccessibleName(self.tr("People"))
        self.head = PeopleHead(self)
        self.all_phases, self.sides, self.council = self.head.all_phases, self.head.sides, self.head.council
        self.as_list = self.head.as_list
        self.bar = PhaseBar(self)
        self._phase = Words(parent=self)
        self._dates = Words(parent=self)
        self.flow = FlowDiagram(self)
        self.diagram = Diagram(self)
        self.list = BodyText(self)
        self.list.setAccessibleName(self.tr("Who stood with whom, as a list"))
        self.list.hide()
        self.facts = PhaseFacts(self)
        self.table = CouncilTable(self)
        self.table.hide()
        self._empty = Words(self.tr("This pack tells of no alliances."), self)
        self._empty.hide()
        self._strip = strip
        self._build(card)
        self._connect()

    def _build(self, card: QWidget) -> None:
        self._sheet = QWidget()
        rows = QVBoxLayout(self._sheet)
        rows.setContentsMargins(40, 18, 40, 32)
        rows.setSpacing(12)
        rows.addWidget(self.head)
        rows.addLayout(self._pictures())
        words = QHBoxLayout()
        words.setContentsMargins(0, 6, 0, 0)
        words.addWidget(self.facts, 1)
        words.addStretch(0)
        rows.addLayout(words)
        rows.addStretch(1)
        self._scroll = _Column(self._sheet, self)
        self._panel = QFrame(self)
        self._panel.setProperty("role", "panel")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(card)
        self._panel.hide()
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._scroll, 1)
        columns.addWidget(self._panel)
        self._line = QFrame(self)
        self._line.setProperty("role", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addWidget(self._line)
        whole.addWidget(self._strip)

    def _pictures(self) -> QVBoxLayout:
        """Phases, pictures and their headings, one below the other; what is hidden takes no room."""
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(self._phase)
        heading.addWidget(self._dates)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(self._empty)
        column.addWidget(self.bar)
        column.addWidget(self.flow)
        column.addLayout(heading)
        column.addWidget(self.diagram)
        column.addWidget(self.list)
        column.addWidget(self.table)
        return column

    def _connect(self) -> None:
        self.bar.phase_chosen.connect(self.phase_requested)
        self.flow.phase_chosen.connect(self.phase_requested)
        self.flow.person_chosen.connect(self._on_person_in_flow)
        self.flow.room_changed.connect(self._arrange_pictures)
        self.flow.stepped.connect(self._on_stepped)
        self.diagram.person_chosen.connect(self.person_requested)
        self.list.reference_activated.connect(self.reference_activated)
        self.facts.reference_activated.connect(self.reference_activated)
        self.table.person_chosen.connect(self.person_requested)
        self.table.date_chosen.connect(self.council_requested)
        self.as_list.toggled.connect(self._arrange_pictures)
        self.all_phases.clicked.connect(self._on_all_phases)
        self.sides.clicked.connect(self._on_sides)
        self.council.clicked.connect(self._on_council)

    @property
    def number(self) -> int:
        """Place of the phase shown; -1 before there is any."""
        return self._number

    def set_struggle(self, struggle: Struggle) -> None:
        """Take the phases of a pack; ``show_phase`` follows."""
        self._struggle, self._number = struggle, -1
        self.bar.set_struggle(struggle, self._appearance)
        self.flow.set_struggle(struggle)
        self.diagram.set_struggle(struggle)
        self.table.set_struggle(struggle)
        self.head.set_council(struggle.councils[0].title if struggle.councils else "")
        self._is_council = bool(struggle.councils) and (self._is_council or not struggle.phases)
        self._arrange_pictures()

    def show_phase(self, number: int) -> None:
        """Show a phase by its place, from 0; people move there from where they stood."""
        if not 0 <= number < len(self._struggle.phases):
            return
        in_flow = self.window().focusWidget() if self.flow.has_keyboard() else None
        had_keyboard = self.bar.has_keyboard() or any(each.hasFocus() for each in self.diagram.buttons())
        self._number = number
        phase = self._struggle.phases[number]
        self._phase.setText(phase.title)
        self._dates.setText(phase.dates)
        self.bar.set_number(number)
        self.flow.show_phase(number)
        self.diagram.show_phase(number)
        self.list.set_body(as_list(self._struggle, number))
        self._tell()
        if in_flow is not None:
            self.flow.keep_keyboard(in_flow, number)
        elif had_keyboard:
            self.bar.focus(number)
        self.time_shown.emit()

    def _tell(self) -> None:
        """What there is to say of the phase beside what its picture says."""
        if self._number >= 0:
            phase = self._struggle.phases[self._number]
            sides = against_each_other(phase) if self.is_flow else ""
            self.facts.show_phase(phase, changes(self._struggle, self._number), sides)

    @property
    def is_shown_together(self) -> bool:
        """Whether all phases are shown together when they are not listed."""
        return self._is_flow

    @property
    def is_flow(self) -> bool:
        """Whether all phases are shown together rather than one."""
        return self._is_flow and not self.as_list.isChecked()

    def show_flow(self, shown: bool) -> None:
        """Show all phases together, or the one chosen."""
        if shown == self._is_flow:
            return
        self._is_flow = shown
        self._arrange_pictures()
        self._scroll.verticalScrollBar().setValue(0)

    @property
    def is_council(self) -> bool:
        """Whether the ruling body is shown rather than the sides."""
        return self._is_council

    def show_council(self, shown: bool) -> None:
        """Show the ruling body from date to date, or the sides again."""
        wanted = bool(self._struggle.councils) and (shown or not self._struggle.phases)
        if wanted == self._is_council:
            return
        focused = self.window().focusWidget()
        had_keyboard = focused is not None and self._sheet.isAncestorOf(focused)
        self._is_council = wanted
        self._arrange_pictures()
        if had_keyboard:
            (self.council if wanted else self._tab()).setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)
        self.time_shown.emit()

    def show_date(self, number: int) -> None:
        """Choose a date of the ruling body by its place."""
        had_keyboard = self.table.has_keyboard()
        self.table.show_date(number)
        if had_keyboard:
            self.table.focus()
        self.time_shown.emit()

    def show_person(self, person: str) -> None:
        """Make room for the card of a person, and mark the person; "" takes the card away."""
        self._has_card = bool(person)
        self.flow.set_chosen(person)
        self.diagram.set_chosen(person)
        self.table.set_chosen(person)
        self._arrange()

    def is_narrow(self) -> bool:
        """Whether card and diagram take turns."""
        return self.width() < self._appearance.px(LEAST_BESIDE) + self._panel_width()

    def focus(self) -> None:
        """The keyboard on the phase shown."""
        if self._is_council:
            self.table.focus()
        elif self.is_flow:
            self.flow.focus(max(0, self._number))
        else:
            self.bar.focus(max(0, self._number))

    def focus_person(self, person: str) -> None:
        """The keyboard back on a person, else on the phase."""
        if self._is_council:
            button: QWidget | None = self.table.row(person)
        else:
            button = self.flow.chip(person) if self.is_flow else self.diagram.button(person)
        if button is not None and button.isVisible():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(button)
        else:
            self.focus()

    def panes(self) -> list[QWidget]:
        """Pictures, phases, picture, what it was about, and card."""
        return [
            self._tab(),
            self.bar,
            self.flow,
            self.diagram,
            self.list,
            self.facts,
            self.table,
            self._panel,
            self._strip,
        ]

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        self.head.set_appearance(appearance)
        self._phase.set_look(appearance.reading_face(21, weight=600), color("ink"), 1.25)
        self._dates.set_look(appearance.interface_face(14, chrome=False), color("soft_ink"), 1.4)
        self._empty.set_look(appearance.reading_face(18), color("soft_ink"))
        self.bar.set_appearance(appearance)
        self.flow.set_appearance(appearance)
        self.diagram.set_appearance(appearance)
        self.list.set_appearance(appearance)
        self.facts.set_appearance(appearance)
        self.table.set_appearance(appearance)
        self._limit_width()
        self._arrange()

    def _panel_width(self) -> int:
        return round(self._appearance.px(PANEL))

    def _arrange(self) -> None:
        narrow = self.is_narrow()
        self._panel.setMinimumWidth(0 if narrow else self._panel_width())
        self._panel.setMaximumWidth(16_777_215 if narrow else self._panel_width())
        self._scroll.setVisible(not (narrow and self._has_card))
        self._panel.setVisible(self._has_card)
        room = self.height() - self._strip.minimumHeight() >= self._appearance.px(LEAST_ABOVE)
        for part in (self._line, self._strip):
            part.setVisible(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go from phase to phase or from date to date; Esc leaves the card."""
        council = self._is_council
        at = self.table.number if council else self._number
        last = len(self._struggle.councils if council else self._struggle.phases) - 1
        if event.key() == Qt.Key.Key_Escape and self._has_card:
            self.card_left.emit()
        elif event.key() in WALK and event.modifiers() == Qt.KeyboardModifier.NoModifier and last >= 0:
            forward = (
                Qt.Key.Key_Right
                if self.layoutDirection() == Qt.LayoutDirection.LeftToRight
                else Qt.Key.Key_Left
            )
            to = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(
                Qt.Key(event.key()), at + (1 if event.key() == forward else -1)
            )
            if 0 <= to <= last and to != at:
                (self.council_requested if council else self.phase_requested).emit(to)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _arrange_pictures(self) -> None:
        """What is shown: the sides as a picture or a list, or the ruling body."""
        focused = self.window().focusWidget()
        there, council, listed = bool(self._struggle.phases), self._is_council, self.as_list.isChecked()
        self.head.title.setText(
            self._struggle.councils[0].title if council else self.tr("Who stood with whom")
        )
        self.as_list.setText(self.tr("As a picture") if listed else self.tr("As a list"))
        self._empty.setVisible(not there and not self._struggle.councils)
        flow = self._is_flow and not listed
        for widget in (self._phase, self._dates, self.as_list, self.facts):
            widget.setVisible(there and not council)
        self.bar.setVisible(there and not council and not (flow and self.flow.shows_all()))
        self.flow.setVisible(there and not council and flow)
        self.diagram.setVisible(there and not council and not listed and not flow)
        self.list.setVisible(there and not council and listed)
        self.table.setVisible(council)
        for button, here, possible in (
            (self.all_phases, not council and self._is_flow, there),
            (self.sides, not council and not self._is_flow, there),
            (self.council, council, bool(self._struggle.councils)),
        ):
            button.setVisible(possible)
            button.setChecked(here)
            button.setAccessibleDescription(self.tr("Shown") if here else "")
        self._limit_width()
        self._tell()
        pictures = (self.bar, self.flow, self.diagram, self.list, self.table)
        if focused is not None and any(each.isHidden() and each.isAncestorOf(focused) for each in pictures):
            # Qt gave the keyboard to the next control, which may be outside the page.
            self._tab().setFocus(Qt.FocusReason.OtherFocusReason)

    def _limit_width(self) -> None:
        """No wider than is good to look at; words stay narrower than the picture of all phases."""
        narrow, broad = (round(self._appearance.px(size)) for size in (MEASURE, BROAD))
        self._sheet.setMaximumWidth((broad if self.is_flow and not self._is_council else narrow) + 80)
        self.facts.setMaximumWidth(narrow)

    def _tab(self) -> QPushButton:
        """The control of the picture shown."""
        return self.council if self._is_council else self.all_phases if self._is_flow else self.sides

    @Slot(QWidget)
    def _on_stepped(self, widget: QWidget) -> None:
        self._scroll.ensureWidgetVisible(widget)

    @Slot(int, str)
    def _on_person_in_flow(self, number: int, person: str) -> None:
        self.show_phase(number)
        self.person_requested.emit(person)

    @Slot()
    def _on_all_phases(self) -> None:
        self.show_flow(True)
        self.phase_requested.emit(max(0, self._number))

    @Slot()
    def _on_sides(self) -> None:
        self.show_flow(False)
        self.phase_requested.emit(max(0, self._number))

    @Slot()
    def _on_council(self) -> None:
        self._arrange_pictures()
        self.council_requested.emit(max(0, self.table.number))
