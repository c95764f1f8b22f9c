"""Words within a narrow column: wrapped between words, and inside a word only where it is wider than the column."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter


def height_of(text: str, font: QFont, width: int) -> int:
    """Pixels that a text takes in a column of this width."""
    metrics, box = QFontMetrics(font), QRect(0, 0, max(1, width), 10_000)
    return metrics.boundingRect(box, _wrap(text, metrics, width), text).height()


def draw_middle(painter: QPainter, box: QRect, text: str) -> None:
    """Draw a text into a box of the height that ``height_of`` gave, in its middle, with the painter's font."""
    wrap = _wrap(text, painter.fontMetrics(), box.width())
    painter.drawText(box, wrap | Qt.AlignmentFlag.AlignHCenter, text)


def _wrap(text: str, metrics: QFontMetrics, width: int) -> int:
    fits = all(metrics.horizontalAdvance(word) <= width for word in text.split())
    return int(Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere)
