"""The command line: ``historydesk`` and its sub-commands."""

from __future__ import annotations

import argparse
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit code."""
    from historydesk.cli_pack import add_pack_commands, run_pack

    parser = argparse.ArgumentParser(prog="historydesk", description="Read a piece of history offline.")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    add_pack_commands(subparsers)
    args = parser.parse_args(arguments)
    if args.command == "pack":
        return run_pack(args)
    parser.print_help()
    return 0


if __name__ == "__main__":
    sys.exit(main())
