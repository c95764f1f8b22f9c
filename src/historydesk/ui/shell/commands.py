"""What each command of the window does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from historydesk.ui.shell.main_window import MainWindow


def commands_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The command of each name in ``actions``."""
    return {
        "home": window.go_home,
        "back": window.go_back,
        "forward": window.go_forward,
        "read": window.go_on_reading,
        "map": window.go_to_map,
        "timeline": window.go_to_timeline,
        "people": window.go_to_people,
        "evidence": window.go_to_evidence,
        "index": window.go_to_index,
        "search": window.overlays.open_search,
        "next_chapter": window.next_chapter,
        "previous_chapter": window.previous_chapter,
        "find": window.find_here,
        "contents": window.focus_contents,
        "larger": window.looks.larger,
        "smaller": window.looks.smaller,
        "normal_size": window.looks.normal_size,
        "settings": window.overlays.open_settings,
        "export": window.overlays.open_export,
        "panes": window.next_pane,
        "panes_back": window.previous_pane,
        "full_screen": window.toggle_full_screen,
        "shortcuts": window.overlays.toggle_shortcuts,
        "quit": window.close,
    }
