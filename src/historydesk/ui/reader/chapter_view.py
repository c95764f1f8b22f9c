"""The chapter itself: text that is read, with references that open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from historydesk.domain.chapter import BRIEF_ID, Chapter
from historydesk.ui.reader.chapter_copying import ChapterCopying
from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.figure_images import FigureLoader
from historydesk.ui.reader.neighbours import Neighbours
from historydesk.ui.reader.page_ends import PageEnds
from historydesk.ui.reader.page_painter import PagePainter
from historydesk.ui.reader.page_turner import PageTurner
from historydesk.ui.reader.reading_line import Anchor
from historydesk.ui.reader.reading_position import ReadingPosition
from historydesk.ui.reader.reading_sheet import line_px, measure_px
from historydesk.ui.reader.reference_spans import ReferenceSpan
from historydesk.ui.reader.text_column import SIDE, Column
from historydesk.ui.reader.text_surface import TextSurface
from historydesk.ui.theme import Appearance, default_appearance

if TYPE_CHECKING:
    from historydesk.ui.reader.chapter_finder import ChapterFinder


class ChapterView(TextSurface):
    """Shows one chapter. Owned by the reader page.

    What it does has parts of their own: ``references``, ``turner``, ``copying``, ``finder``, ``ends``.
    """

    passage_reached = Signal(str)
    """The passage at the reading line; empty in the title."""

    progress_changed = Signal(float)
    scrolled = Signal()
    """The person moved the text (not: a jump to a passage)."""

    chapter_requested = Signal(str)
    quiz_requested = Signal(str)
    words_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chapter")
        self.setAccessibleName(self.tr("Chapter"))
        self._appearance = default_appearance()
        self._page: ChapterDocument | None = None
        self._neighbours = Neighbours(self._make, self._is_idle, self)
        self.turner = PageTurner(self)
        self.turner.line = line_px(self._appearance)
        self.lines = self.turner.lines
        self._position = ReadingPosition(self, self.turner, self._mark)
        self._position.passage_reached.connect(self.passage_reached)
        self._position.progress_changed.connect(self.progress_changed)
        self.copying = ChapterCopying(self, self._position)
        self._finder: ChapterFinder | None = None
        self._shown_height = 0
        """Height for which the text was last placed."""

        self._make_ends()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._apply_colors()

    def _make_ends(self) -> None:
        self.ends = PageEnds(self)
        self.brief, self.footer = self.ends.brief, self.ends.footer
        self.brief.toggled.connect(self._on_brief_toggled)
        self.brief.button.entered.connect(self._show_brief)
        self.ends.skip.clicked.connect(self._on_skip)
        self.ends.skip.entered.connect(self._show_skip)
        self.footer.chapter_requested.connect(self.chapter_requested)
        self.footer.quiz_requested.connect(self.quiz_requested)
        self.footer.words_requested.connect(self.words_requested)
        self.footer.entered.connect(self._show_footer)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def chapter(self) -> Chapter | None:
        """The chapter shown."""
        return self._page.chapter if self._page else None

    @property
    def page(self) -> ChapterDocument | None:
        """The document shown, with its passages and references."""
        return self._page

    @property
    def finder(self) -> ChapterFinder:
        """Finds words in the chapter; made when first asked for."""
        if self._finder is None:
            from historydesk.ui.reader.chapter_finder import ChapterFinder

            self._finder = ChapterFinder(self, self._reveal)
            if self._page is not None:
                self._finder.set_page(self._page)
        return self._finder

    def _mark(self, words: str, first: int, last: int) -> int:
        return self.finder.mark_within(words, first, last)

    @property
    def current_passage(self) -> str:
        """Id of the passage being read, empty in the title."""
        return self._position.passage

    @property
    def share(self) -> float:
        """How much of the chapter has been scrolled through, 0–1."""
        return self._position.share

    def set_figure_loader(self, load: FigureLoader) -> None:
        """Give the function that returns a figure's bytes."""
        self._figures.load = load
        self._neighbours.forget()
        self._find_missing_figures()

    def set_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning; a prepared neighbour is shown as it was laid out."""
        old = self._page
        self._show(self._neighbours.take(chapter) or self._make(chapter))
        self._neighbours.keep_only(chapter, old)

    def prepare_neighbours(self, chapters: tuple[Chapter, ...]) -> None:
        """Lay out the chapters a person is likely to turn to, one at a time, while nothing else happens."""
        self._find_missing_figures()
        self._neighbours.prepare(chapters)

    def _find_missing_figures(self) -> None:
        """At start the text comes before the pictures can be read: look again."""
        if self._page is None or not self._figures.missing:
            return
        anchor = self._position.anchor()
        self._figures.missing.clear()
        self._page.reload_figures()
        self.lines.forget()
        self._return_to(anchor)

    def _is_idle(self) -> bool:
        return self.isVisible() and not self.verticalScrollBar().isSliderDown()

    def set_appearance(self, appearance: Appearance) -> None:
        """Text size, face, spacing and colours; the passage being read stays where it is."""
        if appearance == self._appearance:
            return
        waiting = self._neighbours.chapters()
        self._appearance = appearance
        self.turner.line = line_px(appearance)
        self._apply_colors()
        self.ends.set_appearance(appearance)
        self._neighbours.forget()
        if self._page is None:
            return
        anchor, target, old = self._position.anchor(), self._position.target, self._page
        self._show(self._make(old.chapter), fresh=False)
        old.discard()
        self._position.target = target
        self._return_to(anchor)
        self.prepare_neighbours(waiting)

    def scroll_to(self, passage_id: str, find: str = "") -> None:
        """Bring a passage to the reading line and mark ``find`` in it; unknown ids mean the beginning."""
        if passage_id == BRIEF_ID:
            self.brief.open()
        self._position.target = (passage_id, find)
        self._position.go_to_target(settled=self._is_settled)
        self._after_scroll()

    def _make(self, chapter: Chapter) -> ChapterDocument:
        page = ChapterDocument(
            chapter, self._appearance, self._figures, self._column(chapter), self.viewport()
        )
        # It is laid out for the viewport, by a timer of its own, and must not outlive it.
        page.text.setParent(self)
        return page

    def _column(self, chapter: Chapter) -> Column:
        self._figures.scale = self.devicePixelRatioF()
        self._figures.height = max(200, round(self.viewport().height() * 0.75))
        width = min(measure_px(self._appearance), self.viewport().width() - 2 * SIDE)
        below = self.footer.room_for(width, self._appearance, chapter)
        bar = self.width() - self.viewport().width()
        return Column.within(self.viewport().width(), self._appearance, below, bar)

    def _show(self, page: ChapterDocument, *, fresh: bool = True) -> None:
        self._page = page
        if fresh:
            self.brief.set_brief(page.chapter.brief)
        page.set_column(self._column(page.chapter))
        self._shown_height = self.viewport().height()
        self.ends.make_room(page)
        self.lines.set_page(page)
        self.references.set_page(page)
        self.copying.set_page(page)
        self._position.is_moving = True
        self.setDocument(page.text)
        if self._finder is not None:
            (self._finder.set_page if fresh else self._finder.move_to)(page)
        self._position.is_moving = False
        chapter = page.chapter
        self.setAccessibleName(
            self.tr("Chapter {number}: {title}").format(
                number=chapter.summary.number, title=chapter.summary.title
            )
        )
        self.ends.set_chapter(chapter)
        self._position.set_page(page, fresh=fresh)
        self.ends.place_head(page)
        self._settling.start()

    @Slot()
    def _settle(self) -> None:
        """After the first paint: lay out the rest, then place what stands below the text."""
        if self._page is not None:
            self._page.lay_out()
            if self._position.target is None:
                self._position.look()
                if self.verticalScrollBar().value() == 0:
                    self.turner.cover_cut_line()
            self._after_scroll()

    def is_prepared(self, chapter_id: str) -> bool:
        """Whether turning to this chapter needs no layout."""
        return chapter_id in self._neighbours

    # -- where one is ---------------------------------------------------------------------------

    def _return_to(self, anchor: Anchor | None) -> None:
        """The text was laid out anew: back to the passage asked for, or to what was being read."""
        if self._position.target is not None:
            self._position.go_to_target(settled=self._is_settled)
        else:
            self._position.restore(anchor)
        self._after_scroll()

    @property
    def _is_settled(self) -> bool:
        return not self._settling.isActive()

    @Slot()
    def _on_scrolled(self) -> None:
        if self._position.is_moving or self._page is None:
            return
        self._position.target = None
        self.lines.uncover()
        if self._is_settled:
            self._position.look()
        self._after_scroll()
        self.scrolled.emit()

    @Slot()
    def _on_range_changed(self) -> None:
        self.lines.forget_lines()
        if self._is_settled:
            self.ends.place_footer(self._page)

    def _after_scroll(self) -> None:
        self.references.hover(None)
        self.ends.place_head(self._page)
        if self._is_settled:
            self.ends.place_footer(self._page)
            self._position.measure(self.ends.opened)

    # -- references -----------------------------------------------------------------------------

    def focus_reference(self, span: ReferenceSpan | None) -> None:
        """Put the keyboard on a reference and bring it into view."""
        if span is not None:
            self._reveal(span.start, span.end)
        self.references.focus(span)

    def _reveal(self, start: int, end: int) -> None:
        if self._page is not None:
            self._page.lay_out()
            rects = self._page.rects(start, end)
            if rects:
                self.turner.reveal(rects[0].top(), rects[-1].bottom())

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab goes through the references in reading order, then on to the next control."""
        if not self.hasFocus():  # a child's wish that came up here
            return bool(super().focusNextPrevChild(next_child))
        following = self.references.following(next_child)
        self.focus_reference(following)
        if following is not None:
            return True
        if next_child and self.footer.isVisible() and self.footer.focus_first():
            return True
        return bool(super().focusNextPrevChild(next_child))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, and copy with citation."""
        self.copying.open_menu(event.globalPos())

    # -- keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages, lines, ends; Enter opens the reference the keyboard is on."""
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        )
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif not plain:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.references.focused is not None:
                self.references.activate(self.references.focused)
        elif not self.turner.take_key(event):
            event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text: themes' colours don't belong into a pupil's essay."""
        return self.copying.mime_data()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds below the text, underlines and the ring of focus above it."""
        page = self._page
        clip = event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(clip, self._appearance.theme.color("page"))
        if page is None:
            painter.end()
            return
        top = self.verticalScrollBar().value()
        marks = PagePainter(painter, page, top + clip.top(), top + clip.bottom(), self.devicePixelRatioF())
        painter.translate(0, -top)
        marks.paint_below_text(self.references)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.translate(0, -top)
        marks.paint_above_text(self.references.focused if self.hasFocus() else None)
        marks.paint_covers(self.viewport().rect().translated(0, top), self.lines.above, self.lines.below)
        painter.end()

    # -- size -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text keeps the line being read."""
        if self._page is None:
            super().resizeEvent(event)
            return
        column = self._column(self._page.chapter)
        if column == self._page.column and self.viewport().height() == self._shown_height:
            # Laid out for this size already, before the window was shown.
            super().resizeEvent(event)
            return
        self._shown_height = self.viewport().height()
        anchor = self._position.anchor()
        self._position.is_moving = True
        self._page.set_column(column)
        self.ends.make_room(self._page)
        super().resizeEvent(event)
        self._position.is_moving = False
        self.lines.forget()
        look = self._position.target is None
        self._return_to(anchor)
        if look:
            self._position.look()

    def _apply_colors(self) -> None:
        theme = self._appearance.theme
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Base, theme.color("page"))
        colors.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        selected = QColor(theme.color("blue"))
        colors.setColor(QPalette.ColorRole.Highlight, selected)
        colors.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_blue"))
        self.setPalette(colors)
        self.viewport().update()

    @Slot()
    def _on_brief_toggled(self) -> None:
        if self._page is None:
            return
        self.ends.make_room(self._page)
        self._page.lay_out()
        self.lines.forget()
        span = self._page.brief_span
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if span is not None and self.brief.is_open and span[1] > bar.value() + height:
            bar.setValue(min(span[0], span[1] - height))
        self._after_scroll()

    @Slot()
    def _show_brief(self) -> None:
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _on_skip(self) -> None:
        skip = self.ends.skip
        if skip.way is not None:
            self.activated.emit(skip.way.reference, QRect(skip.mapToGlobal(QPoint()), skip.size()))

    @Slot()
    def _show_skip(self) -> None:
        if self._page is not None and (span := self._page.skip_span) is not None:
            self.turner.reveal(*span)

    @Slot()
    def _show_footer(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
