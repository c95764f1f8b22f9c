"""Chapters laid out ahead of the turn to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from historydesk.domain.chapter import Chapter
from historydesk.ui.reader.chapter_document import ChapterDocument

FIRST_MS = 120
NEXT_MS = 60
BUSY_MS = 400


class Neighbours(QObject):
    """Documents of the chapters before and after the one shown, made one at a time at idle. Owned by the
    view."""

    def __init__(
        self, make: Callable[[Chapter], ChapterDocument], is_idle: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._is_idle = is_idle
        self._ready: dict[str, ChapterDocument] = {}
        self._waiting: list[Chapter] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.prepare_next)

    def __contains__(self, chapter_id: str) -> bool:
        return chapter_id in self._ready

    def chapters(self) -> tuple[Chapter, ...]:
        """Chapters that are ready."""
        return tuple(ready.chapter for ready in self._ready.values())

    def prepare(self, chapters: tuple[Chapter, ...]) -> None:
        """Make these chapters ready when there is time."""
        self._waiting = [chapter for chapter in chapters if chapter.summary.id not in self._ready]
        if self._waiting:
            self._timer.start(FIRST_MS)

    @Slot()
    def prepare_next(self) -> None:
        """Make the next waiting chapter ready, or wait longer while the person is busy."""
        if not self._waiting:
            return
        if not self._is_idle():
            self._timer.start(BUSY_MS)
            return
        chapter = self._waiting.pop(0)
        ready = self._make(chapter)
        ready.lay_out()
        self._put(ready)
        if self._waiting:
            self._timer.start(NEXT_MS)

    def take(self, chapter: Chapter) -> ChapterDocument | None:
        """Hand over a chapter's document; ``None`` when it is not ready or has changed since."""
        ready = self._ready.pop(chapter.summary.id, None)
        if ready is not None and ready.chapter is not chapter and ready.chapter != chapter:
            ready.discard()
            return None
        return ready

    def keep_only(self, chapter: Chapter, left: ChapterDocument | None) -> None:
        """Free what is no neighbour of ``chapter``; ``left`` is the document that was shown before."""
        near = (chapter.previous, chapter.next)
        if left is not None:
            if left.chapter.summary.id in near:
                self._put(left)
            else:
                left.discard()
        for name in [name for name in self._ready if name not in near]:
            self._ready.pop(name).discard()

    def forget(self) -> None:
        """Free everything: sizes or figures have changed."""
        for ready in self._ready.values():
            ready.discard()
        self._ready.clear()
        self._waiting = []
        self._timer.stop()

    def _put(self, ready: ChapterDocument) -> None:
        before = self._ready.pop(ready.chapter.summary.id, None)
        if before is not None:
            before.discard()
        self._ready[ready.chapter.summary.id] = ready
