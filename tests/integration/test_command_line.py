"""The program as a person or a script starts it: one sentence, the right exit code, nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from historydesk.packs.new_pack import EXAMPLE
from historydesk.store.records_opening import RecordsOpening

COMMAND = (sys.executable, "-m", "historydesk")
WAIT = 30
posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of this kind are not on Windows")

Result = subprocess.CompletedProcess[str]


def _environment(data: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HISTORYDESK_DATA": str(data),
        "PYTHONUTF8": "1",
    } | more


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "own data"


@pytest.fixture
def run(data: Path, tmp_path: Path) -> Callable[..., Result]:
    def call(*arguments: str | Path, **environment: str) -> Result:
        result = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            env=_environment(data, **environment),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=WAIT,
            check=False,
        )
        assert "Traceback" not in result.stderr, result.stderr
        return result

    return call


@pytest.fixture
def begin(data: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the window and wait until all is loaded; whatever still runs at the end is ended."""
    started: list[subprocess.Popen[str]] = []

    def call(*arguments: str | Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*COMMAND, "run", *map(str, arguments), "--report-start"],
            env=_environment(data),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("ready"):
                break
        return process

    yield call
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def built(run: Callable[..., Result], tmp_path: Path) -> Path:
    target = tmp_path / "built.hdpack"
    assert run("pack", "build", EXAMPLE, "-o", target).returncode == 0
    return target


def _sentence(result: Result) -> str:
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].endswith("."), lines
    return lines[0]


