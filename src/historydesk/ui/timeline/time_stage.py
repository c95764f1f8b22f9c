"""What the timeline shows and where it looks: its events, eras and chapters, drawn at any scale."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.timeline.axis_ticks import AxisWords, axis_of
from historydesk.ui.timeline.chosen_range import ChosenRange
from historydesk.ui.timeline.ground_painter import GroundPainter
from historydesk.ui.timeline.label_pictures import LabelPictures
from historydesk.ui.timeline.label_rows import LabelRows
from historydesk.ui.timeline.lane_events import LaneEvents, TimeEvents
from historydesk.ui.timeline.lane_painter import LaneFrame, LanePainter
from historydesk.ui.timeline.pointing import Shown
from historydesk.ui.timeline.time_scale import TimeScale, year_month_of, year_name
from historydesk.ui.timeline.time_window import LEAST_DAYS, TimeWindow
from historydesk.ui.timeline.timeline_rooms import Bracket, Rooms, packed, rooms_of
from historydesk.ui.timeline.view_motion import CHANGE_MS, GLIDE_MS, ZOOM_MS

BORDER = 0.02
"""Share of the whole that is shown beyond its first and last day."""

YEARS_ONLY = 0.15
"""Pixels a day below which labels say the year and not the day."""

AT_ONCE = 4000
"""Up to so many events are taken in at once; more in parts, between which the window answers."""

NOWHERE = (0, -1)
"""A lane, and no event of it."""


class TimeStage(QWidget):
    """Lanes of events on a line of days, drawn; ``TimelineView`` adds the hand, the keyboard and the controls.

    It takes complete values and draws them; nothing runs while it rests.
    """

    view_changed = Signal(float, float)
    """First and last day shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline"))
        self._appearance = default_appearance()
        self._words = _axis_words()
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
        self._chosen_id = ""
        self._current = self._hovered = NOWHERE
        self._over = ""
        self._range = ChosenRange()
        self._rooms = rooms_of(1, 1, 1, 0, self._appearance)
        self._window = TimeWindow(self)
        self._window.moved.connect(self._on_moved)
        self._intake = QTimer(self)
        self._intake.setInterval(0)
        self._intake.timeout.connect(self._take_in)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # What is shown

    def set_events(self, events: Sequence[HistoricalEvent]) -> None:
        """Show these events, in any order. Very many come in parts; until then the old ones stay."""
        self._given = tuple(events)
        self._coming = TimeEvents(self._given, [lane for lane, _ in self._lanes])
        if len(self._given) <= AT_ONCE:
            self._coming.take_all()
            self._took_in(self._coming)
        else:
            self._intake.start()

    @Slot()
    def _take_in(self) -> None:
        if self._coming is not None and not self._coming.take_in():
            self._took_in(self._coming)

    def _took_in(self, events: TimeEvents) -> None:
        self._intake.stop()
        self._events, self._coming = events, None
        self._pictures.forget()
        found = self._events.find(self._chosen_id) if self._chosen_id else None
        self._current = found or (min(self._current[0], len(self._lanes) - 1), -1)
        self._hovered = NOWHERE
        self._set_whole()
        self._on_taken_in()

    def _on_taken_in(self) -> None:
        """Other events are shown."""

    def is_taking_in(self) -> bool:
        """Whether events are still coming."""
        return self._coming is not None

    def set_lanes(self, lanes: Sequence[tuple[str, str]]) -> None:
        """The lanes from above, as (id, title); events of other lanes go to the last."""
        self._lanes = tuple(lanes) or (("", ""),)
        self._events = TimeEvents((), [lane for lane, _ in self._lanes])
        self._current = self._hovered = NOWHERE
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
        self._make_rows()
        self._divide()

    def _make_rows(self) -> None:
        self._rows = [
            LabelRows(lane, _Widths(lane, self._pictures).of, self._painter.radius, self._window.whole[1])
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
        if ends:
            first, last = min(each[0] for each in ends), max(each[1] for each in ends)
            more = (last - first) * BORDER + 1
            self._window.set_whole(first - more, last + more)
        self._make_rows()
        span = [year_name(year_month_of(int(day))[0]) for day in self._events.bounds() if day]
        name = self.tr("Timeline, {span}").format(span="–".join(span)) if span else self.tr("Timeline")
        self.setAccessibleName(name)
        self._changed()

    # Where it looks

    def view(self) -> tuple[float, float]:
        """First and last day shown."""
        return self._window.first, self._window.last

    def scale(self) -> TimeScale:
        """Days on pixels, as shown now."""
        return TimeScale(self._window.first, self._window.last, self._rooms.left, self._rooms.right)

    def rooms(self) -> Rooms:
        """How the widget is divided."""
        return self._rooms

    def set_view(self, first: float, last: float, *, animated: bool = True) -> None:
        """Show a range of days, held within the whole and not nearer than ``LEAST_DAYS``."""
        self._window.go(first, last, self._motion(CHANGE_MS if animated else 0))

    def zoom_at(self, factor: float, x: float, milliseconds: int = ZOOM_MS) -> None:
        """Zoom about a pixel, from where a movement under way would end."""
        share = (x - self._rooms.left) / max(1.0, self._rooms.right - self._rooms.left)
        self._window.zoom(factor, share, self._motion(milliseconds))

    def pan_by(self, pixels: float, milliseconds: int = 0) -> None:
        """Move by pixels (right: later)."""
        self._window.shift(pixels / max(1e-9, self.scale().pixels_a_day), self._motion(milliseconds))

    def place(self, day: float, x: float, span: float) -> None:
        """Show so many days at once, with a day at a pixel."""
        low, high = self._window.whole
        span = min(max(LEAST_DAYS, span), max(LEAST_DAYS, high - low))
        first = day - span * (x - self._rooms.left) / max(1.0, self._rooms.right - self._rooms.left)
        self._window.go(first, first + span)

    def glide(self, pixels: float) -> None:
        """Go on after a drag and come to rest; with reduced motion there is no such end."""
        milliseconds = self._motion(GLIDE_MS)
        if milliseconds:
            self.pan_by(pixels, milliseconds)

    def show_all(self) -> None:
        """Show everything."""
        self._window.go(*self._window.whole, self._motion(CHANGE_MS))

    def interrupt(self) -> None:
        """End a movement where it is."""
        self._window.stop()

    def _motion(self, milliseconds: int) -> int:
        seen = self.isVisible() and self.width() > 1
        return self._appearance.motion(milliseconds) if seen else 0

    @Slot(float, float)
    def _on_moved(self, first: float, last: float) -> None:
        self._changed()
        self.view_changed.emit(first, last)

    def _changed(self) -> None:
        """Something that is shown changed."""
        self.update()

    def shown(self) -> Shown:
        """What stands where."""
        return Shown(self._rooms, self.scale(), self._rows, self._painter.piles, self._brackets)

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new size; the days shown stay."""
        super().resizeEvent(event)
        self._divide()

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
        rooms, scale = self._rooms, self.scale()
        growth = self._appearance.chrome_px(1)
        axis = axis_of(scale, self._words, old_style=self._old_style, growth=growth)
        self._ground.ground(painter, rooms, scale, self._bands, axis, old_style=self._old_style)
        self._ground.change(painter, rooms, scale, self._old_style)
        edges = self._range.edges()
        if edges is not None:
            self._ground.range(painter, rooms, scale, edges)
        whole = self._paint_lanes(painter, rooms, scale)
        names = [name for _, name in self._lanes]
        self._ground.lanes(painter, rooms, names, self._current[0] if self.hasFocus() else -1)
        self._ground.brackets(painter, rooms, scale, self._brackets, self._over)
        calendar = self.tr("Old Style") if self._old_style else self.tr("New Style")
        self._ground.axis(painter, rooms, axis, calendar)
        if edges is not None:
            self._ground.handles(painter, rooms, scale, edges)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        if not whole:
            self.update()

    def _paint_lanes(self, painter: QPainter, rooms: Rooms, scale: TimeScale) -> bool:
        """Lay out and draw the lanes; ``False`` when labels are left for the next frame."""
        line = scale.pixels_a_day
        if self._pictures.set_form(old_style=self._old_style, years_only=line < YEARS_ONLY):
            for rows in self._rows:
                rows.remeasure()
        left, right = scale.first_day * line, scale.last_day * line
        offset = scale.left - left
        whole = True
        self._painter.begin()
        for number, (events, rows) in enumerate(zip(self._events.lanes, self._rows, strict=True)):
            chosen = self._current[1] if self._current[0] == number else -1
            hovered = self._hovered[1] if self._hovered[0] == number else -1
            whole = rows.arrange(line, left, right, rooms.rows, chosen) and whole
            painter.save()
            painter.setClipRect(rooms.lanes[number])
            frame = LaneFrame(
                number, rooms, scale, offset, events, rows, chosen, hovered, self._range.edges()
            )
            self._painter.paint(painter, frame)
            painter.restore()
        return whole


class _Widths:
    """Measures the labels of one lane."""

    def __init__(self, events: LaneEvents, pictures: LabelPictures) -> None:
        self._events = events
        self._pictures = pictures

    def of(self, index: int) -> float:
        """Pixels of an event's words."""
        return self._pictures.width(self._events.events[index])


def _axis_words() -> AxisWords:
    """Names of months and days in the interface language."""
    locale = QLocale()
    short, long = QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat
    months, days = range(1, 13), range(1, 8)
    return AxisWords(
        tuple(locale.standaloneMonthName(each, short) for each in months),
        tuple(locale.standaloneMonthName(each, long) for each in months),
        tuple(locale.standaloneDayName(each, short) for each in days),
    )
