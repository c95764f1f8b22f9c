"""One question as an assessment item of QTI 2.1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from historydesk.domain.quiz import Question
from historydesk.domain.quiz_judging import stem
from historydesk.domain.quiz_ordering import mixed
from historydesk.errors import HistoryDeskError
from historydesk.exports.markup import clean, simple_html

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
_MATCH = f'<responseProcessing template="{_TEMPLATES}/match_correct"/>'
_MAP = f'<responseProcessing template="{_TEMPLATES}/map_response"/>'
_SCORE = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
_GENERAL = (
    '<outcomeDeclaration identifier="GENERAL" cardinality="single" baseType="identifier">'
    "<defaultValue><value>shown</value></defaultValue></outcomeDeclaration>"
)
_RESPONSE = '<variable identifier="RESPONSE"/>'


def item(name: str, title: str, lang: str, question: Question) -> str:
    """The item's file; raises HistoryDeskError for a kind of question that is not known."""
    data: Mapping[str, Any] = question.data
    writers = {
        "single": _choice,
        "multiple": _choice,
        "truefalse": _true_false,
        "matching": _matching,
        "ordering": _ordering,
        "short": _short,
        "number": _number,
        "essay": _essay,
        "description": _description,
    }
    if question.kind not in writers:
        raise HistoryDeskError(
            f"The question “{title}” is of a kind that QTI export does not know ({question.kind}).",
            "Export the quiz as GIFT.",
        )
    if question.kind == "ordering":
        data = {**data, "mixed": mixed(question, 0)}
    declared, body, processing, feedback = writers[question.kind](question.kind, data)
    if data.get("feedback"):
        declared += _GENERAL
        feedback += _modal("GENERAL", "shown", data["feedback"])
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<assessmentItem xmlns="{QTI}" identifier="{name}" '
        f'title="{attribute(title)}" adaptive="false" timeDependent="false" xml:lang="{attribute(lang)}">\n'
        f"{declared}\n<itemBody>{body}</itemBody>\n{processing}{feedback}\n</assessmentItem>\n"
    )


def attribute(text: str) -> str:
    """Text for between quotation marks."""
    return escape(clean(text))


Written = tuple[str, str, str, str]
"""Declarations, body, response processing, feedback."""


def _choice(kind: str, data: Mapping[str, Any]) -> Written:
    answers: Sequence[Mapping[str, Any]] = data["answers"]
    ids = [f"A{number}" for number in range(1, len(answers) + 1)]
    fractions = [float(answer["fraction"]) for answer in answers]
    right = [id_ for id_, share in zip(ids, fractions, strict=True) if share > 0]
    weighted = kind == "multiple" or any(share not in (0, 1) for share in fractions)
    if kind == "single":
        right = [id_ for id_, share in zip(ids, fractions, strict=True) if share == 1][:1]
    several = "multiple" if kind == "multiple" else "single"
    entries = dict(zip(ids, fractions, strict=True)) if weighted else {}
    choices = "".join(
        f'<simpleChoice identifier="{id_}">{simple_html(answer["html"])}</simpleChoice>'
        for id_, answer in zip(ids, answers, strict=True)
    )
    feedback = {id_: answer["feedback"] for id_, answer in zip(ids, answers, strict=True)}
    return _chosen(several, right, entries, _stem(data) + _interaction(several, choices), feedback)


def _true_false(_kind: str, data: Mapping[str, Any]) -> Written:
    choices = (
        '<simpleChoice identifier="T">True</simpleChoice><simpleChoice identifier="F">False</simpleChoice>'
    )
    right, wrong = ("T", "F") if data["right"] else ("F", "T")
    feedback = {right: data.get("if_right", ""), wrong: data.get("if_wrong", "")}
    return _chosen(
        "single", [right], {}, _stem(data) + _interaction("single", choices, shuffle=False), feedback
    )


