"""How the names of countries, republics and autonomies look."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPixmap

from historydesk.domain.values import dataclass
from historydesk.ui.map.base_map import Unit
from historydesk.ui.map.base_painter import mixed
from historydesk.ui.map.halo import paint_halo
from historydesk.ui.map.unit_names import unit_name
from historydesk.ui.theme import Appearance

HALO = 3.0
STYLES = {
    "union": (15.0, 6.0),
    "state": (15.0, 6.0),
    "federation": (12.5, 2.6),
    "republic": (12.5, 2.6),
    "neighbour": (12.5, 2.6),
    "autonomy": (11.0, 1.6),
}
"""Kind → pixels of the letters and between them."""


@dataclass(frozen=True, slots=True)
class _Face:
    font: QFont
    metrics: QFontMetricsF
    apart: float


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    face: _Face
    across: float


@dataclass(frozen=True, slots=True)
class Words:
    """A unit's name in lines, measured: pixels of its picture and the rows in it."""

    kind: str
    rows: tuple[_Row, ...]
    width: int
    height: int


class UnitLettering:
    """Measures names and draws those that stand; keeps both for one appearance. Owned by the labels of a map."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._faces: dict[tuple[float, int, float], _Face] = {}
        self._measured: dict[tuple[str, str, tuple[str, ...], bool], Words] = {}
        self._drawn: dict[tuple[int, float], tuple[Words, QPixmap]] = {}

    def words(self, unit: Unit, lines: tuple[str, ...], *, tight: bool) -> Words:
        """A unit's name in these lines; ``tight``: smaller and closer."""
        key = (unit.kind, unit.note, lines, tight)
        found = self._measured.get(key)
        if found is None:
            found = self._measured[key] = self._measure(unit, lines, tight)
        return found

    def drawing(self, words: Words, scale: float) -> QPixmap:
        """The picture of a name for a device of this pixel ratio."""
        key = (id(words), scale)
        found = self._drawn.get(key)
        if found is None:
            found = self._drawn[key] = (words, self._draw(words, scale))
        return found[1]

    def _face(self, size: float, weight: int, apart: float) -> _Face:
        key = (size, weight, apart)
        found = self._faces.get(key)
        if found is None:
            font = self._appearance.interface_face(size, weight=weight, chrome=False)
            if apart:
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, apart)
            found = self._faces[key] = _Face(font, QFontMetricsF(font), apart)
        return found

    def _measure(self, unit: Unit, lines: tuple[str, ...], tight: bool) -> Words:
        size, apart = STYLES[unit.kind]
        if tight:
            size, apart = size - 1.5, apart * 0.4
        wide = self._face(size, 500, apart * self._appearance.px(1.0))
        texts = [(each.upper(), wide) for each in lines]
        if unit.note:
            texts.append((f"({unit_name(unit.note)})", self._face(size - 1.0, 400, 0.0)))
        # Letter spacing stands behind the last letter too: it is taken off, so that the words are centred.
        rows = tuple(
            _Row(text, face, face.metrics.horizontalAdvance(text) - face.apart) for text, face in texts
        )
        width = ceil(max(row.across for row in rows) + 2 * HALO)
        height = ceil(sum(row.face.metrics.capHeight() for row in rows) + 2 * HALO)
        height += ceil(sum(_lead(row) for row in rows[1:]))
        height += ceil(rows[-1].face.metrics.descent() * 0.5)
        return Words(unit.kind, rows, width, height)

    def _colors(self, kind: str) -> tuple[QColor, QColor]:
        """Of letters and of the ground around them."""
        theme = self._appearance.theme
        ink, ground = theme.color("ink"), theme.color("land")
        if kind == "neighbour":
            return mixed(theme.color("soft_ink"), ground, 0.12), ground
        ground = theme.color("state")
        if theme.is_high_contrast:
            return ink, ground
        return mixed(theme.color("border"), ink, 0.25 if kind != "autonomy" else 0.12), ground

    def _draw(self, words: Words, scale: float) -> QPixmap:
        outline = QPainterPath()
        base = HALO
        for number, row in enumerate(words.rows):
            base += row.face.metrics.capHeight() + (_lead(row) if number else 0.0)
            outline.addText(QPointF((words.width - row.across) / 2, base), row.face.font, row.text)
        pixmap = QPixmap(ceil(words.width * scale), ceil(words.height * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        letters, ground = self._colors(words.kind)
        ground.setAlphaF(0.8)
        paint_halo(pixmap, outline, ground, HALO - 1)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outline, letters)
        painter.end()
        return pixmap


def _lead(row: _Row) -> float:
    """Pixels between a row and the one above it."""
    return row.face.metrics.capHeight() * 0.75
