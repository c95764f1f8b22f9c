"""What is put on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QStringListModel


def clipboard_data(text: str, html: str = "") -> QMimeData:
    """Words, and the same with their form for word processors.

    Qt makes the object, not Python: the clipboard may keep it until after Python has ended, and to destroy one
    of Python's then crashes the program.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data
