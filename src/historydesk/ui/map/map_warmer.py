"""Unpacks in idle moments what a flight over a map will draw."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from historydesk.errors import ResourceError
from historydesk.ui.map.base_map import BaseMap

FIRST_MS, NEXT_MS = 600, 30
"""How long a map rests before the first layer, and how long between two."""


class MapWarmer(QObject):
    """Unpacks one layer at a time while its map is at rest; owned by the map. Done, it sets no timer any more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._base: BaseMap | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def set_base_map(self, base: BaseMap | None) -> None:
        """What to unpack; ``None``: nothing."""
        self._base = base

    def go_on(self) -> None:
        """The map is at rest: begin, or go on, before long."""
        if self._base is not None:
            self._timer.start(FIRST_MS)

    def pause(self) -> None:
        """The map moves."""
        self._timer.stop()

    def is_idle(self) -> bool:
        """Whether no work waits."""
        return not self._timer.isActive()

    @Slot()
    def _on_time(self) -> None:
        if self._base is None:
            return
        try:
            more = self._base.unpack_next()
        except ResourceError:
            # The painter comes upon it too, and says so.
            more = False
        if more:
            self._timer.start(NEXT_MS)
        else:
            self._base = None
