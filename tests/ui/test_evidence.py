"""The evidence screen of the whole program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from historydesk.domain.records import Judgement
from historydesk.domain.reference import Reference
from historydesk.domain.search import Results
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
    visitor.qtbot.waitUntil(lambda: page.shown() == "claim:cl-01" and visitor.sees_evidence())
    assert page.side.list.hasFocus()
    visitor.command("panes")
    focused = visitor.focus()
    assert focused is not None
    assert page.items.isAncestorOf(focused)


def test_back_from_a_passage_returns_to_filter_and_claim(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("claim:cl-02")
    page = _page(visitor)
    verdict = next(line.kind for line in page._lines["claim"] if line.key == "claim:cl-02")
    visitor.click(page.side.filters["claim"].buttons[verdict])
    visitor.click(_button(page, "Chapter 2: The Seminary"))
    visitor.qtbot.waitUntil(lambda: visitor.screen == "read")
    visitor.command("back")
    visitor.qtbot.waitUntil(lambda: visitor.screen == "evidence")
    assert page.shown() == "claim:cl-02"
    assert page.side.kinds["claim"] == verdict
    assert page.side.filters["claim"].buttons[verdict].isChecked()


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


def test_a_judgement_of_an_earlier_version_finds_its_position(start: Start) -> None:
    visitor = start()
    visitor.services.progress.save_judgement(Judgement("d-1", "2", "2026-11-20"))
    visitor.see_evidence("debate:d-1")
    page = _page(visitor)
    assert page.debate.positions[1].judge.isChecked()
    assert visitor.services.progress.judgements["d-1"].position == "others-did"


def test_a_judgement_of_a_position_that_is_gone_is_not_put_on_another(start: Start) -> None:
    visitor = start()
    visitor.services.progress.save_judgement(Judgement("d-1", "somebody-else", "2026-11-20"))
    visitor.see_evidence("debate:d-1")
    page = _page(visitor)
    assert not any(card.judge.isChecked() for card in page.debate.positions)
    assert page.debate.judged.isHidden()


def test_the_style_of_citations_changes_everywhere_at_once(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("source:kotkin2014")
    page = _page(visitor)
    visitor.services.settings.set("citations", "apa")
    visitor.qtbot.waitUntil(lambda: "Kotkin, S. (2014)" in _listed(page)[1])
    assert page.shown() == "source:kotkin2014"
    assert _button(page, "Copy the citation").isVisible()
    visitor.click(page.citation.copy_one)
    assert QGuiApplication.clipboard().text().startswith("Kotkin, S. (2014).")
    library = visitor.services.library
    assert library.card(Reference("source", "kotkin2014")).title == "Kotkin, 2014"
    assert [each.title for each in library.index("source")] == [
        "Gori register, 1878",
        "Kotkin, 2014",
        "Suny, 2020",
    ]
    visitor.services.settings.set("citations", "mla")
    visitor.qtbot.waitUntil(lambda: "Penguin, 2014" in _listed(page)[1])
    visitor.see_evidence("debate:d-1")
    assert _button(page, "Suny").isVisible()


def test_search_finds_a_source_in_the_style_chosen(start: Start) -> None:
    visitor = start()
    visitor.services.settings.set("citations", "apa")
    found: list[Results] = []
    visitor.services.library.search("Kotkin", found.append)
    visitor.qtbot.waitUntil(lambda: bool(found))
    assert [hit.title for hit in found[0].hits if hit.group == "source"] == ["Kotkin, 2014"]


def test_sources_leave_as_files_but_not_from_a_kiosk(start: Start) -> None:
    visitor = start()
    visitor.see_evidence("source:kotkin2014")
    asked = []
    exports = visitor.window.overlays._need_exports()
    exports.ask = lambda _window, _title, proposed: asked.append(proposed) or ""
    visitor.click(_page(visitor).citation.saves["ris"])
    assert asked and asked[0].endswith("-ris.ris")
    visitor = start(policy=Policy("kiosk"))
    visitor.see_evidence("source:kotkin2014")
    assert all(button.isHidden() for button in _page(visitor).citation.saves.values())


def _listed(page: EvidencePage) -> list[str]:
    model = page.side.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
