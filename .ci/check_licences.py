"""Check that every library in the environment has a licence that may ship with, or build, an MIT program."""

from __future__ import annotations

import json
import subprocess
import sys

ALLOWED = (
    "MIT",
    "BSD",
    "Apache",
    "ISC",
    "PSF",
    "Python Software Foundation",
    "LGPL",
    "Lesser General Public",
    "MPL",
    "Mozilla Public",
    "Unlicense",
    "Public Domain",
    "HPND",
    "0BSD",
    "Zlib",
    "CC0",
)
BUILD_ONLY = {
    "pyinstaller": "GPL-2.0 with an exception for the programs it makes",
    "pyinstaller-hooks-contrib": "Apache-2.0 hooks, GPL-2.0 tests; not shipped",
    "codespell": "GPL-2.0; checks spelling, not shipped",
    "codespell-lib": "GPL-2.0; checks spelling, not shipped",
    "pymeeus": "LGPL-3.0; used by tests only",
}


def main() -> int:
    """Print each library whose licence is not allowed; return 1 when there is one."""
    listing = subprocess.run(
        [sys.executable, "-m", "piplicenses", "--format=json", "--from=mixed", "--python", sys.executable],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    refused = [
        f"{item['Name']} {item['Version']}: {item['License']}"
        for item in json.loads(listing)
        if item["Name"].lower() not in BUILD_ONLY
        and not any(word.lower() in item["License"].lower() for word in ALLOWED)
        and item["Name"].lower() != "historydesk"
    ]
    for line in refused:
        print(f"licence not on the list: {line}", file=sys.stderr)
    print(f"licences: {len(json.loads(listing))} libraries read, {len(refused)} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
