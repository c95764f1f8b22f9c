"""The ground around letters."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPixmap

from historydesk.ui.map.halo import paint_halo


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("alpha", [255, 204])
def test_it_reaches_evenly_beyond_the_letters_and_no_farther(qtbot, scale, alpha):
    target = QPixmap(round(20 * scale), round(20 * scale))
    target.setDevicePixelRatio(scale)
    target.fill(Qt.GlobalColor.transparent)
    letters = QPainterPath()
    letters.addRect(QRectF(8, 8, 4, 4))
    paint_halo(target, letters, QColor(10, 20, 30, alpha), 2.0)
    assert target.devicePixelRatio() == scale
    image = target.toImage()

    def strength(x, y):
        return image.pixelColor(round(x * scale), round(y * scale)).alpha()

    assert all(strength(x, 10) == alpha for x in (6, 8, 10, 13))
    assert all(strength(10, y) == alpha for y in (6, 8, 10, 13))
    assert strength(4.5, 10) == strength(14.5, 10) == strength(10, 4.5) == strength(10, 14.5) == 0
    assert strength(6, 6) == strength(13.5, 13.5) == 0
