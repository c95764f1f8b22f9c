"""Walking over the window by keyboard: its parts with F6, and what a step came to in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def walk(panes: Sequence[QWidget], step: int) -> None:
    """Give the keyboard to the part after (``step`` 1) or before (−1) the one that has it."""
    shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
    focused = QApplication.focusWidget()
    at = next(
        (n for n, pane in enumerate(shown) if focused and (pane is focused or pane.isAncestorOf(focused))), -1
    )
    for offset in range(1, len(shown) + 1):
        target = first_stop(shown[(at + step * offset) % len(shown)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(target)
            return


def reveal(widget: QWidget) -> None:
    """Bring what the keyboard came to into sight: Qt does so only for steps that begin inside the scrolled part."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea) and (inner := around.widget()) and inner.isAncestorOf(widget):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def first_stop(pane: QWidget) -> QWidget | None:
    """The first thing in a part of the window that takes the keyboard by Tab."""
    proxy = pane.focusProxy()
    if proxy is not None and proxy.isVisible():
        return proxy
    if _takes_tab(pane):
        return pane
    at = pane.nextInFocusChain()
    while at is not None and at is not pane:
        if pane.isAncestorOf(at) and _takes_tab(at):
            return at
        at = at.nextInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reachable and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
