"""One sentence under the top bar, until it is closed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from historydesk.services.notifier import Message
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import icon, pixmap
from historydesk.ui.theme.words import Words


class NoticeBar(QFrame):
    """Says one thing at a time, the oldest first; owned by the shell.

    Closing it brings the next sentence. The same sentence waits only once. A screen reader is told at once;
    the keyboard stays where it is.
    """

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._waiting: list[Message] = []
        self.setAccessibleName(self.tr("Notice"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark = QLabel(self)
        self._text = Words(parent=self)
        self._more = QLabel(self)
        self._close = QPushButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(self.close_notice)
        self._line = line = QHBoxLayout(self)
        line.addWidget(self._mark)
        line.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._more)
        line.addWidget(self._close)
        self.hide()
        self.set_appearance(self._appearance)

    @Slot(str)
    def say(self, text: str) -> None:
        """Show a sentence, or let it wait behind those not yet closed."""
        self.add_message(Message(text))

    @Slot(object)
    def add_message(self, message: Message) -> None:
        """Show what the program says, or let it wait; a warning has a sign of its own."""
        if not message.text or message in self._waiting:
            return
        self._waiting.append(message)
        self._show()
        if len(self._waiting) == 1:
            self._announce()

    def text(self) -> str:
        """The sentence shown; empty when there is none."""
        if not self._waiting:
            return ""
        return f"{self._waiting[0].text} {self._waiting[0].remedy}".strip()

    def waiting(self) -> int:
        """How many sentences there are, with the one shown."""
        return len(self._waiting)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        side = max(appearance.target, round(appearance.chrome_px(40)))
        mark = round(appearance.chrome_px(20))
        self._show_mark()
        self._text.set_look(appearance.interface_face(15), color("ink"), 1.4)
        self._more.setFont(appearance.interface_face(13))
        colors = self._more.palette()
        colors.setColor(colors.ColorRole.WindowText, color("soft_ink"))
        self._more.setPalette(colors)
        self._close.setStyleSheet(f"padding: 0; min-height: {side - 2}px; min-width: {side - 2}px;")
        self._close.setFixedSize(side, side)
        self._close.setIcon(icon("x", color("ink"), mark))
        self._close.setIconSize(QSize(mark, mark))
        self._line.setContentsMargins(24, 4, 12, 5)
        self._line.setSpacing(12)
        self.update()

    @Slot()
    def close_notice(self) -> None:
        """Put the shown sentence away; the next one comes, or the bar goes."""
        if self._waiting:
            self._waiting.pop(0)
        self._show()
        if self._waiting:
            self._announce()
        else:
            self.emptied.emit()

    def _is_warning(self) -> bool:
        return bool(self._waiting) and self._waiting[0].kind == "warning"

    def _show_mark(self) -> None:
        color = self._appearance.theme.color
        name, shade = ("triangle-alert", color("red")) if self._is_warning() else ("info", color("blue"))
        side = round(self._appearance.chrome_px(20))
        self._mark.setAccessibleName(self.tr("Warning") if self._is_warning() else self.tr("Note"))
        self._mark.setPixmap(pixmap(name, shade, side, self.devicePixelRatioF()))

    def _show(self) -> None:
        self._show_mark()
        text = self.text()
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.setAccessibleDescription(text)
        more = len(self._waiting) - 1
        self._more.setText(self.tr("{count} more").format(count=more) if more > 0 else "")
        self._more.setVisible(more > 0)
        self.setVisible(bool(text))

    def _announce(self) -> None:
        # Here, since QAccessible and its enumerations would cost the start 2 ms.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        spoken = QAccessibleAnnouncementEvent(self, self.text())
        spoken.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on the cross closes as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_notice()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, line and the blue edge."""
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.color("highlight"))
        painter.fillRect(0, 0, 4, self.height(), theme.color("red" if self._is_warning() else "blue"))
        line = 2 if theme.is_high_contrast else 1
        painter.fillRect(0, self.height() - line, self.width(), line, theme.color("rule"))
