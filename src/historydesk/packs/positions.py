"""The positions of a debate: by which name a reader's judgement remembers each."""

from __future__ import annotations

from historydesk.packs.compilation import Compilation
from historydesk.store.excerpts import plain

_LONGEST = 40


def read_position_ids(run: Compilation) -> dict[str, list[str]]:
    """The ids of each debate’s positions: the author’s keys, else made from titles; reports keys given twice."""
    found: dict[str, list[str]] = {}
    for debate in run.catalogue.items["debate"].values():
        ids: list[str] = []
        for index, position in enumerate(debate.values["position"]):
            key = position["key"]
            if key and key in ids:
                run.problems.error(
                    debate.file.path,
                    debate.line("position", index, "key"),
                    f"the debate “{debate.id}” has two positions with the key “{key}”",
                    "give one of them another key",
                )
            ids.append(key or _apart(_from_title(position["title"], index), ids))
        found[debate.id] = ids
    return found


def _from_title(title: str, index: int) -> str:
    """“A break” → ``a-break``; a title without letters takes its place."""
    words = "".join(letter if letter.isalnum() else " " for letter in plain(title)).split()
    return "-".join(words)[:_LONGEST].rstrip("-") or f"position-{index + 1}"


def _apart(wanted: str, there: list[str]) -> str:
    number = 2
    found = wanted
    while found in there:
        found, number = f"{wanted}-{number}", number + 1
    return found
