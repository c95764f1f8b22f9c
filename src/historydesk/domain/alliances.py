"""Who stood with whom: the phases of a struggle, their sides, and who changed from one to the next."""

from __future__ import annotations

import re
from typing import Literal

from historydesk.domain.entities import CardLink
from historydesk.domain.initials import initials_of
from historydesk.domain.values import dataclass

Side = Literal["won", "apart", "against"]

SIDES: tuple[Side, ...] = ("won", "apart", "against")
"""From top to bottom, as they are drawn."""


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in a phase. ``person`` is the id, "" for someone of whom the pack has no entry.

    ``label`` is the name as the diagram has it, ``name`` the whole one, ``note`` a few words beside it.
    """

    person: str
    name: str
    label: str
    side: Side
    note: str = ""

    @property
    def key(self) -> str:
        """The same for one person in all phases."""
        return self.person or self.name

    @property
    def initials(self) -> str:
        """First letters of the first and last name, or of the one there is."""
        return initials_of(self.name, self.label)


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: its sides, what it was about and how it ended. ``sources`` lead to their cards.

    ``first_day`` and ``last_day`` are New Style day ordinals, 0 where the pack does not give them.
    """

    id: str
    dates: str
    title: str
    members: tuple[Member, ...]
    won_name: str = ""
    against_name: str = ""
    others: str = ""
    issue: str = ""
    outcome: str = ""
    sources: tuple[CardLink, ...] = ()
    first_day: int = 0
    last_day: int = 0

    def on(self, side: Side) -> tuple[Member, ...]:
        """Who stands there, in order."""
        return tuple(member for member in self.members if member.side == side)

    def side_of(self, key: str) -> Side | None:
        """Where someone stands; ``None`` for nobody of this phase."""
        return next((member.side for member in self.members if member.key == key), None)


@dataclass(frozen=True, slots=True)
class Sitter:
    """Someone in a ruling body; ``fate`` is what became of the person, "" where the pack does not tell."""

    person: str
    name: str
    label: str
    is_full: bool
    fate: str = ""

    @property
    def key(self) -> str:
        """The same for one person at all dates."""
        return self.person or self.name


@dataclass(frozen=True, slots=True)
class Council:
    """Who sat in a ruling body from one date on, full members first."""

    id: str
    title: str
    dates: str
    sitters: tuple[Sitter, ...]
    note: str = ""

    @property
    def year(self) -> int:
        """The year from which they sat, as the words of the date tell it; 0 where they tell none."""
        found = re.findall(r"\b\d{4}\b", self.dates)
        return int(found[0]) if found else 0

    def seat(self, key: str) -> bool | None:
        """Whether someone sat as a full member; ``None`` for who did not sit."""
        return next((sitter.is_full for sitter in self.sitters if sitter.key == key), None)


@dataclass(frozen=True, slots=True)
class Turnover:
    """Who came to a ruling body, rose to a full seat, fell to a candidate's or went, from one date to the next."""

    came: tuple[Sitter, ...] = ()
    rose: tuple[Sitter, ...] = ()
    fell: tuple[Sitter, ...] = ()
    went: tuple[Sitter, ...] = ()


@dataclass(frozen=True, slots=True)
class Struggle:
    """All phases in order, and the ruling body from date to date."""

    phases: tuple[Phase, ...] = ()
    councils: tuple[Council, ...] = ()

    def sitters(self) -> tuple[Sitter, ...]:
        """Everyone who ever sat, each once, in the order of arrival."""
        found: dict[str, Sitter] = {}
        for council in self.councils:
            for sitter in council.sitters:
                found.setdefault(sitter.key, sitter)
        return tuple(found.values())

    def turnover(self, number: int) -> Turnover:
        """What changed in the ruling body since the date before; nothing at the first."""
        if not 0 < number < len(self.councils):
            return Turnover()
        here, before = self.councils[number], self.councils[number - 1]

        def those(was: bool | None, now: bool | None) -> tuple[Sitter, ...]:
            return tuple(
                each for each in here.sitters if each.is_full is now and before.seat(each.key) is was
            )

        return Turnover(
            those(None, True) + those(None, False),
            those(False, True),
            those(True, False),
            tuple(each for each in before.sitters if here.seat(each.key) is None),
        )

    def council_number(self, council_id: str) -> int:
        """Place of a date of the ruling body, from 0; -1 where there is none of that id."""
        return next((n for n, council in enumerate(self.councils) if council.id == council_id), -1)

    def council_of(self, year: int) -> int:
        """Place of the last date of the ruling body that is not after a year; -1 where there is none."""
        return max((n for n, council in enumerate(self.councils) if 0 < council.year <= year), default=-1)

    def number(self, phase_id: str) -> int:
        """Place of a phase, from 0; -1 where there is no such phase."""
        return next((n for n, phase in enumerate(self.phases) if phase.id == phase_id), -1)

    def within(self, first: int, last: int) -> int:
        """Place of the last phase that shares a day with a stretch of time; -1 where none does."""
        found = [
            n
            for n, phase in enumerate(self.phases)
            if phase.last_day and phase.first_day <= last and phase.last_day >= first
        ]
        return found[-1] if found else -1

    def led_by(self, first: int, last: int) -> int:
        """Place of the first phase that lies wholly in a stretch of time, else as ``within``."""
        found = (
            n
            for n, phase in enumerate(self.phases)
            if phase.last_day and first <= phase.first_day <= phase.last_day <= last
        )
        return next(found, self.within(first, last))

    def with_person(self, person: str) -> tuple[int, ...]:
        """Places of the phases in which a person stands somewhere."""
        return tuple(n for n, phase in enumerate(self.phases) if person and phase.side_of(person))

    def came_from(self, number: int) -> dict[str, Side]:
        """Who stands elsewhere than in the phase before, and where that was."""
        if number <= 0:
            return {}
        here, before = self.phases[number], self.phases[number - 1]
        moved: dict[str, Side] = {}
        for member in here.members:
            was = before.side_of(member.key)
            if was is not None and was != member.side:
                moved[member.key] = was
        return moved
