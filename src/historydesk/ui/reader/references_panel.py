"""The references of the passage being read, as real controls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QScroller, QToolButton, QWidget

from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.viewport import own_viewport

LENGTH = 28
"""Longer words are cut on a button; its accessible name has them all."""


FADE = 36


class _Fade(QWidget):
    """Paper that covers the end of a row softly. Owned by the references panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.color = QColor(255, 255, 255)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """From nothing to the ground of the row."""
        clear = QColor(self.color)
        clear.setAlpha(0)
        blend = QLinearGradient(0, 0, self.width(), 0)
        blend.setColorAt(0, clear)
        blend.setColorAt(1, self.color)
        QPainter(self).fillRect(self.rect(), blend)


class ReferencesPanel(QFrame):
    """One quiet row below the text. Owned by the reader page.

    Links inside a text view are invisible to assistive technology and small for a finger: here each
    reference of
    the passage is a button.
    """

    chosen = Signal(Reference, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("references-panel")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("In this passage"))
        self._appearance = default_appearance()
        self._fade = _Fade(self)
        self._shown: tuple[tuple[Reference, str, str], ...] = ()
        self.toggle = QToolButton(self)
        self.toggle.setObjectName("references-toggle")
        self.toggle.setProperty("role", "quiet")
        self.toggle.setCheckable(True)
        self.toggle.setChecked(True)
        self.toggle.setText(self.tr("In this passage"))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggle.toggled.connect(self._on_toggled)
        self._inner = QWidget()
        self._inner.setObjectName("references-row")
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)
        self._area = QScrollArea(self)
        viewport = own_viewport(self._area, filled=False)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inner)
        QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(20, 2, 8, 2)
        self._line.setSpacing(8)
        self._line.addWidget(self.toggle)
        self._line.addWidget(self._area, 1)
        self._line.addStretch(0)
        bar = self._area.horizontalScrollBar()
        bar.valueChanged.connect(self._place_fade)
        bar.rangeChanged.connect(self._place_fade)
        self.buttons: list[QPushButton] = []
        self._on_toggled(True)

    def add_ends(self, first: QWidget, last: QWidget) -> None:
        """Put buttons of the page at both ends of the row."""
        self._line.insertWidget(0, first)
        self._line.addWidget(last)

    def set_references(self, references: Sequence[tuple[Reference, str, str]]) -> None:
        """Show references as (reference, its words, its kind in a word); each thing once."""
        seen: dict[Reference, tuple[Reference, str, str]] = {}
        for reference, words, kind in references:
            seen.setdefault(reference, (reference, words, kind))
        wanted = tuple(seen.values())
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = any(button.hasFocus() for button in self.buttons)
        while len(self.buttons) < len(wanted):
            button = QPushButton(self._inner)
            button.setProperty("role", "quiet")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self._on_clicked)
            button.installEventFilter(self)
            self._row.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        for number, button in enumerate(self.buttons):
            shown = number < len(wanted)
            if shown:
                _, words, kind = wanted[number]
                label = self.tr("{kind} {words}").format(kind=kind, words=words) if _is_mark(words) else words
                short = label if len(label) <= LENGTH else label[: LENGTH - 1].rstrip() + "…"
                button.setText(short.replace("&", "&&"))
                button.setAccessibleName(self.tr("{words}, {kind}").format(words=words, kind=kind))
                self._dress(button)
            button.setVisible(shown)
        if focused and not any(button.hasFocus() for button in self.buttons):
            self.toggle.setFocus()
        self._name_toggle()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes."""
        self._appearance = appearance
        theme = appearance.theme
        size = round(appearance.chrome_px(13))
        least = appearance.target - 8  # and above and below two pixels of padding, two of border
        self.setStyleSheet(
            f"QFrame#references-panel {{ background: {theme.css('page')}; }}"
            "QScrollArea, QWidget#references-row { background: transparent; }"
            f"QPushButton {{ color: {theme.css('blue')}; font-size: {size}px; padding: 2px 8px;"
            f" min-height: {least}px; }}"
            f"QToolButton, QToolButton:checked {{ color: {theme.css('soft_ink')}; background: transparent;"
            f" font-size: {size}px; padding: 2px 6px; min-height: {least}px; }}"
            f"QPushButton:hover, QToolButton:hover {{ background: {theme.css('hover')}; }}"
        )
        # After the style sheet: setting that puts back the palette of before.
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Window, theme.color("page"))
        self.setPalette(colors)
        self.toggle.setFont(appearance.interface_face(12.5))
        self.setFixedHeight(round(appearance.target) + 4)
        self._set_arrow()
        for button in self.buttons:
            self._dress(button)
        self._fade.color = theme.color("page")
        self._fade.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What goes on at the right fades out."""
        super().resizeEvent(event)
        self._place_fade()

    def _place_fade(self) -> None:
        bar = self._area.horizontalScrollBar()
        self._fade.setVisible(not self._area.isHidden() and bar.value() < bar.maximum())
        box = self._area.geometry()
        self._fade.setGeometry(box.right() + 1 - FADE, box.top(), FADE, box.height())
        self._fade.raise_()

    def _dress(self, button: QPushButton) -> None:
        button.setFont(self._appearance.interface_face(12.5, weight=500))

    def _name_toggle(self) -> None:
        count = len(self._shown)
        name = self.tr("References in this passage: {count}").format(count=count)
        state = self.tr("shown") if self.toggle.isChecked() else self.tr("hidden")
        self.toggle.setAccessibleName(f"{name}, {state}")
        self.toggle.setToolTip(name)

    def _set_arrow(self) -> None:
        name = "chevron-right" if self.toggle.isChecked() else "chevron-up"
        self.toggle.setIcon(icon(name, self._appearance.theme.color("soft_ink"), 16))

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self._area.setVisible(shown)
        self._name_toggle()
        self._set_arrow()

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self.buttons:
            reference = self._shown[self.buttons.index(button)][0]
            self.chosen.emit(reference, QRect(button.mapToGlobal(button.rect().topLeft()), button.size()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A button the keyboard is on comes into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched, 16, 0)
        return False


def _is_mark(words: str) -> bool:
    return len(words) <= 2
