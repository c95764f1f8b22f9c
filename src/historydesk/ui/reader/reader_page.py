"""The page on which one reads: contents, chapter, companion, and the strip of time below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from historydesk.domain.chapter import Chapter
from historydesk.domain.pack import ChapterSummary
from historydesk.domain.records import ReadingPlace
from historydesk.domain.reference import Reference
from historydesk.ui.reader.chapter_view import ChapterView
from historydesk.ui.reader.contents_model import Quizzes
from historydesk.ui.reader.contents_panel import ContentsPanel
from historydesk.ui.reader.figure_images import FigureLoader
from historydesk.ui.reader.references_panel import ReferencesPanel
from historydesk.ui.reader.rooms import Rooms, share_out
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.icons import icon

if TYPE_CHECKING:
    from historydesk.ui.reader.find_bar import FindBar


class Hairline(QWidget):
    """A line between two rooms. Owned by the reader page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()

    def set_appearance(self, appearance: Appearance) -> None:
        """Colour."""
        self._appearance = appearance
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour."""
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("rule"))


class ReaderPage(QWidget):
    """Contents | chapter | companion over the strip. Owned by the shell.

    Where the window is too narrow for all, the companion and then the contents step behind a button;
    opened, they
    lie over the chapter. Every wish leaves as a signal.
    """

    reference_activated = Signal(Reference, QRect)
    reference_hovered = Signal(Reference, QRect)
    hover_left = Signal()
    passage_reached = Signal(str)
    progress_changed = Signal(float)
    chapter_requested = Signal(str)
    quiz_requested = Signal(str)
    words_requested = Signal(str)
    contents_window_requested = Signal(int, int)

    def __init__(self, companion: QWidget, strip: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAutoFillBackground(True)
        self._appearance = default_appearance()
        self._rooms = Rooms(0, 0, 0, False, False)
        self._contents_open: bool | None = None
        self._companion_open: bool | None = None
        self._returning: QWidget | None = None

        self._beside_passage = ""
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.setInterval(15)
        self._beside.timeout.connect(self._update_beside)

        self.contents_button = self._toggle_button("panel-left", self.tr("Contents"))
        self.companion_button = self._toggle_button("map", self.tr("Map"))

        self.contents = ContentsPanel(self)
        self.column = QFrame(self)
        self._find_bar: FindBar | None = None
        self.view = ChapterView(self.column)
        self.references = ReferencesPanel(self.column)
        self.references.add_ends(self.contents_button, self.companion_button)
        column = QVBoxLayout(self.column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column_rows = column
        column.addWidget(self.view, 1)
        self._lines = [Hairline(self) for _ in range(3)]
        line = Hairline(self.column)
        line.setFixedHeight(1)
        self._lines.append(line)
        column.addWidget(line)
        column.addWidget(self.references)
        self.companion = companion
        self.strip = strip
        for widget in (companion, strip):
            widget.setParent(self)
        self._tab_order()
        self._connect()
        self._dress()

    def _toggle_button(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        button.setText(label)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumHeight(40)
        return button

    def _tab_order(self) -> None:
        order = [
            self.contents.list,
            self.view.brief.button,
            self.view.ends.skip,
            self.view,
            *self.view.footer.ways,
            self.contents_button,
            self.references.toggle,
            self.companion_button,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.view.activated.connect(self.reference_activated)
        self.view.hovered.connect(self.reference_hovered)
        self.view.hover_left.connect(self.hover_left)
        self.view.progress_changed.connect(self.progress_changed)
        self.view.chapter_requested.connect(self.chapter_requested)
        self.view.quiz_requested.connect(self.quiz_requested)
        self.view.words_requested.connect(self.words_requested)
        self.view.passage_reached.connect(self._on_passage_reached)
        self.references.chosen.connect(self._on_reference_chosen)
        self.contents.chapter_requested.connect(self._on_contents_chosen)
        self.contents.quiz_requested.connect(self._on_contents_quiz)
        self.contents.window_requested.connect(self.contents_window_requested)
        self.contents_button.toggled.connect(self._on_contents_toggled)
        self.companion_button.toggled.connect(self._on_companion_toggled)
        # Ctrl+F belongs to the window; the same key here too would be ambiguous, and neither would work.
        shortcut = QShortcut(QKeySequence("F3"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_find_next)

    @property
    def find_bar(self) -> FindBar:
        """The bar above the text, made when one first looks for something."""
        if self._find_bar is None:
            from historydesk.ui.reader.find_bar import FindBar

            bar = self._find_bar = FindBar(self.column)
            bar.set_appearance(self._appearance)
            bar.wanted_changed.connect(self._on_find)
            bar.step_requested.connect(self._on_find_step)
            bar.closed.connect(self._on_find_closed)
            self._column_rows.insertWidget(0, bar)
            order = (self.contents.list, bar.field, bar.back, bar.forward, bar.close_button)
            for before, after in pairwise((*order, self.view.brief.button)):
                QWidget.setTabOrder(before, after)
        return self._find_bar

    @property
    def _is_finding(self) -> bool:
        return self._find_bar is not None and self._find_bar.isVisible()

    # -- what the shell gives -------------------------------------------------------------------

    def set_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning."""
        self.view.set_chapter(chapter)
        self.view.references.clear_open()
        self._show_passage(self.view.current_passage)
        if self._is_finding:
            self._on_find(self.find_bar.field.text())

    def prepare_neighbours(self, chapters: tuple[Chapter, ...]) -> None:
        """Chapters to lay out while nothing else happens."""
        self.view.prepare_neighbours(chapters)

    def scroll_to(self, passage_id: str, find: str = "") -> None:
        """Bring a passage to the reading line and mark ``find`` in it."""
        self.view.scroll_to(passage_id, find)
        self._show_passage(self.view.current_passage)

    def set_contents(self, total: int, summaries: Sequence[ChapterSummary]) -> None:
        """A stretch of the contents of ``total`` chapters."""
        self.contents.set_contents(total, summaries)

    def set_progress(self, places: Mapping[str, ReadingPlace]) -> None:
        """How far each chapter was read."""
        self.contents.set_places(places)

    def set_quizzes(self, quizzes: Quizzes) -> None:
        """How many of whose questions were answered, and how many there are."""
        self.contents.set_quizzes(quizzes)

    def set_figure_loader(self, load: FigureLoader) -> None:
        """The function that returns a figure's bytes."""
        self.view.set_figure_loader(load)

    def set_pack_line(self, text: str) -> None:
        """The pack's title for citations."""
        self.view.copying.set_pack_line(text)

    def set_entries(self, entries: Callable[[Reference], str]) -> None:
        """Asked for the whole entry of a source when a passage is copied."""
        self.view.copying.set_entries(entries)

    def set_titles(self, titles: Callable[[Reference], str]) -> None:
        """Asked for the short title of a source, "" while it is not known; called anew when it may be."""
        self.view.references.set_titles(titles)
        self._show_passage(self.view.current_passage)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes for the page and its parts; companion and strip have their own
        ``set_appearance``."""
        if appearance != self._appearance:
            self._appearance = appearance
            self._dress()

    def _dress(self) -> None:
        appearance = self._appearance
        theme = appearance.theme
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Window, theme.color("page"))
        self.setPalette(colors)
        self.view.set_appearance(appearance)
        self.contents.set_appearance(appearance)
        if self._find_bar is not None:
            self._find_bar.set_appearance(appearance)
        self.references.set_appearance(appearance)
        for line in self._lines:
            line.set_appearance(appearance)
        for button in (self.contents_button, self.companion_button):
            button.setIcon(icon(button.objectName(), theme.color("ink")))
            button.setMinimumHeight(appearance.target)
        self._arrange()

    # -- keyboard and ways back -----------------------------------------------------------------

    @Slot()
    def open_find(self) -> None:
        """Find in this chapter, beginning with the selected words."""
        words = self.view.textCursor().selectedText().strip()
        self.find_bar.open_bar(words if 0 < len(words) <= 60 and "\u2029" not in words else "")

    def focus_reference_return(self) -> None:
        """A card was closed: give the keyboard back to the words (or the button) that opened it."""
        self.view.references.clear_open()
        target = self._returning if self._returning is not None and self._returning.isVisible() else self.view
        self._returning = None
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_text(self) -> None:
        """Put the keyboard into the chapter."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over the chapter."""
        if event.key() == Qt.Key.Key_Escape and self._close_overlays():
            return
        super().keyPressEvent(event)

    def _close_overlays(self) -> bool:
        closed = False
        if self._rooms.contents_over and self.contents_button.isChecked():
            self.contents_button.setChecked(False)
            closed = True
        if self._rooms.companion_over and self.companion_button.isChecked():
            self.companion_button.setChecked(False)
            closed = True
        if closed:
            self.focus_text()
        return closed

    # -- slots ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_passage_reached(self, passage_id: str) -> None:
        self._show_passage(passage_id)
        self.passage_reached.emit(passage_id)

    def _show_passage(self, passage_id: str) -> None:
        self._beside_passage = passage_id
        self._beside.start()

    @Slot()
    def _update_beside(self) -> None:
        """Contents and references follow the text a moment later, so that turning and scrolling stay
        quick."""
        page = self.view.page
        if page is None:
            return
        passage_id = self._beside_passage
        summary = page.chapter.summary
        self.contents.set_current(summary.id, page.section_at(passage_id))
        wanted = passage_id or (page.chapter.passages[0].id if page.chapter.passages else "")
        self.references.set_references(
            [
                (
                    span.reference,
                    self.view.references.words_of(span),
                    self.view.references.kind_name(span.reference),
                )
                for span in page.references_of(wanted)
            ]
        )

    @Slot(Reference, QRect)
    def _on_reference_chosen(self, reference: Reference, rect: QRect) -> None:
        sender = self.focusWidget()
        self._returning = sender if sender in self.references.buttons else None
        self.reference_activated.emit(reference, rect)

    @Slot(str)
    def _on_contents_chosen(self, chapter_id: str) -> None:
        self._fold_contents()
        self.chapter_requested.emit(chapter_id)

    @Slot(str)
    def _on_contents_quiz(self, chapter_id: str) -> None:
        self._fold_contents()
        self.quiz_requested.emit(chapter_id)

    def _fold_contents(self) -> None:
        """Give the text its room back, where the contents lie over it."""
        if self._rooms.contents_over:
            self.contents_button.setChecked(False)

    @Slot(str)
    def _on_find(self, wanted: str) -> None:
        total = self.view.finder.find_all(wanted)
        self.find_bar.set_count(self.view.finder.current + 1, total)

    @Slot(int)
    def _on_find_step(self, direction: int) -> None:
        current = self.view.finder.step(direction)
        if current >= 0:
            self.find_bar.set_count(current + 1, self.view.finder.count)

    @Slot()
    def _on_find_next(self) -> None:
        if self._is_finding:
            self._on_find_step(1)
        else:
            self.open_find()

    @Slot()
    def _on_find_closed(self) -> None:
        self.view.finder.clear()
        self.focus_text()

    @Slot(bool)
    def _on_contents_toggled(self, shown: bool) -> None:
        self._contents_open = shown
        if shown and self._rooms.companion_over and self.companion_button.isChecked():
            self.companion_button.setChecked(False)
        self._arrange()
        if shown and self._rooms.contents_over:
            self.contents.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_companion_toggled(self, shown: bool) -> None:
        self._companion_open = shown
        if shown and self._rooms.contents_over and self.contents_button.isChecked():
            self.contents_button.setChecked(False)
        self._arrange()

    # -- rooms ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A classroom screen."""
        return QSize(1366, 712)

    def minimumSizeHint(self) -> QSize:
        """It fits a quarter of a small screen, too."""
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._arrange()

    def lay_out_unseen(self) -> None:
        """Share the width out before the page is shown: Qt tells hidden widgets of their sizes only then."""
        self._arrange()
        layout = self.column.layout()
        if layout is not None:
            layout.activate()
        for part in (self.view, self.view.viewport()):
            QCoreApplication.sendEvent(part, QResizeEvent(part.size(), QSize()))

    @property
    def rooms(self) -> Rooms:
        """How the width is shared out now."""
        return self._rooms

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        rooms = self._rooms = share_out(width, self._appearance)
        strip = 0 if self.strip.property("absent") else self._strip_height(height)
        body = height - strip - (1 if strip else 0)
        self._set_toggle(self.contents_button, rooms.contents_over, self._contents_open)
        self._set_toggle(self.companion_button, rooms.companion_over, self._companion_open)
        left = 0 if rooms.contents_over else rooms.contents
        right = 0 if rooms.companion_over else rooms.companion
        contents_shown = not rooms.contents_over or self.contents_button.isChecked()
        companion_shown = not rooms.companion_over or self.companion_button.isChecked()
        self.column.setGeometry(
            left + 1 if left else 0, 0, width - (left and left + 1) - (right and right + 1), body
        )
        # What lies over the chapter leaves the row of buttons below it free.
        above_row = body - self.references.height() - 1
        self.contents.setGeometry(0, 0, rooms.contents, above_row if rooms.contents_over else body)
        if not contents_shown and self.contents.list.hasFocus():
            self.focus_text()
        self.contents.setVisible(contents_shown)
        right_room = QRect(
            width - rooms.companion, 0, rooms.companion, above_row if rooms.companion_over else body
        )
        self.companion.setGeometry(right_room)
        self.companion.setVisible(companion_shown)
        self.strip.setGeometry(0, height - strip, width, strip)
        self.strip.setVisible(strip > 0)
        between, beside, above, _ = self._lines
        between.setGeometry(rooms.contents, self.contents.y(), 1, self.contents.height())
        between.setVisible(contents_shown)
        beside.setGeometry(width - rooms.companion - 1, self.companion.y(), 1, self.companion.height())
        beside.setVisible(companion_shown)
        above.setGeometry(0, height - strip - 1, width, 1)
        above.setVisible(strip > 0)
        if rooms.contents_over and contents_shown:
            self.contents.raise_()
            between.raise_()
        if rooms.companion_over and companion_shown:
            self.companion.raise_()
            beside.raise_()

    def _set_toggle(self, button: QToolButton, over: bool, wanted: bool | None) -> None:
        button.setVisible(over)
        blocked = button.blockSignals(True)
        button.setChecked(bool(wanted) if over else False)
        button.blockSignals(blocked)
        shown = self.tr("shown") if button.isChecked() else self.tr("hidden")
        button.setAccessibleName(f"{button.text()}, {shown}")

    def _strip_height(self, height: int) -> int:
        """The strip whole, or none where it would take more than a quarter."""
        whole = self.strip.minimumHeight()
        return whole if 4 * whole <= height else 0
