"""Keys of a keyboard, drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from historydesk.ui.theme import Appearance, default_appearance

OR = " / "
"""Between two ways to the same thing in the keys of a row."""


def split_keys(keys: str) -> tuple[tuple[str, ...], ...]:
    """``"Ctrl+K / /"`` → ``(("Ctrl", "K"), ("/",))``: ways, and the keys held together in each."""
    ways = []
    for way in keys.split(OR):
        parts = [part for part in way.strip().split("+") if part]
        if way.strip().endswith("+"):
            parts.append("+")
        if parts:
            ways.append(tuple(parts))
    return tuple(ways)


class KeyCaps(QWidget):
    """The keys of one shortcut as small caps; owned by ``ShortcutsSheet``. Read out as their words."""

    def __init__(self, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ways = split_keys(keys)
        self._appearance = default_appearance()
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def _boxes(self) -> list[tuple[float, float, str, bool]]:
        """Left, width, words, and whether it is a cap, of everything in the row."""
        font = self._appearance.interface_face(13, weight=500)
        metrics = QFontMetricsF(font)
        pad, gap = self._appearance.chrome_px(7), self._appearance.chrome_px(4)
        least = self._appearance.chrome_px(26)
        boxes = []
        x = 1.0
        for number, way in enumerate(self._ways):
            if number:
                word = self.tr("or")
                wide = metrics.horizontalAdvance(word)
                boxes.append((x + gap, wide, word, False))
                x += wide + 3 * gap
            for key in way:
                wide = max(least, metrics.horizontalAdvance(key) + 2 * pad)
                boxes.append((x, wide, key, True))
                x += wide + gap
        return boxes

    def sizeHint(self) -> QSize:
        """All keys side by side."""
        boxes = self._boxes()
        wide = boxes[-1][0] + boxes[-1][1] + 1 if boxes else 0
        return QSize(round(wide + 0.5), round(self._appearance.chrome_px(28)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caps, each with its lower edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color
        painter.setFont(self._appearance.interface_face(13, weight=500))
        high = self.height() - 2.0
        for x, wide, words, is_cap in self._boxes():
            box = QRectF(x + 0.5, 0.5, wide - 1, high)
            if is_cap:
                painter.setPen(QPen(color("edge"), 1))
                painter.setBrush(color("edge"))
                painter.drawRoundedRect(box, 5, 5)
                box.setHeight(high - 2)
                painter.setBrush(color("panel"))
                painter.drawRoundedRect(box, 5, 5)
            painter.setPen(color("ink" if is_cap else "soft_ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
