"""The timeline by pointer, touch and keyboard, and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAccessible, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.unit.ui.timeline.timeline_samples import LANES, crowd, day, event

from historydesk.domain.entities import HistoricalEvent
from historydesk.ui.theme import THEMES, default_appearance, load_theme
from historydesk.ui.theme.fonts import register_fonts
from historydesk.ui.timeline.event_label import EventLabel
from historydesk.ui.timeline.time_stage import AT_ONCE
from historydesk.ui.timeline.timeline_view import TimelineView

STORY = (
    event("birth", "1878-12-18", calendar="julian"),
    event("smallpox", "1884/1890?"),
    event("february", "1917-03-08/1917-03-15", "world", calendar="julian"),
    event("july-days", "1917-07-16/1917-07-18", "party", calendar="julian"),
    event("october", "1917-11-07", "world", calendar="julian"),
    event("calendar", "1918-02-14", "world"),
    event("death", "1953-03-05"),
)
CHAPTERS = (
    (day(1878), day(1894), "A boy in Gori", "gori"),
    (day(1901), day(1917, 12, 31), "Underground", "underground"),
)
STILL = replace(default_appearance(), reduced_motion=True)


def view_of(
    qtbot: QtBot, events: tuple[HistoricalEvent, ...] = STORY, *, size: tuple[int, int] = (1200, 520)
) -> TimelineView:
    register_fonts()
    view = TimelineView()
    qtbot.addWidget(view)
    view.set_appearance(STILL)
    view.set_lanes(LANES)
    view.set_events(events)
    view.set_bands([(day(1870), day(1894), "Alexander III"), (day(1894, 11), day(1917, 3), "Nicholas II")])
    view.set_brackets(CHAPTERS)
    view.resize(*size)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    view.grab()
    return view


def shown_names(view: TimelineView) -> list[str]:
    """What assistive technology finds in the view, in its order."""
    view._controls.lay_out()
    tree = QAccessible.queryAccessibleInterface(view)
    children = [tree.child(index) for index in range(tree.childCount())]
    return [
        child.text(QAccessible.Text.Name)
        for child in children
        if child is not None and child.role() == QAccessible.Role.PushButton and not child.state().invisible
    ]


def middle_of(view: TimelineView, name: str) -> QPoint:
    """The middle of an event's label."""
    view._controls.lay_out()
    found = [each for each in view._controls._buttons if each.key == name and each.isVisible()]
    assert len(found) == 1
    return found[0].geometry().center()


