"""Find in the chapter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from historydesk.ui.theme import Appearance
from historydesk.ui.theme.icons import icon


class FindBar(QFrame):
    """A field, a count and two arrows above the text. Owned by the reader page, which does the finding."""

    wanted_changed = Signal(str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.setAutoFillBackground(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this chapter"))
        self.field.setAccessibleName(self.tr("Find in this chapter"))
        self.field.setClearButtonEnabled(False)
        self.field.setAcceptDrops(False)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.textChanged.connect(self.wanted_changed)
        self.count = QLabel(self)
        self.count.setObjectName("find-count")
        self.count.setAccessibleName(self.tr("Matches"))
        self.back = self._button("chevron-up", self.tr("Previous match"))
        self.forward = self._button("chevron-down", self.tr("Next match"))
        self.close_button = self._button("x", self.tr("Close find"))
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.close_button.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(self.close_button)
        self.hide()

    def _button(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumSize(40, 40)
        return button

    def open_bar(self, text: str = "") -> None:
        """Show the bar with the keyboard in the field."""
        if text:
            self.field.setText(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self.wanted_changed.emit(self.field.text())

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def set_count(self, current: int, total: int) -> None:
        """``current`` counts from 1; 0 of 0 means nothing was found."""
        if not self.field.text().strip():
            words = ""
        elif total == 0:
            words = self.tr("Not in this chapter")
        else:
            words = self.tr("{current} of {total}").format(current=current, total=total)
        self.count.setText(words)
        self.count.setAccessibleName(words or self.tr("Matches"))
        self.back.setEnabled(total > 0)
        self.forward.setEnabled(total > 0)

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours, icons, sizes."""
        theme = appearance.theme
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Window, theme.color("page"))
        self.setPalette(colors)
        self.setStyleSheet(f"QFrame#find-bar {{ background: {theme.css('page')}; }}")
        self.count.setFont(appearance.interface_face(14))
        for button in (self.back, self.forward, self.close_button):
            button.setIcon(icon(button.objectName(), theme.color("ink")))
            button.setMinimumSize(appearance.target, appearance.target)
        self.field.setFont(appearance.interface_face(15))
        self.field.setMinimumHeight(appearance.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_requested.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.step_requested.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.step_requested.emit(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_back(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _on_forward(self) -> None:
        self.step_requested.emit(1)
