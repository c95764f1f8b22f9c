"""What the command line prints: to every terminal, pipe and disk, and what it says of a fault."""

from __future__ import annotations

import codecs
import json
import os
import sys
from typing import Any

from historydesk.errors import HistoryDeskError

LEFT, INTERRUPTED = 141, 130
"""Exit codes as a shell gives them: whoever read the output has left; Ctrl-C was pressed."""
PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "×": "x", "\u00a0": " "}
"""What stands for our signs where the terminal does not know them."""


def soften() -> None:
    """Print to a terminal of any encoding: a sign it lacks is replaced and never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if not _is_utf8(stream):
            codecs.register_error("historydesk", _plainly)
            reconfigure(errors="historydesk")
        elif getattr(stream, "errors", "") == "strict":
            reconfigure(errors="surrogateescape")


def print_json(report: dict[str, Any]) -> None:
    """As it is to a UTF-8 stream, escaped to any other: valid JSON either way."""
    print(json.dumps(report, ensure_ascii=not _is_utf8(sys.stdout), indent=2))


def finish() -> None:
    """Hand over everything printed, so that a full disk is found out now; raises ``OSError``."""
    if sys.stdout is not None:
        sys.stdout.flush()


def say_fault(fault: BaseException) -> int:
    """One sentence about what ended a command, and its exit code; raises what is a bug."""
    if isinstance(fault, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(fault, BrokenPipeError):
        _drop_output()
        return LEFT
    soften()
    if isinstance(fault, HistoryDeskError):
        _say(str(fault))
        return 1
    if isinstance(fault, OSError):
        _drop_output()
        what = f"“{fault.filename}”" if fault.filename else "The output"
        _say(f"{what} cannot be read or written ({fault.strerror or fault}).")
        return 1
    raise fault


def _say(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)


def _is_utf8(stream: object) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return str(encoding).lower().replace("-", "").replace("_", "") == "utf8"


def _plainly(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    letters = fault.object[fault.start : fault.end]
    return "".join(PLAIN.get(letter, "?") for letter in letters), fault.end


def _drop_output() -> None:
    """What is still in the buffer goes nowhere, so that Python does not complain of it at the end."""
    if sys.stdout is None:
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
