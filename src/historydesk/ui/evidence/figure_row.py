"""A published figure on a chart, as a control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from historydesk.domain.evidence import Figure
from historydesk.ui.evidence.figure_mark import mark_rect, paint_figure
from historydesk.ui.evidence.figure_scale import FigureScale
from historydesk.ui.evidence.line_delegate import broken
from historydesk.ui.theme import Appearance

GAP = 10

SAID = 120
"""Letters of what is counted that a row has room for; the note below the chart has all."""


def edge(appearance: Appearance) -> int:
    """Pixels between the edges of a row and nought and end of the scale: half a mark has room there."""
    return round(max(12, appearance.px(9)))


class FigureRow(QAbstractButton):
    """Author and year over the mark and its words; owned by ``FigureChart``.

    Pointed at, focused or pressed, it asks to be told of (``shown``). With ``tells`` it says beside the author what it
    counts, for charts whose figures count different things.
    """

    shown = Signal()
    moved = Signal(int)
    """An arrow key: one row down (1) or up (-1)."""

    def __init__(
        self,
        figure: Figure,
        scale: FigureScale,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        tells: bool = False,
    ) -> None:
        super().__init__(parent)
        self.figure = figure
        self._scale = scale
        self._appearance = appearance
        self._chosen = False
        said_by = figure.said_by
        kind = self.tr("recorded") if figure.recorded else self.tr("estimated")
        self.setText(said_by)
        self._caption = f"{said_by} · {_short(figure.counts)}" if tells and figure.counts else said_by
        self.setAccessibleName(f"{said_by}: {figure.label}, {kind}")
        counts = self.tr("Counts: {what}").format(what=figure.counts) if figure.counts else ""
        self.setAccessibleDescription(" ".join(filter(None, (counts, figure.note))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.shown)

    def caption(self) -> str:
        """What stands above the mark."""
        return self._caption

    def set_chosen(self, chosen: bool) -> None:
        """Show that this is the figure told of."""
        self._chosen = chosen
        self.update()

    def _thick(self) -> float:
        return round(self._appearance.px(13))

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Author and mark, at least a touch target."""
        appearance = self._appearance
        _, high = broken(self._caption, self._name_face(), max(60, width - 2 * edge(self._appearance)), 1.3)
        words = QFontMetricsF(self._words_face()).height()
        return max(appearance.target, round(high + max(words, self._thick()) + 14))

    def _name_face(self) -> QFont:
        return self._appearance.interface_face(14, weight=500, chrome=False)

    def _words_face(self) -> QFont:
        return self._appearance.interface_face(13.5, chrome=False)

    def sizeHint(self) -> QSize:
        """As wide as a chart usually is."""
        return QSize(480, self.heightForWidth(self.width() if self.width() > 200 else 480))

    def minimumSizeHint(self) -> QSize:
        """Narrow: the name breaks."""
        return QSize(200, self._appearance.target)

    def mark(self) -> QRectF:
        """Where the mark is drawn, in pixels of the row."""
        thick = self._thick()
        words = max(QFontMetricsF(self._words_face()).height(), thick)
        y = self.height() - 6 - words / 2 - thick / 2
        room = QRectF(edge(self._appearance), y, max(1, self.width() - 2 * edge(self._appearance)), thick)
        return mark_rect(self.figure, self._scale, room)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Pointed at."""
        super().enterEvent(event)
        self.shown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk over the rows, Enter presses as Space does."""
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in ways:
            self.moved.emit(ways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new style sheet may bring new sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, author and year, mark, words beside it, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._chosen:
            painter.setPen(QPen(color("edge"), 1))
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        name, _ = broken(
            self._caption, self._name_face(), max(60, self.width() - 2 * edge(self._appearance)), 1.3
        )
        at = QPointF(edge(self._appearance), 5)
        for number in range(name.lineCount()):
            self._clear(painter, name.lineAt(number).naturalTextRect().translated(at))
        painter.setPen(color("ink"))
        name.draw(painter, at)
        mark = self.mark()
        paint_figure(painter, self.figure, mark, color("blue"))
        self._paint_words(painter, mark)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(ground, 6, 6)

    def _paint_words(self, painter: QPainter, mark: QRectF) -> None:
        """What the author said: after the mark, before it where there is no room, and never over its arrow."""
        painter.setFont(self._words_face())
        painter.setPen(self._appearance.theme.color("soft_ink"))
        metrics = QFontMetricsF(self._words_face())
        wide = metrics.horizontalAdvance(self.figure.label)
        arrow = mark.height() * 1.9
        after = mark.right() + GAP + (arrow if self.figure.high is None else 0)
        before = mark.left() - GAP - (arrow if self.figure.low is None else 0) - wide
        x = after if after + wide <= self.width() - 4 or before < edge(self._appearance) else before
        y = mark.center().y() + (metrics.ascent() - metrics.descent()) / 2
        self._clear(painter, QRectF(x, y - metrics.ascent(), wide, metrics.height()))
        painter.drawText(QPointF(x, y), self.figure.label)

    def _clear(self, painter: QPainter, words: QRectF) -> None:
        """Take the lines of the scale away from behind words."""
        ground = "hover" if self._chosen else "page"
        painter.fillRect(words.adjusted(-2, 0, 2, 0), self._appearance.theme.color(ground))


def _short(words: str) -> str:
    """At most ``SAID`` letters, to the end of a word."""
    return words if len(words) <= SAID else words[:SAID].rsplit(" ", 1)[0].rstrip(",;:") + "…"
