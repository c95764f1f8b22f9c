"""Every malformed pack gives its exact errors, leaves an earlier file alone and no part behind."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from historydesk.cli import main
from historydesk.packs.compiler import PackBuildError, build_pack, check_pack
from historydesk.packs.new_pack import EXAMPLE
from tests.robustness.malformed.all_cases import ALL_CASES
from tests.robustness.malformed.cases import Case


def spoil(folder: Path, case: Case) -> Path:
    shutil.copytree(EXAMPLE, folder)
    for path, old, new in case.changes:
        file = folder / path
        if old is not None:
            text = file.read_text(encoding="utf-8")
            assert old in text, f"{case.name}: {old!r} is not in {path}"
            assert isinstance(new, str)
            file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        elif new is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(new if isinstance(new, bytes) else new.encode())
    return folder


def errors(problems: object) -> list[str]:
    return [str(p) for p in problems.in_order() if p.severity == "error"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", ALL_CASES, ids=[case.name.replace(" ", "-") for case in ALL_CASES])
def test_a_malformed_pack_gives_its_errors_and_writes_nothing(case: Case, tmp_path: Path) -> None:
    folder = spoil(tmp_path / "pack", case)
    target = tmp_path / "out" / "earlier.hdpack"
    target.parent.mkdir()
    target.write_bytes(b"an earlier pack")
    with pytest.raises(PackBuildError) as caught:
        build_pack(folder, target)
    assert errors(caught.value.problems) == list(case.expected)
    assert target.read_bytes() == b"an earlier pack"
    assert [path.name for path in target.parent.iterdir()] == ["earlier.hdpack"]


@pytest.mark.parametrize(
    "case", ALL_CASES[::20], ids=[case.name.replace(" ", "-") for case in ALL_CASES[::20]]
)
def test_checking_finds_what_building_finds(case: Case, tmp_path: Path) -> None:
    assert errors(check_pack(spoil(tmp_path / "pack", case)).problems) == list(case.expected)


def test_each_message_is_one_line_with_a_place_and_a_remedy() -> None:
    for case in ALL_CASES:
        assert case.expected, case.name
        for message in case.expected:
            path, line, rest = message.split(":", 2)
            assert path and int(line) >= 1
            what, remedy = rest.strip().split("; ", 1)
            assert what and remedy and "\n" not in message
            assert "Traceback" not in message


def test_the_example_itself_has_no_problem() -> None:
    assert check_pack(EXAMPLE).problems.in_order() == []


def test_all_problems_are_shown_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(EXAMPLE, folder)
    for path, old, new in (
        ("en/events.toml", '"1918-06-06"', '"someday"'),
        ("en/claims.toml", '"accurate"', '"true"'),
        ("en/chapters/one-calendar.md", "person:stalin", "person:nobody"),
    ):
        file = folder / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")
    assert len(errors(check_pack(folder).problems)) == 3


def test_the_command_prints_file_and_line_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoil(tmp_path / "pack", next(case for case in ALL_CASES if case.name == "bad verdict"))
    assert main(["pack", "build", str(folder), "-o", str(tmp_path / "p.hdpack")]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    file = folder / "en" / "claims.toml"
    assert shown.err.splitlines()[0].startswith(f"{file}:4: “true” is not a verdict; use one of accurate,")
    assert shown.err.splitlines()[-1] == "1 error: nothing was written. Correct them and build again."
    assert not (tmp_path / "p.hdpack").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights there")
@pytest.mark.parametrize("name", ["en/chapters/one-calendar.md", "figures/two-rows.svg", "en"])
def test_links_are_refused(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(EXAMPLE, folder)
    original = tmp_path / "outside"
    (folder / name).rename(original)
    (folder / name).symlink_to(original)
    assert f"{name}:1: this is a symbolic link; put a copy of the file in its place" in errors(
        check_pack(folder).problems
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser reads every file")
def test_an_unreadable_file_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(EXAMPLE, folder)
    (folder / "en" / "claims.toml").chmod(0)
    assert any("cannot be read" in message for message in errors(check_pack(folder).problems))


def test_a_missing_folder_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().err.startswith(f"There is no folder “{tmp_path / 'nowhere'}”.")


@pytest.mark.parametrize(
    "name",
    [
        "pack.toml",
        "sources.bib",
        "places.geojson",
        "plates.geojson",
        "en/glossary.toml",
        "en/people.toml",
        "en/places.toml",
        "en/chapters/one-calendar.md",
    ],
)
def test_a_folder_in_place_of_a_file_is_the_only_error(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(EXAMPLE, folder)
    (folder / name).unlink()
    (folder / name).mkdir()
    assert errors(check_pack(folder).problems) == [
        f"{name}:1: this is a folder; put a file of that name in its place"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights there")
def test_a_link_to_itself_is_the_only_error(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(EXAMPLE, folder)
    (folder / "sources.bib").unlink()
    (folder / "sources.bib").symlink_to("sources.bib")
    assert errors(check_pack(folder).problems) == [
        "sources.bib:1: this is a symbolic link; put a copy of the file in its place"
    ]
