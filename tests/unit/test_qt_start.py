"""Deferring PySide6's signature support changes when it is loaded, not what it does."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from historydesk import qt_start
qt_start.defer_signatures()
from PySide6.QtCore import QObject, Signal, Slot
qt_start.imported()
import builtins
loaded = lambda: sorted(n for n in qt_start.DEFERRED if "_module" in vars(sys.modules[n]))
class Bell(QObject):
    rung = Signal(int)
    @Slot(int)
    def hear(self, times):
        self.heard = times
bell = Bell()
bell.rung.connect(bell.hear)
bell.rung.emit(3)
wrapped = builtins.__import__ is builtins.__feature_import__
print(bell.heard, loaded(), wrapped, any("qt_start" in type(finder).__module__ for finder in sys.meta_path))
try:
    bell.setObjectName([])
except TypeError as error:
    print(error)
from PySide6.support.signature import get_signature
print(get_signature(QObject.setObjectName))
"""


def test_messages_about_wrong_arguments_stay_whole_and_load_only_when_needed() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    assert lines[0] == "3 [] False False"
    assert "called with wrong argument types" in done.stdout
    assert "setObjectName(str" in done.stdout or "setObjectName(name: str" in done.stdout
    assert "(self, name: str" in lines[-1]
