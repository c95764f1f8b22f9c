"""The “Aa” panel: how it looks and reads, changed while one looks."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from historydesk.domain.pack import Language
from historydesk.services.settings import SETTINGS, Setting
from historydesk.ui.settings.setting_rows import ChoiceRow, NumberRow, SettingRow, SwitchRow
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard
from historydesk.ui.theme.icons import icon
from historydesk.ui.theme.words import Words

WIDTH = 396
"""Pixels of the card at 100 %."""

_ROWS: dict[str, type[SettingRow]] = {"number": NumberRow, "choice": ChoiceRow, "switch": SwitchRow}


class SettingsPanel(FloatingCard):
    """A card under the top bar with one row per declared setting; owned by the shell.

    The shell says which settings there are and what they hold, opens the panel in the room below its bar and
    follows ``setting_changed``. Esc and the cross close it.
    """

    setting_changed = Signal(str, object)
    closed = Signal()

    def __init__(self, languages: tuple[Language, ...] = (), parent: QWidget | None = None) -> None:
        self._appearance = default_appearance()
        super().__init__(self._appearance.theme, parent)
        self.setAccessibleName(self.tr("Settings"))
        self._rows: dict[str, SettingRow] = {}
        self._values: dict[str, object] = {}
        self._languages = languages
        self._area = QRect()
        self._back: QWidget | None = None

        self._title = Words(self.tr("Settings"), self)
        self._close = QPushButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.close_panel)
        self._body = QWidget()
        self._body.setProperty("role", "plain")
        self._list = QVBoxLayout(self._body)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        self._head = head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._close)
        self._columns = column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 2, SHADOW + 8, SHADOW + 2, SHADOW + 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.hide()
        self.set_settings(SETTINGS)

    def set_settings(self, settings: tuple[Setting, ...]) -> None:
        """Show one row for each declared setting that is not hidden, in this order."""
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for setting in settings:
            kind = _ROWS.get(setting.kind)
            if kind is None:
                continue
            row = kind(setting, self._appearance, self._body)
            row.value_chosen.connect(self._on_chosen)
            self._rows[setting.key] = row
            self._list.addWidget(row)
            row.show()
        self._show_languages()
        self.set_values(self._values)
        self.set_appearance(self._appearance)

    def set_values(self, values: dict[str, object]) -> None:
        """Show these values by key; nothing is emitted, unknown keys are passed over."""
        self._values = {**self._values, **values}
        for key, row in self._rows.items():
            row.set_value(self._values.get(key, row.setting.default))

    def set_languages(self, languages: tuple[Language, ...], current: str) -> None:
        """The pack's languages; with fewer than two there is nothing to choose and no row."""
        self._languages = languages
        self._values["language"] = current
        self._show_languages()
        self._place()

    def _show_languages(self) -> None:
        row = self._rows.get("language")
        if isinstance(row, ChoiceRow):
            row.set_choices(tuple((each.tag, each.name) for each in self._languages))
            row.set_value(self._values.get("language", ""))
            row.setVisible(len(self._languages) > 1)

    def open_under(self, button: QRect) -> None:
        """Show the panel below its button (the parent's coordinates) and give it the keyboard."""
        self._back = self.window().focusWidget()
        self.place_under(button)
        self.show()
        self.raise_()
        self._scroll.verticalScrollBar().setValue(0)
        first = self.first_control()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def place_under(self, button: QRect) -> None:
        """The button moved or the window was resized: fit the panel between the button and the lower edge."""
        parent = self.parentWidget()
        if parent is not None:
            top = button.bottom() + 1
            self._area = QRect(0, top, parent.width(), parent.height() - top)
            self._place()

    def first_control(self) -> QWidget | None:
        """Where the keyboard starts."""
        for row in self._rows.values():
            for each in row.findChildren(QWidget):
                if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled():
                    return each
        return self._close

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes, in place."""
        self._appearance = appearance
        self.set_theme(appearance.theme)
        ink = appearance.theme.color("ink")
        self._title.set_look(appearance.interface_face(16, weight=600), ink, 1.3)
        side = max(appearance.target, round(appearance.chrome_px(40)))
        mark = round(appearance.chrome_px(20))
        self._close.setFixedSize(side, side)
        self._close.setStyleSheet(f"padding: 0; min-height: {side - 2}px; min-width: {side - 2}px;")
        self._close.setIcon(icon("x", ink, mark))
        self._close.setIconSize(QSize(mark, mark))
        room = round(appearance.chrome_px(18))
        self._head.setContentsMargins(room, 0, 8, 0)
        self._list.setContentsMargins(room, 2, room, 6)
        self._list.setSpacing(round(appearance.chrome_px(14)))
        for row in self._rows.values():
            row.set_appearance(appearance)
        self._place()

    def sizeHint(self) -> QSize:
        """The card with all rows, and its shadow."""
        width = round(self._appearance.chrome_px(WIDTH))
        return QSize(width + 2 * SHADOW, self._height_at(width + 2 * SHADOW))

    def _height_at(self, width: int) -> int:
        margins = self._columns.contentsMargins()
        inside = width - margins.left() - margins.right()
        self._list.activate()
        body = self._list.heightForWidth(inside) if self._list.hasHeightForWidth() else 0
        body = max(body, self._list.minimumSize().height() if body <= 0 else body)
        head = max(self._close.height(), self._title.heightForWidth(inside - self._close.width() - 40))
        return margins.top() + margins.bottom() + head + self._columns.spacing() + body + 2

    def _place(self) -> None:
        if self._area.isEmpty():
            return
        width = min(round(self._appearance.chrome_px(WIDTH)) + 2 * SHADOW, self._area.width() + SHADOW)
        height = min(self._height_at(width), self._area.height() + SHADOW // 2)
        # The shadow may leave the room at the top; the card keeps 8 pixels from the bar and the edge.
        left = self._area.right() + 1 - width + SHADOW - 10
        self.setGeometry(max(self._area.left() - SHADOW, left), self._area.top() - SHADOW + 8, width, height)

    @Slot(str, object)
    def _on_chosen(self, key: str, value: object) -> None:
        self._values[key] = value
        self.setting_changed.emit(key, value)

    @Slot()
    def close_panel(self) -> None:
        """Hide, give the keyboard back, and say so; nothing happens when it is not open."""
        if self.isHidden():
            return
        back, self._back = self._back, None
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        if had_focus and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the panel; Esc leads out."""
        if self.isHidden():
            # Qt asks while it hides the panel, to move the keyboard away.
            return bool(super().focusNextPrevChild(forward))
        inside = [each for each in self._body.findChildren(QWidget) if _takes_tab(each)]
        # The cross stays while the rows scroll under it.
        stops = [self._close, *sorted(inside, key=self._reading_order)]
        focused = self.focusWidget()
        at = stops.index(focused) if focused in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target = stops[(at + (1 if forward else -1)) % len(stops)]
        target.setFocus(reason)
        if target is not self._close:
            self._scroll.ensureWidgetVisible(target, 0, 24)
        return True

    def _reading_order(self, widget: QWidget) -> tuple[int, int]:
        middle = widget.mapTo(self, widget.rect().center())
        return middle.y() // 20, middle.x()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()
