"""A sheet over the whole window: what is below is dimmed, and a card in the middle has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from historydesk.ui.theme.appearance import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.words import Words

ROOM = 16
"""Least pixels between the card and the window's edges."""


class CoverSheet(QWidget):
    """Covers its parent, dims it, and shows a card with a title, a cross and what ``scroll`` holds.

    Esc, the cross, or a click beside the card closes it; the keyboard then goes back where it was. Tab goes
    round on the card. ``width`` is the card's in pixels at 100 %.
    """

    closed = Signal()

    def __init__(self, title: str, scroll: QScrollArea, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._wide = width
        self._back: QWidget | None = None
        self.setAccessibleName(title)
        self._card = FloatingCard(self._appearance.theme, self)
        self._title = Words(title, self._card)
        self._close = QPushButton(self._card)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.close_sheet)
        self._scroll = scroll
        scroll.setParent(self._card)
        self._head = head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._close)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(SHADOW + 4, SHADOW + 10, SHADOW + 4, SHADOW + 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        parent.installEventFilter(self)
        self.hide()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._card.set_theme(appearance.theme)
        color = appearance.theme.color
        self._title.set_look(appearance.interface_face(18, weight=600), color("ink"), 1.3)
        side = max(appearance.target, round(appearance.chrome_px(40)))
        mark = round(appearance.chrome_px(20))
        self._close.setStyleSheet(f"padding: 0; min-height: {side - 2}px; min-width: {side - 2}px;")
        self._close.setFixedSize(side, side)
        self._close.setIcon(icon("x", color("ink"), mark))
        self._close.setIconSize(QSize(mark, mark))
        self._head.setContentsMargins(round(appearance.chrome_px(24)), 0, 8, 0)

    def first_control(self) -> QWidget:
        """Where the keyboard starts."""
        return self._close

    def open_sheet(self) -> None:
        """Cover the parent and take the keyboard."""
        self._back = self.window().focusWidget()
        self._cover()
        self.show()
        self.raise_()
        self._scroll.verticalScrollBar().setValue(0)
        self.first_control().setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_sheet(self) -> None:
        """Hide, give the keyboard back, and say so."""
        if self.isHidden():
            return
        back, self._back = self._back, None
        self.hide()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def card_rect(self) -> QRect:
        """The card without its shadow, in the sheet's coordinates."""
        return self._card.card_rect().translated(self._card.pos())

    def _card_width(self) -> int:
        return min(round(self._appearance.chrome_px(self._wide)), self.width() - 2 * ROOM)

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self.geometry() != parent.rect():
            self.setGeometry(parent.rect())

    def _place(self) -> None:
        """The card in the middle, as high as its content or the window lets it be."""
        width = self._card_width() + 2 * SHADOW
        body = self._scroll.widget()
        inside = width - 2 * SHADOW - 8
        layout = body.layout() if body is not None else None
        high = 0
        if layout is not None:
            high = layout.heightForWidth(inside) if layout.hasHeightForWidth() else layout.sizeHint().height()
        wish = high + self._close.height() + 4 + 2 * SHADOW + 24
        height = min(wish, self.height() - 2 * ROOM + 2 * SHADOW)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Cover the parent."""
        self._cover()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the card anew."""
        super().resizeEvent(event)
        self._place()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet and goes round: the cross, then what it holds."""
        if self.isHidden():
            # Qt asks while it hides the sheet, to move the keyboard away.
            return bool(super().focusNextPrevChild(forward))
        body = self._scroll.widget()
        inside = body.findChildren(QWidget) if body is not None else []
        stops = [
            each
            for each in (self._close, self._scroll, *inside)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
        ]
        focused = self.focusWidget()
        at = stops.index(focused) if focused in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        there = stops[(at + (1 if forward else -1)) % len(stops)]
        there.setFocus(reason)
        if there in inside:
            self._scroll.ensureWidgetVisible(there, 0, 24)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self.card_rect().contains(event.position().toPoint()):
            self.close_sheet()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; other keys go no further than the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is below."""
        painter = QPainter(self)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(0.7 if self._appearance.theme.is_high_contrast else 0.38)
        painter.fillRect(self.rect(), shade)
