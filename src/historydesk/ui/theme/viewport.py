"""Viewports without a search through every widget class."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea, *, filled: bool = True) -> QWidget:
    """Give a scroll area a viewport made here; call it first of all.

    For a widget that Qt made, PySide6 looks through every widget class it knows and loads each with its
    enumerations: 6 ms at the first ``viewport()`` of a start.
    """
    made = QWidget()
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(filled)
    area.setViewport(made)
    return made


def found_viewport(area: QAbstractScrollArea) -> QWidget:
    """The viewport that a scroll area made itself, for a text browser, which takes no other; keep it.

    As a child it is found by name, and PySide6 then looks for no narrower class.
    """
    found: QWidget | None = area.findChild(QWidget, "qt_scrollarea_viewport")
    return area.viewport() if found is None else found