def test_first_the_whole_time_is_shown(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    first, last = view.view()
    assert first < day(1870) and last > day(1953, 3, 5)
    assert view.accessibleName() == "Timeline, 1878–1953"
    assert "Enter opens" in view.accessibleDescription()


def test_assistive_technology_finds_the_chapters_and_the_labels_in_sight(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    names = shown_names(view)
    assert names[:2] == ["Chapter: A boy in Gori", "Chapter: Underground"]
    assert "Birth, 6 December 1878 O.S. / 18 December 1878 N.S." in names
    assert any(name.startswith("Death, ") for name in names)
    view.set_view(day(1917, 7), day(1917, 8))
    view.grab()
    assert shown_names(view) == [
        "Chapter: Underground",
        "July days, 3 July 1917 – 5 July 1917 O.S. / 16 July 1917 – 18 July 1917 N.S.",
    ]


def test_a_found_control_can_be_pressed(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view._controls.lay_out()
    tree = QAccessible.queryAccessibleInterface(view)
    buttons = {
        child.text(QAccessible.Text.Name): child
        for index in range(tree.childCount())
        if (child := tree.child(index)) is not None
    }
    with qtbot.waitSignal(view.bracket_chosen) as chapter:
        buttons["Chapter: Underground"].actionInterface().doAction("Press")
    assert chapter.args == ["underground"]


def test_arrows_go_through_a_lane_and_from_lane_to_lane(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.choose("birth")
    walked = []
    for key in (
        *(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down),
        *(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up),
    ):
        qtbot.keyClick(view, key)
        walked.append(view.chosen())
    assert walked[:5] == ["smallpox", "death", "death", "july-days", "october"]
    assert walked[5:] == ["october", "february", "july-days", "smallpox"]
    assert view.accessibleDescription() == "Smallpox, 1884 – 1890 (uncertain) (Life)"


def test_enter_opens_the_current_event(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.choose("october")
    with qtbot.waitSignal(view.event_chosen) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["october"]


def test_keys_zoom_pan_and_show_all(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    whole = view.view()
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    near = view.view()
    assert near[1] - near[0] < (whole[1] - whole[0]) / 15
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    later = view.view()
    assert later[0] - near[0] == pytest.approx((near[1] - near[0]) * 0.8)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert view.view()[0] < later[0]
    assert view.chosen() == ""
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.view() == whole
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.view()[1] - view.view()[0] == pytest.approx(3)


def test_a_chosen_event_comes_into_sight(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1880), day(1881), animated=False)
    view.choose("october")
    first, last = view.view()
    assert first < day(1917, 11, 7) < last
    assert last - first == 365 + 1 or last - first == pytest.approx(day(1881) - day(1880))
    view.choose("nobody")
    assert view.chosen() == ""


def wheel(view: TimelineView, at: QPoint, angle: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_zooms_at_the_pointer_and_with_shift_pans(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    at = QPoint(700, 200)
    before = view.scale().day(700)
    wheel(view, at, QPoint(0, 360), Qt.KeyboardModifier.NoModifier)
    assert view.scale().day(700) == pytest.approx(before)
    near = view.view()
    assert near[1] - near[0] < 20_000
    wheel(view, at, QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert view.view()[0] > near[0]
    assert view.view()[1] - view.view()[0] == pytest.approx(near[1] - near[0])
    moved = view.view()
    wheel(view, at, QPoint(120, 0), Qt.KeyboardModifier.NoModifier)
    assert view.view()[0] < moved[0]


def drag(view: TimelineView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """Press, move in steps, let go."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    steps = [start + (end - start) * share / 10 for share in range(1, 11)]
    kinds = [(QEvent.Type.MouseButtonPress, start, left, left)]
    kinds += [(QEvent.Type.MouseMove, at, none, left) for at in steps]
    kinds.append((QEvent.Type.MouseButtonRelease, end, left, none))
    for kind, at, button, buttons in kinds:
        event = QMouseEvent(kind, QPointF(at), QPointF(view.mapToGlobal(at)), button, buttons, modifiers)
        QApplication.sendEvent(view, event)


def test_dragging_pans_as_far_as_the_hand_goes(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1900), day(1910), animated=False)
    held = view.scale().day(800)
    with qtbot.assertNotEmitted(view.event_chosen):
        drag(view, QPoint(800, 300), QPoint(500, 300), Qt.KeyboardModifier.NoModifier)
    assert view.scale().day(500) == pytest.approx(held)
    assert view.view()[1] - view.view()[0] == pytest.approx(day(1910) - day(1900))


def test_a_quick_drag_glides_on_and_comes_to_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    # However slow the machine, this hand does not rest before it lets go.
    monkeypatch.setattr("historydesk.ui.timeline.time_hand.PAUSE_MS", 60_000)
    view = view_of(qtbot)
    view.set_appearance(default_appearance())
    view.set_view(day(1900), day(1910), animated=False)
    held = view.scale().day(800)
    drag(view, QPoint(800, 300), QPoint(500, 300), Qt.KeyboardModifier.NoModifier)
    first, last = view._window.target()
    assert first > view.view()[0] > day(1900)
    qtbot.waitUntil(lambda: view.view() == (first, last))
    assert view.scale().day(500) > held


def test_a_line_that_goes_out_of_sight_is_let_go(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1900), day(1910), animated=False)
    for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, held, QPoint(800, 300))
        qtbot.mouseMove(view, QPoint(700, 300))
        with qtbot.assertNotEmitted(view.range_changed):
            view.hide()  # by a key, say: the button comes up elsewhere
            view.show()
        before = view.view()
        qtbot.mouseMove(view, QPoint(400, 300))
        assert view.view() == before
        assert view._range.edges() is None


def test_shift_and_drag_choose_a_range(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1917), day(1918), animated=False)
    scale = view.scale()
    y = round(view.rooms().axis.center().y())
    start, end = QPoint(round(scale.x(day(1917, 3))), y), QPoint(round(scale.x(day(1917, 9))), y)
    with qtbot.waitSignal(view.range_changed) as caught:
        drag(view, start, end, Qt.KeyboardModifier.ShiftModifier)
    assert caught.args == list(view.range())
    assert view.range()[0] == pytest.approx(day(1917, 3), abs=1)
    assert view.range()[1] == pytest.approx(day(1917, 8, 31), abs=1)
    # Its handle.
    handle = QPoint(round(scale.x(view.range()[1] + 1)), round(view.rooms().axis.top()) - 8)
    drag(view, handle, QPoint(round(scale.x(day(1917, 11))), handle.y()), Qt.KeyboardModifier.NoModifier)
    assert view.range()[0] == pytest.approx(day(1917, 3), abs=1)
    assert view.range()[1] == pytest.approx(day(1917, 10, 31), abs=2)
    with qtbot.waitSignal(view.range_changed) as cleared:
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert cleared.args == [0, 0]


def test_a_long_press_on_the_axis_begins_a_range(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1917), day(1918), animated=False)
    at = QPoint(500, round(view.rooms().axis.center().y()))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(view._hand.is_busy)
    qtbot.mouseMove(view, at + QPoint(200, 0))
    with qtbot.waitSignal(view.range_changed):
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + QPoint(200, 0))
    assert view.range()[1] > view.range()[0] > 0


def test_brackets_on_the_keyboard_set_a_range(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.choose("february")
    qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    assert view.range() == (day(1917, 3, 8), day(1953, 3, 5))
    view.choose("october")
    with qtbot.waitSignal(view.range_changed) as caught:
        qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    assert caught.args == [day(1917, 3, 8), day(1917, 11, 7)]


def test_a_tap_opens_an_event_or_a_chapter(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    with qtbot.waitSignal(view.event_chosen) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(view, "event:birth"))
    assert caught.args == ["birth"]
    assert view.chosen() == "birth"
    with qtbot.waitSignal(view.bracket_chosen) as chapter:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(view, "chapter:gori"))
    assert chapter.args == ["gori"]


def test_a_tap_on_a_pile_spreads_it_and_at_last_opens_each(qtbot: QtBot) -> None:
    same = tuple(event(f"same-{number}", "1917-11-07", "party") for number in range(30))
    view = view_of(qtbot, (*STORY, *same))
    opened: list[str] = []
    view.event_chosen.connect(opened.append)
    for _ in range(12):
        view.grab()
        piles = [pile for pile in view.shown().piles[1] if pile.size > 1]
        assert piles
        offset = view.scale().left - view.scale().first_day * view.scale().pixels_a_day
        at = QPoint(round(piles[0].x + offset), round(view.rooms().rail_top(1) + 10))
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert view.view()[1] - view.view()[0] < 40
    assert len(set(opened)) > 3


def test_a_double_click_zooms_in(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    before = view.view()
    qtbot.mouseDClick(
        view, Qt.MouseButton.LeftButton, pos=QPoint(400, round(view.rooms().lanes[1].top()) + 6)
    )
    assert view.view()[1] - view.view()[0] == pytest.approx((before[1] - before[0]) / 3)


def test_pointing_names_an_event(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    at = middle_of(view, "event:birth")
    qtbot.mouseMove(view, at + QPoint(1, 0))
    qtbot.mouseMove(view, at)
    label = view.findChild(EventLabel)
    assert label is not None
    assert label.isVisible()
    assert label.words() == ("Birth", "6 December 1878 O.S. / 18 December 1878 N.S.")
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not label.isVisible()


def test_pointing_names_a_chapter_without_room_for_its_title(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    at = middle_of(view, "chapter:underground")
    qtbot.mouseMove(view, at + QPoint(1, 0))
    qtbot.mouseMove(view, at)
    label = view.findChild(EventLabel)
    assert label is not None
    assert label.isVisible()
    assert label.words() == ("Underground", "1901–1917")
    qtbot.mouseMove(view, QPoint(at.x(), round(view.rooms().lanes[0].top()) + 2))
    assert not label.isVisible()


def test_a_trackpad_s_pinch_zooms_at_the_fingers(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    before = view.scale().day(700)
    span = view.view()[1] - view.view()[0]
    at = QPointF(700, 200)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(view, pinch)
    assert view.view()[1] - view.view()[0] == pytest.approx(span / 1.5)
    assert view.scale().day(700) == pytest.approx(before)


def test_what_is_outside_the_range_stands_back(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1917), day(1918), animated=False)
    view.grab()
    where = middle_of(view, "event:october")
    view.set_range(day(1917, 1), day(1917, 9))
    faint = view.grab().toImage()
    view.set_range(day(1917, 1), day(1917, 12))
    strong = view.grab().toImage()
    rows = range(where.y() - 8, where.y() + 8)
    columns = range(where.x() - 40, where.x() + 40)
    darkest = [
        min(image.pixelColor(x, y).lightness() for x in columns for y in rows) for image in (faint, strong)
    ]
    assert darkest[1] < 60 < 100 < darkest[0]


def test_old_style_changes_the_labels_and_not_the_events(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1917), day(1918), animated=False)
    october = view._events.lanes[2].events[1]
    before = view.grab().toImage()
    assert view._pictures.date(october).replace("\xa0", " ") == "7 Nov 1917"
    view.set_old_style(True)
    after = view.grab().toImage()
    assert view._pictures.date(october).replace("\xa0", " ") == "25 Oct 1917"
    assert before != after
    view.set_old_style(False)
    assert view.grab().toImage() == before


def test_the_change_of_calendar_is_marked_in_both(qtbot: QtBot) -> None:
    view = view_of(qtbot, STORY[:1] + STORY[-1:])
    columns = {}
    for old_style in (False, True):
        view.set_old_style(old_style)
        view.set_view(day(1918, 1, 25), day(1918, 3, 5), animated=False)
        image = view.grab().toImage()
        x = round(view.scale().x(day(1918, 2, 14)))
        top, bottom = round(view.rooms().lanes[0].top()), round(view.rooms().axis.top())
        dark = {
            away
            for away in range(-12, 13)
            for y in range(top, bottom)
            if image.pixelColor(x + away, y).lightness() < 190
        }
        columns[old_style] = len(dark)
    # A dashed line in New Style, a hatched seam in Old Style.
    assert 1 <= columns[False] <= 3
    assert columns[True] >= 10


def test_new_events_keep_the_chosen_one(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.choose("october")
    view.set_events(STORY[2:])
    assert view.chosen() == "october"
    view.set_events(STORY[:2])
    assert view.chosen() == ""
    view.set_events(())
    view.grab()
    assert view.accessibleName() == "Timeline"
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_BracketLeft,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(view, key)


def test_very_many_events_come_while_the_window_answers(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    many = tuple(crowd(AT_ONCE + 2000, 9))
    view.set_events(many)
    assert view.is_taking_in()
    assert view.accessibleName() == "Timeline, 1878–1953"
    qtbot.waitUntil(lambda: not view.is_taking_in())
    assert sum(len(lane) for lane in view._events.lanes) == len(many)
    view.grab()
    assert sum(len(rows.labels()) for rows in view._rows) > 5


def test_nothing_runs_while_it_rests(qtbot: QtBot) -> None:
    view = view_of(qtbot, tuple(crowd(900, 4)))
    view.set_appearance(default_appearance())
    view.zoom(3.0)
    running = [*view.findChildren(QTimer), *view._window.findChildren(QTimer)]
    animations = view.findChildren(QVariantAnimation)
    assert animations
    qtbot.waitUntil(lambda: all(a.state() == QVariantAnimation.State.Stopped for a in animations))
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in running))
    for _ in range(20):
        QApplication.processEvents()
    painted: list[object] = []
    view.paintEvent = painted.append  # type: ignore[method-assign]
    for _ in range(20):
        QApplication.processEvents()
    assert painted == []


def test_movement_is_eased_and_reduced_motion_jumps(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.set_view(day(1917), day(1918))
    assert view.view() == (day(1917), day(1918))
    view.set_appearance(default_appearance())
    seen: list[tuple[float, float]] = []
    view.view_changed.connect(lambda first, last: seen.append((first, last)))
    view.show_all()
    qtbot.waitUntil(lambda: view.view()[0] < day(1880))
    assert len(seen) > 1


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("size", [(1366, 520), (420, 240)])
def test_it_is_drawn_in_every_theme_and_size(
    qtbot: QtBot, theme: str, percent: int, size: tuple[int, int]
) -> None:
    view = view_of(qtbot, size=size)
    look = replace(default_appearance(), theme=load_theme(theme), text_percent=percent)
    view.set_appearance(look)
    view.choose("july-days")
    view.set_range(day(1917, 3), day(1917, 10))
    for first, last in ((day(1861), day(1954)), (day(1917), day(1918)), (day(1917, 7, 14), day(1917, 7, 20))):
        view.set_view(first, last, animated=False)
        image = view.grab().toImage()
        colors = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
        assert look.theme.color("page").rgb() in colors
        assert look.theme.color("red").rgb() in colors
