"""Time at any scale: lanes of events under eras and chapters, from a century down to a day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.timeline.axis_ticks import AxisWords, axis_of
from historydesk.ui.timeline.event_button import EventButton
from historydesk.ui.timeline.event_label import EventLabel
from historydesk.ui.timeline.ground_painter import GRIP, GroundPainter
from historydesk.ui.timeline.label_pictures import LabelPictures
from historydesk.ui.timeline.label_rows import LabelRows, RowLabel
from historydesk.ui.timeline.lane_events import LaneEvents, TimeEvents
from historydesk.ui.timeline.lane_painter import LaneFrame, LanePainter
from historydesk.ui.timeline.rail_piles import Pile, nearest_pile
from historydesk.ui.timeline.time_hand import TimeHand
from historydesk.ui.timeline.time_scale import TimeScale, year_month_of, year_name
from historydesk.ui.timeline.timeline_rooms import Bracket, Rooms, packed, rooms_of
from historydesk.ui.timeline.view_motion import CHANGE_MS, ZOOM_MS, ViewMotion

LEAST_DAYS = 3.0
"""The nearest view, in days."""

BORDER = 0.02
"""Share of the whole that is shown beyond its first and last day."""

YEARS_ONLY = 0.25
"""Pixels a day below which labels say the year and not the day."""

REACH = 22.0
"""Pixels from a mark within which a tap means it."""

AT_ONCE = 4000
"""Up to so many events are taken in at once; more in parts, between which the window answers."""

REST_MS = 160
"""After the last movement the controls for assistive technology take their places."""

INNER = 0.08
"""Share of the view at its edges into which a chosen event is not brought."""


class TimelineView(QWidget):
    """Lanes of events on a line of days; owned by the page of the timeline.

    It takes complete values and draws them; nothing runs while it rests. Wheel and pinch zoom, dragging pans,
    arrows go from event to event and from lane to lane, Enter opens, ``[`` and ``]`` set a range.
    """

    event_chosen = Signal(str)
    bracket_chosen = Signal(str)
    range_changed = Signal(int, int)
    """The chosen range in days, both within it; ``0, 0``: none."""
    view_changed = Signal(float, float)
    """First and last day shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        locale = QLocale()
        names = [locale.standaloneMonthName(i, QLocale.FormatType.ShortFormat) for i in range(1, 13)]
        long_names = [locale.standaloneMonthName(i, QLocale.FormatType.LongFormat) for i in range(1, 13)]
        days = [locale.standaloneDayName(i, QLocale.FormatType.ShortFormat) for i in range(1, 8)]
        self._words = AxisWords(tuple(names), tuple(long_names), tuple(days))
        self._pictures = LabelPictures(self._appearance, self._words.months, self.tr("about {date}"))
        self._ground = GroundPainter(self._appearance)
        self._painter = LanePainter(self._appearance, self._pictures)
        self._lanes: tuple[tuple[str, str], ...] = (("", ""),)
        self._given: tuple[HistoricalEvent, ...] = ()
        self._events = TimeEvents((), ("",))
        self._coming: TimeEvents | None = None
        self._rows: list[LabelRows] = []
        self._bands: tuple[tuple[int, int, str], ...] = ()
        self._brackets: tuple[Bracket, ...] = ()
        self._old_style = False
        self._first, self._last = 0.0, 1.0
        self._whole = (0.0, 0.0)
        self._chosen_id = ""
        self._current = (0, -1)
        self._hovered = (0, -1)
        self._over = ""
        self._range = (0, 0)
        self._draft: tuple[float, float] | None = None
        self._buttons: list[EventButton] = []
        self._rooms = rooms_of(1, 1, 1, 0, self._appearance)
        self._motion = ViewMotion(self._show, self)
        self._hand = TimeHand(self)
        self._label = EventLabel(self._appearance, self)
        self._set_up()
        self.set_appearance(self._appearance)

    def _set_up(self) -> None:
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._place_buttons)
        self._intake = QTimer(self)
        self._intake.setInterval(0)
        self._intake.timeout.connect(self._take_in)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    # What is shown

    def set_events(self, events: Sequence[HistoricalEvent]) -> None:
        """Show these events, in any order. Very many come in parts; until then the old ones stay."""
        self._given = tuple(events)
        self._coming = TimeEvents(self._given, [lane for lane, _ in self._lanes])
        if len(self._given) <= AT_ONCE:
            self._coming.take_all()
            self._took_in()
        else:
            self._intake.start()

    @Slot()
    def _take_in(self) -> None:
        if self._coming is None or not self._coming.take_in():
            self._took_in()

    def _took_in(self) -> None:
        self._intake.stop()
        if self._coming is None:
            return
        self._events, self._coming = self._coming, None
        self._pictures.forget()
        found = self._events.find(self._chosen_id) if self._chosen_id else None
        self._current = found if found is not None else (min(self._current[0], len(self._lanes) - 1), -1)
        self._hovered = (0, -1)
        self._set_whole()
        self._describe()

    def is_taking_in(self) -> bool:
        """Whether events are still coming."""
        return self._coming is not None

    def set_lanes(self, lanes: Sequence[tuple[str, str]]) -> None:
        """The lanes from above, as (id, title); events of other lanes go to the last."""
        self._lanes = tuple(lanes) or (("", ""),)
        self.set_events(self._given)
        self._divide()

    def set_bands(self, bands: Sequence[tuple[int, int, str]]) -> None:
        """Eras behind the lanes: first day, last day, name."""
        self._bands = tuple(bands)
        self._set_whole()

    def set_brackets(self, brackets: Sequence[tuple[int, int, str, str]]) -> None:
        """Chapters above the lanes: first day, last day, title, chapter id."""
        self._brackets = packed(brackets)
        self._divide()
        self._set_whole()

    def set_old_style(self, on: bool) -> None:
        """Write dates before 14 February 1918 in the Julian calendar."""
        if on != self._old_style:
            self._old_style = on
            self._changed()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._pictures.set_appearance(appearance)
        self._ground.set_appearance(appearance)
        self._painter.set_appearance(appearance)
        self._label.set_appearance(appearance)
        self._label.put_away()
        self._make_rows()
        self._divide()

    def _make_rows(self) -> None:
        self._rows = [
            LabelRows(lane, _Widths(lane, self._pictures).of, self._painter.radius, self._whole[1])
            for lane in self._events.lanes
        ]

    def _divide(self) -> None:
        rows = max((each.row for each in self._brackets), default=-1) + 1
        self._rooms = rooms_of(self.width(), self.height(), len(self._lanes), rows, self._appearance)
        self._changed()

    def _set_whole(self) -> None:
        ends = [self._events.bounds(), *((each[0], each[1] + 1) for each in self._bands)]
        ends += [(each.first, each.last) for each in self._brackets]
        ends = [each for each in ends if each[1] > 0]
        before = self._whole
        if ends:
            first, last = min(each[0] for each in ends), max(each[1] for each in ends)
            more = (last - first) * BORDER + 1
            self._whole = (first - more, last + more)
        self._make_rows()
        if before[1] <= before[0] or (self._first, self._last) == before:
            self._motion.stop()
            self._show(*self._whole)
        span = [year_name(year_month_of(int(day))[0]) for day in self._events.bounds() if day]
        name = self.tr("Timeline, {span}").format(span="–".join(span)) if span else self.tr("Timeline")
        self.setAccessibleName(name)
        self._changed()

    # Where it looks

    def view(self) -> tuple[float, float]:
        """First and last day shown."""
        return self._first, self._last

    def scale(self) -> TimeScale:
        """Days on pixels, as shown now."""
        return TimeScale(self._first, self._last, self._rooms.left, self._rooms.right)

    def rooms(self) -> Rooms:
        """How the widget is divided."""
        return self._rooms

    def set_view(self, first: float, last: float, *, animated: bool = True) -> None:
        """Show a range of days, held within the whole and not nearer than ``LEAST_DAYS``."""
        self._move(self._held(first, last), CHANGE_MS if animated else 0)

    def zoom(self, factor: float) -> None:
        """Nearer (above 1) or further, about the current event where it is in sight, else about the middle."""
        x = (self._rooms.left + self._rooms.right) / 2
        if self._current[1] >= 0:
            lane, index = self._current
            at = self.scale().x(self._events.lanes[lane].middles[index])
            x = at if self._rooms.left <= at <= self._rooms.right else x
        self.zoom_at(factor, x)

    def zoom_at(self, factor: float, x: float, milliseconds: int = ZOOM_MS) -> None:
        """Zoom about a pixel, from where a movement under way would end."""
        first, last = self._motion.target() or (self._first, self._last)
        rooms = self._rooms
        share = (x - rooms.left) / max(1.0, rooms.right - rooms.left)
        whole = self._whole[1] - self._whole[0]
        span = min(max(LEAST_DAYS, (last - first) / factor), max(LEAST_DAYS, whole))
        start = first + share * (last - first - span)
        self._move(self._held(start, start + span), milliseconds)

    def pan_by(self, pixels: float, milliseconds: int = 0) -> None:
        """Move by pixels (right: later)."""
        first, last = self._motion.target() or (self._first, self._last)
        step = pixels / max(1e-9, self.scale().pixels_a_day)
        self._move(self._held(first + step, last + step), milliseconds)

    def show_all(self) -> None:
        """Show everything."""
        self._move(self._whole, CHANGE_MS)

    def interrupt(self) -> None:
        """End a movement where it is."""
        self._motion.stop()

    def hold(self, held: bool) -> None:
        """Whether a hand holds the time: the pointer shows it."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.ArrowCursor)
        self._point(-1, (0, -1))

    def _held(self, first: float, last: float) -> tuple[float, float]:
        low, high = self._whole
        span = min(max(LEAST_DAYS, last - first), max(LEAST_DAYS, high - low))
        middle = (first + last) / 2
        start = min(max(low, middle - span / 2), high - span)
        return start, start + span

    def _move(self, target: tuple[float, float], milliseconds: int) -> None:
        seen = self.isVisible() and self.width() > 1
        self._motion.start(
            (self._first, self._last), target, self._appearance.motion(milliseconds if seen else 0)
        )

    def _show(self, first: float, last: float) -> None:
        if (first, last) != (self._first, self._last):
            self._first, self._last = first, last
            self._label.put_away()
            self._changed()
            self.view_changed.emit(first, last)

    def _changed(self) -> None:
        for button in self._buttons:
            if button.isVisible():
                button.hide()
        self._rest.start()
        self.update()

    # Events

    def choose(self, event_id: str) -> None:
        """Emphasise an event and bring it into sight; an unknown id emphasises none. Emits nothing."""
        self._chosen_id = event_id
        found = self._events.find(event_id) if event_id else None
        self._set_current(found if found is not None else (self._current[0], -1))

    def chosen(self) -> str:
        """The emphasised event's id or ""."""
        event = self.current_event()
        return "" if event is None else event.id

    def current_event(self) -> HistoricalEvent | None:
        """The emphasised event."""
        lane, index = self._current
        return self._events.lanes[lane].events[index] if index >= 0 else None

    def _set_current(self, where: tuple[int, int]) -> None:
        self._current = where
        event = self.current_event()
        if event is not None:
            self._chosen_id = event.id
            self._bring_into_sight(self._events.lanes[where[0]], where[1])
        self._describe()
        self._changed()

    def _bring_into_sight(self, lane: LaneEvents, index: int) -> None:
        first, last = self._motion.target() or (self._first, self._last)
        span = last - first
        middle = min(max(lane.middles[index], lane.starts[index]), lane.starts[index] + 0.4 * span)
        if not first + INNER * span <= middle <= last - 3 * INNER * span:
            self.set_view(middle - span / 2, middle + span / 2)

    def step(self, way: int) -> None:
        """Go to the next event of the lane in time, or to the one before."""
        lane, index = self._current
        events = self._events.lanes[lane]
        if not len(events):
            return
        if index < 0:
            index = events.nearest((self._first + self._last) / 2)
        else:
            index = min(max(0, index + way), len(events) - 1)
        self._set_current((lane, index))
        self._announce()

    def change_lane(self, way: int) -> None:
        """Go to the event of the lane above or below that is nearest in time."""
        lane, index = self._current
        lanes = self._events.lanes
        day = float(lanes[lane].starts[index]) if index >= 0 else (self._first + self._last) / 2
        following = lane + way
        while 0 <= following < len(lanes):
            if len(lanes[following]):
                self._set_current((following, lanes[following].nearest(day)))
                self._announce()
                return
            following += way

    def open_current(self) -> None:
        """Ask for the emphasised event."""
        event = self.current_event()
        if event is not None:
            self.event_chosen.emit(event.id)

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))

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
        return self._range

    def set_range(self, first: int, last: int) -> None:
        """Mark a range of days; ``0, 0`` clears it. Emits nothing."""
        self._range = (first, max(first, last)) if last > 0 else (0, 0)
        self._draft = None
        self._changed()

    def draw_range(self, anchor: float, day: float) -> None:
        """Show the range being dragged from one day to another."""
        low, high = self._whole
        self._draft = (max(low, min(anchor, day)), min(high, max(anchor, day)))
        self.update()

    def finish_range(self) -> None:
        """Take the range that was dragged; less than a day is none."""
        if self._draft is not None:
            first, last = int(self._draft[0]), max(int(self._draft[0]), round(self._draft[1]) - 1)
            self._take_range(first, last)

    def set_range_end(self, which: int) -> None:
        """Begin (-1) or end (1) the range at the emphasised event."""
        event = self.current_event()
        if event is None:
            return
        first, last = self._range
        if last <= 0:
            first, last = self._events.bounds()
            last -= 1
        if which < 0:
            first = event.date.first_day
        else:
            last = event.date.last_day
        self._take_range(min(first, last), max(first, last))

    def clear_range(self) -> bool:
        """Take the range away; ``False`` when there was none."""
        if self._range == (0, 0):
            return False
        self._take_range(0, 0)
        return True

    def _take_range(self, first: int, last: int) -> None:
        self.set_range(first, last)
        self.range_changed.emit(*self._range)

    def handle_at(self, at: QPointF) -> int:
        """-1 at the handle of the range's start, 1 at that of its end, else 0."""
        if self._range == (0, 0) or at.y() < self._rooms.axis.top() - 4:
            return 0
        scale = self.scale()
        away = abs(at.x() - scale.x(self._range[0])), abs(at.x() - scale.x(self._range[1] + 1))
        if min(away) > GRIP:
            return 0
        return -1 if away[0] < away[1] else 1

    # Pointing

    def hit(self, at: QPointF) -> tuple[int, int]:
        """Lane and index of the event at a pixel: its label, or its mark within reach; index -1: none."""
        rooms, scale = self._rooms, self.scale()
        offset = scale.left - scale.first_day * scale.pixels_a_day
        for lane, box in enumerate(rooms.lanes):
            if not box.contains(at):
                continue
            row = int((rooms.rail_top(lane) - at.y()) // rooms.row)
            x = at.x() - offset
            if at.y() < rooms.rail_top(lane) and row < len(self._rows[lane].rows()):
                for label in self._rows[lane].rows()[row]:
                    if label.begin - 8 <= x <= label.end + 6:
                        return lane, label.index
            pile = self._pile_at(lane, at)
            return lane, pile.index if pile is not None else -1
        return 0, -1

    def _pile_at(self, lane: int, at: QPointF) -> Pile | None:
        if lane >= len(self._painter.piles) or at.y() < self._rooms.rail_top(lane) - 6:
            return None
        scale = self.scale()
        x = at.x() - scale.left + scale.first_day * scale.pixels_a_day
        return nearest_pile(self._painter.piles[lane], x, REACH)

    def bracket_at(self, at: QPointF) -> str:
        """The chapter whose bracket is at a pixel, or ""."""
        rooms, scale = self._rooms, self.scale()
        if not rooms.brackets.contains(at):
            return ""
        row = int((at.y() - rooms.brackets.top()) // max(1.0, rooms.bracket_row))
        inside = [
            each
            for each in self._brackets
            if each.row == row and scale.x(each.first) - 6 <= at.x() <= scale.x(each.last) + 6
        ]
        return inside[0].id if inside else ""

    def tap(self, at: QPointF) -> None:
        """A click or tap: opens an event or a chapter, spreads out a pile."""
        bracket = self.bracket_at(at)
        if bracket:
            self.bracket_chosen.emit(bracket)
            return
        lane, index = self.hit(at)
        if index < 0:
            return
        pile = self._pile_at(lane, at)
        if pile is not None and pile.index == index and pile.count > 1 and self._spread(lane, pile):
            return
        self._set_current((lane, index))
        self.event_chosen.emit(self.chosen())

    def _spread(self, lane: int, pile: Pile) -> bool:
        """Zoom to the events of a pile; ``False`` when they would still share a mark."""
        events = self._events.lanes[lane]
        first, last = events.starts[pile.index], events.starts[pile.end - 1] + 1
        span = max(LEAST_DAYS, (last - first) * 3.0)
        if span >= (self._last - self._first) * 0.9:
            return False
        middle = (first + last) / 2
        self.set_view(middle - span / 2, middle + span / 2)
        return True

    def point_at(self, at: QPointF) -> None:
        """The pointer is here: emphasise and name what is under it."""
        bracket = self.bracket_at(at)
        where = self.hit(at)
        handle = self.handle_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if handle:
            shape = Qt.CursorShape.SizeHorCursor
        elif bracket or where[1] >= 0:
            shape = Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        if bracket != self._over:
            self._over = bracket
            self.update()
        self._point(at.x(), where)

    def _point(self, x: float, where: tuple[int, int]) -> None:
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
        row = label.row + 1 if label is not None else 0
        top = self._rooms.rail_top(lane) - row * self._rooms.row
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
        """Zoom in where the pointer is, unless it is on something."""
        if self.hit(event.position())[1] < 0 and not self.bracket_at(event.position()):
            self.zoom_at(3.0, event.position().x(), CHANGE_MS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, or pan."""
        self._hand.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left."""
        self._over = ""
        self._point(0, (0, -1))
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinching; all else as ever."""
        if event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture) and self._hand.gesture(event):
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

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new size; the days shown stay."""
        super().resizeEvent(event)
        self._divide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        self._label.put_away()
        self._motion.stop()
        self._rest.stop()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        """A wide room."""
        return QSize(1000, 480)

    def minimumSizeHint(self) -> QSize:
        """Room for a row in each lane."""
        return QSize(260, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everything that is seen of the time shown."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color
        rooms, scale = self._rooms, self.scale()
        growth = self._appearance.chrome_px(1)
        axis = axis_of(scale, self._words, old_style=self._old_style, growth=growth)
        self._ground.ground(painter, rooms, scale, self._bands, axis)
        self._ground.change(painter, rooms, scale, self._old_style)
        whole = self._paint_lanes(painter, rooms, scale)
        if self._draft is not None:
            self._ground.range(painter, rooms, scale, self._draft)
        elif self._range != (0, 0):
            self._ground.range(painter, rooms, scale, (self._range[0], self._range[1] + 1))
        names = [name for _, name in self._lanes]
        self._ground.lanes(painter, rooms, names, self._current[0] if self.hasFocus() else -1)
        self._ground.brackets(painter, rooms, scale, self._brackets, self._over)
        calendar = self.tr("Old Style") if self._old_style else self.tr("New Style")
        self._ground.axis(painter, rooms, axis, calendar)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        if not whole:
            self.update()

    def _paint_lanes(self, painter: QPainter, rooms: Rooms, scale: TimeScale) -> bool:
        """Lay out and draw the lanes; ``False`` when labels are left for the next frame."""
        line = scale.pixels_a_day
        if self._pictures.set_form(old_style=self._old_style, years_only=line < YEARS_ONLY):
            self._make_rows()
        left, right = scale.first_day * line, scale.last_day * line
        whole = True
        self._painter.begin()
        for number, (events, rows) in enumerate(zip(self._events.lanes, self._rows, strict=True)):
            chosen = self._current[1] if self._current[0] == number else -1
            hovered = self._hovered[1] if self._hovered[0] == number else -1
            whole = rows.arrange(line, left, right, rooms.rows, chosen) and whole
            painter.save()
            painter.setClipRect(rooms.lanes[number])
            self._painter.paint(painter, LaneFrame(number, rooms, scale, events, rows, chosen, hovered))
            painter.restore()
        return whole

    # Assistive technology

    @Slot()
    def _place_buttons(self) -> None:
        """Lay a control over each label in sight and each chapter; called once the view rests."""
        rooms, scale = self._rooms, self.scale()
        offset = scale.left - scale.first_day * scale.pixels_a_day
        wanted: list[tuple[str, str, QRectF]] = []
        for each in self._brackets:
            left, right = max(rooms.left, scale.x(each.first)), min(rooms.right, scale.x(each.last))
            if right > left:
                top = rooms.brackets.top() + each.row * rooms.bracket_row
                box = QRectF(left, top, right - left, rooms.bracket_row)
                wanted.append(
                    ("chapter:" + each.id, self.tr("Chapter: {title}").format(title=each.title), box)
                )
        for lane, rows in enumerate(self._rows):
            events = self._events.lanes[lane].events
            for label in sorted(rows.labels(), key=_by_time):
                left, right = label.begin + offset, label.end + offset
                if right > rooms.left and left < rooms.right:
                    event = events[label.index]
                    box = QRectF(left, rooms.row_top(lane, label.row), right - left, rooms.row)
                    wanted.append(("event:" + event.id, f"{event.title}, {event.date.display}", box))
        while len(self._buttons) < len(wanted):
            button = EventButton(self)
            button.clicked.connect(self._on_button)
            self._buttons.append(button)
        for button, (key, name, box) in zip(self._buttons, wanted, strict=False):
            button.key = key
            button.setAccessibleName(name)
            button.setGeometry(box.intersected(QRectF(self.rect())).toAlignedRect())
            button.show()
        for button in self._buttons[len(wanted) :]:
            button.hide()

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, EventButton):
            kind, _, key = button.key.partition(":")
            if kind == "chapter":
                self.bracket_chosen.emit(key)
            else:
                self.choose(key)
                self.event_chosen.emit(key)


class _Widths:
    """Measures the labels of one lane."""

    def __init__(self, events: LaneEvents, pictures: LabelPictures) -> None:
        self._events = events
        self._pictures = pictures

    def of(self, index: int) -> float:
        """Pixels of an event's words."""
        return self._pictures.width(self._events.events[index])


def _by_time(label: RowLabel) -> float:
    return label.left
