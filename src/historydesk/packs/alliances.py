"""Who stood with whom: nobody stands on two sides at once, and what is said of someone needs a place beside them."""

from __future__ import annotations

from historydesk.domain.alliances import SIDES
from historydesk.packs.compilation import Compilation
from historydesk.packs.problems import did_you_mean


def check_alliances(run: Compilation) -> None:
    """Report people who stand twice in a phase, and notes on people who stand nowhere in it."""
    for phase in run.catalogue.items["alliance"].values():
        found: set[str] = set()
        for side in SIDES:
            for person in phase.values[side]:
                if person in found:
                    run.problems.error(
                        phase.file.path,
                        phase.line(side),
                        f"“{person}” stands twice in “{phase.id}”",
                        f"keep one place, in {', '.join(SIDES[:-1])} or {SIDES[-1]}",
                    )
                found.add(person)
        for index, note in enumerate(phase.values["note"]):
            person = note["person"]
            if person in run.catalogue.items["person"] and person not in found:
                remedy = did_you_mean(
                    person, sorted(found), f"add it to {', '.join(SIDES[:-1])} or {SIDES[-1]}"
                )
                run.problems.error(
                    phase.file.path,
                    phase.line("note", index, "person"),
                    f"“{person}” has a note but no side in “{phase.id}”",
                    remedy,
                )
