"""A button that shows what it chooses: a theme in its own colours, a font in its own face."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from historydesk.ui.theme import Appearance, Theme
from historydesk.ui.theme.icons import pixmap

RING = 3
"""Pixels around the button for the focus ring."""

MARK = 18
"""Pixels of the tick of the chosen one at 100 %."""


class ChoiceButton(QPushButton):
    """One of several choices, painted by hand; owned by ``SettingsPanel``.

    ``sample`` is the theme it is painted in (``None``: the current one). The chosen one has a tick and a
    thicker line, so that colour is not needed to tell it.
    """

    def __init__(self, title: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._appearance = appearance
        self._sample: Theme | None = None
        self._face = appearance.interface_face(15)
        self._has_sample_letters = False

    def set_look(self, appearance: Appearance, font: QFont, sample: Theme | None = None) -> None:
        """Current look, the font of the words, and the theme to be painted in."""
        self._appearance, self._face, self._sample = appearance, font, sample
        self._has_sample_letters = sample is not None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words and the tick."""
        metrics = QFontMetricsF(self._face)
        mark = self._appearance.chrome_px(MARK)
        height = metrics.height() + 16
        if self._has_sample_letters:
            height += self._appearance.chrome_px(30)
        wide = metrics.horizontalAdvance(self.text()) + mark + 34
        return QSize(round(wide), round(max(self._appearance.target, height) + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        """It cannot be smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, words, tick and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = self._appearance.theme
        theme = self._sample or around
        ground = "page" if self._sample is not None else "hover" if self.underMouse() else "card"
        box = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        line = 2.0 if self.isChecked() else 1.0
        shade = around.color("ink" if self.isChecked() else "edge")
        painter.setPen(QPen(shade, line))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), 8, 8)
        words = box.adjusted(12, 0, -8, 0)
        if self._has_sample_letters:
            letters = self._appearance.interface_face(22, weight=700)
            letters.setFamilies(["Literata"])
            painter.setFont(letters)
            painter.setPen(theme.color("red"))
            upper = QRectF(words.x(), box.y() + 6, words.width(), QFontMetricsF(letters).height())
            painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "Aa")
            words.setTop(upper.bottom() - 4)
            words.setBottom(box.bottom() - 5)
        painter.setFont(self._face)
        painter.setPen(theme.color("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isChecked():
            side = round(self._appearance.chrome_px(MARK))
            tick = pixmap("check", theme.color("ink"), side, self.devicePixelRatioF())
            top = box.y() + 10 if self._has_sample_letters else box.center().y() - side / 2
            painter.drawPixmap(round(box.right() - side - 8), round(top), tick)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(around.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
