"""The QTI package, read back as XML and held to the rules of QTI 2.1."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.unit.exports.test_gift import MOODLE

from historydesk.domain.quiz import Question
from historydesk.errors import HistoryDeskError
from historydesk.exports.qti import write_package
from historydesk.exports.qti_item import QTI, item
from historydesk.packs.gift import GiftReader
from historydesk.packs.problems import Problems
from historydesk.store.export_content import ExportStore

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
Q = f"{{{QTI}}}"
ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]


def question(text: str) -> Question:
    found = GiftReader("q.gift", text, Problems(), lambda _path, _line, each: (each, each)).questions()
    return Question(found[0].id, found[0].kind, found[0].data)


def written(text: str) -> Element:
    return ElementTree.fromstring(item("q-1", "T", "en", question(text)))


def words(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def hold_to_the_rules(found: Element) -> None:
    """The order of the parts, and that each name leads to something."""
    assert found.tag == f"{Q}assessmentItem"
    parts = [child.tag.removeprefix(Q) for child in found]
    assert parts == sorted(parts, key=ORDER.index)
    outcomes = {each.get("identifier") for each in found.iter(f"{Q}outcomeDeclaration")}
    responses = {each.get("identifier") for each in found.iter(f"{Q}responseDeclaration")}
    for each in found.iter():
        if each.get("responseIdentifier"):
            assert each.get("responseIdentifier") in responses
        if each.get("outcomeIdentifier"):
            assert each.get("outcomeIdentifier") in outcomes
    for each in found.iter(f"{Q}setOutcomeValue"):
        assert each.get("identifier") in outcomes
    choices = [
        each.get("identifier")
        for name in ("simpleChoice", "simpleAssociableChoice")
        for each in found.iter(f"{Q}{name}")
    ]
    assert len(choices) == len(set(choices))
    declared = found.find(f"{Q}responseDeclaration")
    if choices and declared is not None:
        right = [value.text or "" for value in declared.iter(f"{Q}value")]
        keys = [entry.get("mapKey", "") for entry in declared.iter(f"{Q}mapEntry")]
        assert right and {part for each in right + keys for part in each.split()} <= set(choices)


@pytest.mark.parametrize("text", MOODLE.values(), ids=MOODLE.keys())
def test_every_kind_of_question_keeps_the_rules(text: str) -> None:
    hold_to_the_rules(written(text))


def test_the_package_lists_what_it_holds(whole: ExportStore, tmp_path: Path) -> None:
    write_package(whole, "en", tmp_path / "q.zip")
    with zipfile.ZipFile(tmp_path / "q.zip") as archive:
        assert archive.testzip() is None
        files = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    manifest = files.pop("imsmanifest.xml")
    resources = {each.get("identifier"): each for each in manifest.iter(f"{CP}resource")}
    assert {each.get("href") for each in resources.values()} == set(files)
    assert {each.get("href") for each in manifest.iter(f"{CP}file")} == set(files)
    assert {each.get("identifierref") for each in manifest.iter(f"{CP}dependency")} < set(resources)
    test = files.pop("test.xml")
    assert [each.get("href") for each in test.iter(f"{Q}assessmentItemRef")] == list(files)
    assert len(files) == whole.info().counts["questions"]
    for name, found in files.items():
        hold_to_the_rules(found)
        assert name == f"items/{found.get('identifier')}.xml"


def test_the_right_answer_is_the_right_one(whole: ExportStore, tmp_path: Path) -> None:
    write_package(whole, "en", tmp_path / "q.zip")
    with zipfile.ZipFile(tmp_path / "q.zip") as archive:
        found = ElementTree.fromstring(archive.read("items/q-who-was-stalin-1.xml"))
    right = words(found.find(f"{Q}responseDeclaration/{Q}correctResponse/{Q}value"))
    choices = {each.get("identifier"): words(each) for each in found.iter(f"{Q}simpleChoice")}
    assert choices[right] == "Steel" and len(choices) == 4
    assert "pen-name" in words(found.find(f"{Q}modalFeedback"))


def test_weights_and_comments_of_answers() -> None:
    found = written("Who? {~%-100%No one#No ~%50%Grant#Yes ~%50%Wife}")
    declared = found.find(f"{Q}responseDeclaration")
    assert declared is not None and declared.get("cardinality") == "multiple"
    assert {each.get("mapKey"): each.get("mappedValue") for each in declared.iter(f"{Q}mapEntry")} == {
        "A1": "-1",
        "A2": "0.5",
        "A3": "0.5",
    }
    assert {each.get("identifier"): words(each) for each in found.iter(f"{Q}modalFeedback")} == {
        "A1": "No",
        "A2": "Yes",
    }


def test_pairs() -> None:
    found = written("Match {=Canada -> Ottawa =Italy -> Rome =Vatican -> Rome}")
    declared = found.find(f"{Q}responseDeclaration")
    assert declared is not None
    assert [each.text for each in declared.iter(f"{Q}value")] == ["L1 R1", "L2 R2", "L3 R2"]
    left, right = found.iter(f"{Q}simpleMatchSet")
    assert [words(each) for each in right] == ["Ottawa", "Rome"] and len(left) == 3


def test_numbers_have_bounds() -> None:
    found = written("When? {#=1822:0#Right =%50%1822:2#Near ~#Far}")
    bounds = [words(each) for each in found.iter(f"{Q}gte")]
    assert bounds == ["1822", "1820"]
    assert [each.get("identifier") for each in found.iter(f"{Q}modalFeedback")] == ["A1", "A2", "wrong"]


def test_signs_of_xml_are_harmless() -> None:
    found = written('"1 < 2" & 3? {=a & "b" < c ~x}')
    assert words(found.find(f"{Q}itemBody/{Q}div")) == '"1 < 2" & 3?'


def test_a_kind_that_is_not_known_is_told() -> None:
    with pytest.raises(HistoryDeskError, match="hotspot"):
        item("q", "Where?", "en", Question("q", "hotspot", {"prompt": "x"}))


def test_an_order_is_asked_mixed_and_answered_in_order() -> None:
    found = written("Order. {>3 ALL\nfirst\nsecond\nthird\n####So it was.\n}")
    hold_to_the_rules(found)
    declared = found.find(f"{Q}responseDeclaration")
    assert declared is not None and declared.get("cardinality") == "ordered"
    offered = found.find(f"{Q}itemBody/{Q}orderInteraction")
    assert offered is not None and offered.get("shuffle") == "true"
    choices = {str(each.get("identifier")): words(each) for each in offered}
    assert list(choices.values()) != ["first", "second", "third"]
    right = [str(value.text) for value in declared.iter(f"{Q}value")]
    assert [choices[each] for each in right] == ["first", "second", "third"]
    assert words(found.find(f"{Q}modalFeedback")) == "So it was."
