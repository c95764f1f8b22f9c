"""The packaged program carries a part of ICU's data, and Qt answers as with the whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

TOOL = Path(__file__).parents[2] / "freeze" / "icu_data.py"
LIBRARIES = sorted(Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*"))
pytestmark = pytest.mark.skipif(not LIBRARIES, reason="Qt carries ICU's data on Linux only")

_ASK = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QDate, QLocale, QStringConverter, QStringDecoder, QTimeZone
words = "Zug zürich Äpfel apfel Ёлка ель жук საქართველო აბგ Ångström école coté côté ch cz chata 一 二".split()
for name in ("C", "en", "de", "sv", "ru", "ka", "cs", "zh", "ja"):
    print(name, sorted(words, key=cmp_to_key(QCollator(QLocale(name)).compare)))
    print(QLocale(name).toString(QDate(1917, 11, 7)), QLocale(name).nativeLanguageName())
for zone in (b"Europe/Moscow", b"Asia/Tbilisi"):
    for name in ("en", "ru", "ka"):
        kinds = QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName
        print(QTimeZone(zone).displayName(*kinds, QLocale(name)))
print([QStringDecoder(name).isValid() for name in ("windows-1251", "KOI8-R", "Shift_JIS", "GB18030", "nothing")])
print(len(QStringConverter.availableCodecs()), [QLocale(name).toUpper("iıß") for name in ("en", "tr", "lt")])
print([line.split()[-1] for line in open("/proc/self/maps") if "icudata" in line][0])
"""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = spec_from_file_location("icu_data", TOOL)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _answers(preload: Path | None) -> list[str]:
    environment = {**os.environ, "LD_PRELOAD": str(preload)} if preload else dict(os.environ)
    done = subprocess.run(
        [sys.executable, "-c", _ASK], check=True, capture_output=True, text=True, env=environment
    )
    return done.stdout.splitlines()


def test_qt_answers_the_same_with_the_part_it_asks_for(tool: ModuleType, tmp_path: Path) -> None:
    part = Path(shutil.copy(LIBRARIES[0], tmp_path))
    saved = tool.shrink(part)
    assert saved > 10_000_000
    assert part.stat().st_size == LIBRARIES[0].stat().st_size - saved
    whole, ours = _answers(None), _answers(part)
    assert ours[:-1] == whole[:-1]
    assert (ours[-1], whole[-1]) == (str(part), str(LIBRARIES[0]))


def test_a_second_time_there_is_nothing_to_take(tool: ModuleType, tmp_path: Path) -> None:
    part = Path(shutil.copy(LIBRARIES[0], tmp_path))
    tool.shrink(part)
    once = part.read_bytes()
    assert tool.shrink(part) == 0
    assert part.read_bytes() == once


@pytest.mark.parametrize("content", [b"", b"no library", b"\x7fELF\x02\x01" + bytes(200)])
def test_another_file_is_refused_and_left_alone(tool: ModuleType, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "libicudata.so.1"
    other.write_bytes(content)
    with pytest.raises(ValueError, match="no package"):
        tool.shrink(other)
    assert other.read_bytes() == content
