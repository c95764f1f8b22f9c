"""The references of a chapter under pointer, finger and keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QTextBrowser

from historydesk.domain.reference import Reference
from historydesk.ui.reader.chapter_document import ChapterDocument
from historydesk.ui.reader.reference_spans import ReferenceSpan
from historydesk.ui.theme.viewport import found_viewport

HOVER_MS = 350
"""How long the pointer rests on a word before its card opens."""

SLOP = 10
"""A finger may miss the words by so many pixels."""


class ReferenceHand(QObject):
    """Finds references, opens them, and remembers which one is pointed at, focused or open.

    Owned by the chapter's view. Rectangles of the words are global, so that a card can stand beside them.
    """

    activated = Signal(Reference, QRect)
    hovered = Signal(Reference, QRect)
    hover_left = Signal()

    def __init__(self, view: QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        self._viewport = found_viewport(view)
        self._page: ChapterDocument | None = None
        self._titles: Callable[[Reference], str] | None = None
        self._pressed: ReferenceSpan | None = None
        self._press_at = QPoint()
        self.focused: ReferenceSpan | None = None
        """The one the keyboard is on."""

        self.under: ReferenceSpan | None = None
        """The one the pointer is on."""

        self.open: ReferenceSpan | None = None
        """The one whose card is open."""

        self._hovering = QTimer(self)
        self._hovering.setSingleShot(True)
        self._hovering.setInterval(HOVER_MS)
        self._hovering.timeout.connect(self._on_rested)

    def set_page(self, page: ChapterDocument | None) -> None:
        """The references of this document from now on; nothing is pointed at."""
        self._page = page
        self.focused = self.under = self.open = self._pressed = None
        self._hovering.stop()

    def set_titles(self, titles: Callable[[Reference], str]) -> None:
        """Asked for what a raised number stands for (“Kotkin 2014”); "" while nobody knows."""
        self._titles = titles

    # -- where they are -------------------------------------------------------------------------

    def at(self, position: QPoint, slop: int = 0) -> ReferenceSpan | None:
        """The reference at a point of the viewport; with ``slop`` the nearest one no farther than that."""
        page = self._page
        if page is None:
            return None
        point = QPointF(position.x(), position.y() + self._top)
        layout = page.text.documentLayout()
        best: tuple[float, ReferenceSpan] | None = None
        for dy in (0, -slop, slop) if slop else (0,):
            at = layout.hitTest(point + QPointF(0, dy), Qt.HitTestAccuracy.FuzzyHit)
            if at < 0:
                continue
            block = page.text.findBlock(at)
            for span in page.references_in(block):
                for rect in page.rects(span.start, span.end):
                    away = _distance(rect.adjusted(0, -2, 0, 2), point)
                    if away <= slop and (best is None or away < best[0]):
                        best = (away, span)
            if best is not None and best[0] == 0:
                break
        return best[1] if best else None

    def rect_of(self, span: ReferenceSpan) -> QRect:
        """The words' rectangle on the screen."""
        whole = QRectF()
        if self._page is not None:
            for rect in self._page.rects(span.start, span.end):
                whole = whole.united(rect)
        whole.translate(0, -self._top)
        local = whole.toAlignedRect()
        return QRect(self._viewport.mapToGlobal(local.topLeft()), local.size())

    def words_of(self, span: ReferenceSpan) -> str:
        """The words of a reference; for the raised number of a source its short title, where that is known."""
        if span.is_mark and span.reference.scheme == "source" and self._titles is not None:
            return self._titles(span.reference) or span.text.strip()
        return span.text.strip()

    def kind_name(self, reference: Reference) -> str:
        """What a reference is, in one word."""
        return {
            "term": self.tr("term"),
            "place": self.tr("place"),
            "person": self.tr("person"),
            "event": self.tr("event"),
            "claim": self.tr("evidence"),
            "source": self.tr("source"),
            "chapter": self.tr("chapter"),
            "journey": self.tr("journey"),
            "debate": self.tr("debate"),
            "note": self.tr("note"),
        }.get(reference.scheme, "")

    # -- opening --------------------------------------------------------------------------------

    def activate(self, span: ReferenceSpan) -> None:
        """Open a reference, as a click on it does; its words stay marked until ``clear_open``."""
        self._hovering.stop()
        self.open = span
        self._viewport.update()
        self.activated.emit(span.reference, self.rect_of(span))

    def clear_open(self) -> None:
        """Unmark the words whose card was open."""
        if self.open is not None:
            self.open = None
            self._viewport.update()

    # -- keyboard -------------------------------------------------------------------------------

    def focus(self, span: ReferenceSpan | None) -> None:
        """Put the keyboard on a reference and say it to assistive technology."""
        self.focused = span
        if span is not None:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            if QAccessible.isActive():
                words = self.tr("{words}, {kind}").format(
                    words=self.words_of(span), kind=self.kind_name(span.reference)
                )
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))
        self._viewport.update()

    def following(self, forward: bool) -> ReferenceSpan | None:
        """Where Tab leads: from the focused one to its neighbour, else to the first one (last one) in view."""
        page = self._page
        spans = page.references() if page is not None else ()
        if page is None or not spans:
            return None
        if self.focused is not None:
            index = next((i for i, span in enumerate(spans) if span.start == self.focused.start), -1)
            index += 1 if forward else -1
            return spans[index] if 0 <= index < len(spans) else None
        top = self._top
        bottom = top + self._viewport.height()
        for span in spans if forward else reversed(spans):
            rects = page.rects(span.start, span.end)
            if rects and (rects[0].top() >= top if forward else rects[-1].bottom() <= bottom):
                return span
        return None

    # -- pointer --------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Remember what was pressed."""
        self._press_at = event.position().toPoint()
        self._hovering.stop()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.at(self._press_at, SLOP if is_touch(event) else 0) if left else None

    def release(self, event: QMouseEvent, *, selected: bool) -> None:
        """Open what was pressed, unless the pointer moved or text was ``selected`` meanwhile."""
        span, self._pressed = self._pressed, None
        moved = (event.position().toPoint() - self._press_at).manhattanLength()
        if span is not None and moved <= SLOP and not selected:
            self.activate(span)

    def hover(self, span: ReferenceSpan | None) -> None:
        """The pointer is on a reference, or on none."""
        if span == self.under:
            return
        if self.under is not None:
            self.hover_left.emit()
        self.under = span
        shape = Qt.CursorShape.IBeamCursor if span is None else Qt.CursorShape.PointingHandCursor
        self._viewport.setCursor(shape)
        self._hovering.stop()
        if span is not None:
            self._hovering.start()
        self._viewport.update()

    @Slot()
    def _on_rested(self) -> None:
        if self.under is not None and self._view.isVisible():
            self.hovered.emit(self.under.reference, self.rect_of(self.under))

    @property
    def _top(self) -> int:
        return self._view.verticalScrollBar().value()


def is_touch(event: QMouseEvent) -> bool:
    """Whether a finger made this event of the mouse."""
    device = event.pointingDevice()
    return device is not None and device.type() == QPointingDevice.DeviceType.TouchScreen


def _distance(rect: QRectF, point: QPointF) -> float:
    dx = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    dy = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return float(max(dx, dy))
