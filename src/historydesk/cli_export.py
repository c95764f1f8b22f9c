"""The ``export`` command: a pack in the formats of other programs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from historydesk.cli_progress import ProgressBar, ending_cleanly
from historydesk.domain.citation import STYLES
from historydesk.paths import shipped_pack


def add_export_commands(subparsers: Any) -> None:
    """Add ``export`` and a sub-command for each format to the program's parser."""
    from historydesk.exports.formats import FORMATS

    export = subparsers.add_parser("export", help="write a pack’s content for other programs")
    names = export.add_subparsers(dest="format", required=True, metavar="FORMAT")
    for each in FORMATS:
        one = names.add_parser(each.name, help=each.title)
        one.add_argument(
            "pack", nargs="?", type=Path, metavar="PACK", help="a compiled pack (default: the shipped one)"
        )
        one.add_argument(
            "-o",
            "--output",
            type=Path,
            required=True,
            metavar="FILE",
            help=f"the file to write ({each.suffix})",
        )
        one.add_argument("--lang", default="", metavar="TAG", help="a language of the pack")
        if each.name == "epub":
            one.add_argument(
                "--style", choices=STYLES, default=STYLES[0], help="how sources are cited (default: chicago)"
            )


def run_export(args: argparse.Namespace) -> int:
    """Write the file and say where; 0, or an error that is one sentence."""
    from historydesk.exports.formats import FORMATS, export_pack

    format_ = next(each for each in FORMATS if each.name == args.format)
    bar = ProgressBar()
    try:
        with ending_cleanly():
            style = getattr(args, "style", STYLES[0])
            export_pack(args.pack or shipped_pack(), format_, args.output, args.lang, bar, style=style)
    finally:
        bar.clear()
    size = args.output.stat().st_size
    print(f"{args.output}: {format_.title}, {_size(size)}")
    return 0


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(round(count / 1e3), 1)} kB"
