"""Time at any scale: lanes of events under eras and chapters, from a century down to a day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.event_controls import Control, EventControls
from historydesk.ui.timeline.event_label import EventLabel
from historydesk.ui.timeline.label_rows import RowLabel
from historydesk.ui.timeline.lane_events import LaneEvents
from historydesk.ui.timeline.rail_piles import Pile
from historydesk.ui.timeline.time_hand import TimeHand
from historydesk.ui.timeline.time_scale import year_month_of, year_name
from historydesk.ui.timeline.time_stage import NOWHERE, TimeStage
from historydesk.ui.timeline.time_touch import TimeTouch
from historydesk.ui.timeline.time_window import LEAST_DAYS
from historydesk.ui.timeline.timeline_rooms import Bracket
from historydesk.ui.timeline.view_motion import CHANGE_MS

INNER = 0.08
"""Share of the view at its edges into which a chosen event is not brought."""

INTO = 3.0
"""How much nearer a double click or tap is."""

SPREAD = 3.0
"""How much wider than a pile's time the view is that spreads it out."""


class TimelineView(TimeStage):
    """The timeline that one moves and asks; owned by its page.

    Wheel and pinch zoom, dragging pans, arrows go from event to event and from lane to lane, Enter opens,
    ``[`` and ``]`` set a range.
    """

    event_chosen = Signal(str)
    bracket_chosen = Signal(str)
    range_changed = Signal(int, int)
    """The chosen range in days, both within it; ``0, 0``: none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls = EventControls(self._in_sight, self)
        self._controls.pressed.connect(self._on_pressed)
        self._hand = TimeHand(self)
        self._touch = TimeTouch(self, self._hand)
        self._label = EventLabel(self._appearance, self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.set_appearance(self._appearance)
        self._describe()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._label.set_appearance(appearance)
        super().set_appearance(appearance)

    def zoom(self, factor: float) -> None:
        """Nearer (above 1) or further, about the current event where it is in sight, else about the middle."""
        x = (self._rooms.left + self._rooms.right) / 2
        lane, index = self._current
        if index >= 0:
            at = self.scale().x(self._events.lanes[lane].middles[index])
            x = at if self._rooms.left <= at <= self._rooms.right else x
        self.zoom_at(factor, x)

    def hold(self, held: bool) -> None:
        """Whether a hand holds the time: the pointer shows it."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.ArrowCursor)
        self._hover(NOWHERE, 0)

    def _on_taken_in(self) -> None:
        self._describe()

    def _changed(self) -> None:
        self._label.put_away()
        self._controls.unsettle()
        super()._changed()

    # Events

    def choose(self, event_id: str) -> None:
        """Emphasise an event and bring it into sight; an unknown id emphasises none. Emits nothing."""
        self._chosen_id = event_id
        found = self._events.find(event_id) if event_id else None
        self._set_current(found or (self._current[0], -1))

    def chosen(self) -> str:
        """The emphasised event's id or ""."""
        event = self.current_event()
        return "" if event is None else event.id

    def current_event(self) -> HistoricalEvent | None:
        """The emphasised event."""
        lane, index = self._current
        return self._events.lanes[lane].events[index] if index >= 0 else None

    def _set_current(self, where: tuple[int, int], *, spoken: bool = False) -> None:
        self._current = where
        event = self.current_event()
        if event is not None:
            self._chosen_id = event.id
            self._bring_into_sight(self._events.lanes[where[0]], where[1])
        self._describe()
        if spoken:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))
        self._changed()

    def _bring_into_sight(self, lane: LaneEvents, index: int) -> None:
        first, last = self._window.target()
        span = last - first
        # Of what lasts longer than is shown, its beginning.
        middle = min(lane.middles[index], lane.starts[index] + 0.4 * span)
        if not first + INNER * span <= middle <= last - 3 * INNER * span:
            self.set_view(middle - span / 2, middle + span / 2)

    def step(self, way: int) -> None:
        """Go to the next event of the lane in time, or to the one before."""
        lane, index = self._current
        events = self._events.lanes[lane]
        if len(events):
            if index < 0:
                index = events.nearest(self._window.first + self._window.span / 2)
            else:
                index = min(max(0, index + way), len(events) - 1)
            self._set_current((lane, index), spoken=True)

    def change_lane(self, way: int) -> None:
        """Go to the event of the lane above or below that is nearest in time."""
        lane, index = self._current
        lanes = self._events.lanes
        middle = self._window.first + self._window.span / 2
        day = float(lanes[lane].starts[index]) if index >= 0 else middle
        following = lane + way
        while 0 <= following < len(lanes):
            if len(lanes[following]):
                self._set_current((following, lanes[following].nearest(day)), spoken=True)
                return
            following += way

    def open_current(self) -> None:
        """Ask for the emphasised event."""
        event = self.current_event()
        if event is not None:
            self.event_chosen.emit(event.id)

    def _describe(self) -> None:
        event = self.current_event()
        if event is None:
            text = self.tr(
                "Left and right go from event to event, up and down from lane to lane, Enter opens"
            )
        else:
            lane = self._lanes[self._current[0]][1]
            text = f"{event.title}, {event.date.display}" + (f" ({lane})" if lane else "")
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    # The range

    def range(self) -> tuple[int, int]:
        """The chosen range in days, both within it; ``0, 0``: none."""
        return self._range.days

    def set_range(self, first: int, last: int) -> None:
        """Mark a range of days; ``0, 0`` clears it. Emits nothing."""
        self._range.set(first, last)
        self._changed()

    def draw_range(self, anchor: float, day: float) -> None:
        """Show the range being dragged from one day to another."""
        self._range.drag(anchor, day, self._window.whole)
        self.update()

    def finish_range(self) -> None:
        """Take the range that was dragged."""
        if self._range.drop():
            self._changed()
            self.range_changed.emit(*self._range.days)

    def set_range_end(self, which: int) -> None:
        """Begin (-1) or end (1) the range at the emphasised event."""
        event = self.current_event()
        if event is not None:
            first, last = self._events.bounds()
            self._range.move_end(which, (event.date.first_day, event.date.last_day), (first, last - 1))
            self._changed()
            self.range_changed.emit(*self._range.days)

    def clear_range(self) -> bool:
        """Take the range away; ``False`` when there was none."""
        if not self._range:
            return False
        self.set_range(0, 0)
        self.range_changed.emit(0, 0)
        return True

    # Pointing

    def handle_at(self, at: QPointF) -> int:
        """-1 at the handle of the range's start, 1 at that of its end, else 0."""
        return self.shown().handle_at(at, self._range.edges())

    def tap(self, at: QPointF) -> None:
        """A click or tap: opens an event or a chapter, spreads out a pile."""
        shown = self.shown()
        bracket = shown.bracket_at(at)
        if bracket is not None:
            self.bracket_chosen.emit(bracket.id)
            return
        lane, index = shown.event_at(at)
        if index < 0:
            return
        pile = shown.pile_at(lane, at)
        if pile is not None and pile.first == index and pile.size > 1:
            if self._spread(lane, pile):
                return
            index = self._next_in_pile(lane, pile)
        self._set_current((lane, index))
        self.open_current()

    def _spread(self, lane: int, pile: Pile) -> bool:
        """Zoom to the events of a pile; ``False`` when they would still share a mark."""
        events = self._events.lanes[lane]
        first, last = events.starts[pile.first], events.starts[pile.end - 1] + 1
        span = max(LEAST_DAYS, (last - first) * SPREAD)
        if span >= self._window.span * 0.9:
            return False
        self.set_view((first + last - span) / 2, (first + last + span) / 2)
        return True

    def _next_in_pile(self, lane: int, pile: Pile) -> int:
        """The event after the current one where that is in the pile, else its first."""
        if self._current[0] == lane and pile.first <= self._current[1] < pile.end - 1:
            return self._current[1] + 1
        return pile.first

    def point_at(self, at: QPointF) -> None:
        """The pointer is here: emphasise and name what is under it."""
        shown = self.shown()
        bracket, where = shown.bracket_at(at), shown.event_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if self.handle_at(at):
            shape = Qt.CursorShape.SizeHorCursor
        elif bracket is not None or where[1] >= 0:
            shape = Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self._hover(where, at.x())
        over = bracket.id if bracket is not None else ""
        if over != self._over:
            self._over = over
            self._name_bracket(bracket, at.x())
            self.update()

    def _name_bracket(self, bracket: Bracket | None, x: float) -> None:
        """Say the whole title and the years of a chapter; its bracket may have no room for them."""
        if bracket is None:
            self._label.put_away()
            return
        years = [year_name(year_month_of(day)[0]) for day in (bracket.first, bracket.last - 1)]
        foot = round((bracket.row + 1) * self._rooms.bracket_row)
        self._label.point_at(bracket.title, "–".join(years), QPoint(round(x), foot), below=True)

    def _hover(self, where: tuple[int, int], x: float) -> None:
        if where == self._hovered:
            return
        self._hovered = where
        self.update()
        lane, index = where
        if index < 0:
            self._label.put_away()
            return
        event = self._events.lanes[lane].events[index]
        label = self._rows[lane].placed(index)
        top = self._rooms.rail_top(lane) if label is None else self._rooms.row_top(lane, label.row)
        self._label.point_at(event.title, event.date.display, QPoint(round(x), round(top) - 4))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._hand.press(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or point."""
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in where the pointer is."""
        self.zoom_into(event.position())

    def zoom_into(self, at: QPointF) -> None:
        """Zoom in at a pixel, unless an event or a chapter is there."""
        shown = self.shown()
        if shown.event_at(at)[1] < 0 and shown.bracket_at(at) is None:
            self.zoom_at(INTO, at.x(), CHANGE_MS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, or pan."""
        self._hand.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left."""
        self._over = ""
        self._label.put_away()
        self._hover(NOWHERE, 0)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fingers, and pinching on a trackpad; all else as ever."""
        if isinstance(event, QTouchEvent):
            self._touch.follow(event)
            return True
        if event.type() == QEvent.Type.NativeGesture and self._hand.gesture(event):
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a key asks for."""
        if not self._hand.key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It left."""
        self.update()
        super().focusOutEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out the controls once it rests."""
        super().showEvent(event)
        self._changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest; a button held now comes up elsewhere."""
        self._hand.cancel()
        self._label.put_away()
        self._window.stop()
        self._controls.rest()
        super().hideEvent(event)

    # Assistive technology

    def _in_sight(self) -> list[Control]:
        """The chapters and the labelled events in sight, lane by lane in order of time."""
        rooms, scale = self._rooms, self.scale()
        offset = scale.left - scale.first_day * scale.pixels_a_day
        found: list[tuple[str, str, QRectF]] = []
        for each in self._brackets:
            if each.row >= rooms.bracket_rows:
                continue
            left = scale.x(each.first)
            box = QRectF(left, each.row * rooms.bracket_row, scale.x(each.last) - left, rooms.bracket_row)
            found.append(("chapter:" + each.id, self.tr("Chapter: {title}").format(title=each.title), box))
        for lane, rows in enumerate(self._rows):
            events = self._events.lanes[lane].events
            for label in sorted(rows.labels(), key=_begin):
                event = events[label.index]
                top = rooms.row_top(lane, label.row)
                box = QRectF(label.begin + offset, top, label.end - label.begin, rooms.row)
                found.append(("event:" + event.id, f"{event.title}, {event.date.display}", box))
        inner = QRectF(rooms.left, 0, rooms.right - rooms.left, self.height())
        return [
            Control(key, name, box.intersected(inner).toAlignedRect())
            for key, name, box in found
            if box.intersects(inner)
        ]

    @Slot(str)
    def _on_pressed(self, control: str) -> None:
        kind, _, key = control.partition(":")
        if kind == "chapter":
            self.bracket_chosen.emit(key)
        else:
            self.choose(key)
            self.event_chosen.emit(key)


def _begin(label: RowLabel) -> float:
    return label.begin
