"""The controls of a city plate's sites."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from historydesk.domain.plate import PlateSite
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.place_button import MarkButton
from historydesk.ui.map.room import Room
from historydesk.ui.map.site_card import site_words
from historydesk.ui.theme import Appearance


class SiteButton(MarkButton):
    """The control of one site."""

    def __init__(self, site: PlateSite, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(site.id, appearance, parent)
        self.site = site
        self.setAccessibleName(
            QCoreApplication.translate("SiteButton", "{name}, site").format(name=site.name)
        )
        self.setAccessibleDescription(site_words(site))
        self.setToolTip(site.name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to the front, so that the ring is seen."""
        super().focusInEvent(event)
        self.raise_()


class SiteLayer(QObject):
    """Puts a control over each site in a view at rest; owned by a map."""

    site_chosen = Signal(object)
    """The ``PlateSite`` whose control was used."""

    def __init__(self, map_view: QWidget, viewport: QWidget, appearance: Appearance) -> None:
        super().__init__(map_view)
        self._map = map_view
        self._viewport = viewport
        self._appearance = appearance
        self._buttons: dict[PlateSite, SiteButton] = {}

    def set_appearance(self, appearance: Appearance) -> None:
        """Sizes and colours."""
        self._appearance = appearance
        for button in self._buttons.values():
            button.set_appearance(appearance)

    def rest(self, sites: Sequence[PlateSite], camera: Camera, room: Room, after: QWidget) -> None:
        """Put the controls of these sites and no others; Tab comes to them after a control."""
        for site in [each for each in self._buttons if each not in sites]:
            button = self._buttons.pop(site)
            if button is self._map.window().focusWidget():
                self._map.setFocus()
            button.hide()
            button.deleteLater()
        for site in sites:
            known = self._buttons.get(site)
            if known is None:
                known = self._buttons[site] = SiteButton(site, self._appearance, self._viewport)
                known.set_appearance(self._appearance)
                known.clicked.connect(self._on_button)
            known.put(*camera.to_view(site.x, -site.y, room.width, room.height))
            known.show()
            QWidget.setTabOrder(after, known)
            after = known

    def hide(self) -> None:
        """A motion begins."""
        focused = self._map.window().focusWidget()
        for button in self._buttons.values():
            if button is focused:
                self._map.setFocus()
            button.hide()

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, SiteButton):
            self.site_chosen.emit(button.site)
