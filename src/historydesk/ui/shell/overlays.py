"""What floats over the screens: search, settings, sheets of keys and exports, cards; each made when first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from historydesk.domain.location import Location
from historydesk.services.services import Services
from historydesk.ui.shell.actions import Rows
from historydesk.ui.shell.top_bar import TopBar
from historydesk.ui.theme import Appearance

if TYPE_CHECKING:
    from historydesk.domain.search import Results
    from historydesk.ui.search.search_panel import SearchPanel
    from historydesk.ui.settings.settings_panel import SettingsPanel
    from historydesk.ui.shell.card_desk import CardDesk
    from historydesk.ui.shell.export_desk import ExportDesk
    from historydesk.ui.shell.shortcuts_sheet import ShortcutsSheet


class Overlays(QObject):
    """At most one of them is open at a time; owned by the window.

    ``location_requested`` leads elsewhere, ``keyboard_returned`` says that the screen has the keyboard again.
    """

    location_requested = Signal(Location)
    keyboard_returned = Signal()
    card_closed = Signal()

    def __init__(self, services: Services, window: QWidget, bar: TopBar, keys: Rows) -> None:
        super().__init__(window)
        self._services, self._window, self._bar, self._keys = services, window, bar, keys
        self._appearance: Appearance | None = None
        self.search: SearchPanel | None = None
        self.settings: SettingsPanel | None = None
        self.sheet: ShortcutsSheet | None = None
        self.exports: ExportDesk | None = None
        self._cards: CardDesk | None = None
        bar.search_requested.connect(self.open_search)
        bar.settings_requested.connect(self.open_settings)
        services.settings.changed.connect(self._on_setting_changed)

    @property
    def cards(self) -> CardDesk:
        """The cards, whose popup is made with the first of them."""
        if self._cards is None:
            from historydesk.ui.shell.card_desk import CardDesk

            self._cards = CardDesk(self._services, self._window)
            self._dress(self._cards)
            self._cards.location_requested.connect(self.location_requested)
            self._cards.closed.connect(self.card_closed)
        return self._cards

    @Slot()
    def open_search(self) -> None:
        """The search panel, the keyboard in its field."""
        if self.search is None:
            from historydesk.ui.search.search_panel import SearchPanel

            self.search = SearchPanel(self._window)
            self._dress(self.search)
            self.search.query_changed.connect(self._on_query)
            self.search.hit_chosen.connect(self.location_requested)
            self.search.closed.connect(self.keyboard_returned)
        self.close_all()
        self.search.place_under(self._anchor(self._bar.search))
        self.search.open_with("")

    @Slot()
    def open_settings(self) -> None:
        """The "Aa" panel; a second press closes it."""
        if self.settings is None:
            from historydesk.ui.settings.settings_panel import SettingsPanel
            from historydesk.ui.theme.fonts import register_fonts

            register_fonts()
            self.settings = SettingsPanel(self._services.library.info.languages, self._window)
            self._dress(self.settings)
            self.settings.setting_changed.connect(self._services.settings.set)
            application = QApplication.instance()
            if isinstance(application, QApplication):
                application.focusChanged.connect(self._on_focus_changed)
        if self.settings.isVisible():
            self.settings.close_panel()
            return
        self.close_all()
        self._show_values()
        self.settings.open_under(self._anchor(self._bar.settings))

    @Slot()
    def toggle_shortcuts(self) -> None:
        """The sheet of keys."""
        if self.sheet is None:
            from historydesk.ui.shell.shortcuts_sheet import ShortcutsSheet

            self.sheet = ShortcutsSheet(self._keys, self._window)
            self._dress(self.sheet)
        if self.sheet.isVisible():
            self.sheet.close_sheet()
        else:
            self.close_all()
            self.sheet.open_sheet()

    @Slot()
    def open_export(self) -> None:
        """The sheet of exports."""
        exports = self._need_exports()
        if exports.sheet.isVisible():
            exports.sheet.close_sheet()
        else:
            self.close_all()
            exports.sheet.open_sheet()

    @Slot(str)
    def export_format(self, name: str) -> None:
        """Ask where to, and write one format."""
        self._need_exports().export(name)

    def _need_exports(self) -> ExportDesk:
        if self.exports is None:
            from historydesk.ui.shell.export_desk import ExportDesk

            self.exports = ExportDesk(self._services, self._window)
            self._dress(self.exports)
        return self.exports

    def close_all(self) -> None:
        """Nothing floats any more."""
        if self._cards is not None:
            self._cards.close()
        if self.search is not None and self.search.isVisible():
            focused = QApplication.focusWidget()
            held = focused is not None and self.search.isAncestorOf(focused)
            self.search.hide()
            if held:
                # Qt would give it to whatever comes next, a button of the bar.
                self.keyboard_returned.emit()
        if self.settings is not None and self.settings.isVisible():
            self.settings.close_panel()
        if self.sheet is not None and self.sheet.isVisible():
            self.sheet.close_sheet()
        if self.exports is not None:
            self.exports.sheet.close_sheet()

    def hover_left(self) -> None:
        """The pointer left the words of a card."""
        if self._cards is not None:
            self._cards.hover_left()

    def place(self) -> None:
        """The window was resized, or the bar grew: what is open keeps its place."""
        if self.search is not None and self.search.isVisible():
            self.search.place_under(self._anchor(self._bar.search))
        if self.settings is not None and self.settings.isVisible():
            self.settings.place_under(self._anchor(self._bar.settings))

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes, for what is there and what comes."""
        self._appearance = appearance
        for part in (self._cards, self.search, self.settings, self.sheet, self.exports):
            if part is not None:
                part.set_appearance(appearance)
        if self.settings is not None and self.settings.isVisible():
            self._show_values()
        self.place()

    def _dress(self, part: CardDesk | SearchPanel | SettingsPanel | ShortcutsSheet | ExportDesk) -> None:
        if self._appearance is not None:
            part.set_appearance(self._appearance)

    def _anchor(self, button: QWidget) -> QRect:
        return QRect(button.mapTo(self._window, button.rect().topLeft()), button.size())

    def _show_values(self) -> None:
        if self.settings is None:
            return
        library = self._services.library
        values: dict[str, object] = dict(self._services.settings.values())
        if self._appearance is not None:
            # What follows the system until it is chosen is shown as it is.
            values["theme"] = self._appearance.theme.name
            values["reduced_motion"] = self._appearance.reduced_motion
        self.settings.set_values(values)
        self.settings.set_languages(library.info.languages, library.language)

    @Slot(str, object)
    def _on_setting_changed(self, key: str, value: object) -> None:
        if self.settings is not None and self.settings.isVisible():
            self._show_values()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """A press elsewhere closes the panel."""
        panel = self.settings
        if panel is None or not panel.isVisible() or now is None or now.window() is not self._window:
            return
        if now is not panel and not panel.isAncestorOf(now):
            panel.hide()

    @Slot(str)
    def _on_query(self, query: str) -> None:
        self._services.library.search(query, self._on_results)

    def _on_results(self, results: Results) -> None:
        if self.search is not None:
            self.search.set_results(results)
