"""Words of labels, drawn once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.unit.ui.timeline.timeline_samples import event

from historydesk.ui.theme import default_appearance
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.timeline.label_pictures import PAGE, WIDEST, LabelPictures
from historydesk.ui.timeline.time_scale import MONTHS

GIVEN = event("called-up-rejected-allowed-to-stay", "1917-02-01")


def pictures() -> LabelPictures:
    register_fonts()
    return LabelPictures(default_appearance(), MONTHS, "about {date}")


def ink_ends(made: LabelPictures, room: float) -> int:
    """The last column with ink when there is only so much room."""
    image = QImage(500, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    made.paint(painter, QPointF(0, 2), room, GIVEN, PAGE)
    painter.end()
    dark = [x for x in range(500) for y in range(24) if image.pixelColor(x, y).lightness() < 160]
    return max(dark, default=0)


def test_where_room_is_short_whole_words_are_left_out(qtbot: QtBot) -> None:
    made = pictures()
    whole = made.width(GIVEN)
    breaks = made.picture(GIVEN, PAGE, 1.0).breaks
    ends = {ink_ends(made, room) for room in range(60, int(whole) - 2, 3)}
    # One end for each word, with its “…”, not one for each pixel.
    assert len(ends) <= len(breaks) + 1
    for room in range(60, int(whole), 7):
        assert ink_ends(made, room) <= room
    assert ink_ends(made, 10) == 0


def test_a_long_title_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    made = pictures()
    long = event("word-" * 60, "1917-02-01")
    assert made.width(long) < WIDEST * 1.5


def test_other_dates_are_other_pictures(qtbot: QtBot) -> None:
    made = pictures()
    first = made.picture(GIVEN, PAGE, 1.0)
    assert made.picture(GIVEN, PAGE, 1.0) is first
    assert made.set_form(old_style=True, years_only=False)
    assert not made.set_form(old_style=True, years_only=False)
    assert made.date(GIVEN).replace("\xa0", " ") == "19 Jan 1917"
    assert made.picture(GIVEN, PAGE, 1.0) is not first
    made.set_form(old_style=True, years_only=True)
    assert made.date(GIVEN) == "1917"
