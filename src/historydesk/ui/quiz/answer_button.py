"""An answer to choose: a radio button or a check box as wide as the column."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from historydesk.domain.quiz_judging import plain
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import pixmap

Mark = Literal["", "right", "mistaken", "missed"]
"""What is shown of an answer that was checked: rightly chosen, wrongly chosen, right but not chosen."""

PAD = 14
BOX = 20
BETWEEN = 12
"""Pixels at 100 %: around the words, of the sign, between sign and words."""


if TYPE_CHECKING:
    _Control = QAbstractButton
else:
    _Control = object  # two classes of Qt cannot both be bases


class AnswerCard(_Control):
    """What all kinds share: the words, the painting, and that a checked answer is not changed any more.

    The words are read to assistive technology as the control's name, with the mark behind them.
    """

    _html: str
    _number: int
    _mark: Mark
    _locked: bool
    _appearance: Appearance
    _document: QTextDocument
    _is_round: bool

    def _begin(self, number: int, html: str) -> None:
        self._number, self._html = number, html
        self._mark, self._locked = "", False
        self._appearance = default_appearance()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        wrapping = self._document.defaultTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(wrapping)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Not fixed: the layout would hold it to the height it had at another width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    @property
    def mark(self) -> Mark:
        """What is shown of it since it was checked."""
        return self._mark

    def set_mark(self, mark: Mark) -> None:
        """Show how it stands; from now on it cannot be changed."""
        self._mark, self._locked = mark, True
        self._name()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance
        self._document.setDefaultFont(appearance.reading_face(17))
        self._document.setIndentWidth(round(appearance.px(19)))
        high = round(appearance.px(17) * 1.4)
        style = f"margin:0; line-height:{high}px; -qt-line-height-type:fixed"
        self._document.setHtml(f'<div style="{style}">{self._html}</div>')
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        """What assistive technology calls it."""
        said = self._said()
        self.setAccessibleName(f"{plain(self._html)}, {said}" if said else plain(self._html))

    def _said(self) -> str:
        return {
            "": "",
            "right": self.tr("right, your answer"),
            "mistaken": self.tr("your answer, not right"),
            "missed": self.tr("the right answer"),
        }[self._mark]

    def _left(self) -> int:
        return round(self._appearance.px(PAD + BOX + BETWEEN))

    def _small(self) -> int:
        return round(self._appearance.px(13) * 1.5) if self._mark else 0

    def _words_width(self, width: int) -> int:
        return max(60, width - self._left() - round(self._appearance.px(PAD + 18)))

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words and the mark, and never too small for a finger."""
        self._document.setTextWidth(self._words_width(width))
        inner = ceil(self._document.size().height()) + self._small()
        return int(max(self._appearance.target, inner + 2 * round(self._appearance.px(11))) + 6)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        """The words wrap to any width."""
        return QSize(120, self._appearance.target + 6)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def nextCheckState(self) -> None:
        """A checked answer stays as it is."""
        if not self._locked:
            self.setChecked(not self.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right turn to other questions; Up and Down go from answer to answer."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self._is_round:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with the sign, the words, and the mark in words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        appearance, theme = self._appearance, self._appearance.theme
        px = appearance.px
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        edge = {"right": "blue", "missed": "blue", "mistaken": "red"}.get(
            self._mark,
            "ink" if chosen else ("edge" if self.underMouse() or theme.is_high_contrast else "rule"),
        )
        strong = chosen or self._mark
        pen = QPen(theme.color(edge), 2 if strong else 1)
        if self._mark == "mistaken":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        hovered = self.underMouse() and not self._locked
        painter.setBrush(theme.color("hover" if hovered else "card"))
        painter.drawRoundedRect(box, 9, 9)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
        # Whoever asks for a height leaves another width behind.
        self._document.setTextWidth(self._words_width(self.width()))
        words = ceil(self._document.size().height())
        top = (self.height() - words - self._small()) / 2
        line = px(17) * 1.4
        self._paint_sign(painter, QPointF(px(PAD), top + (line - px(BOX)) / 2), chosen)
        self._paint_number(painter, top, line)
        painter.save()
        painter.translate(self._left(), top)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        context.palette = palette
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        if self._mark:
            painter.setFont(appearance.interface_face(13, weight=600, chrome=False))
            painter.setPen(theme.color(edge))
            said = self._said()
            below = QRectF(self._left(), top + words, self._words_width(self.width()), self._small())
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(below, flags, said[:1].upper() + said[1:])

    def _paint_sign(self, painter: QPainter, at: QPointF, chosen: bool) -> None:
        theme = self._appearance.theme
        side = self._appearance.px(BOX)
        sign = QRectF(at.x(), at.y(), side, side)
        painter.setPen(QPen(theme.color("ink" if chosen else "edge"), 2))
        painter.setBrush(theme.color("ink" if chosen else "card"))
        if self._is_round:
            painter.drawEllipse(sign)
        else:
            painter.drawRoundedRect(sign, 5, 5)
        if not chosen:
            return
        if self._is_round:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("on_ink"))
            painter.drawEllipse(sign.center(), side / 5, side / 5)
        else:
            inner = round(side * 0.8)
            tick = pixmap("check", theme.color("on_ink"), inner, self.devicePixelRatioF())
            painter.drawPixmap(sign.center() - QPointF(inner / 2, inner / 2), tick)

    def _paint_number(self, painter: QPainter, top: float, line: float) -> None:
        """The key that chooses it, quietly at the right."""
        if not 1 <= self._number <= 9 or self._locked:
            return
        painter.setFont(self._appearance.interface_face(13, chrome=False))
        painter.setPen(self._appearance.theme.color("soft_ink"))
        pad = self._appearance.px(PAD)
        spot = QRectF(self.width() - pad - 40, top, 40, line)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self._number))


class RadioAnswer(AnswerCard, QRadioButton):
    """One of several of which one is right; owned by its form."""

    _is_round = True

    def __init__(self, number: int, html: str, parent: QWidget) -> None:
        QRadioButton.__init__(self, parent)
        self._begin(number, html)


class TickAnswer(AnswerCard, QCheckBox):
    """One of several of which some are right; owned by its form."""

    _is_round = False

    def __init__(self, number: int, html: str, parent: QWidget) -> None:
        QCheckBox.__init__(self, parent)
        self._begin(number, html)
