"""A button among the text of a chapter: an arrow and a few words in a thin frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from historydesk.ui.theme import Appearance, default_appearance

LABEL_PX = 14.5
_BEFORE, _AFTER, _AIR = 36, 18, 14
"""Room for the arrow before the words, after them, and above and below together, at 100 %."""


class QuietButton(QAbstractButton):
    """Its words wrap where the column is narrow. The arrow points on, or down while it is checked."""

    entered = Signal()
    """The keyboard came here: bring it into view."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._words = ""

    def set_words(self, words: str) -> None:
        """What it says; a “&” is a letter here, no shortcut."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def size_in(self, width: int) -> QSize:
        """What it takes in a column of this width."""
        px, metrics = self._appearance.px, QFontMetrics(self._face())
        sides = round(px(_BEFORE + _AFTER)) + 2
        room = QRect(0, 0, max(60, width - sides), 10_000)
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._words)
        height = max(self._appearance.target, round(px(34)), words.height() + round(px(_AIR)))
        return QSize(min(width, words.width() + sides), height)

    def sizeHint(self) -> QSize:
        """On one line."""
        return self.size_in(10_000)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin frame, the arrow, the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._appearance.theme, self._appearance.px
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("edge" if self.underMouse() else "rule"), 1))
        painter.setBrush(theme.color("panel" if self.isDown() else "card"))
        painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        middle = QPointF(px(20), box.center().y())
        pen = QPen(theme.color("blue"), max(1.5, px(1.8)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        long, short = px(4.5), px(2.5)
        if self.isChecked():
            ends = (QPointF(-long, -short), QPointF(0, short), QPointF(long, -short))
        else:
            ends = (QPointF(-short, -long), QPointF(short, 0), QPointF(-short, long))
        painter.drawPolyline([middle + end for end in ends])
        painter.setFont(self._face())
        painter.setPen(theme.color("blue"))
        words = box.adjusted(px(_BEFORE), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self._words)

    def _face(self) -> QFont:
        return self._appearance.interface_face(LABEL_PX, weight=600, chrome=False)
