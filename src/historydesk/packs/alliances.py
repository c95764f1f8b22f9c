"""Who stood with whom: nobody stands on two sides at once, and what is said of someone needs a place beside them."""

from __future__ import annotations

from collections.abc import Sequence

from historydesk.domain.alliances import SIDES
from historydesk.packs.catalogue import Item
from historydesk.packs.compilation import Compilation
from historydesk.packs.edtf_dates import DateError, parse_date
from historydesk.packs.problems import did_you_mean


def check_councils(run: Compilation) -> None:
    """Report people who sit twice in a body."""
    for council in run.catalogue.items["council"].values():
        _check_once(run, council, ("full", "candidates"))


def _check_once(run: Compilation, item: Item, places: Sequence[str]) -> set[str]:
    """Everyone named in ``places``; who is named twice is reported."""
    found: set[str] = set()
    for place in places:
        for person in item.values[place]:
            if person in found:
                run.problems.error(
                    item.file.path,
                    item.line(place),
                    f"“{person}” stands twice in “{item.id}”",
                    f"keep one place, in {', '.join(places[:-1])} or {places[-1]}",
                )
            found.add(person)
    return found


def read_phase_days(run: Compilation) -> dict[str, tuple[int, int]]:
    """The first and last day of each phase that has a date, by its id; a faulty date is reported."""
    found = {}
    for phase in run.catalogue.items["alliance"].values():
        text = phase.values["date"]
        if not text:
            continue
        try:
            date = parse_date(text)
        except DateError as error:
            run.problems.error(phase.file.path, phase.line("date"), str(error), error.remedy)
            continue
        found[phase.id] = (date.first_day, date.last_day)
    return found


def check_alliances(run: Compilation) -> None:
    """Report people who stand twice in a phase, and notes on people who stand nowhere in it."""
    for phase in run.catalogue.items["alliance"].values():
        found = _check_once(run, phase, SIDES)
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
