"""Where the window stands on the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

LEAST = QSize(640, 480)
DESIGN = QSize(1366, 768)


def place_window(window: QWidget, stored: str) -> None:
    """Size and place of the last time, else the designed size, or the whole of a small screen."""
    if stored and window.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii", "ignore"))):
        return
    screen = QGuiApplication.primaryScreen()
    room = screen.availableSize() if screen is not None else DESIGN
    if room.width() <= DESIGN.width() or room.height() <= DESIGN.height():
        window.resize(room.boundedTo(DESIGN))
        window.setWindowState(Qt.WindowState.WindowMaximized)
    else:
        window.resize(DESIGN)
        window.move(
            screen.availableGeometry().topLeft()
            + QPoint((room.width() - DESIGN.width()) // 2, (room.height() - DESIGN.height()) // 3)
        )


def placing_of(window: QWidget) -> str:
    """What ``place_window`` needs to bring size and place back."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")
