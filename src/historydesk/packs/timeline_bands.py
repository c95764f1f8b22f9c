"""What the timeline is made of: its bands – stretches of time with a name – and its lanes."""

from __future__ import annotations

from historydesk.packs.compilation import Compilation
from historydesk.packs.edtf_dates import DateError, parse_date

TIMELINE_LANES = ("life", "party", "world")
"""The lanes as they are drawn; events of the country stand on the last."""


def read_bands(run: Compilation) -> dict[str, tuple[int, int]]:
    """The first and last day of each band by its id; one that is no interval is reported and left out."""
    found = {}
    for band in run.catalogue.items["band"].values():
        text = band.values["date"]
        if not text:
            continue
        try:
            date = parse_date(text)
        except DateError as error:
            run.problems.error(band.file.path, band.line("date"), str(error), error.remedy)
            continue
        if date.last is None:
            run.problems.error(
                band.file.path,
                band.line("date"),
                f"the band “{band.id}” has one date where it needs two",
                "write an interval, such as 1921-03-16/1928~",
            )
            continue
        found[band.id] = (date.first_day, date.last_day)
    return found


def check_lanes(run: Compilation) -> None:
    """Report names of lanes that a timeline does not have."""
    for lane in run.catalogue.items["lane"].values():
        if lane.id not in TIMELINE_LANES:
            remedy = f"use one of {', '.join(TIMELINE_LANES)}"
            run.problems.error(
                lane.file.path, lane.line("id"), f"“{lane.id}” is not a lane of the timeline", remedy
            )
