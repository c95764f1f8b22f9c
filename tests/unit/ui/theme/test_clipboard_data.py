"""What is put on the clipboard, and what becomes of it when the program ends."""

import subprocess
import sys

from PySide6.QtGui import QGuiApplication

from historydesk.ui.theme.clipboard_data import clipboard_data

PROGRAM = """
from PySide6.QtWidgets import QApplication
from historydesk.ui.theme.clipboard_data import clipboard_data
application = QApplication([])
application.clipboard().setMimeData(clipboard_data("Kotkin 2014", "<i>Kotkin</i> 2014"))
"""


def test_words_come_with_their_form_when_they_have_one(qapp):
    QGuiApplication.clipboard().setMimeData(clipboard_data("one", "<b>one</b>"))
    kept = QGuiApplication.clipboard().mimeData()
    assert (kept.text(), kept.html(), sorted(kept.formats())) == (
        "one",
        "<b>one</b>",
        ["text/html", "text/plain"],
    )
    assert clipboard_data("two").formats() == ["text/plain"]


def test_a_program_that_copied_ends_without_a_crash():
    done = subprocess.run([sys.executable, "-c", PROGRAM], timeout=60, check=False)
    assert done.returncode == 0
