"""Who sat at a date, who came and who went, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from historydesk.domain.alliances import Sitter, Struggle
from historydesk.ui.people.fact_grid import FactGrid
from historydesk.ui.people.phase_words import listed


class CouncilFacts(FactGrid):
    """Tells of one date of a ruling body; owned by the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        said = partial(QCoreApplication.translate, "CouncilFacts")
        super().__init__(
            (
                said("Full members"),
                said("Candidates"),
                said("Came in"),
                said("Now full"),
                said("Only candidate"),
                said("Went out"),
                said("Later"),
            ),
            parent,
        )

    def show_date(self, struggle: Struggle, number: int) -> None:
        """Tell of a date by its place."""
        council, changed = struggle.councils[number], struggle.turnover(number)
        # Later ones are told by what changed; the column says who sat.
        sat = council.sitters if number == 0 else ()
        seats = ([each for each in sat if each.is_full is rank] for rank in (True, False))
        gone = "; ".join(_with_fate(each) for each in changed.went)
        self.set_values(
            (
                *(_names(each) for each in seats),
                *(_names(each) for each in (changed.came, changed.rose, changed.fell)),
                gone,
                council.note,
            )
        )


def _names(sitters: Iterable[Sitter]) -> str:
    return listed([sitter.label for sitter in sitters])


def _with_fate(sitter: Sitter) -> str:
    fate = sitter.fate.rstrip(".")
    if fate[1:2].islower():  # and no abbreviation
        fate = fate[:1].lower() + fate[1:]
    return f"{sitter.label} ({fate})" if fate else sitter.label