def _matching(_kind: str, data: Mapping[str, Any]) -> Written:
    answers: Sequence[Mapping[str, Any]] = data["answers"]
    rights = list(dict.fromkeys(str(pair["right"]) for pair in answers))
    asked = [pair for pair in answers if pair["left"]]
    left = "".join(
        f'<simpleAssociableChoice identifier="L{number}" matchMax="1">{simple_html(pair["left"])}'
        "</simpleAssociableChoice>"
        for number, pair in enumerate(asked, start=1)
    )
    right = "".join(
        f'<simpleAssociableChoice identifier="R{number}" matchMax="{len(asked)}">{_words(each)}'
        "</simpleAssociableChoice>"
        for number, each in enumerate(rights, start=1)
    )
    pairs = [
        f"L{number} R{rights.index(str(pair['right'])) + 1}" for number, pair in enumerate(asked, start=1)
    ]
    share = round(1 / len(pairs), 5)
    declared = _declared("multiple", "directedPair", pairs, dict.fromkeys(pairs, share)) + _SCORE
    body = (
        f'{_stem(data)}<matchInteraction responseIdentifier="RESPONSE" shuffle="true" '
        f'maxAssociations="{len(asked)}"><simpleMatchSet>{left}</simpleMatchSet>'
        f"<simpleMatchSet>{right}</simpleMatchSet></matchInteraction>"
    )
    return declared, body, _MAP, ""


def _ordering(_kind: str, data: Mapping[str, Any]) -> Written:
    """All items to be put in order; where a player does not mix them, they stand in the sheet's order."""
    answers: Sequence[Mapping[str, Any]] = data["answers"]
    asked: Sequence[int] = data["mixed"]
    ids = {number: f"A{place}" for place, number in enumerate(asked, start=1)}
    choices = "".join(
        f'<simpleChoice identifier="{ids[number]}">{simple_html(answers[number]["html"])}</simpleChoice>'
        for number in asked
    )
    declared = _declared("ordered", "identifier", [ids[number] for number in sorted(asked)], {}) + _SCORE
    body = f'{_stem(data)}<orderInteraction responseIdentifier="RESPONSE" shuffle="true">{choices}</orderInteraction>'
    return declared, body, _MATCH, ""


def _short(_kind: str, data: Mapping[str, Any]) -> Written:
    answers: Sequence[Mapping[str, Any]] = data["answers"]
    cases = [
        f'<stringMatch caseSensitive="false">{_RESPONSE}<baseValue baseType="string">{_words(answer["text"])}'
        "</baseValue></stringMatch>"
        for answer in answers
    ]
    return _entered("string", data, [answer["text"] for answer in answers], cases)


def _number(_kind: str, data: Mapping[str, Any]) -> Written:
    answers: Sequence[Mapping[str, Any]] = data["answers"]
    cases = [
        f'<and><gte>{_RESPONSE}<baseValue baseType="float">{answer["low"]:.15g}</baseValue></gte>'
        f'<lte>{_RESPONSE}<baseValue baseType="float">{answer["high"]:.15g}</baseValue></lte></and>'
        for answer in answers
    ]
    middles = [f"{(answer['low'] + answer['high']) / 2:.15g}" for answer in answers]
    return _entered("float", data, middles, cases)


def _essay(_kind: str, data: Mapping[str, Any]) -> Written:
    declared = '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>' + _SCORE
    body = _stem(data) + '<extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="8"/>'
    return declared, body, "", ""


def _description(_kind: str, data: Mapping[str, Any]) -> Written:
    return "", _stem(data), "", ""


