"""The command line: ``historydesk`` and its sub-commands."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import argparse

MODES = ("normal", "classroom")
STEPS = ("painted", "ready")
COMMANDS = ("run", "tour", "pack", "export", "map", "self-test", "bench")
LEAST_SIDE = 200
NO_DISPLAY = "There is no display here: the screens are drawn to {folder} instead."


class RunArguments:
    """What ``run`` is told; shaped like the namespace that argparse makes."""

    pack: Path | None = None
    mode: str = "normal"
    report_start: bool = False
    quit_when: str = ""


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit code (0 done, 1 a fault in the world, 2 wrong arguments)."""
    given = sys.argv[1:] if arguments is None else arguments
    quick = _quick_run(given)
    try:
        return _run(quick) if quick is not None else _dispatch(given)
    except (Exception, KeyboardInterrupt) as fault:
        from historydesk.cli_output import say_fault

        return say_fault(fault)


def _quick_run(given: list[str]) -> RunArguments | None:
    """The arguments of a plain ``run``, read without argparse, whose import and set-up take 9 ms of the start.

    ``None`` for anything else, above all for whatever is wrong: argparse says so.
    """
    run = RunArguments()
    if not given:
        return run
    if given[0] != "run":
        return None
    rest = iter(given[1:])
    for word in rest:
        if word == "--report-start":
            run.report_start = True
        elif word == "--quit-when":
            run.quit_when = next(rest, "")
            if run.quit_when not in STEPS:
                return None
        elif word == "--mode":
            run.mode = next(rest, "")
            if run.mode not in MODES:
                return None
        elif word.startswith("-") or run.pack is not None:
            return None
        else:
            run.pack = Path(word)
    return run


def _dispatch(given: list[str]) -> int:
    from historydesk.cli_output import finish, soften

    soften()
    if not given[0].startswith("-") and given[0] not in COMMANDS:
        if not _may_be_a_pack(given[0]):
            print(f"“{given[0]}” is neither a command nor a file. See historydesk --help.", file=sys.stderr)
            return 2
        given = ["run", *given]
    code = _call(_parser().parse_args(given))
    finish()
    return code


def _may_be_a_pack(word: str) -> bool:
    """Whether a word is meant as a file: there is one, or it has a dot or a folder in it."""
    return "." in word or "/" in word or os.sep in word or Path(word).exists()


def _parser() -> argparse.ArgumentParser:
    import argparse

    from historydesk import __version__
    from historydesk.cli_export import add_export_commands
    from historydesk.cli_pack import add_pack_commands

    class Parser(argparse.ArgumentParser):
        """Says what is wrong in one sentence."""

        def error(self, message: str) -> NoReturn:
            print(f"{message[:1].upper()}{message[1:]}. See {self.prog} --help.", file=sys.stderr)
            sys.exit(2)

    parser = Parser(prog="historydesk", description="Read a piece of history offline, with its evidence.")
    parser.add_argument("--version", action="version", version=f"HistoryDesk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    run = commands.add_parser("run", help="open the window (what no command does, too)")
    run.add_argument("pack", nargs="?", type=Path, metavar="PACK", help="a compiled pack")
    run.add_argument("--mode", choices=MODES, default="normal", help="what the place allows")
    run.add_argument("--report-start", action="store_true", help=argparse.SUPPRESS)
    run.add_argument("--quit-when", choices=STEPS, default="", help=argparse.SUPPRESS)
    tour = commands.add_parser("tour", help="draw every screen to pictures")
    tour.add_argument("pack", nargs="?", type=Path, metavar="PACK", help="a compiled pack")
    tour.add_argument("--out", type=Path, default=Path("build/tour"), metavar="DIR", help="folder")
    tour.add_argument("--size", nargs="+", default=["1366x768"], metavar="WxH", help="sizes of the window")
    tour.add_argument("--only", default="", metavar="WORD", help="only pictures with this word in their name")
    add_pack_commands(commands)
    add_export_commands(commands)
    map_ = commands.add_parser("map", help="make the base map")
    map_commands = map_.add_subparsers(dest="map_command", required=True, metavar="COMMAND")
    build = map_commands.add_parser("build", help="compile a folder of GeoJSON into the base map")
    build.add_argument("source", type=Path, metavar="SRC", help="folder of the GeoJSON files")
    build.add_argument("target", type=Path, metavar="DST", help="the file to write")
    check = commands.add_parser("self-test", help="check that this installation works")
    check.add_argument("--json", action="store_true", help="print as JSON")
    bench = commands.add_parser("bench", help="measure the figures the program holds")
    bench.add_argument(
        "--out", type=Path, default=Path("build/bench.json"), metavar="FILE", help="where to write"
    )
    bench.add_argument("--only", default="", metavar="WORD", help="only figures with this word in their name")
    return parser


def _call(args: argparse.Namespace) -> int:
    calls = {
        "run": _run,
        "pack": _pack,
        "export": _export,
        "tour": _tour,
        "map": _map,
        "self-test": _self_test,
        "bench": _bench,
        None: _help,
    }
    return calls[args.command](args)


def _help(_args: argparse.Namespace) -> int:
    _parser().print_help()
    return 0


def _pack(args: argparse.Namespace) -> int:
    from historydesk.cli_pack import run_pack

    return run_pack(args)


def _export(args: argparse.Namespace) -> int:
    from historydesk.cli_export import run_export

    return run_export(args)


def _tour(args: argparse.Namespace) -> int:
    _offscreen()
    from historydesk.tour import run_tour

    return run_tour(args.out, _sizes(args.size), pack=args.pack, only=args.only)


def _map(args: argparse.Namespace) -> int:
    from historydesk.packs.base_map import build_base_map
    from historydesk.store.target_file import check_target

    check_target(args.target)
    args.target.parent.mkdir(parents=True, exist_ok=True)
    build_base_map(args.source, args.target)
    print(f"{args.target}: {args.target.stat().st_size / 1e6:.1f} MB")
    return 0


def _self_test(args: argparse.Namespace) -> int:
    _offscreen()
    from historydesk.self_test import run_self_test

    return run_self_test(as_json=args.json)


def _bench(args: argparse.Namespace) -> int:
    from historydesk import bench

    return int(bench.run(args.out, only=args.only))


def _run(args: RunArguments | argparse.Namespace) -> int:
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until the window hears signals, Ctrl-C just ends the program: raised inside Qt it would crash it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if not _has_display():
        folder = Path("build/tour")
        print(NO_DISPLAY.format(folder=folder))
        _offscreen()
        from historydesk.tour import run_tour

        return run_tour(folder, [(1366, 768)], pack=args.pack)
    # Nothing that the start makes is garbage yet: looking for some takes 10 ms of it. The program turns it on again.
    gc.disable()
    from historydesk.app import run
    from historydesk.services.policy import policy_named

    return run(
        args.pack,
        policy=policy_named(args.mode),
        report=_print_step if args.report_start else None,
        quit_when=args.quit_when,
    )


def _print_step(step: str, seconds: float) -> None:
    print(f"{step} {seconds:.6f}", flush=True)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _offscreen() -> None:
    """Draw without a display unless the caller chose how."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _sizes(words: list[str]) -> list[tuple[int, int]]:
    sizes = []
    for word in words:
        width, cross, height = word.lower().partition("x")
        if not (
            cross and width.isdecimal() and height.isdecimal() and min(int(width), int(height)) >= LEAST_SIDE
        ):
            print(f"“{word}” is no size of a window. Write it as 1366x768.", file=sys.stderr)
            sys.exit(2)
        sizes.append((int(width), int(height)))
    return sizes


if __name__ == "__main__":
    sys.exit(main())
