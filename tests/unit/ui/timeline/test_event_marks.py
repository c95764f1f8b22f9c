"""Marks differ in form, in every theme."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.timeline.event_marks import EventMarks
from historydesk.ui.timeline.event_shape import POINT, SPAN, UNKNOWN, EventShape

SHAPES = (
    EventShape(POINT),
    EventShape(POINT, soft=True),
    EventShape(POINT, hollow=True),
    EventShape(SPAN),
    EventShape(SPAN, soft=True),
    EventShape(SPAN, hollow=True),
    EventShape(SPAN, open_ends=True),
    EventShape(UNKNOWN),
    EventShape(UNKNOWN, soft=True),
    EventShape(UNKNOWN, hollow=True),
)


def drawn(marks: EventMarks, theme: str, shape: EventShape, rect: QRectF, *, stamped: bool = False) -> QImage:
    look = load_theme(theme)
    image = QImage(340, 40, QImage.Format.Format_RGB32)
    image.fill(look.color("page"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint = marks.stamp if stamped else marks.paint
    paint(painter, shape, rect, look.color("ink"), tinted=True)
    painter.end()
    return image


def differing(one: QImage, other: QImage) -> int:
    """Pixels that differ clearly in lightness: what is left without colour."""
    return sum(
        abs(qgray(one, x, y) - qgray(other, x, y)) > 48
        for x in range(one.width())
        for y in range(one.height())
    )


def qgray(image: QImage, x: int, y: int) -> int:
    color = image.pixelColor(x, y)
    return (color.red() * 11 + color.green() * 16 + color.blue() * 5) // 32


@pytest.mark.parametrize("theme", THEMES)
def test_all_marks_differ_without_colour(qtbot: QtBot, theme: str) -> None:
    marks = EventMarks(replace(default_appearance(), theme=load_theme(theme)))
    pictures = []
    for shape in SHAPES:
        rect = QRectF(24, 10, 14, 14) if shape.kind == POINT else QRectF(10, 8, 44, 20)
        pictures.append(drawn(marks, theme, shape, rect))
    for one, other in combinations(range(len(SHAPES)), 2):
        assert differing(pictures[one], pictures[other]) >= 8, (SHAPES[one], SHAPES[other])


@pytest.mark.parametrize("shape", SHAPES)
def test_a_copy_looks_like_the_mark(qtbot: QtBot, shape: EventShape) -> None:
    marks = EventMarks(default_appearance())
    for wide in (14, 60, 300):
        rect = QRectF(20, 10, 14 if shape.kind == POINT else wide, 14)
        painted = drawn(marks, "paper", shape, rect)
        stamped = drawn(marks, "paper", shape, rect, stamped=True)
        # The dashes of a long outline may be shifted where its parts meet.
        allowed = 60 if shape.hollow else 12
        assert differing(painted, stamped) <= allowed
    again = drawn(marks, "paper", shape, QRectF(20, 10, 14, 14), stamped=True)
    assert again == drawn(marks, "paper", shape, QRectF(20, 10, 14, 14), stamped=True)


def test_a_taller_pile_is_more_events(qtbot: QtBot) -> None:
    marks = EventMarks(default_appearance())
    heights = []
    for tall in (9, 16):
        image = QImage(30, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        marks.piles(painter, 20, [(15, tall)], default_appearance().theme.color("ink"))
        painter.end()
        heights.append(sum(image.pixelColor(15, y).lightness() < 128 for y in range(40)))
    assert heights[0] < heights[1]
