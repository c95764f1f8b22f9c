"""What stands beside the timeline: the map above, below it the list of events and people, or one card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.dates import REFORM
from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.words import Words
from historydesk.ui.timeline.event_shape import is_exact
from historydesk.ui.timeline.short_dates import short_date
from historydesk.ui.timeline.timeline_panel_list import (
    ID_ROLE,
    Line,
    LineDelegate,
    LineList,
    PanelList,
    Participant,
)

MAP_SHARE = 0.42
"""Share of the panel's height that the map takes."""

LEAST_WORDS = 230
"""Pixels at 100 % that the words below the map need; where little is left the map goes."""

GAP = 14
"""Pixels between the map's edges and what lies on it."""

WORDS_EDGES = (16, 14, 16, 0)
"""Pixels left, above, right and below the heading."""

LEAST_MAP = 110
"""Pixels below which a map shows nothing."""


class TimelinePanel(QWidget):
    """Map, lists and card beside the timeline; owned by the page, which passes map and card in.

    In a narrow window it is a drawer with a button that closes it.
    """

    event_chosen = Signal(str)
    person_chosen = Signal(str)
    list_requested = Signal()
    """From the card back to the list."""

    closed = Signal()
    corner_changed = Signal(QPoint)
    """Where the map's upper left corner is free, in the map's pixels."""

    def __init__(self, map_: QWidget, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._sentence = ""
        self._is_waiting = True
        self._is_all = True
        self.map, self.card = map_, card
        map_.setParent(self)
        card.setParent(self)
        self.setAccessibleName(self.tr("Events and map"))
        self._close = QPushButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close events and map"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.closed)
        self._close.hide()
        self._heading = Words(parent=self)
        self._hint = Words(parent=self)
        self._tabs = {
            "events": self._tab(self.tr("Events")),
            "people": self._tab(self.tr("People")),
        }
        self._months = _month_names()
        self._old_style = False
        self._lanes: Mapping[str, str] = {}
        self.events = PanelList[HistoricalEvent](self._event_line, self)
        self.people = PanelList[Participant](_person_line, self)
        self._delegate = LineDelegate(self._appearance, self)
        self.list = LineList(self)
        self.list.setModel(self.events)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(self._on_row)
        self.list.activated.connect(self._on_row)
        self._message = Words(parent=self)
        self._overview = QWidget(self)
        self._lay_out()
        self.set_appearance(self._appearance)
        self._show_tab("events")

    def _tab(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.clicked.connect(self._on_tab)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(2)
        for button in self._tabs.values():
            head.addWidget(button)
        head.addStretch(1)
        message = QWidget(self)
        rows = QVBoxLayout(message)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.addWidget(self._message)
        rows.addStretch(1)
        self._lists = QStackedLayout()
        self._lists.addWidget(self.list)
        self._lists.addWidget(message)
        self._words = words = QVBoxLayout()
        words.setContentsMargins(*WORDS_EDGES)
        words.setSpacing(4)
        words.addWidget(self._heading)
        words.addWidget(self._hint)
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(2, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addLayout(head)
        column.addLayout(self._lists, 1)
        self._below = QStackedLayout()
        self._below.addWidget(self._overview)
        self._below.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.map)
        whole.addLayout(self._below, 1)
        # Tab goes on as the eye does: from the lists' names to the list, and last to what closes the drawer.
        self.setTabOrder(self._tabs["people"], self.list)

    # What is shown

    def set_overview(self, heading: str, hint: str) -> None:
        """What the lists are of, and what one can do."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_lanes(self, lanes: Mapping[str, str]) -> None:
        """What the lanes are called."""
        self._lanes = lanes

    def set_old_style(self, on: bool) -> None:
        """Whether dates are told in Old Style where that was in force."""
        self._old_style = on
        self.list.viewport().update()

    def set_events(self, events: Sequence[HistoricalEvent], *, all_time: bool) -> None:
        """The events of the list, in order of time; whether they are those of all time."""
        self._is_waiting = False
        self._is_all = all_time
        self.events.set_items(events)
        self._show_state()
        self.list.scrollToTop()

    def set_people(self, people: Sequence[Participant]) -> None:
        """The people of these events."""
        self.people.set_items(people)
        self._show_state()

    def _event_line(self, event: HistoricalEvent) -> Line:
        old = self._old_style and event.julian and event.date.last_day < REFORM
        date = short_date(event.date, self._months, old, self.tr("about {date}"))
        if old and is_exact(event.date.edtf.partition("/")[0]):
            date = self.tr("{date} O.S.").format(date=date)
        return Line(event.title, date, self._lanes.get(event.lane, ""))

    def set_filter(self, text: str) -> None:
        """Keep the lines that hold these letters."""
        for model in (self.events, self.people):
            model.set_filter(text)
        self._sentence = text.strip()
        self._show_state()

    def choose(self, event_id: str) -> None:
        """Mark an event in the list; "" marks none."""
        row = self.events.row_of(event_id) if event_id else -1
        if self.list.model() is not self.events:
            return
        if row < 0:
            self.list.setCurrentIndex(QModelIndex())
            return
        index = self.events.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def show_card(self, shown: bool) -> bool:
        """The card instead of the lists, or the lists again; whether the keyboard was in what went."""
        held = self._holds_keyboard() and shown != self.shows_card
        self._below.setCurrentWidget(self.card if shown else self._overview)
        if held and not shown:
            self.focus_list()
        return held

    @property
    def shows_card(self) -> bool:
        """Whether the card is shown."""
        return self._below.currentWidget() is self.card

    def show_events(self) -> None:
        """The list of events."""
        self._show_tab("events")

    def show_people(self) -> None:
        """The list of people."""
        self._show_tab("people")

    def first_event(self) -> str:
        """The first event of the list; "" without."""
        return str(self.events.index(0).data(ID_ROLE)) if self.events.rowCount() else ""

    def row_rect(self) -> QRect:
        """Where the row chosen last is on the screen."""
        view = self.list.viewport()
        row = self.list.visualRect(self.list.currentIndex()).intersected(view.rect())
        return QRect(view.mapToGlobal(row.topLeft()), row.size())

    def focus_list(self) -> None:
        """Put the keyboard into the list, on a row."""
        if not self.list.currentIndex().isValid() and self._model().rowCount():
            self.list.setCurrentIndex(self._model().index(0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_drawer(self, is_drawer: bool) -> None:
        """Whether it lies over the timeline and can be closed."""
        if is_drawer == self._close.isHidden():
            self._close.setVisible(is_drawer)
            self.corner_changed.emit(self.corner())
        self._place_parts()

    def corner(self) -> QPoint:
        """Where the map's upper left corner is free: below the button that closes the drawer."""
        return QPoint(GAP, GAP if self._close.isHidden() else 2 * GAP + self._close.height())

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes; map and card have theirs from the shell."""
        self._appearance = appearance
        color = appearance.theme.color
        self._delegate.set_appearance(appearance)
        self._heading.set_look(appearance.reading_face(19, weight=700), color("ink"), 1.25, balanced=True)
        self._hint.set_look(appearance.interface_face(13.5, chrome=False), color("soft_ink"), 1.45)
        self._message.set_look(appearance.reading_face(16), color("soft_ink"))
        self._close.setIcon(icon("x", color("ink"), 18))
        self._close.setFixedSize(QSize(appearance.target, appearance.target))
        self._close.setStyleSheet(
            f"QPushButton {{ background: {appearance.theme.css('card')};"
            f" border: 1px solid {appearance.theme.css('edge')}; padding: 0; }}"
            f"QPushButton:focus {{ border: 2px solid {appearance.theme.css('focus')}; }}"
        )
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()
        self._place_parts()

    def _show_state(self) -> None:
        """The list, or a sentence where it would be empty."""
        model = self._model()
        for name, each in (("events", self.events), ("people", self.people)):
            words = self.tr("Events") if name == "events" else self.tr("People")
            self._tabs[name].setText(f"{words}\u2002{each.rowCount()}")
            self._tabs[name].setAccessibleName(f"{words}, {each.rowCount()}")
        if model.rowCount():
            self._lists.setCurrentIndex(0)
            return
        if self._is_waiting:
            self._message.setText(self.tr("Opening…"))
        elif self._sentence:
            words = self.tr("Nothing here matches “{words}”. Clear the field to see all.")
            self._message.setText(words.format(words=self._sentence))
        elif model is self.people:
            self._message.setText(self.tr("These events name nobody."))
        elif self._is_all:
            self._message.setText(self.tr("This pack tells of no events."))
        else:
            self._message.setText(self.tr("Nothing that this pack tells of happened in this time."))
        self._lists.setCurrentIndex(1)

    def _model(self) -> PanelList[HistoricalEvent] | PanelList[Participant]:
        return self.events if self.list.model() is self.events else self.people

    def _show_tab(self, name: str) -> None:
        self.list.setModel(self.events if name == "events" else self.people)
        for each, button in self._tabs.items():
            button.setChecked(each == name)
        self.list.setAccessibleName(self.tr("Events") if name == "events" else self.tr("People"))
        self._show_state()

    def _holds_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused) and not self.map.isAncestorOf(focused)

    # What is done

    @Slot()
    def _on_tab(self) -> None:
        self._show_tab(next(name for name, button in self._tabs.items() if button is self.sender()))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        chosen = self.event_chosen if self.list.model() is self.events else self.person_chosen
        chosen.emit(index.data(ID_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the card to the list, and closes a drawer."""
        if event.key() == Qt.Key.Key_Escape and self.shows_card:
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and not self._close.isHidden():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # Place

    def _place_parts(self) -> None:
        least = round(self._appearance.px(LEAST_WORDS))
        height = min(round(self.height() * MAP_SHARE), self.height() - least)
        has_map = height >= LEAST_MAP
        self.map.setVisible(has_map)
        self.map.setFixedHeight(max(0, height))
        # Over the map on the left, clear of its buttons; without a map beside the words, where they end.
        self._close.move(GAP if has_map else self.width() - self._close.width() - GAP, GAP)
        left, top, right, bottom = WORDS_EDGES
        if not has_map and not self._close.isHidden():
            right += self._close.width() + GAP
        self._words.setContentsMargins(left, top, right, bottom)
        self._close.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Map above, words below."""
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and dividing line."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(0, 0, 2 if theme.is_high_contrast else 1, self.height(), theme.color("rule"))


def _month_names() -> tuple[str, ...]:
    locale = QLocale()
    return tuple(locale.monthName(month, QLocale.FormatType.LongFormat) for month in range(1, 13))


def _person_line(person: Participant) -> Line:
    return Line(person.title, person.note)
