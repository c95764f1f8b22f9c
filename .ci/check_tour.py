"""Check the pictures of the tour: none is blank and no screen is missing."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage


def main(folder: Path) -> int:
    """Compare ``folder`` with the list the tour wrote of what it meant to show; print each fault."""
    faults = []
    expected = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    for name in expected:
        path = folder / name
        image = QImage(str(path))
        if image.isNull():
            faults.append(f"{name}: missing or unreadable")
            continue
        small = image.scaled(160, 90).convertToFormat(QImage.Format.Format_RGB32)
        colours = [small.pixel(x, y) for x in range(160) for y in range(90)]
        commonest = max(colours.count(colour) for colour in set(colours))
        if len(set(colours)) < 8 or commonest > 0.995 * len(colours):
            faults.append(f"{name}: blank ({len(set(colours))} colours)")
    required = (
        "home",
        "reader",
        "term",
        "place",
        "person",
        "claim",
        "source",
        "search",
        "index",
        "map",
        "journey",
        "plate",
        "era",
        "timeline",
        "people",
        "people-phase",
        "evidence",
        "evidence-primary",
        "evidence-apa",
        "evidence-mla",
        "quiz",
        "index-terms-by-chapter",
        "index-terms-language",
        "practice-front",
        "practice-back",
        "practice-end",
        "settings",
        "shortcuts",
        "export",
        "error",
    )
    faults += [f"no picture shows {word}" for word in required if not any(word in name for name in expected)]
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"tour: {len(expected)} pictures, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
