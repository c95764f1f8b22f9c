"""The short version, reached in the whole window."""

from __future__ import annotations

from historydesk.domain.chapter import BRIEF_ID
from tests.ui.conftest import Start


def test_its_address_opens_it_and_the_chapters_own_beginning_stays(start: Start) -> None:
    visitor = start()
    visitor.go("read", chapter="gori", passage=BRIEF_ID)
    view = visitor.reader.view
    visitor.qtbot.waitUntil(lambda: view.brief.is_open)
    assert view.verticalScrollBar().value() == 0
    assert view.brief.words.isVisible()
    visitor.go("read", chapter="seminary")
    assert not view.brief.isVisible()
    visitor.window.go_back()
    visitor.qtbot.waitUntil(lambda: view.chapter is not None and view.chapter.summary.id == "gori")
    assert view.brief.isVisible()
