"""The words of events, measured and drawn once each."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.short_dates import short_date

SIZE = 13.0
"""Pixels of the letters at 100 %."""

WIDEST = 300.0
"""Pixels of a title at 100 %; a longer one ends in “…”."""

BETWEEN = 7.0
"""Pixels between date and title."""

LEAST_LETTERS = 4
"""A title cut to fewer letters is left out."""

KEPT = 700
"""Drawn labels that are kept."""


class LabelPictures:
    """Measures and draws the labels of one view in an appearance and a calendar; owned by the view."""

    def __init__(self, appearance: Appearance, months: tuple[str, ...], about: str) -> None:
        self._months = months
        self._about = about
        self._old_style = False
        self._widths: dict[str, float] = {}
        self._pictures: dict[tuple[str, bool, float], QPixmap] = {}
        self.set_appearance(appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Fonts and colours; forgets what was drawn."""
        self._appearance = appearance
        self._title_font = appearance.interface_face(SIZE, weight=500)
        self._date_font = appearance.interface_face(SIZE, weight=400)
        self._chosen_font = appearance.interface_face(SIZE, weight=600)
        self._title_metrics = QFontMetricsF(self._title_font)
        self._date_metrics = QFontMetricsF(self._date_font)
        self._chosen_metrics = QFontMetricsF(self._chosen_font)
        self.forget()

    def set_old_style(self, on: bool) -> None:
        """Which calendar dates are written in."""
        if on != self._old_style:
            self._old_style = on
            self.forget()

    def forget(self) -> None:
        """Drop what is kept: other events, other words."""
        self._widths.clear()
        self._pictures.clear()

    @property
    def height(self) -> float:
        """Pixels of a label."""
        return self._title_metrics.height()

    def date(self, event: HistoricalEvent) -> str:
        """The date as the label writes it."""
        return short_date(event.date, self._months, self._old_style, self._about)

    def width(self, event: HistoricalEvent) -> float:
        """Pixels of an event's date and title, its title chosen or not."""
        width = self._widths.get(event.id)
        if width is None:
            widest = self._appearance.chrome_px(WIDEST)
            title = min(widest, self._chosen_metrics.horizontalAdvance(event.title))
            date = self._date_metrics.horizontalAdvance(self.date(event))
            width = self._widths[event.id] = ceil(date + self._appearance.chrome_px(BETWEEN) + title) + 1.0
        return width

    def picture(self, event: HistoricalEvent, chosen: bool, ratio: float, room: float) -> QPixmap:
        """Date and title on a clear ground, for a device of this pixel ratio.

        With less than its width in ``room`` the words end in “…”; such a picture is not kept.
        """
        width = self.width(event)
        if room < width:
            return self._draw(event, chosen, ratio, room)
        key = (event.id, chosen, ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= KEPT:
                for old in list(self._pictures)[: KEPT // 2]:
                    del self._pictures[old]
            found = self._pictures[key] = self._draw(event, chosen, ratio, width)
        return found

    def _draw(self, event: HistoricalEvent, chosen: bool, ratio: float, room: float) -> QPixmap:
        color = self._appearance.theme.color
        elide = Qt.TextElideMode.ElideRight
        date = self._date_metrics.elidedText(self.date(event), elide, room)
        picture = QPixmap(ceil(room * ratio), ceil(self.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        base = self._title_metrics.ascent()
        painter.setFont(self._date_font)
        painter.setPen(color("on_red" if chosen else "soft_ink"))
        painter.drawText(QPointF(0, base), date)
        x = self._date_metrics.horizontalAdvance(date) + self._appearance.chrome_px(BETWEEN)
        metrics = self._chosen_metrics if chosen else self._title_metrics
        rest = min(self._appearance.chrome_px(WIDEST), room - x)
        title = metrics.elidedText(event.title, elide, rest)
        if len(title) >= min(LEAST_LETTERS, len(event.title)):
            painter.setFont(self._chosen_font if chosen else self._title_font)
            painter.setPen(color("on_red" if chosen else "ink"))
            painter.drawText(QPointF(x, base), title)
        painter.end()
        return picture
