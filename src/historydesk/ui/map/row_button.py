"""A row of a panel that is a button: a few lines of words, perhaps with a number before them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from historydesk.domain.values import dataclass
from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import pixmap

PAD, GAP, BADGE = 10, 3, 26


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph of a row: a ``title`` or a softer line, with an icon before it or none."""

    text: str
    title: bool = False
    icon: str = ""


class RowButton(QAbstractButton):
    """Draws its own words, as many lines as its width asks for; owned by a panel.

    Checked, it bears a bar at its side and stands on another ground.
    """

    def __init__(self, lines: Sequence[Words], badge: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = tuple(each for each in lines if each.text)
        self._badge = badge
        self._appearance = appearance
        self.setAccessibleName(". ".join([*filter(None, [badge]), *(each.text for each in self._lines)]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def _font(self, line: Words) -> QFont:
        if line.title:
            return self._appearance.interface_face(15, weight=600, chrome=False)
        return self._appearance.interface_face(13, chrome=False)

    def words_left(self) -> int:
        """Pixels before the words."""
        return PAD + 4 + (self._side() + 10 if self._badge else 0)

    def _side(self) -> int:
        return round(self._appearance.px(BADGE))

    def _rects(self, width: int) -> list[tuple[Words, QFont, QRect]]:
        placed = []
        y = PAD
        for line in self._lines:
            font = self._font(line)
            metrics = QFontMetrics(font)
            left = self.words_left() + (metrics.height() + 4 if line.icon else 0)
            room = QRect(0, 0, max(40, width - left - PAD), 10_000)
            height = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), line.text).height()
            placed.append((line, font, QRect(left, y, room.width(), height)))
            y += height + GAP
        return placed

    def heightForWidth(self, width: int) -> int:
        """As high as its words."""
        placed = self._rects(width)
        bottom = placed[-1][2].bottom() + 1 + PAD if placed else 0
        return max(self._appearance.target, bottom)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """A line; how high it really is follows from the width that it is given."""
        return QSize(200, self._appearance.target)

    def minimumSizeHint(self) -> QSize:
        """Narrow words wrap."""
        return QSize(120, self._appearance.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does; arrows go to the rows beside."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Another ground below the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The ground as it was."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, number, words, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(ground, 8, 8)
        if self.isChecked():
            painter.setBrush(color("red"))
            painter.drawRoundedRect(QRectF(1, 8, 4, self.height() - 16), 2, 2)
        if self._badge:
            self._draw_badge(painter)
        for line, font, rect in self._rects(self.width()):
            painter.setFont(font)
            painter.setPen(color("ink" if line.title else "soft_ink"))
            if line.icon:
                side = QFontMetrics(font).height()
                drawn = pixmap(line.icon, color("soft_ink"), side, self.devicePixelRatioF())
                painter.drawPixmap(rect.left() - side - 4, rect.top(), drawn)
            painter.drawText(rect, int(Qt.TextFlag.TextWordWrap), line.text)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(ground, 8, 8)

    def _draw_badge(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        side = self._side()
        disc = QRectF(PAD + 3, PAD - 2, side, side)
        painter.setPen(QPen(color("red"), 1.5))
        painter.setBrush(color("red") if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        painter.setPen(color("on_red" if self.isChecked() else "ink"))
        painter.setFont(self._appearance.interface_face(12.5, weight=600, chrome=False))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._badge)
