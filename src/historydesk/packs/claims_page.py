"""A page for readers of the project: each claim, its verdict, and the passages that answer it."""

from __future__ import annotations

from pathlib import Path

from historydesk.packs.compiler import survey_pack

_CLEAN = str.maketrans({"|": "\\|", "\n": " "})


def claims_page(root: Path) -> str:
    """Markdown: a table of claims in their order, then those that no passage answers.

    Raises ``PackBuildError`` when the pack has errors.
    """
    run = survey_pack(root)
    answers: dict[str, list[str]] = {}
    for chapter in run.kept or []:
        for passage in chapter.text.passages:
            for scheme, target in passage.references:
                if scheme == "claim":
                    answers.setdefault(target, []).append(
                        f"{chapter.number} {chapter.title}: `{chapter.id}#{passage.id}`"
                    )
    claims = list(run.catalogue.items["claim"].values())
    lines = [
        "# Claims and where the text answers them",
        "",
        f"“{run.plan.titles[run.plan.languages[0]]}” judges {len(claims)} claims. Written by "
        "`historydesk pack claims DIR`; do not edit it by hand.",
        "",
        "| claim | what it says | verdict | answered in |",
        "|---|---|---|---|",
    ]
    for claim in claims:
        where = "<br>".join(answers.get(claim.id, ["–"]))
        title = str(claim.values["title"]).translate(_CLEAN)
        lines.append(f"| {claim.id.upper()} | {title} | {claim.values['verdict']} | {where} |")
    without = [claim.id.upper() for claim in claims if claim.id not in answers]
    lines += ["", "## Claims without a passage", "", ", ".join(without) or "None."]
    return "\n".join(lines) + "\n"
