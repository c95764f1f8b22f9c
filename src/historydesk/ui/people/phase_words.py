"""A phase in words: who stood where, who moved, and the same as a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from historydesk.domain.alliances import SIDES, Member, Phase, Side, Struggle
from historydesk.services.marking import QT_TRANSLATE_NOOP

SIDE_WORDS: dict[Side, str] = {
    "won": QT_TRANSLATE_NOOP("People", "Side that won"),
    "apart": QT_TRANSLATE_NOOP("People", "On neither side"),
    "against": QT_TRANSLATE_NOOP("People", "Against it"),
}
_CAME_FROM: dict[Side, str] = {
    "won": QT_TRANSLATE_NOOP("People", "before: with the winners"),
    "apart": QT_TRANSLATE_NOOP("People", "before: on neither side"),
    "against": QT_TRANSLATE_NOOP("People", "before: on the other side"),
}
_MOVES: dict[tuple[Side, Side], str] = {
    ("won", "against"): QT_TRANSLATE_NOOP("People", "{names} crossed from the winners to the other side."),
    ("against", "won"): QT_TRANSLATE_NOOP("People", "{names} crossed from the other side to the winners."),
    ("won", "apart"): QT_TRANSLATE_NOOP("People", "{names} left the winners and stood on neither side."),
    ("against", "apart"): QT_TRANSLATE_NOOP(
        "People", "{names} no longer stood against the winners, but on neither side."
    ),
    ("apart", "won"): QT_TRANSLATE_NOOP("People", "{names} now stood with the winners."),
    ("apart", "against"): QT_TRANSLATE_NOOP("People", "{names} now stood against the winners."),
}


def translated(text: str) -> str:
    """Words of this module in the interface language."""
    return QCoreApplication.translate("People", text)


def side_words(phase: Phase, side: Side) -> tuple[str, str]:
    """What a side is: its place in the struggle, and its own name or ""."""
    names: dict[Side, str] = {"won": phase.won_name, "apart": "", "against": phase.against_name}
    return translated(SIDE_WORDS[side]), names[side]


def against_each_other(phase: Phase) -> str:
    """The names of the sides as one line; "" where the pack names none."""
    names = [name for name in (phase.won_name, phase.against_name) if name]
    return (
        translated("{won}, against: {other}").format(won=names[0], other=names[1]) if len(names) > 1 else ""
    )


def beside(member: Member, came_from: Side | None) -> str:
    """The small words beside a person: the pack's note, and where the person stood before."""
    before = translated(_CAME_FROM[came_from]) if came_from is not None else ""
    return " · ".join(filter(None, (member.note, before)))


def changes(struggle: Struggle, number: int) -> str:
    """Who moved since the phase before, in sentences; "" for the first phase."""
    if number <= 0:
        return ""
    moved = struggle.came_from(number)
    sentences = []
    for (was, now), text in _MOVES.items():
        names = [
            member.label
            for member in struggle.phases[number].on(now)
            if member.key in moved and moved[member.key] == was
        ]
        if names:
            sentences.append(translated(text).format(names=listed(names)))
    return " ".join(sentences) or translated("Nobody changed sides.")


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them."""
    if len(names) < 2:
        return "".join(names)
    return translated("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def spoken(struggle: Struggle, number: int) -> str:
    """The whole diagram in sentences, for who listens to it."""
    phase, moved = struggle.phases[number], struggle.came_from(number)
    sentences = []
    for side in SIDES:
        members = phase.on(side)
        if members:
            place, own = side_words(phase, side)
            names = [_with_note(member, beside(member, moved.get(member.key))) for member in members]
            sentences.append(f"{place}{f' ({own})' if own else ''}: {', '.join(names)}.")
    sentences.append(changes(struggle, number))
    return " ".join(filter(None, sentences))


def as_list(struggle: Struggle, number: int) -> str:
    """The same as ``spoken``, as headings and lists in safe HTML; names lead to their people."""
    phase, moved = struggle.phases[number], struggle.came_from(number)
    parts = []
    for side in SIDES:
        members = phase.on(side)
        if not members:
            continue
        place, own = side_words(phase, side)
        parts.append(f"<h3>{escape(place)}{f': {escape(own)}' if own else ''}</h3><ul>")
        for member in members:
            name = escape(member.name)
            if member.person:
                name = f'<a href="person:{escape(member.person)}">{name}</a>'
            words = beside(member, moved.get(member.key))
            parts.append(f"<li>{name}{f' – {escape(words)}' if words else ''}</li>")
        parts.append("</ul>")
    return "".join(parts)


def years(dates: str) -> str:
    """First and last year of dates in words, as short as a chip wants them: ``1922–23``."""
    found = re.findall(r"\b\d{4}\b", dates)
    if not found:
        return dates
    shown = re.search(r"\d{4}[–-]\d{2}(?!\d)", dates)
    if shown is not None:
        return shown.group()
    first, last = found[0], found[-1]
    if first == last:
        return str(first)
    return f"{first}–{last[2:] if first[:2] == last[:2] else last}"


def _with_note(member: Member, words: str) -> str:
    return f"{member.name} ({words})" if words else member.name


def phase_name(struggle: Struggle, number: int) -> str:
    """A phase as a control says it."""
    phase = struggle.phases[number]
    return translated("Phase {number} of {count}: {title}, {dates}").format(
        number=number + 1, count=len(struggle.phases), title=phase.title, dates=phase.dates
    )
