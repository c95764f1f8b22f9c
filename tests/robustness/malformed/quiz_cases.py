"""Malformed packs: questions."""

from __future__ import annotations

from tests.robustness.malformed.cases import Case

QUIZ = "en/quiz/two-calendars.gift"


def _case(name: str, gift: str, *expected: str) -> Case:
    """The example's quiz with other questions."""
    return Case(name, ((QUIZ, None, gift),), tuple(f"{QUIZ}:{each}" for each in expected))


QUIZ_CASES: tuple[Case, ...] = (
    _case(
        "order of one item",
        "Order. {>1 ALL\none\n}\n",
        "1: the ordering question has fewer than two items; write one item a line below {>",
    ),
    _case(
        "order without a number",
        "\nOrder. {> ALL\none\ntwo\n}\n",
        "2: the ordering question has no number; write {>2 for all its items",
    ),
    _case(
        "order that asks for more than there is",
        "Order. {>7\none\ntwo\n}\n",
        "1: the ordering question asks for 7 of its 2 items; write a number from 2 to 2, or ALL behind it",
    ),
    _case(
        "order with an unknown word",
        "Order. {>2 ALL SIDEWAYS\none\ntwo\n}\n",
        "1: “SIDEWAYS” is no word of an ordering question, or stands in the wrong place; "
        "write {>4 ALL VERTICAL ABSOLUTE_POSITION on a line of its own, then one item a line",
    ),
    _case(
        "order with an item twice",
        "Order. {>2 ALL\none\ntwo\none\n}\n",
        "4: the item “one” stands twice, here and in line 2; remove one of them, or say how they differ",
    ),
    _case(
        "order with an empty item",
        "Order. {>2 ALL\none\n[html]<i></i>\ntwo\n}\n",
        "3: an item is empty; write it, or remove its line",
    ),
    _case(
        "nothing right",
        "Which? {~one ~two}\n",
        "1: no answer is right; begin the right one with = instead of ~",
    ),
    _case(
        "answer without words",
        "Which? {=one ~ ~two}\n",
        "1: an answer is empty; write it, or remove its sign",
    ),
    _case(
        "faults in their own lines",
        "// [id:a]\n::A \\{::\nWhich \\{one\\}?\n{\n  =one\n  // between\n  ~\n}\n\nPair. {\n=a -> b\n\n=c\n}\n\n"
        "When? {#\n=1922\n=soon\n}\n",
        "7: an answer is empty; write it, or remove its sign",
        "13: a pair has no second half; write =one -> other",
        "18: “soon” is not a number; write 1922, 1922:2 (tolerance) or 1920..1924 (range)",
    ),
    _case(
        "nothing wholly right",
        "Which? {=%50%one =%20%two}\n\nWhen? {#=%50%1922}\n",
        "1: no answer is wholly right; begin the right one with =, and without a weight",
        "3: no answer is wholly right; begin the right one with =, and without a weight",
    ),
    _case(
        "one answer",
        "Which? {~%100%one}\n",
        "1: the question has fewer than two answers; add answers that begin with = or ~",
    ),
    _case(
        "one pair",
        "Pair. {=one -> two}\n",
        "1: there is only one pair; add another =one -> other",
    ),
    _case(
        "pair without its second half",
        "Pair. {=one -> two =three ->}\n",
        "1: a pair has no second half; write =one -> other",
    ),
    _case(
        "pairs without first halves",
        "Pair. {= -> two = -> three}\n",
        "1: no pair has a first half; write =one -> other",
    ),
    _case(
        "numbers without a number",
        "When? {#}\n\nWhen? {#=%0%*#No}\n",
        "1: the question has no number; write it behind {#",
        "3: the question has no number; write it behind {#",
    ),
    _case(
        "no finite number",
        "When? {#nan}\n\nWhen? {#5..1}\n",
        "1: “nan” is not a number; write 1922, 1922:2 (tolerance) or 1920..1924 (range)",
        "3: “5..1” is not a number; write 1922, 1922:2 (tolerance) or 1920..1924 (range)",
    ),
    _case(
        "weight beyond the whole",
        "Which? {=one ~%150%two}\n",
        "1: the weight %150% is beyond 100 %; use −100 to 100",
    ),
    _case(
        "id twice",
        "// [id:a]\nOne? {T}\n\n// [id:a]\nTwo? {T}\n",
        "5: the question id “a” is used twice; give one another id",
    ),
)
