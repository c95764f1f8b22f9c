"""What the marks of the timeline mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.words import Words
from historydesk.ui.timeline.event_marks import EventMarks
from historydesk.ui.timeline.event_shape import POINT, SPAN, UNKNOWN, EventShape

WIDE = 44.0
"""Pixels of a sample at 100 %."""

HIGH = 26.0

PILE = "4"
"""The number in the sample of a pile."""


class MarkSample(QWidget):
    """One mark as the timeline draws it, or a pile (``shape`` is ``None``); owned by the legend."""

    def __init__(self, shape: EventShape | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.shape = shape
        self._appearance = default_appearance()
        self._marks = EventMarks(self._appearance)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and size."""
        self._appearance = appearance
        self._marks.set_appearance(appearance)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a short bar."""
        px = self._appearance.chrome_px
        return QSize(round(px(WIDE)), round(px(HIGH)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._appearance.chrome_px
        ink = self._appearance.theme.color("ink")
        middle = self.rect().toRectF().center()
        if self.shape is None:
            self._pile(painter)
            return
        wide, high = px(12 if self.shape.kind == POINT else 34), px(12 if self.shape.kind == POINT else 20)
        rect = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        self._marks.paint(
            painter, self.shape, rect, ink, tinted=True, ground=self._appearance.theme.color("card")
        )

    def _pile(self, painter: QPainter) -> None:
        px = self._appearance.chrome_px
        color = self._appearance.theme.color
        middle = self.rect().toRectF().center()
        ink = color("ink" if self._appearance.theme.is_high_contrast else "soft_ink")
        self._marks.piles(painter, middle.y(), [(middle.x() - px(6), px(13))], ink)
        painter.setPen(ink)
        painter.setFont(self._appearance.interface_face(11.5))
        words = QRectF(middle.x() + px(1), 0, middle.x(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), PILE)


class TimelineLegend(QFrame):
    """A card with each mark and its meaning; owned by the page of the timeline, which shows it on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What the marks mean"))
        self._rows = (
            (EventShape(POINT), self.tr("One day, known exactly")),
            (EventShape(SPAN), self.tr("Lasted from its first day to its last")),
            (EventShape(UNKNOWN), self.tr("On some day within this month or year")),
            (EventShape(SPAN, open_ends=True), self.tr("Lasted; first or last day not known")),
            (EventShape(POINT, soft=True), self.tr("About this day")),
            (EventShape(UNKNOWN, soft=True), self.tr("About this month or year")),
            (EventShape(SPAN, soft=True), self.tr("Lasted about this long")),
            (EventShape(POINT, hollow=True), self.tr("Day not certain")),
            (EventShape(SPAN, hollow=True), self.tr("First or last day not certain")),
            (None, self.tr("Several events close together")),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 18, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        self._samples: list[MarkSample] = []
        self._words: list[Words] = []
        for row, (shape, words) in enumerate(self._rows):
            sample, label = MarkSample(shape, self), Words(words, self)
            label.setWordWrap(False)
            grid.addWidget(sample, row, 0)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignVCenter)
            self._samples.append(sample)
            self._words.append(label)
        grid.setColumnStretch(1, 1)
        self.set_appearance(default_appearance())

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        font, ink = appearance.interface_face(13), appearance.theme.color("ink")
        for sample in self._samples:
            sample.set_appearance(appearance)
        for label in self._words:
            label.set_look(font, ink, 1.3)
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(label.text()) + 4)
        self.adjustSize()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        width = 2.0 if theme.is_high_contrast else 1.0
        painter.setPen(QPen(theme.color("edge"), width))
        painter.setBrush(theme.color("card"))
        half = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 12, 12)
