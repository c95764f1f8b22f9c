"""A label of several lines with a line height of its own."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget


class Words(QLabel):
    """Plain text drawn in a given font, colour and line height; wraps, breaks long words, is never cut off.

    Owned by the surface that shows it. ``QLabel`` alone takes the font's own line height, which is too wide
    for titles and too narrow for a lead. Assistive technology reads it as any label.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._color = QColor(0, 0, 0)
        self._line_height = 1.4
        self._balanced = False
        self._known: dict[tuple[int, str], tuple[QTextLayout, int]] = {}
        self._heights: dict[tuple[int, str], int] = {}
        self._look: tuple[QFont, QColor, float, bool] | None = None

    def set_look(
        self, font: QFont, color: QColor, line_height: float = 1.4, *, balanced: bool = False
    ) -> None:
        """Font, colour, and the distance of lines as a multiple of the font's pixel size.

        ``balanced`` makes the lines of a title about equally long.
        """
        look = (QFont(font), QColor(color), line_height, balanced)
        if look == self._look:
            return
        self._look = look
        self.setFont(font)
        self._color = color
        self._line_height = line_height
        self._balanced = balanced
        self._known.clear()
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        key = (width, self.text())
        if key not in self._known:
            if len(self._known) > 8:
                self._known.clear()
            self._known[key] = self._fresh(width)
        return self._known[key]

    def _fresh(self, width: int) -> tuple[QTextLayout, int]:
        layout, height = self._break(width)
        lines = layout.lineCount()
        if not self._balanced or lines < 2:
            return layout, height
        narrow, wide = width // lines, width
        while wide - narrow > 4:
            middle = (narrow + wide) // 2
            trial, _ = self._break(middle)
            if trial.lineCount() > lines:
                narrow = middle
            else:
                layout, wide = trial, middle
        return layout, height

    def _break(self, width: int) -> tuple[QTextLayout, int]:
        font = self.font()
        step = font.pixelSize() * self._line_height
        layout = QTextLayout(self.text(), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        # Lines set closer than the font's own height still need room for its tails and accents.
        overhang = max(0.0, (self.fontMetrics().height() - step) / 2)
        y = overhang
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        layout.endLayout()
        return layout, ceil(y + overhang)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in pixels of the wrapped lines."""
        key = (width, self.text())
        if key not in self._heights:
            if len(self._heights) > 32:
                self._heights.clear()
            # Balanced lines are as many, so as high: no need to look for them yet.
            self._heights[key] = self._break(width)[1]
        return self._heights[key]

    def sizeHint(self) -> QSize:
        """One line, at most 40 letters wide."""
        metrics = self.fontMetrics()
        width = min(metrics.horizontalAdvance(self.text()) + 2, metrics.averageCharWidth() * 40)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow: the words break."""
        return QSize(40, ceil(self.font().pixelSize() * self._line_height))

    def lines_rect(self) -> QRect:
        """The rectangle that the drawn lines fill."""
        return QRect(0, 0, self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(self._color)
        self._lay_out(self.width())[0].draw(painter, QPointF(0, 0))
