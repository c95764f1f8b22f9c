"""Where a card goes: beside its word, inside the window, never over the word."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 8
"""Between the word and its card."""

MARGIN = 12
"""Between the card and the window's edge."""


def place_card(word: QRect, wanted: QSize, window: QRect, least: QSize) -> QRect:
    """The card's rectangle for a word, all in the coordinates of ``window``.

    Below the word is first choice, then above, right, left: the first side where the whole card fits.
    Where none
    has room, the card shrinks (its text scrolls) to the side that keeps most of it, but not below
    ``least`` while
    the window is larger than that. The card is always inside the window, and never covers the word as long
    as any
    side of it has room for ``least``.
    """
    inner = window.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    if inner.width() < 1 or inner.height() < 1:
        inner = window
    seen = word.intersected(window)
    if seen.isEmpty():
        seen = QRect(_nearest(word.center(), window), QSize(1, 1))
    size = wanted.boundedTo(inner.size())
    rooms = _rooms(seen, inner)
    for side, room in rooms:
        if size.width() <= room.width() and size.height() <= room.height():
            return _settle(side, room, size, seen)
    best: tuple[int, str, QRect] | None = None
    for side, room in rooms:
        kept = size.boundedTo(room.size())
        if kept.width() < min(least.width(), size.width()) or kept.height() < min(
            least.height(), size.height()
        ):
            continue
        area = kept.width() * kept.height()
        if best is None or area > best[0]:
            best = (area, side, room)
    if best is not None:
        return _settle(best[1], best[2], size.boundedTo(best[2].size()), seen)
    # No side has room: the word itself fills the window.
    top_left = QPoint(
        _clamp(seen.left(), inner.left(), inner.right() + 1 - size.width()),
        _clamp(seen.bottom() + GAP, inner.top(), inner.bottom() + 1 - size.height()),
    )
    return QRect(top_left, size)


def _rooms(word: QRect, inner: QRect) -> list[tuple[str, QRect]]:
    below = word.bottom() + 1 + GAP
    above = word.top() - GAP
    right = word.right() + 1 + GAP
    left = word.left() - GAP
    end, bottom = inner.right() + 1, inner.bottom() + 1
    below_room = QRect(inner.left(), max(below, inner.top()), inner.width(), bottom - max(below, inner.top()))
    above_room = QRect(inner.left(), inner.top(), inner.width(), min(above, bottom) - inner.top())
    right_room = QRect(max(right, inner.left()), inner.top(), end - max(right, inner.left()), inner.height())
    left_room = QRect(inner.left(), inner.top(), min(left, end) - inner.left(), inner.height())
    return [("below", below_room), ("above", above_room), ("right", right_room), ("left", left_room)]


def _settle(side: str, room: QRect, size: QSize, word: QRect) -> QRect:
    last_left = room.right() + 1 - size.width()
    last_top = room.bottom() + 1 - size.height()
    if side in ("below", "above"):
        left = _clamp(word.left(), room.left(), last_left)
        top = room.top() if side == "below" else last_top
    else:
        left = room.left() if side == "right" else last_left
        top = _clamp(word.center().y() - size.height() // 3, room.top(), last_top)
    return QRect(QPoint(left, top), size)


def _nearest(point: QPoint, window: QRect) -> QPoint:
    return QPoint(
        _clamp(point.x(), window.left(), window.right()),
        _clamp(point.y(), window.top(), window.bottom()),
    )


def _clamp(value: int, low: int, high: int) -> int:
    return max(low, min(value, high)) if high >= low else low
