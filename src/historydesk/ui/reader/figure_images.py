"""Pictures of a chapter, scaled to its column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument

from historydesk.errors import HistoryDeskError

FigureLoader = Callable[[str], bytes]
"""Path of a figure inside the pack → the file's bytes; raises ``KeyError`` or ``OSError`` when there is
none."""

MAX_FIGURE_BYTES = 32 * 1024 * 1024
MAX_FIGURE_SIDE = 12_000


class FigureImages:
    """Figures of the pack scaled to the column. Owned by the chapter view, shared by its documents."""

    def __init__(self, load: FigureLoader | None = None) -> None:
        self.load = load
        self.width = 560
        self.height = 600
        self.scale = 1.0
        self.missing: set[str] = set()
        """Paths asked for in vain so far."""

    def image(self, path: str) -> QImage:
        """The figure at ``path``, no wider than the column; null when it is missing or not a sane picture."""
        image = self._read(path)
        (self.missing.add if image.isNull() else self.missing.discard)(path)
        return image

    def _read(self, path: str) -> QImage:
        if self.load is None:
            return QImage()
        try:
            data = self.load(path)
        except (HistoryDeskError, KeyError, OSError, ValueError):
            return QImage()
        if not data or len(data) > MAX_FIGURE_BYTES:
            return QImage()
        device = QBuffer()
        device.setData(QByteArray(data))
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        from PySide6.QtGui import QImageReader

        reader = QImageReader(device)
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid() or max(size.width(), size.height()) > MAX_FIGURE_SIDE:
            return QImage()
        room = QSize(round(self.width * self.scale), round(self.height * self.scale))
        vector = bytes(reader.format().data()).startswith(b"svg")
        if vector or size.width() > room.width() or size.height() > room.height():
            reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        image.setDevicePixelRatio(self.scale)
        return image


class PageText(QTextDocument):
    """A text document that can load figures of the pack and nothing else. Owned by its
    ``ChapterDocument``."""

    def __init__(self, figures: FigureImages) -> None:
        super().__init__()
        self._figures = figures

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only ``figure:`` images; every other address stays empty."""
        address = QUrl(name)
        if address.scheme() == "figure":
            return self._figures.image(address.path())
        return None
