"""Rows that fill and wrap."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from historydesk.ui.theme.flow_layout import FlowLayout


class Block(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(60, 20)


def filled(qtbot: QtBot, count: int) -> tuple[QWidget, FlowLayout, list[Block]]:
    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box, gap=10, row_gap=5)
    blocks = [Block(box) for _ in range(count)]
    for block in blocks:
        layout.addWidget(block)
    return box, layout, blocks


def test_items_wrap_when_the_row_is_full(qtbot: QtBot) -> None:
    box, layout, blocks = filled(qtbot, 3)
    box.show()
    layout.setGeometry(QRect(0, 0, 140, 100))
    assert [block.geometry().topLeft().toTuple() for block in blocks] == [(0, 0), (70, 0), (0, 25)]
    assert layout.heightForWidth(140) == 45
    assert layout.heightForWidth(200) == 20


def test_hidden_items_take_no_room(qtbot: QtBot) -> None:
    box, layout, blocks = filled(qtbot, 2)
    blocks[0].hide()
    box.show()
    layout.setGeometry(QRect(0, 0, 70, 100))
    assert blocks[1].geometry().x() == 0
    assert layout.heightForWidth(70) == 20


def test_an_item_wider_than_the_row_is_narrowed(qtbot: QtBot) -> None:
    box, layout, blocks = filled(qtbot, 1)
    box.show()
    layout.setGeometry(QRect(0, 0, 40, 100))
    assert blocks[0].width() == 40


def test_right_to_left_begins_at_the_right(qtbot: QtBot) -> None:
    box, layout, blocks = filled(qtbot, 2)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.show()
    layout.setGeometry(QRect(0, 0, 200, 100))
    assert [block.geometry().x() for block in blocks] == [140, 70]


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    _, layout, _ = filled(qtbot, 2)
    assert layout.count() == 2
    assert layout.takeAt(5) is None
    assert layout.takeAt(0) is not None
    assert layout.count() == 1
    assert layout.itemAt(7) is None


def test_the_height_follows_when_an_item_goes_or_comes(qtbot: QtBot) -> None:
    box, layout, blocks = filled(qtbot, 2)
    box.show()
    assert layout.heightForWidth(70) == 45
    blocks[0].hide()
    assert layout.heightForWidth(70) == 20
    blocks[0].show()
    assert layout.heightForWidth(70) == 45
    layout.set_gaps(10, 0)
    assert layout.heightForWidth(70) == 40
    layout.takeAt(0)
    assert layout.heightForWidth(70) == 20
