"""A page with a list at the left and the chosen item beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from historydesk.ui.theme.appearance import Appearance, default_appearance

NARROW = 820
"""Below this width (at 100 %) the list and the item take turns."""

WIDEST_LIST = 480
"""Pixels at 100 %."""

ANY_WIDTH = 16777215


class ListAndItem(QWidget):
    """Base of the index and of the evidence: each fills both sides and says how they take the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._is_narrow = self._shows_item = False

    def _join(self, listed: QWidget, item: QWidget, *, share: float, least: int) -> None:
        """Stand both side by side; the list takes a share of the width, at least so many pixels at 100 %."""
        self._list_side, self._item_side = listed, item
        self._share, self._least = share, least
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(listed)
        row.addWidget(item, 1)

    # -- what each page says ----------------------------------------------------------------------

    def _focus_item(self) -> None:
        """The keyboard to the beginning of the item."""
        raise NotImplementedError

    def _focus_list(self) -> None:
        """The keyboard to the list."""
        raise NotImplementedError

    def _take_turns(self, taking: bool) -> None:
        """Whether the sides take turns: the item then offers the way back."""
        raise NotImplementedError

    # -- what they have in common -----------------------------------------------------------------

    def _dress(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._arrange()

    def _turn(self, *, to_item: bool) -> None:
        """Show the list or the item, where one hides the other; the keyboard goes along."""
        focused = self.window().focusWidget()
        held = focused is not None and (focused is self or self._list_side.isAncestorOf(focused))
        self._shows_item = to_item
        self._arrange()
        if to_item and self._is_narrow and held:
            self._focus_item()

    @Slot()
    def _on_back(self) -> None:
        self._turn(to_item=False)
        self._focus_list()

    def _arrange(self) -> None:
        scale = self._appearance.chrome_px(1)
        self._is_narrow = self.width() < NARROW * scale
        if self._is_narrow:
            self._list_side.setMinimumWidth(0)
            self._list_side.setMaximumWidth(ANY_WIDTH)
        else:
            width = min(max(self.width() * self._share, self._least * scale), WIDEST_LIST * scale)
            self._list_side.setFixedWidth(round(width))
        self._list_side.setVisible(not (self._is_narrow and self._shows_item))
        self._item_side.setVisible(not self._is_narrow or self._shows_item)
        self._take_turns(self._is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the item back to the list in a narrow window."""
        if event.key() == Qt.Key.Key_Escape and self._is_narrow and self._shows_item:
            self._on_back()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The screen it was designed on."""
        return QSize(1366, 700)

    def minimumSizeHint(self) -> QSize:
        """Small: list and item take turns."""
        return QSize(360, 300)
