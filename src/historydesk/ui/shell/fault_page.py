"""The page for what cannot be opened: what happened, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.icons import pixmap
from historydesk.ui.theme.words import Words

COLUMN = 560
"""Pixels of the words at 100 %."""


class FaultPage(QWidget):
    """A calm page in place of the content; owned by the shell, which follows its wishes."""

    quit_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, can_quit: bool = True) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._can_retry = False
        self._can_quit = can_quit
        self.setAutoFillBackground(True)
        self._column = QWidget()
        self._column.setProperty("role", "plain")
        self._mark = _Mark(self._column)
        self._headline = Words(parent=self._column)
        self._summary = Words(parent=self._column)
        self._remedy = Words(parent=self._column)
        self._retry = self._button("primary", self.tr("Try again"), self.retry_requested.emit)
        self._quit = self._button("secondary", self.tr("Quit"), self.quit_requested.emit)
        self._ways = QWidget(self._column)
        flow = FlowLayout(self._ways, gap=14, row_gap=12)
        flow.addWidget(self._retry)
        flow.addWidget(self._quit)
        self._quit.setVisible(can_quit)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._ways.setSizePolicy(policy)
        self._rows = rows = QVBoxLayout(self._column)
        rows.setContentsMargins(24, 32, 24, 32)
        rows.addStretch(4)
        for widget in (self._mark, self._headline, self._summary, self._remedy, self._ways):
            rows.addWidget(widget)
        rows.addStretch(6)
        holder = QWidget()
        holder.setProperty("role", "plain")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self._column, 100)
        line.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(holder)
        holder.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.set_fault(self.tr("This cannot be opened"), "", "")
        self.set_appearance(self._appearance)

    def _button(self, role: str, text: str, clicked: object) -> QPushButton:
        button = QPushButton(text)
        button.setParent(self._column)
        button.setProperty("role", role)
        button.setProperty("large", True)
        button.setAccessibleName(text)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(clicked)
        button.installEventFilter(self)
        return button

    def set_fault(self, headline: str, summary: str, remedy: str, *, can_retry: bool = False) -> None:
        """Say what happened (``summary``), what to do (``remedy``), perhaps offer to try again."""
        self._can_retry = can_retry
        self._headline.setText(headline)
        self._summary.setText(summary)
        self._remedy.setText(remedy)
        self._summary.setVisible(bool(summary))
        self._remedy.setVisible(bool(remedy))
        self._retry.setVisible(can_retry)
        self._ways.setVisible(can_retry or self._can_quit)
        role = "secondary" if can_retry else "primary"
        if self._quit.property("role") != role:
            self._quit.setProperty("role", role)
            self._quit.style().unpolish(self._quit)
            self._quit.style().polish(self._quit)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(f"{summary} {remedy}".strip())

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        colors = self.palette()
        colors.setColor(colors.ColorRole.Window, color("page"))
        self.setPalette(colors)
        self._mark.set_appearance(appearance)
        headline = appearance.reading_face(34 * (1 + 100 / appearance.text_percent) / 2, weight=700)
        self._headline.set_look(headline, color("ink"), 1.15, balanced=True)
        self._summary.set_look(appearance.reading_face(18), color("ink"), 1.5)
        self._remedy.set_look(appearance.interface_face(16, chrome=False), color("soft_ink"), 1.5)
        self._column.setMaximumWidth(round(appearance.px(COLUMN)) + 48)
        self._rows.setSpacing(round(appearance.chrome_px(16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has room for the words only."""
        super().resizeEvent(event)
        self._mark.setVisible(self.height() >= self._appearance.chrome_px(440))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a button into view when the keyboard reaches it."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 0, 32)
        return super().eventFilter(watched, event)

    def first_control(self) -> QWidget:
        """Where the keyboard starts; the page itself where there is nothing to press."""
        if self._can_retry:
            return self._retry
        return self._quit if self._can_quit else self


class _Mark(QWidget):
    """A sheet of paper that stays closed, drawn; owned by ``FaultPage``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = round(self._appearance.chrome_px(72))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring with the sign in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        side = float(self.height())
        painter.setPen(QPen(theme.color("rule"), 2))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(QRectF(1, 1, side - 2, side - 2))
        size = round(side * 0.44)
        sign = pixmap("triangle-alert", theme.color("red"), size, self.devicePixelRatioF())
        painter.drawPixmap(round((side - size) / 2), round((side - size) / 2) - 2, sign)
