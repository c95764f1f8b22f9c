"""The ``pack`` commands: build, check, report, claims, info and new."""

from __future__ import annotations

import argparse
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from historydesk.cli_output import print_json
from historydesk.cli_progress import ProgressBar, ending_cleanly
from historydesk.errors import HistoryDeskError
from historydesk.store.target_file import check_target

if TYPE_CHECKING:
    from historydesk.packs.problems import Problems

_SHOWN = 100
"""Problems of one file that are printed: whoever has more begins with these."""


def add_pack_commands(subparsers: Any) -> None:
    """Add ``pack`` and its sub-commands to the program's parser."""
    pack = subparsers.add_parser("pack", help="write, check and compile content packs")
    commands = pack.add_subparsers(dest="pack_command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="compile a folder into one pack file")
    build.add_argument("folder", type=Path, metavar="DIR", help="the folder that holds pack.toml")
    build.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the pack file to write"
    )
    check = commands.add_parser("check", help="report every problem of a folder and write nothing")
    check.add_argument("folder", type=Path, metavar="DIR", help="the folder that holds pack.toml")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    report = commands.add_parser("report", help="say how each chapter reads and what needs a look")
    report.add_argument("folder", type=Path, metavar="DIR", help="the folder that holds pack.toml")
    report.add_argument("--json", action="store_true", help="print the report as JSON")
    claims = commands.add_parser("claims", help="print which passages answer which claim, as Markdown")
    claims.add_argument("folder", type=Path, metavar="DIR", help="the folder that holds pack.toml")
    info = commands.add_parser("info", help="verify a pack file and say what it holds")
    info.add_argument("file", type=Path, metavar="FILE", help="a compiled pack")
    info.add_argument("--json", action="store_true", help="print as JSON")
    new = commands.add_parser("new", help="begin a pack with a small example that builds")
    new.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")


def run_pack(args: argparse.Namespace) -> int:
    """Run the chosen sub-command; the exit code (0 done, 1 a problem in the pack or the world)."""
    commands = {
        "build": _build,
        "check": _check,
        "report": _report,
        "claims": _claims,
        "info": _info,
        "new": _new,
    }
    try:
        return commands[args.pack_command](args)
    except HistoryDeskError as error:
        print(error, file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("historydesk"):
            raise
        print(
            f"The tools for authors are not installed ({error.name} is missing). "
            "Install them with: pip install 'historydesk[author]'",
            file=sys.stderr,
        )
        return 1


def _build(args: argparse.Namespace) -> int:
    from historydesk.packs.compiler import PackBuildError, build_pack

    bar = ProgressBar()
    target: Path = args.output
    try:
        check_target(target)
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HistoryDeskError(
            f"“{target}” cannot be written ({error.strerror}).", "Choose another name or folder."
        ) from error
    try:
        with ending_cleanly():
            result = build_pack(args.folder, target, bar)
    except PackBuildError as error:
        bar.clear()
        _print_problems(error.problems, args.folder)
        print(error, file=sys.stderr)
        return 1
    finally:
        bar.clear()
    _print_problems(result.problems, args.folder)
    counts = result.counts
    print(
        f"{target}: {counts['chapters']} chapters, {counts['passages']} passages, "
        f"{_number(result.problems.warnings, 'warning')}, hash {result.hash[:12]}"
    )
    return 0


def _check(args: argparse.Namespace) -> int:
    from historydesk.packs.compiler import check_pack

    bar = ProgressBar()
    try:
        result = check_pack(args.folder, bar)
    finally:
        bar.clear()
    problems = result.problems
    if args.json:
        report = {
            "errors": problems.errors,
            "warnings": problems.warnings,
            "problems": [
                {
                    "file": problem.path,
                    "line": problem.line,
                    "severity": problem.severity,
                    "message": problem.what,
                    "remedy": problem.remedy,
                }
                for problem in problems.in_order()
            ],
        }
        print_json(report)
    else:
        _print_problems(problems, args.folder)
        errors = _number(problems.errors, "error")
        print(f"{errors}, {_number(problems.warnings, 'warning')}", file=sys.stderr)
    return 1 if problems.errors else 0


def _report(args: argparse.Namespace) -> int:
    from historydesk.packs.compiler import PackBuildError
    from historydesk.packs.report import report_on
    from historydesk.packs.report_text import report_text

    try:
        report = report_on(args.folder)
    except PackBuildError as error:
        _print_problems(error.problems, args.folder)
        raise HistoryDeskError("A pack with errors has no report.", "Correct them first.") from error
    if args.json:
        print_json(report.as_json())
    else:
        print(report_text(report, args.folder))
    return 0


def _claims(args: argparse.Namespace) -> int:
    from historydesk.packs.claims_page import claims_page
    from historydesk.packs.compiler import PackBuildError

    try:
        page = claims_page(args.folder)
    except PackBuildError as error:
        _print_problems(error.problems, args.folder)
        raise HistoryDeskError("A pack with errors has no page of claims.", "Correct them first.") from error
    print(page, end="")
    return 0


def _info(args: argparse.Namespace) -> int:
    from historydesk.store.opening import OpeningStore
    from historydesk.store.pack_file import verify_hash

    verify_hash(args.file)
    store = OpeningStore(args.file)
    try:
        info = store.info()
    finally:
        store.close()
    if args.json:
        report = {
            "id": info.id,
            "title": info.title,
            "version": info.version,
            "license": info.license,
            "languages": [language.tag for language in info.languages],
            "hash": info.hash,
            "counts": info.counts,
        }
        print_json(report)
        return 0
    print(f"{info.title}  ({info.id} {info.version}, {info.license})")
    print("languages  " + ", ".join(f"{language.tag} {language.name}" for language in info.languages))
    for name, count in info.counts.items():
        print(f"{name:<10} {count}")
    print(f"hash       {info.hash}")
    return 0


def _new(args: argparse.Namespace) -> int:
    from historydesk.packs.new_pack import create_pack

    files = create_pack(args.folder)
    print(f"{args.folder}: {len(files)} files written")
    print(f"Build it with: historydesk pack build {args.folder} -o {args.folder.name}.hdpack")
    return 0


def _print_problems(problems: Problems, folder: Path) -> None:
    """One line a problem, the path as the person would type it; of one file no more than ``_SHOWN``."""
    for path, group in groupby(problems.in_order(), key=lambda problem: problem.path):
        found = list(group)
        for problem in found[:_SHOWN]:
            print(f"{folder / path}{str(problem)[len(path) :]}", file=sys.stderr)
        if len(found) > _SHOWN:
            print(
                f"{folder / path}: {_number(len(found) - _SHOWN, 'problem')} more; correct these first, "
                "or list all with “historydesk pack check --json”",
                file=sys.stderr,
            )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
