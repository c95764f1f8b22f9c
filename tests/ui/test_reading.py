"""A person reads: from home into a chapter, to a term, a place, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QPixmapCache

from tests.ui.conftest import Start

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_a_first_start_shows_home_and_begin_opens_the_first_chapter(start: Start) -> None:
    visitor = start()
    assert visitor.screen == "home"
    visitor.press(Qt.Key.Key_Return)
    assert visitor.screen == "read"
    assert visitor.chapter() == "gori"
    assert visitor.reader.isVisible()


def test_a_term_opens_by_keyboard_and_escape_gives_the_keyboard_back(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    view = visitor.reader.view
    view.setFocus()
    for _ in range(12):
        visitor.press(Qt.Key.Key_Tab)
        span = view.references.focused
        if span is not None and span.reference.scheme == "term":
            break
    visitor.press(Qt.Key.Key_Return)
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    assert visitor.popup.card is not None
    assert visitor.popup.card.title.lower() == "serf"
    assert visitor.popup.isAncestorOf(visitor.focus())
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.popup.isVisible()
    assert visitor.focus() is view


def test_a_place_flies_the_companion_and_shows_its_card_there(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    visitor.follow("place")
    companion = visitor.window.surfaces.companion
    assert companion is not None
    assert companion.map.chosen() == "gori"
    assert not visitor.popup.isVisible()


def test_a_place_opens_a_card_where_there_is_no_room_for_the_map(start: Start) -> None:
    visitor = start()
    visitor.window.resize(700, 600)
    visitor.go("read", chapter="gori")
    visitor.qtbot.waitUntil(lambda: visitor.reader.rooms.companion_over)
    visitor.follow("place")
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    assert visitor.popup.card is not None
    assert visitor.popup.card.title == "Gori"


def test_uses_of_a_term_lead_to_its_page_in_the_index_and_back_returns(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    visitor.follow("term")
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    card = visitor.popup.card
    assert card is not None
    visitor.popup.uses_requested.emit(card.reference)
    assert visitor.screen == "index"
    assert not visitor.popup.isVisible()
    visitor.window.go_back()
    assert visitor.screen == "read"
    assert visitor.chapter() == "gori"


def test_back_returns_to_the_line_one_left(start: Start) -> None:
    visitor = start()
    visitor.window.resize(1366, 420)
    visitor.go("read", chapter="gori")
    bar = visitor.reader.view.verticalScrollBar()
    visitor.qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(55)
    visitor.go("read", chapter="seminary")
    assert bar.value() == 0
    visitor.window.go_back()
    assert visitor.chapter() == "gori"
    assert bar.value() == 55
    visitor.window.go_forward()
    assert visitor.chapter() == "seminary"


def test_back_and_forward_work_across_all_screens_by_keyboard(start: Start) -> None:
    visitor = start()
    for screen in ("read", "map", "index"):
        visitor.command(screen)
        assert visitor.screen == screen
    visitor.press(Qt.Key.Key_Left, ALT)
    assert visitor.screen == "map"
    visitor.press(Qt.Key.Key_Left, ALT)
    assert visitor.screen == "read"
    visitor.press(Qt.Key.Key_Right, ALT)
    assert visitor.screen == "map"
    visitor.press(Qt.Key.Key_Home, ALT)
    assert visitor.screen == "home"


def test_the_mouse_has_its_own_way_back(start: Start) -> None:
    visitor = start()
    visitor.command("read")
    visitor.qtbot.mouseClick(visitor.window, Qt.MouseButton.BackButton)
    assert visitor.screen == "home"
    visitor.qtbot.mouseClick(visitor.window, Qt.MouseButton.ForwardButton)
    assert visitor.screen == "read"


def test_chapters_turn_by_keyboard_and_stop_at_the_ends(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    visitor.command("previous_chapter")
    assert visitor.chapter() == "gori"
    visitor.press(Qt.Key.Key_PageDown, CTRL)
    assert visitor.chapter() == "seminary"
    visitor.command("next_chapter")
    visitor.command("next_chapter")
    assert visitor.chapter() == "underground"


def test_an_address_that_is_not_in_the_pack_says_so_and_leaves_one_where_one_was(start: Start) -> None:
    visitor = start()
    visitor.command("read")
    visitor.go("read", chapter="no-such-chapter")
    assert "no-such-chapter" in visitor.window.notice.text()
    assert visitor.chapter() == "gori"


def test_the_text_of_another_language_is_shown_at_once(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="seminary")
    visitor.services.settings.set("language", "ka")
    chapter = visitor.reader.view.chapter
    assert chapter is not None
    assert chapter.summary.title == "სემინარია"


def test_every_reference_of_the_pack_opens_something(start: Start) -> None:
    visitor = start()
    for chapter in ("gori", "seminary", "underground"):
        visitor.go("read", chapter=chapter)
        page = visitor.reader.view.page
        assert page is not None
        for span in page.references():
            visitor.go("read", chapter=chapter)
            before = visitor.services.reading.location
            visitor.window.activate(span.reference, visitor.reader.view.references.rect_of(span))
            companion = visitor.window.surfaces.companion
            assert companion is not None
            reached = (
                visitor.popup.isVisible()
                or companion.map.chosen() == span.reference.target
                or visitor.services.reading.location != before
            )
            assert reached, str(span.reference)
            assert not visitor.window.notice.text(), str(span.reference)
            visitor.window.overlays.close_all()


def test_the_references_of_a_passage_name_their_sources(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori")
    page = visitor.reader.view.page
    assert page is not None
    passage = next(
        passage
        for passage in page.chapter.passages
        if any(each.reference.scheme == "source" for each in page.references_of(passage.id))
    )
    visitor.reader.scroll_to(passage.id)
    visitor.qtbot.waitUntil(
        lambda: "Kotkin 2014" in [each.text() for each in visitor.reader.references.buttons]
    )


def test_a_journey_is_drawn_on_the_map_from_its_card(start: Start) -> None:
    visitor = start()
    visitor.services.settings.set("reduced_motion", True)
    visitor.go("read", chapter="seminary")
    visitor.follow("journey")
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    visitor.click(next(each for each in visitor.popup.buttons() if each.objectName() == "map"))
    visitor.qtbot.waitUntil(lambda: visitor.screen == "map")
    atlas = visitor.window.surfaces.atlas
    assert atlas is not None
    visitor.qtbot.waitUntil(lambda: atlas.map.camera() == atlas.map.camera_on_journey())
    visitor.command("map")
    assert atlas.map.camera() != atlas.map.camera_on_journey()


def test_whoever_stays_on_a_screen_leaves_no_pictures_waiting_in_memory(start: Start) -> None:
    visitor = start()
    visitor.window._tidying.setInterval(1)
    key = QPixmapCache.insert(QPixmap(64, 64))
    assert QPixmapCache.find(key, kept := QPixmap())
    assert not kept.isNull()
    visitor.go("read", chapter="gori")
    visitor.qtbot.waitUntil(lambda: not QPixmapCache.find(key, QPixmap()))
