"""A running program to take pictures of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from historydesk.app import Program
from historydesk.domain.location import Location
from historydesk.ui.shell.main_window import MainWindow

DESIGN = (1366, 768)

REST_MS = 550
"""After the last step a screen rests this long: labels are placed and the fine frame of the map is drawn."""

READY_MS = 30_000
LEAST_COLOURS = 12
MOST_OF_ONE = 0.995
"""A picture with fewer colours, or more of one colour than this share, is blank."""


def pause(milliseconds: int) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], bool], milliseconds: int = 5000) -> bool:
    """Let the program run until something holds; whether it came to hold."""
    for _ in range(max(1, milliseconds // 20)):
        if condition():
            return True
        pause(20)
    return condition()


def is_blank(image: QImage) -> bool:
    """Whether a picture shows (almost) nothing."""
    small = image.scaled(320, 180).convertToFormat(QImage.Format.Format_RGB32)
    counts: dict[int, int] = {}
    for y in range(small.height()):
        for x in range(small.width()):
            pixel = small.pixel(x, y)
            counts[pixel] = counts.get(pixel, 0) + 1
    return len(counts) < LEAST_COLOURS or max(counts.values()) > MOST_OF_ONE * small.width() * small.height()


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name and what is to be done before it is taken."""

    name: str
    prepare: Callable[[], None]


class Stage:
    """A running program to take pictures of; owned by the tour or the self-test, closed by them."""

    def __init__(self, pack: Path | None, folder: Path, size: tuple[int, int] = DESIGN) -> None:
        self.program = Program(pack, folder=folder)
        self.size = size
        self._ready = False
        self.program.ready.connect(self._on_ready)

    def _on_ready(self) -> None:
        self._ready = True

    def open(self) -> bool:
        """Start it; whether everything became ready."""
        window = self.program.open(show=False)
        if isinstance(window, MainWindow):
            self.program_settings("reduced_motion", True)
        self.resize(*self.size)
        window.show()
        if not isinstance(window, MainWindow):
            return False
        done = wait_for(lambda: self._ready, READY_MS)
        window.setFocus()
        return done

    @property
    def window(self) -> MainWindow:
        """The window, which must be open."""
        if self.program.window is None:
            raise RuntimeError("no window")
        return self.program.window

    @property
    def widget(self) -> QWidget:
        """The window, be it the one that says what is wrong."""
        widget = self.program.window or self.program.error_window
        if widget is None:
            raise RuntimeError("no window")
        return widget

    def resize(self, width: int, height: int) -> None:
        """Give the window a size, however small the screen."""
        self.widget.setWindowState(self.widget.windowState().WindowNoState)
        self.widget.resize(width, height)

    def program_settings(self, key: str, value: int | float | bool | str) -> None:
        """Choose a setting."""
        if self.program.services is not None:
            self.program.services.settings.set(key, value)

    def go(self, location: Location) -> None:
        """Go there with nothing floating."""
        self.window.overlays.close_all()
        self.window.go(location)

    def chapters(self) -> list[str]:
        """Ids of the first chapters."""
        services = self.program.services
        return [each.id for each in services.library.contents(1, 12)] if services is not None else []

    def find_reference(self, scheme: str) -> tuple[str, str] | None:
        """(chapter, passage) of the first reference of a kind."""
        services = self.program.services
        if services is None:
            return None
        for name in self.chapters():
            for passage in services.library.chapter(name).passages:
                if f'href="{scheme}:' in passage.html:
                    return name, passage.id
        return None

    def open_reference(self, scheme: str) -> bool:
        """Go to the first reference of a kind and activate it, as a press does; whether there is one."""
        found = self.find_reference(scheme)
        if found is None:
            return False
        chapter, passage = found
        self.go(Location("read", chapter=chapter, passage=passage))
        pause(60)
        reader = self.window.surfaces.reader
        page = reader.view.page if reader is not None else None
        if reader is None or page is None:
            return False
        for span in page.references_of(passage):
            if span.reference.scheme == scheme:
                reader.view.references.activate(span)
                return True
        return False

    def search(self, query: str) -> None:
        """Open search and type."""
        overlays = self.window.overlays
        overlays.open_search()
        if overlays.search is not None:
            overlays.search.open_with(query)
            pause(250)

    def grab(self) -> QImage:
        """The window as it is drawn once it rests."""
        pause(REST_MS)
        services = self.program.services
        if services is not None:
            wait_for(lambda: not self.program.is_busy, 3000)
        wait_for(self._is_settled, 5000)
        return self.widget.grab().toImage()

    def _is_settled(self) -> bool:
        """Whether no map flies or is about to."""
        window = self.program.window
        companion = window.surfaces.companion if window is not None else None
        atlas = window.surfaces.atlas if window is not None else None
        return (companion is None or companion.is_settled()) and (atlas is None or not atlas.map.is_moving())

    def close(self) -> None:
        """End the program."""
        self.program.close()
        pause(0)