@pytest.mark.parametrize("arguments", [("pakc", "build"), ("packs",), ("bluid",)])
def test_a_mistyped_command_opens_no_window(run: Callable[..., Result], arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert "neither a command nor a file" in _sentence(result)


@pytest.mark.parametrize("arguments", [("--bogus",), ("pack",), ("pack", "bild"), ("run", "--mode", "x")])
def test_wrong_arguments_are_one_sentence(run: Callable[..., Result], arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert "--help" in _sentence(result)


def test_a_terminal_without_our_signs_gets_plain_ones(run: Callable[..., Result], built: Path) -> None:
    missing = run("pack", "info", "nowhere", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert missing.stderr.startswith('There is no pack at "nowhere".')
    info = run("pack", "info", built, "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert json.loads(info.stdout)["id"] == "missing-days"


@posix
def test_whoever_reads_the_output_may_leave(data: Path, built: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [*COMMAND, "pack", "info", str(built), "--json"],
        env=_environment(data),
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=WAIT,
        check=False,
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_to_a_full_disk_is_one_sentence(data: Path, built: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            [*COMMAND, "pack", "info", str(built)],
            env=_environment(data),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=WAIT,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr == "The output cannot be read or written (No space left on device).\n"


@posix
def test_a_build_that_finds_no_room_keeps_the_earlier_pack(data: Path, built: Path) -> None:
    import resource

    before = built.read_bytes()
    result = subprocess.run(
        [*COMMAND, "pack", "build", str(EXAMPLE), "-o", str(built)],
        env=_environment(data, PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert result.returncode == 1
    assert "an earlier pack is untouched" in result.stderr
    assert "Traceback" not in result.stderr
    assert built.read_bytes() == before
    assert [each.name for each in built.parent.iterdir() if "partial" in each.name] == []


def test_what_a_killed_build_left_goes_at_the_next(run: Callable[..., Result], built: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    left = built.with_name(f".{built.name}.partial-{int(ended.stdout)}")
    left.write_bytes(b"half")
    assert run("pack", "build", EXAMPLE, "-o", built).returncode == 0
    assert left.exists() == (os.name == "nt")


@pytest.mark.parametrize("name", ["a b#c?d%20é ж.hdpack", "x" * 240 + ".hdpack"])
def test_a_pack_of_any_name_opens(run: Callable[..., Result], built: Path, name: str) -> None:
    path = built.with_name(name)
    try:
        path.write_bytes(built.read_bytes())
    except OSError:
        pytest.skip("the file system has no such names")
    assert run("pack", "info", path).returncode == 0
    assert run("run", path, "--quit-when", "ready").returncode == 0


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "cannot be read"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_text("Dear reader"), "is not a HistoryDesk pack"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(5000)), "is not a HistoryDesk pack"),
    ],
)
def test_what_is_no_pack_is_one_sentence(
    run: Callable[..., Result], tmp_path: Path, make: Callable[[Path], object], words: str
) -> None:
    path = tmp_path / "odd.hdpack"
    make(path)
    result = run("pack", "info", path)
    assert result.returncode == 1
    assert words in _sentence(result)


def test_a_pack_cut_short_anywhere_is_one_sentence(run: Callable[..., Result], built: Path) -> None:
    whole = built.read_bytes()
    for length in (1, 99, 100, 4096, len(whole) // 2, len(whole) - 1):
        built.write_bytes(whole[:length])
        result = run("pack", "info", built)
        assert result.returncode == 1
        assert _sentence(result)


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_window_as_closing_it_does(
    begin: Callable[..., subprocess.Popen[str]], data: Path, built: Path, number: signal.Signals
) -> None:
    process = begin(built)
    process.send_signal(number)
    _out, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert not (data / "window.lock").exists()
    settings, _last, message = RecordsOpening(data / "records.db").read("missing-days")
    assert settings["geometry"] and not message


def test_a_second_start_leaves_at_once_and_one_elsewhere_does_not(
    begin: Callable[..., subprocess.Popen[str]], run: Callable[..., Result], built: Path, tmp_path: Path
) -> None:
    first = begin(built)
    second = run("run", built, "--report-start")
    assert (second.returncode, second.stdout) == (0, "")
    elsewhere = run(
        "run", built, "--report-start", "--quit-when", "ready", HISTORYDESK_DATA=str(tmp_path / "other")
    )
    assert elsewhere.returncode == 0
    assert "ready" in elsewhere.stdout
    assert first.poll() is None


def test_after_a_kill_the_next_start_opens(
    begin: Callable[..., subprocess.Popen[str]], run: Callable[..., Result], built: Path
) -> None:
    first = begin(built)
    first.kill()
    first.communicate()
    again = run("run", built, "--report-start", "--quit-when", "ready")
    assert again.returncode == 0
    assert "ready" in again.stdout


@posix
def test_a_pack_that_cannot_be_opened_ends_with_a_fault(data: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "run", str(tmp_path / "nowhere.hdpack"), "--report-start", "--quit-when", "painted"],
        env=_environment(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    out, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 1
    assert "painted" in out and "Traceback" not in errors


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_data_that_cannot_be_kept_do_not_stop_reading(
    run: Callable[..., Result], data: Path, built: Path, kind: str
) -> None:
    if kind == "file":
        data.write_text("in the way", encoding="utf-8")
    else:
        (data / "records.db").mkdir(parents=True)
    result = run("run", built, "--report-start", "--quit-when", "ready")
    assert result.returncode == 0
    assert "ready" in result.stdout


def test_a_new_pack_never_overwrites(run: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "topic"
    assert run("pack", "new", folder).returncode == 0
    kept = (folder / "pack.toml").read_bytes()
    assert "is not empty" in _sentence(run("pack", "new", folder))
    assert "is a file" in _sentence(run("pack", "new", folder / "pack.toml"))
    assert (folder / "pack.toml").read_bytes() == kept


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize("place", ["DISPLAY=:987", "DISPLAY=nonsense", "QT_QPA_PLATFORM=nonsense"])
def test_a_display_that_does_not_answer_is_one_sentence(data: Path, built: Path, place: str) -> None:
    name, _, value = place.partition("=")
    environment = {
        key: word for key, word in _environment(data).items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    environment["QT_QPA_PLATFORM"] = "xcb"
    result = subprocess.run(
        [*COMMAND, "run", str(built)],
        env=environment | {name: value},
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.startswith("No window can be opened")
    assert place in result.stderr
    assert result.stderr.count("\n") == 1


@posix
def test_ctrl_c_before_the_first_screen_ends_the_start_without_a_traceback(data: Path) -> None:
    said = (
        "import signal; from historydesk import app, cli; "
        "app.run = lambda *_, **__: print(signal.getsignal(signal.SIGINT).name) or 0; cli.main(['run'])"
    )
    result = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {said}",
        ],
        env=_environment(data),
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert result.stdout == "SIG_DFL\n"
