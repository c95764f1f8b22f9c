"""The words of events, measured and drawn once each."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from historydesk.domain.entities import HistoricalEvent
from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance
from historydesk.ui.timeline.short_dates import short_date

SIZE = 13.0
"""Pixels of the letters at 100 %."""

WIDEST = 300.0
"""Pixels of a title at 100 %; a longer one ends in “…”."""

BETWEEN = 7.0
"""Pixels between date and title."""

DOTS = "…"

PAGE, BAR, RED = "page", "bar", "red"
"""What words stand on."""

KEPT = 700
"""Drawn labels that are kept."""


@dataclass(frozen=True, slots=True)
class LabelPicture:
    """Words drawn once; ``breaks`` are the pixels after each of them, where they may end."""

    picture: QPixmap
    breaks: tuple[float, ...]


class LabelPictures:
    """Measures and draws the labels of one view in an appearance and a calendar; owned by the view."""

    def __init__(self, appearance: Appearance, months: tuple[str, ...], about: str) -> None:
        self._months = months
        self._about = about
        self._form = (False, False)
        self._widths: dict[str, float] = {}
        self._pictures: dict[tuple[str, str, float], LabelPicture] = {}
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
        self.height = self._title_metrics.height()
        """Pixels of a label."""
        self.forget()

    def set_form(self, *, old_style: bool, years_only: bool) -> bool:
        """How dates are written from now on; ``True`` when that is a change."""
        if (old_style, years_only) == self._form:
            return False
        self._form = (old_style, years_only)
        self.forget()
        return True

    def forget(self) -> None:
        """Drop what is kept: other events, other words."""
        self._widths.clear()
        self._pictures.clear()

    def date(self, event: HistoricalEvent) -> str:
        """The date as the label writes it."""
        old_style, years_only = self._form
        return short_date(event.date, self._months, old_style, self._about, years_only=years_only)

    def width(self, event: HistoricalEvent) -> float:
        """Pixels of an event's date and title, its title chosen or not."""
        width = self._widths.get(event.id)
        if width is None:
            widest = self._appearance.chrome_px(WIDEST)
            title = min(widest, self._chosen_metrics.horizontalAdvance(event.title))
            date = self._date_metrics.horizontalAdvance(self.date(event))
            width = self._widths[event.id] = ceil(date + self._appearance.chrome_px(BETWEEN) + title) + 1.0
        return width

    def picture(self, event: HistoricalEvent, on: str, ratio: float) -> LabelPicture:
        """Date and title for a device of this pixel ratio; ``on``: what they stand on."""
        key = (event.id, on, ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= KEPT:
                for old in list(self._pictures)[: KEPT // 2]:
                    del self._pictures[old]
            found = self._pictures[key] = self._draw(event, on, ratio)
        return found

    def paint(self, painter: QPainter, at: QPointF, room: float, event: HistoricalEvent, on: str) -> None:
        """The words from a pixel on; where ``room`` is short, as many whole words as it holds and “…”.

        ``on``: ``PAGE``, ``BAR`` or ``RED``.
        """
        ratio = painter.device().devicePixelRatioF()
        label = self.picture(event, on, ratio)
        if room >= self.width(event) - 1:
            painter.drawPixmap(at, label.picture)
            return
        dots = self._dots(on, ratio)
        wide = dots.width() / ratio
        end = max((each for each in label.breaks if each + wide <= room), default=0.0)
        if end:
            high = self.height
            painter.drawPixmap(
                QRectF(at.x(), at.y(), end, high), label.picture, QRectF(0, 0, end * ratio, high * ratio)
            )
            painter.drawPixmap(QPointF(round(at.x() + end), at.y()), dots)

    def _dots(self, on: str, ratio: float) -> QPixmap:
        key = ("", on, ratio)
        found = self._pictures.get(key)
        if found is None:
            picture = self._empty(self._title_metrics.horizontalAdvance(DOTS), ratio, on)
            painter = QPainter(picture)
            self._write(painter, 0.0, DOTS, self._title_font, "on_red" if on == RED else "ink")
            painter.end()
            found = self._pictures[key] = LabelPicture(picture, ())
        return found.picture

    def _empty(self, width: float, ratio: float, on: str) -> QPixmap:
        """A picture to write on; in high contrast its ground hides the lines behind the words."""
        picture = QPixmap(ceil(width * ratio), ceil(self.height * ratio))
        picture.setDevicePixelRatio(ratio)
        theme = self._appearance.theme
        solid = theme.is_high_contrast and on == PAGE
        picture.fill(theme.color("page") if solid else Qt.GlobalColor.transparent)
        return picture

    def _write(self, painter: QPainter, x: float, words: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._appearance.theme.color(token))
        painter.drawText(QPointF(x, self._title_metrics.ascent()), words)

    def _draw(self, event: HistoricalEvent, on: str, ratio: float) -> LabelPicture:
        chosen = on == RED
        date = self.date(event)
        picture = self._empty(self.width(event), ratio, on)
        painter = QPainter(picture)
        self._write(painter, 0.0, date, self._date_font, "on_red" if chosen else "soft_ink")
        after_date = self._date_metrics.horizontalAdvance(date)
        x = after_date + self._appearance.chrome_px(BETWEEN)
        metrics = self._chosen_metrics if chosen else self._title_metrics
        widest = self._appearance.chrome_px(WIDEST)
        title = metrics.elidedText(event.title, Qt.TextElideMode.ElideRight, widest)
        self._write(
            painter,
            x,
            title,
            self._chosen_font if chosen else self._title_font,
            "on_red" if chosen else "ink",
        )
        painter.end()
        breaks = [after_date]
        breaks += [x + metrics.horizontalAdvance(title[:at]) for at, each in enumerate(title) if each == " "]
        return LabelPicture(picture, tuple(breaks))
