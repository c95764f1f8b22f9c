"""The chapter itself: text that is read, with references that open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QScroller, QTextBrowser, QWidget

from historydesk.domain.chapter import BRIEF_ID, Chapter
from historydesk.domain.reference import Reference
from historydesk.ui.reader.chapter_brief import ChapterBrief
from historydesk.ui.reader.chapter_document import (
    SIDE,
    ChapterDocument,
    Column,
    FigureImages,
    FigureLoader,
    ReferenceSpan,
)
from historydesk.ui.reader.chapter_footer import ChapterFooter
from historydesk.ui.reader.line_window import LineWindow
from historydesk.ui.reader.match_marks import MatchMarks
from historydesk.ui.reader.neighbours import Neighbours
from historydesk.ui.reader.page_painter import PagePainter
from historydesk.ui.reader.paging import Line, whole_top
from historydesk.ui.reader.quotation import plain_text
from historydesk.ui.reader.reading_sheet import line_px, measure_px
from historydesk.ui.reader.reference_hand import ReferenceHand, is_touch
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.viewport import found_viewport

READING_LINE = 0.25
"""Share of the view's height at which the passage counts as being read."""


class ChapterView(QTextBrowser):
    """Shows one chapter. Owned by the reader page.

    It handles references itself: nothing is ever opened, fetched or followed by Qt. Global rectangles of
    the words
    go with each signal, so that a card can stand beside them.
    """

    activated = Signal(Reference, QRect)
    hovered = Signal(Reference, QRect)
    hover_left = Signal()
    passage_reached = Signal(str)
    """The passage at the reading line; empty in the title."""

    progress_changed = Signal(float)
    scrolled = Signal()
    """The person moved the text (not: a jump to a passage)."""

    chapter_requested = Signal(str)
    quiz_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport = found_viewport(self)
        self.setObjectName("chapter")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Chapter"))
        viewport.setMouseTracking(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._appearance = default_appearance()
        self._figures = FigureImages()
        self._page: ChapterDocument | None = None
        self._neighbours = Neighbours(self._make, self._is_idle, self)
        self._pack_line = ""
        self._passage = ""
        self._share = 0.0
        self._target: tuple[str, str] | None = None
        self._moving = False
        self.lines = LineWindow()
        self.references = ReferenceHand(self)
        self.references.activated.connect(self.activated)
        self.references.hovered.connect(self.hovered)
        self.references.hover_left.connect(self.hover_left)
        self._marks = MatchMarks()
        self._make_footer_and_timers()
        self._make_actions()
        self._apply_colors()

    def _make_footer_and_timers(self) -> None:
        self.brief = ChapterBrief(self.viewport())
        self.brief.toggled.connect(self._on_brief_toggled)
        self.brief.button.entered.connect(self._show_brief)
        self.footer = ChapterFooter(self.viewport())
        self.footer.chapter_requested.connect(self.chapter_requested)
        self.footer.quiz_requested.connect(self.quiz_requested)
        self.footer.entered.connect(self._show_footer)
        self.footer.hide()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _make_actions(self) -> None:
        self._copy = QAction(self.tr("Copy"), self)
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.triggered.connect(self.copy)
        self._cite = QAction(self.tr("Copy with citation"), self)
        self._cite.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._cite.triggered.connect(self.copy_with_citation)
        for action in (self._copy, self._cite):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(action)

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
    def current_passage(self) -> str:
        """Id of the passage being read, empty in the title."""
        return self._passage

    @property
    def share(self) -> float:
        """How much of the chapter has been scrolled through, 0–1."""
        return self._share

    def set_figure_loader(self, load: FigureLoader) -> None:
        """Give the function that returns a figure's bytes."""
        self._figures.load = load
        self._neighbours.forget()
        self._find_missing_figures()

    def set_pack_line(self, text: str) -> None:
        """The pack's title for citations."""
        self._pack_line = text

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
        anchor, target = self._reading_anchor(), self._target
        self._figures.missing.clear()
        self._page.reload_figures()
        self.lines.forget()
        if target is not None:
            self._go_to_target()
        else:
            self._restore(anchor)

    def _is_idle(self) -> bool:
        return self.isVisible() and not self.verticalScrollBar().isSliderDown()

    def set_appearance(self, appearance: Appearance) -> None:
        """Text size, face, spacing and colours; the passage being read stays where it is."""
        if appearance == self._appearance:
            return
        waiting = self._neighbours.chapters()
        self._appearance = appearance
        self._apply_colors()
        self.brief.set_appearance(appearance)
        self.footer.set_appearance(appearance)
        self._neighbours.forget()
        if self._page is None:
            return
        anchor = self._reading_anchor()
        target = self._target
        old = self._page
        marks = self._marks
        self._show(self._make(old.chapter), fresh=False)
        self._marks.take_over(marks)
        self.setExtraSelections(self._marks.selections(appearance.theme))
        old.discard()
        self._target = target
        if target is not None:
            self._go_to_target()
        else:
            self._restore(anchor)
        self.prepare_neighbours(waiting)

    def scroll_to(self, passage_id: str, find: str = "") -> None:
        """Bring a passage to the reading line and mark ``find`` in it; unknown ids mean the beginning."""
        if passage_id == BRIEF_ID:
            self.brief.open()
        self._target = (passage_id, find)
        self._go_to_target()

    def _make(self, chapter: Chapter) -> ChapterDocument:
        return ChapterDocument(
            chapter, self._appearance, self._figures, self._column(chapter), self.viewport()
        )

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
        self._fit_brief()
        self.lines.set_page(page)
        self.references.set_page(page)
        self._marks = MatchMarks(page)
        self._target = None
        self._moving = True
        self.setDocument(page.text)
        if self.extraSelections():
            self.setExtraSelections([])
        self._moving = False
        chapter = page.chapter
        self.setAccessibleName(
            self.tr("Chapter {number}: {title}").format(
                number=chapter.summary.number, title=chapter.summary.title
            )
        )
        self.footer.set_chapter(chapter)
        if fresh:
            self._passage = ""
            self._share = 0.0
            self._moving = True
            self.verticalScrollBar().setValue(0)
            self._moving = False
        self.footer.hide()
        self._place_brief()
        self._settling.start()

    @Slot()
    def _settle(self) -> None:
        """After the first paint: lay out the rest, then place what stands below the text."""
        if self._page is not None:
            self._page.lay_out()
            if self._target is None:
                self._set_passage(self._passage_now())
                if self.verticalScrollBar().value() == 0:
                    self._cover_cut_line()
            self._after_scroll()

    def is_prepared(self, chapter_id: str) -> bool:
        """Whether turning to this chapter needs no layout."""
        return chapter_id in self._neighbours

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Figures only: no address outside the pack is ever read."""
        address = QUrl(name)
        if address.scheme() == "figure":
            return self._figures.image(address.path())
        return None

    def doSetSource(self, name: QUrl | str, kind: Any = None) -> None:
        """Nothing: a chapter is never replaced by following an address."""

    # -- where one is ---------------------------------------------------------------------------

    def _go_to_target(self) -> None:
        if self._page is None or self._target is None:
            return
        passage_id, find = self._target
        limits = self._page.range_of(passage_id)
        bar = self.verticalScrollBar()
        self._moving = True
        if limits is None:
            bar.setValue(0)
            self._target = None
        else:
            self._page.lay_out()
            at = limits[0]
            if find:
                self._marks.find_within(find, *limits)
                self.setExtraSelections(self._marks.selections(self._appearance.theme))
                at = self._marks.spans[0][0] if self._marks.spans else at
            rects = self._page.rects(at, at + 1)
            block = self._page.text.findBlock(at)
            whole = self._page.text.documentLayout().blockBoundingRect(block)
            top = rects[0].top() if rects else whole.top()
            wanted = top - self.viewport().height() * READING_LINE + 4
            if limits[0] > 0 and wanted > 0:
                bar.setValue(round(whole_top(self.lines.all(), wanted, 2 * line_px(self._appearance))))
            else:
                bar.setValue(0)
            self._cover_cut_line()
        self._moving = False
        if limits is not None:
            self._set_passage(passage_id)
        elif not self._settling.isActive():
            self._set_passage(self._passage_now())
        self._after_scroll()

    def _cover_cut_line(self) -> None:
        """Keep a line cut by the lower edge out of sight until the text is moved."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self.lines.cover_cut(bar.value(), height, bar.maximum(), line_px(self._appearance))
        self.viewport().update()

    def _reading_anchor(self) -> tuple[int, float]:
        top = self.verticalScrollBar().value()
        if self._page is None or top <= 0:
            return 0, 0.0
        left = self._page.column.left + 4 if self._page.column else 4
        y = top + self.viewport().height() * READING_LINE
        at = self._page.text.documentLayout().hitTest(QPointF(left, y), Qt.HitTestAccuracy.FuzzyHit)
        rects = self._page.rects(at, at + 1)
        return at, (rects[0].top() - top) / self.viewport().height() if rects else 0.0

    def _restore(self, anchor: tuple[int, float]) -> None:
        if self._page is None:
            return
        at, offset = anchor
        self._page.lay_out()
        rects = self._page.rects(at, at + 1)
        self._moving = True
        away = offset * self.viewport().height()
        self.verticalScrollBar().setValue(round(rects[0].top() - away) if at and rects else 0)
        self._moving = False
        self._after_scroll()

    @Slot()
    def _on_scrolled(self) -> None:
        if self._moving or self._page is None:
            return
        self._target = None
        self.lines.uncover()
        if not self._settling.isActive():
            self._set_passage(self._passage_now())
        self._after_scroll()
        self.scrolled.emit()

    @Slot()
    def _on_range_changed(self) -> None:
        self.lines.forget_lines()
        if not self._settling.isActive():
            self._place_footer()

    def _after_scroll(self) -> None:
        self.references.hover(None)
        self._place_brief()
        if self._settling.isActive():
            return
        self._place_footer()
        bar = self.verticalScrollBar()
        column = self._page.column if self._page else None
        below = column.below if column else 0
        # The short version is not counted: opening it reads nothing of the chapter.
        brief = self.brief.height() - self.brief.button.height()
        whole = bar.maximum() + self.viewport().height() - below - brief
        share = 1.0
        if bar.maximum() > 0 and whole > 0:
            share = min(1.0, (max(0, bar.value() - brief) + self.viewport().height()) / whole)
        if share > 0.995:
            share = 1.0
        if abs(share - self._share) >= 0.005 or (share == 1.0 and self._share != 1.0):
            self._share = share
            self.progress_changed.emit(share)

    def _passage_now(self) -> str:
        page = self._page
        if page is None or page.column is None:
            return ""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        # Near the end the reading line sinks, so that the last passages are reached too.
        begin = max(0, bar.maximum() - height)
        sunk = (bar.value() - begin) / (bar.maximum() - begin) if bar.maximum() > begin else 0.0
        y = bar.value() + height * (READING_LINE + (0.9 - READING_LINE) * max(0.0, sunk))
        at = page.text.documentLayout().hitTest(QPointF(page.column.left + 4, y), Qt.HitTestAccuracy.FuzzyHit)
        passage = page.passage_at(at)
        return passage.id if passage else ""

    def _set_passage(self, passage_id: str) -> None:
        if passage_id != self._passage:
            self._passage = passage_id
            if self._page is not None:
                self.setAccessibleDescription(self._page.description_of(passage_id))
            self.passage_reached.emit(passage_id)

    # -- references -----------------------------------------------------------------------------

    def focus_reference(self, span: ReferenceSpan | None) -> None:
        """Put the keyboard on a reference and bring it into view."""
        if span is not None and self._page is not None:
            rects = self._page.rects(span.start, span.end)
            if rects:
                self._ensure_visible(rects[0].top(), rects[-1].bottom())
        self.references.focus(span)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by Tab, the first reference in view is taken with the next Tab."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes, the place is kept for coming back from a card."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- pointer --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed; a finger selects no text."""
        self.references.press(event)
        self.references.focus(None)
        if not is_touch(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Rest on a word to open its card."""
        if is_touch(event):
            return
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        self.references.hover(self.references.at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click or tap on a reference opens it, unless text was selected meanwhile."""
        if not is_touch(event):
            super().mouseReleaseEvent(event)
        self.references.release(event, selected=self.textCursor().hasSelection())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, or nothing when the finger did it."""
        if not is_touch(event):
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left the chapter."""
        self.references.hover(None)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice the pointer leaving the text."""
        if event.type() == QEvent.Type.Leave:
            self.references.hover(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, and copy with citation."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Text"))
        self._copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(self._copy)
        menu.addAction(self._cite)
        menu.aboutToHide.connect(self._enable_copy)
        menu.popup(event.globalPos())

    @Slot()
    def _enable_copy(self) -> None:
        self._copy.setEnabled(True)

    # -- keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages, lines, ends; Enter opens the reference the keyboard is on."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
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
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.references.focused is not None:
                self.references.activate(self.references.focused)
        elif key == Qt.Key.Key_PageDown or (key == Qt.Key.Key_Space and not shift):
            self.turn_page(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            self.turn_page(-1)
        elif key == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 3 * line_px(self._appearance) * (1 if key == Qt.Key.Key_Down else -1)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)
        else:
            event.ignore()

    def turn_page(self, direction: int) -> None:
        """One page on (1) or back (−1); the line that was cut at the edge is whole on the next page."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        value = self.lines.page_from(bar.value(), height, bar.maximum(), direction)
        bar.setValue(value)
        self.lines.cover_edges(value, height, bar.maximum())
        self.viewport().update()

    def visible_lines(self) -> list[Line]:
        """The lines shown, as (top, bottom) in viewport coordinates; a line cut by an edge reaches past
        it."""
        return self.lines.visible(self.verticalScrollBar().value(), self.viewport().height())

    @property
    def covered_from(self) -> int:
        """Viewport height below which a cut line is kept out of sight after turning a page; −1 when none
        is."""
        below = self.lines.below
        return below - self.verticalScrollBar().value() if below >= 0 else -1

    def _ensure_visible(self, top: float, bottom: float) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        room = line_px(self._appearance)
        if top < bar.value() + room / 2:
            bar.setValue(round(top - 2 * room))
        elif bottom > bar.value() + height - room / 2 or 0 <= self.lines.below < bottom:
            bar.setValue(round(bottom - height + 3 * room))

    # -- copying --------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text without the numbers of citations: themes' colours don't belong into a pupil's essay."""
        data = QMimeData()
        data.setText(self._selected_text())
        return data

    @Slot()
    def copy_with_citation(self) -> None:
        """Copy the selection (or the passage being read) and where it comes from."""
        if self._page is None:
            return
        text = self._selected_text() if self.textCursor().hasSelection() else ""
        if not text:
            limits = self._page.range_of(self._passage)
            if limits is None:
                return
            text = plain_text(self._page, *limits)
        summary = self._page.chapter.summary
        where = self.tr("Chapter {number}, “{title}”").format(number=summary.number, title=summary.title)
        source = f"{where}. {self._pack_line}" if self._pack_line else where
        QGuiApplication.clipboard().setText(self.tr("“{text}”\n— {source}").format(text=text, source=source))

    def _selected_text(self) -> str:
        cursor = self.textCursor()
        if self._page is None:
            return ""
        return plain_text(self._page, cursor.selectionStart(), cursor.selectionEnd())

    # -- find -----------------------------------------------------------------------------------

    def find_all(self, wanted: str) -> int:
        """Mark every match in the chapter and say how many; the first at or below the top becomes current."""
        if self._page is None:
            return 0
        top = QPointF(0, self.verticalScrollBar().value())
        at = self._page.text.documentLayout().hitTest(top, Qt.HitTestAccuracy.FuzzyHit)
        count = self._marks.find(wanted, at)
        self._show_mark()
        return count

    def step_match(self, direction: int) -> int:
        """Go to the next or previous match; its index, −1 when there are none."""
        self._marks.step(direction)
        self._show_mark()
        return self._marks.current

    @property
    def current_match(self) -> int:
        """Index of the match one is at, −1 when there are none."""
        return self._marks.current

    @property
    def match_count(self) -> int:
        """How many matches are marked."""
        return len(self._marks.spans)

    def clear_marks(self) -> None:
        """Take the marks of found words away."""
        self._marks.clear()
        self.setExtraSelections([])

    def _show_mark(self) -> None:
        if self._page is not None and self._marks.current >= 0:
            self._page.lay_out()
            rects = self._page.rects(*self._marks.spans[self._marks.current])
            if rects:
                self._ensure_visible(rects[0].top(), rects[-1].bottom())
        self.setExtraSelections(self._marks.selections(self._appearance.theme))

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
        ratio = self.devicePixelRatioF()
        marks = PagePainter(painter, page, top + clip.top(), top + clip.bottom(), ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        marks.paint_boxes()
        hand = self.references
        if hand.under is not None and hand.under != hand.open:
            marks.paint_ground(hand.under, "hover")
        if hand.open is not None:
            marks.paint_ground(hand.open, "highlight")
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.translate(0, -top)
        marks.paint_underlines()
        marks.paint_bullets()
        if hand.focused is not None and self.hasFocus():
            marks.paint_ring(hand.focused)
        below, above = self.lines.below, self.lines.above
        if below >= 0:
            view = self.viewport().rect().translated(0, top)
            view.setTop(below)
            painter.fillRect(view, self._appearance.theme.color("page"))
        if above > top:
            view = self.viewport().rect().translated(0, top)
            view.setBottom(above - 1)
            painter.fillRect(view, self._appearance.theme.color("page"))
        painter.end()

    # -- size -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text keeps the line being read."""
        if self._page is None:
            super().resizeEvent(event)
            return
        anchor = self._reading_anchor()
        self._moving = True
        self._page.set_column(self._column(self._page.chapter))
        self._fit_brief()
        super().resizeEvent(event)
        self._moving = False
        self.lines.forget()
        if self._target is not None:
            self._go_to_target()
        else:
            self._restore(anchor)
            self._set_passage(self._passage_now())

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

    def _fit_brief(self) -> None:
        """Keep the room that the short version (or its closed control) needs in the page's column."""
        if self._page is not None and self._page.column is not None:
            self._page.set_brief_room(self.brief.room(self._page.column.width))

    def _place_brief(self) -> None:
        page = self._page
        span = page.brief_span if page else None
        if page is not None and page.column is not None and span is not None:
            self.brief.place(page.column.left, span[0] - self.verticalScrollBar().value(), page.column.width)
        self.brief.setVisible(span is not None)

    @Slot()
    def _on_brief_toggled(self) -> None:
        if self._page is None:
            return
        self._fit_brief()
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

    def _place_footer(self) -> None:
        page = self._page
        if page is None or page.column is None:
            self.footer.hide()
            return
        bar = self.verticalScrollBar()
        height = page.column.below
        end = (
            bar.maximum() + self.viewport().height()
            if bar.maximum() > 0
            else round(page.text.size().height())
        )
        y = end - height - bar.value()
        shown = self.footer.has_ways and height > 0
        if shown:
            self.footer.setGeometry(page.column.left, y, page.column.width, height)
        if shown != self.footer.isVisibleTo(self.viewport()):
            self.footer.setVisible(shown)

    @Slot()
    def _show_footer(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
