"""The sheet of keys: what the keyboard can do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from historydesk.ui.shell.key_caps import KeyCaps
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.words import Words

Rows = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Groups: heading, then (what it does, keys). Keys as ``Ctrl+K``, several ways parted by `` / ``."""

WIDTH = 880
ONE_COLUMN = 460
"""Pixels at 100 % of the card, and below which its groups stand in one column."""

ROOM = 16
"""Least pixels between the card and the window's edges."""


class ShortcutsSheet(QWidget):
    """Covers its parent, dims it, and shows all keys on a card; owned by the shell.

    Esc, the cross, or a click beside the card closes it; the keyboard then goes back where it was.
    """

    closed = Signal()

    def __init__(self, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._rows = rows
        self._back: QWidget | None = None
        self.setAccessibleName(self.tr("Keyboard"))
        self._card = FloatingCard(self._appearance.theme, self)
        self._title = Words(self.tr("Keyboard"), self._card)
        self._close = QPushButton(self._card)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.close_sheet)
        self._scroll = _KeyScroll(self._card)
        self._scroll.setAccessibleName(self.tr("Keys"))
        self._head = head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._close)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(SHADOW + 4, SHADOW + 10, SHADOW + 4, SHADOW + 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        parent.installEventFilter(self)
        self.hide()
        self.set_appearance(self._appearance)

    def set_rows(self, rows: Rows) -> None:
        """Show these groups in this order."""
        self._rows = rows
        self._fill()

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
        self._scroll.set_focus_color(color("focus"))
        self._fill()

    def _fill(self) -> None:
        appearance = self._appearance
        color = appearance.theme.color
        body = QWidget()
        body.setProperty("role", "plain")
        body.setAutoFillBackground(False)
        room = round(appearance.chrome_px(24))
        columns = QHBoxLayout(body)
        columns.setContentsMargins(room, 0, room, 8)
        columns.setSpacing(round(appearance.chrome_px(40)))
        for groups in self._in_columns():
            column = QVBoxLayout()
            column.setSpacing(round(appearance.chrome_px(8)))
            for heading, pairs in groups:
                title = Words(heading, body)
                title.set_look(appearance.interface_face(13, weight=600), color("red"), 1.4)
                if column.count():
                    column.addSpacing(round(appearance.chrome_px(10)))
                column.addWidget(title)
                for text, keys in pairs:
                    words = Words(text, body)
                    words.set_look(appearance.interface_face(14.5), color("ink"), 1.35)
                    caps = KeyCaps(keys, body)
                    caps.set_appearance(appearance)
                    line = QHBoxLayout()
                    line.setSpacing(round(appearance.chrome_px(20)))
                    line.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
                    line.addWidget(caps, 0, Qt.AlignmentFlag.AlignVCenter)
                    column.addLayout(line)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._scroll.setWidget(body)
        body.show()
        self._place()

    def _card_width(self) -> int:
        return min(round(self._appearance.chrome_px(WIDTH)), self.width() - 2 * ROOM)

    def _in_columns(self) -> tuple[Rows, ...]:
        """The groups in one or two columns of about the same length."""
        if self._card_width() < 2 * self._appearance.chrome_px(ONE_COLUMN) * 0.8 or len(self._rows) < 2:
            return (self._rows,)
        lengths = [len(pairs) + 1.6 for _, pairs in self._rows]
        cuts = range(1, len(self._rows))
        cut = min(cuts, key=lambda at: max(sum(lengths[:at]), sum(lengths[at:])))
        return (self._rows[:cut], self._rows[cut:])

    def open_sheet(self) -> None:
        """Cover the parent and take the keyboard."""
        self._back = self.window().focusWidget()
        self._cover()
        self.show()
        self.raise_()
        self._scroll.verticalScrollBar().setValue(0)
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)

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

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self.geometry() != parent.rect():
            self.setGeometry(parent.rect())

    def _place(self) -> None:
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
        """Arrange the groups anew."""
        super().resizeEvent(event)
        self._fill()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet: cross, list, cross."""
        there = self._scroll if self._close.hasFocus() else self._close
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        there.setFocus(reason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self.card_rect().contains(event.position().toPoint()):
            self.close_sheet()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; other keys go no further than the sheet."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Question):
            self.close_sheet()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is below."""
        painter = QPainter(self)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(0.7 if self._appearance.theme.is_high_contrast else 0.38)
        painter.fillRect(self.rect(), shade)


class _KeyScroll(QScrollArea):
    """The groups, scrolled by the keyboard too; owned by ``ShortcutsSheet``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(3, 3, 3, 3)
        self.viewport().setAutoFillBackground(False)
        self.setObjectName("keys")

    def set_focus_color(self, color: QColor) -> None:
        """Colour of the ring."""
        self.setStyleSheet(
            "#keys { border: 2px solid transparent; border-radius: 8px; }"
            f"#keys:focus {{ border-color: {color.name()}; }}"
        )

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The sheet decides."""
        return QWidget.focusNextPrevChild(self, forward)