def _chosen(
    several: str, right: list[str], entries: dict[str, float], body: str, feedback: dict[str, str]
) -> Written:
    """A question answered by choosing; ``entries`` are the weights, empty when right is right."""
    declared = _declared(several, "identifier", right, entries) + _SCORE
    shown = "".join(_modal("FEEDBACK", id_, html) for id_, html in feedback.items() if html)
    if not shown:
        return declared, body, _MAP if entries else _MATCH, ""
    declared += f'<outcomeDeclaration identifier="FEEDBACK" cardinality="{several}" baseType="identifier"/>'
    if entries:
        score = _set("SCORE", '<mapResponse identifier="RESPONSE"/>')
    else:
        score = (
            f'<responseCondition><responseIf><match>{_RESPONSE}<correct identifier="RESPONSE"/></match>'
            f"{_set('SCORE', _base('float', '1'))}</responseIf>"
            f"<responseElse>{_set('SCORE', _base('float', '0'))}</responseElse></responseCondition>"
        )
    told = _set("FEEDBACK", _RESPONSE)
    return declared, body, f"<responseProcessing>{score}{told}</responseProcessing>", shown


def _entered(kind: str, data: Mapping[str, Any], right: list[str], cases: list[str]) -> Written:
    """A question answered by typing; the first of the ``cases`` that holds counts, the best ones first."""
    answers: Sequence[Mapping[str, Any]] = data["answers"]
    order = sorted(range(len(answers)), key=lambda at: -float(answers[at]["fraction"]))
    declared = _declared("single", kind, [str(right[order[0]])], {}) + _SCORE
    shown, branches = "", ""
    for place, at in enumerate(order):
        tag = "responseElseIf" if place else "responseIf"
        told = ""
        if answers[at]["feedback"]:
            shown += _modal("FEEDBACK", f"A{at + 1}", answers[at]["feedback"])
            told = _set("FEEDBACK", _base("identifier", f"A{at + 1}"))
        score = _set("SCORE", _base("float", f"{float(answers[at]['fraction']):g}"))
        branches += f"<{tag}>{cases[at]}{score}{told}</{tag}>"
    if data.get("if_wrong"):
        shown += _modal("FEEDBACK", "wrong", data["if_wrong"])
        branches += f"<responseElse>{_set('FEEDBACK', _base('identifier', 'wrong'))}</responseElse>"
    if shown:
        declared += '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>'
    body = (
        f"<div>{simple_html(data['prompt'])} "
        f'<textEntryInteraction responseIdentifier="RESPONSE" expectedLength="20"/> '
        f"{simple_html(data.get('after', ''))}</div>"
    )
    processing = f"<responseProcessing><responseCondition>{branches}</responseCondition></responseProcessing>"
    return declared, body, processing, shown


def _declared(several: str, kind: str, right: list[str], entries: Mapping[str, float]) -> str:
    values = "".join(f"<value>{_words(each)}</value>" for each in right)
    mapping = ""
    if entries:
        rows = "".join(
            f'<mapEntry mapKey="{key}" mappedValue="{share:g}"/>' for key, share in entries.items()
        )
        mapping = f'<mapping lowerBound="0" upperBound="1" defaultValue="0">{rows}</mapping>'
    correct = f"<correctResponse>{values}</correctResponse>" if values else ""
    return (
        f'<responseDeclaration identifier="RESPONSE" cardinality="{several}" baseType="{kind}">'
        f"{correct}{mapping}</responseDeclaration>"
    )


def _interaction(several: str, choices: str, *, shuffle: bool = True) -> str:
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="{str(shuffle).lower()}" '
        f'maxChoices="{1 if several == "single" else 0}">{choices}</choiceInteraction>'
    )


def _stem(data: Mapping[str, Any]) -> str:
    return f"<div>{simple_html(stem(data, '…'))}</div>"


def _modal(outcome: str, id_: str, html: str) -> str:
    return (
        f'<modalFeedback outcomeIdentifier="{outcome}" identifier="{id_}" showHide="show">'
        f"<div>{simple_html(html)}</div></modalFeedback>"
    )


def _set(outcome: str, value: str) -> str:
    return f'<setOutcomeValue identifier="{outcome}">{value}</setOutcomeValue>'


def _base(kind: str, value: str) -> str:
    return f'<baseValue baseType="{kind}">{value}</baseValue>'


def _words(text: str) -> str:
    return escape(clean(str(text)), quote=False)
