"""The frames of the timeline with very many events: how long one repaint takes, without a screen.

Run as ``python -m historydesk.bench.timeline_frames``.
"""

from __future__ import annotations

import os
import random
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from historydesk.bench.measure import Figure, percentile

if TYPE_CHECKING:
    from historydesk.domain.entities import HistoricalEvent
    from historydesk.ui.timeline.timeline_view import TimelineView

SIZE = (1920, 1080)
EVENTS = 50_000
LANES = ("life", "party", "world")

SPANS = (33_000.0, 3_650.0, 365.0, 30.0, 5.0)
"""Days shown while panning: everything, a decade, a year, a month, a few days."""

FRAMES = 60
"""Frames of each pan and of each zoom."""

STEP = 24
"""Pixels of a pan from frame to frame."""


def events(count: int, seed: int = 3) -> tuple[HistoricalEvent, ...]:
    """Events of 1861–1953: days, months, spans, some about and some not certain; more around 1917."""
    from historydesk.domain.entities import HistoricalDate, HistoricalEvent
    from historydesk.ui.timeline.time_scale import date_of, day_of

    draw = random.Random(seed)
    first, last, middle = day_of(1861), day_of(1953), day_of(1917)
    words = ("council", "party", "strike", "exile", "congress", "letter", "arrest", "village", "decree")
    made = []
    for number in range(count):
        day = int(draw.gauss(middle, 900)) if number % 3 == 0 else draw.randint(first, last)
        day = min(max(first, day), last)
        year, month, of_month = date_of(day)
        mark = draw.choice(("", "", "", "", "~", "?"))
        end = day
        kind = number % 10
        if kind < 6:
            edtf = f"{year}-{month:02}-{of_month:02}{mark}"
        elif kind < 8:
            edtf, day = f"{year}-{month:02}{mark}", day_of(year, month)
            end = day_of(year + month // 12, month % 12 + 1) - 1
        else:
            end = day + int(draw.expovariate(1 / 90)) + 1
            start, stop = date_of(day), date_of(end)
            edtf = "/".join(f"{y}-{m:02}-{d:02}{mark}" for y, m, d in (start, stop))
        date = HistoricalDate(edtf, day, end, mark == "~", mark == "?", edtf)
        title = " ".join(draw.choices(words, k=draw.randint(2, 6))).capitalize()
        made.append(HistoricalEvent(f"e{number}", title, date, "", LANES[number % 3]))
    return tuple(made)


def _frame(view: TimelineView, first: float, last: float) -> float:
    """Milliseconds of showing a range of days."""
    began = perf_counter()
    view.set_view(first, last, animated=False)
    view.repaint()
    return (perf_counter() - began) * 1000


def _pans(view: TimelineView, middle: float) -> list[float]:
    times = []
    for span in SPANS:
        step = span / SIZE[0] * STEP
        first = middle - span / 2 - step * FRAMES / 2
        _frame(view, first, first + span)
        times += [
            _frame(view, first + step * frame, first + step * frame + span) for frame in range(1, FRAMES)
        ]
    return times


def _zooms(view: TimelineView, middle: float) -> list[float]:
    times = []
    widest, nearest = SPANS[0], SPANS[-1]
    for way in (1, -1):
        for frame in range(FRAMES * 2):
            share = frame / (FRAMES * 2 - 1)
            if way < 0:
                share = 1 - share
            span = widest * (nearest / widest) ** share
            times.append(_frame(view, middle - span * 0.4, middle + span * 0.6))
    return times


def measure() -> list[Figure]:
    """Pan at five scales and zoom from a century to days and back; ms of a repaint, and of taking events in."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from historydesk.ui.theme.fonts import register_fonts
    from historydesk.ui.timeline.time_scale import day_of
    from historydesk.ui.timeline.timeline_view import TimelineView

    application = QApplication.instance() or QApplication([])
    register_fonts()
    given = events(EVENTS)
    view = TimelineView()
    view.set_lanes([(lane, lane.title()) for lane in LANES])
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    began = perf_counter()
    view.set_events(given)
    longest = perf_counter() - began
    while view.is_taking_in():
        began = perf_counter()
        application.processEvents()
        longest = max(longest, perf_counter() - began)
    middle = float(day_of(1917, 7))
    panned = percentile(_pans(view, middle), 0.95)
    zoomed = percentile(_zooms(view, middle), 0.95)
    view.close()
    view.deleteLater()
    many = f"{EVENTS:,}".replace(",", " ")
    return [
        Figure(f"timeline of {many} events, panning, p95 frame", panned, 0.0, 16.0, "ms", absolute=True),
        Figure(f"timeline of {many} events, zooming, p95 frame", zoomed, 0.0, 16.0, "ms", absolute=True),
        Figure(
            f"timeline taking in {many} events, longest wait", longest * 1000, 0.0, 100.0, "ms", absolute=True
        ),
    ]


def main() -> int:
    """Print the figures; 1 when a goal is not held."""
    figures = measure()
    for figure in figures:
        print(figure)
    return 0 if all(figure.held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
