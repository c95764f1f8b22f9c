"""Copying from a chapter, with where it comes from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

from historydesk.domain.reference import Reference
from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.quotation import plain_text
from historydesk.ui.reader.reading_position import ReadingPosition
from historydesk.ui.theme.clipboard_data import clipboard_data


class ChapterCopying(QObject):
    """“Copy” and “Copy with citation”, by keys and in the menu of the text. Owned by the chapter view."""

    def __init__(self, view: QTextEdit, position: ReadingPosition) -> None:
        super().__init__(view)
        self._view = view
        self._position = position
        self._page: ChapterDocument | None = None
        self._pack_line = ""
        self._entries: Callable[[Reference], str] = _no_entry
        self._copy = QAction(self.tr("Copy"), self)
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.triggered.connect(view.copy)
        self._cite = QAction(self.tr("Copy with citation"), self)
        self._cite.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._cite.triggered.connect(self.copy_with_citation)
        for action in (self._copy, self._cite):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            view.addAction(action)

    def set_page(self, page: ChapterDocument) -> None:
        """Copy from this document from now on."""
        self._page = page

    def set_pack_line(self, text: str) -> None:
        """The pack's title for citations."""
        self._pack_line = text

    def set_entries(self, entries: Callable[[Reference], str]) -> None:
        """Asked for the entry of a source as a bibliography has it; "" while it is not known."""
        self._entries = entries

    def mime_data(self) -> QMimeData:
        """The selection as plain text without the numbers of citations."""
        return clipboard_data(self._selected_text())

    @Slot()
    def copy_with_citation(self) -> None:
        """Copy the selection (or the passage being read) and where it comes from."""
        if self._page is None:
            return
        cursor = self._view.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        text = self._selected_text() if cursor.hasSelection() else ""
        if not text:
            limits = self._page.range_of(self._position.passage)
            if limits is None:
                return
            start, end = limits
            text = plain_text(self._page, start, end)
        summary = self._page.chapter.summary
        where = self.tr("Chapter {number}, “{title}”").format(number=summary.number, title=summary.title)
        source = f"{where}. {self._pack_line}" if self._pack_line else where
        said = self.tr("“{text}”\n— {source}").format(text=text, source=source)
        entries = [entry for each in self._sources(start, end) if (entry := self._entries(each))]
        if entries:
            said += "\n\n" + self.tr("Sources:") + "\n" + "\n".join(entries)
        QGuiApplication.clipboard().setText(said)

    def open_menu(self, at: QPoint) -> None:
        """Offer both at a point of the screen."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Text"))
        self._copy.setEnabled(self._view.textCursor().hasSelection())
        menu.addAction(self._copy)
        menu.addAction(self._cite)
        menu.aboutToHide.connect(self._enable_copy)
        menu.popup(at)

    @Slot()
    def _enable_copy(self) -> None:
        self._copy.setEnabled(True)

    def _sources(self, start: int, end: int) -> list[Reference]:
        """The sources that are cited between two places, each once."""
        spans = self._page.references() if self._page is not None else []
        cited = [each.reference for each in spans if each.start < end and each.end > start]
        return [each for each in dict.fromkeys(cited) if each.scheme == "source"]

    def _selected_text(self) -> str:
        cursor = self._view.textCursor()
        if self._page is None:
            return ""
        return plain_text(self._page, cursor.selectionStart(), cursor.selectionEnd())


def _no_entry(_reference: Reference) -> str:
    """Nothing is known yet."""
    return ""
