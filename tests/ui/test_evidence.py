"""The evidence screen of the whole program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from historydesk.domain.reference import Reference
from historydesk.services.policy import Policy
from historydesk.ui.evidence.evidence_page import EvidencePage
from tests.ui.conftest import Start
from tests.ui.visitor import Visitor


def _page(visitor: Visitor) -> EvidencePage:
    page = visitor.window.surfaces.evidence
    assert page is not None
    return page


def _button(page: EvidencePage, name: str) -> QAbstractButton:
    return next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == name and each.isVisible()
    )


def test_the_key_leads_to_the_first_claim_and_f6_walks_on(start: Start) -> None:
    visitor = start()
    visitor.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    visitor.qtbot.waitUntil(lambda: visitor.screen == "evidence")
    page = _page(visitor)
    visitor.qtbot.waitUntil(lambda: page.shown() == "claim:cl-01")
    assert page.side.list.hasFocus()
    visitor.command("panes")
    focused = visitor.focus()
    assert focused is not None
    assert page.items.isAncestorOf(focused)


def test_back_from_a_passage_returns_to_filter_and_claim(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("claim:cl-02")
    page = _page(visitor)
    verdict = next(line.verdict for line in page._lines["claim"] if line.key == "claim:cl-02")
    visitor.click(page.side.verdicts.buttons[verdict])
    visitor.click(_button(page, "Chapter 2: The Seminary"))
    visitor.qtbot.waitUntil(lambda: visitor.screen == "read")
    visitor.command("back")
    visitor.qtbot.waitUntil(lambda: visitor.screen == "evidence")
    assert page.shown() == "claim:cl-02"
    assert page.side.verdict == verdict
    assert page.side.verdicts.buttons[verdict].isChecked()


def test_a_source_opens_as_a_card_over_the_claim(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("debate:d-1")
    visitor.click(_button(_page(visitor), "Kotkin 2014"))
    visitor.qtbot.waitUntil(visitor.popup.isVisible)
    assert visitor.popup.card is not None
    assert str(visitor.popup.card.reference) == "source:kotkin2014"
    assert visitor.screen == "evidence"


def test_a_source_leads_to_every_passage_and_item_that_leans_on_it(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("source:kotkin2014")
    page = _page(visitor)
    uses = visitor.services.library.uses
    told = uses(Reference("source", "kotkin2014"))
    assert told
    names = [each.accessibleName() for each in page.source_card.findChildren(QAbstractButton)]
    assert [name for name in names if name.startswith("Chapter ")] == [
        f"Chapter {use.chapter_number}: {use.chapter_title}" for use in told
    ]
    assert "Who robbed the bank?" in names
    visitor.click(_button(page, "Who robbed the bank?"))
    visitor.qtbot.waitUntil(lambda: page.shown() == "debate:d-1")


def test_another_language_lists_its_own_titles(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("claim:cl-01")
    page = _page(visitor)
    first = page.evidence()
    visitor.services.settings.set("language", "ka")
    visitor.qtbot.waitUntil(lambda: page.evidence() is not first)
    assert page.shown() == "claim:cl-01"


def test_a_judgement_is_placed_seen_again_and_taken_back(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("debate:d-1")
    page = _page(visitor)
    second = page.debate.positions[1]
    visitor.click(second.judge)
    assert second.judge.isChecked()
    assert second.judge.accessibleName() == f"Your judgement: {second.position.title}"
    assert second.position.title in page.debate.judged.text()
    visitor.go("read", chapter="gori")
    visitor.command("back")
    visitor.qtbot.waitUntil(lambda: visitor.screen == "evidence")
    assert page.debate.positions[1].judge.isChecked()
    assert not page.debate.positions[0].judge.isChecked()
    visitor.click(page.debate.positions[1].judge)
    assert not page.debate.positions[1].judge.isChecked()
    assert page.debate.judged.isHidden()
    assert visitor.services.progress.judgements == {}


def test_a_kiosk_asks_nobody_for_a_judgement(start: Start) -> None:
    visitor = start(policy=Policy("kiosk"))
    visitor.see_evidence("debate:d-1")
    assert all(card.judge.isHidden() for card in _page(visitor).debate.positions)
    assert _page(visitor).debate.weigh.isVisible()
