"""Where the parts of the atlas stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW

if TYPE_CHECKING:
    from historydesk.ui.map.atlas_page import AtlasPage

PANEL_WIDTH = 284
NARROW = 760
"""On a page narrower than this the panel is folded away behind a button."""

EDGE = 20
GAP = 8
CARD_WIDTH, ROOMY = 400, 700
"""A place's card is so wide where the map is wider than this, and as wide as the map elsewhere."""

LEGEND_WIDTH = 330
LEAST_FREE = 300
"""So many pixels of the map stay free beside the legend; where there are fewer it lies over the map."""

MOST_PLAYER = 1_000


class AtlasRooms:
    """Gives every part of the atlas its place, and tells the map what is covered; owned by the page.

    Panel at the left; over the map, from the upper left: north arrow, plates, stretch of time; upper right: years;
    lower right: switches above zoom; along the bottom the player, above it the card of a place.
    """

    def __init__(self, page: AtlasPage) -> None:
        self._page = page
        self._appearance = default_appearance()

    def set_appearance(self, appearance: Appearance) -> None:
        """Sizes; places everything."""
        self._appearance = appearance
        self.place()

    def place(self) -> None:
        """Place everything for the page's size."""
        page = self._page
        width, height = page.width(), page.height()
        wide = round(self._appearance.chrome_px(PANEL_WIDTH))
        left = wide if width >= NARROW else 0
        page.lists.setVisible(not left)
        page.panel.setVisible(left > 0 or page.lists.isChecked())
        page.map.setGeometry(left, 0, width - left, height)
        room = QRect(left, 0, width - left, height)
        top = self._place_top(room)
        bottom = self._place_player(room)
        self._place_side(room, top, bottom)
        covered = self._place_card(room, bottom)
        right = self._place_legend(room, top, bottom)
        floating = (
            page.lists,
            page.plates,
            page.chip,
            page.eras,
            page.switches,
            page.zoom,
            page.legend,
        )
        page.map.set_blocked(
            [part.geometry().translated(-left, 0) for part in floating if not part.isHidden()]
        )
        page.map.set_covered(covered, 0, right, bottom)
        below = 0 if left else EDGE + page.lists.height() + GAP
        page.panel.setGeometry(0, below, min(wide, width), height - below)
        if not left:
            page.panel.raise_()

    def holds_card_and_legend(self) -> bool:
        """Whether the map is wide enough for a place's card, the legend, and the place between them."""
        legend = self._appearance.chrome_px(LEGEND_WIDTH)
        return self._page.map.width() - CARD_WIDTH - legend > LEAST_FREE

    def _place_top(self, room: QRect) -> int:
        """North arrow, plates, years, stretch of time; the pixel below which the right edge is free."""
        page = self._page
        x = room.left() + EDGE - 4
        if not page.lists.isHidden():
            page.lists.adjustSize()
            page.lists.move(x, EDGE)
            x += page.lists.width() + GAP
        page.map.put_compass(QPoint(x - room.left(), EDGE))
        x += page.map.compass.width() + GAP
        for part in (page.plates, page.chip, page.eras):
            part.adjustSize()
        page.plates.move(x, EDGE)
        if not page.plates.isHidden():
            x += page.plates.width() + GAP
        eras_left = room.right() - EDGE - page.eras.width()
        line = EDGE
        if eras_left < x:
            line += max(page.plates.height(), self._appearance.target) + GAP
        page.eras.move(max(room.left() + GAP, eras_left), line)
        chip_ends = x + page.chip.width() + GAP
        below = EDGE + self._appearance.target + GAP if line == EDGE else line + page.eras.height() + GAP
        if line == EDGE and chip_ends < eras_left:
            page.chip.move(x, EDGE)
        else:
            page.chip.move(room.left() + EDGE - 4, below)
        return line + page.eras.height() + GAP

    def _place_player(self, room: QRect) -> int:
        """The player along the bottom; how many pixels it covers there."""
        player = self._page.player
        if player.isHidden():
            return 0
        wide = min(room.width() + 2 * SHADOW - 2 * GAP, MOST_PLAYER + 2 * SHADOW)
        size = player.fit(wide)
        x = room.left() + (room.width() - wide) // 2
        player.setGeometry(x, room.height() - size.height() + SHADOW - GAP, wide, size.height())
        player.raise_()
        return size.height() - 2 * SHADOW + 2 * GAP

    def _place_side(self, room: QRect, top: int, bottom: int) -> None:
        """Zoom in the lower right corner, the switches above it; beside each other where it is low."""
        page = self._page
        edge = GAP if bottom else EDGE
        page.switches.adjustSize()
        page.zoom.adjustSize()
        x = room.right() - EDGE - page.zoom.width()
        y = room.height() - bottom - edge - page.zoom.height()
        page.zoom.move(x, y)
        above = y - GAP - page.switches.height()
        if above >= top:
            page.switches.move(x, above)
        else:
            page.switches.move(x - GAP - page.switches.width(), y)

    def _place_legend(self, room: QRect, top: int, bottom: int) -> int:
        """The legend beside switches and zoom, as high as it needs; how many pixels it covers at the right."""
        page = self._page
        if page.legend.isHidden():
            return 0
        right = min(page.switches.x(), page.zoom.x()) - GAP + SHADOW
        width = round(self._appearance.chrome_px(LEGEND_WIDTH)) + 2 * SHADOW
        width = min(right - room.left(), width)
        size = page.legend.fit(width, room.height() - top - bottom - GAP + SHADOW)
        low = room.height() - bottom - (GAP if bottom else EDGE) + SHADOW
        page.legend.setGeometry(right - width, low - size.height(), width, size.height())
        page.legend.raise_()
        covered = room.right() - right + width
        return covered if room.width() - covered > LEAST_FREE else 0

    def _place_card(self, room: QRect, bottom: int) -> int:
        """The card of a place; how many pixels it covers at the left."""
        card = self._page.card
        if card.isHidden():
            return 0
        width = min(room.width(), CARD_WIDTH + 2 * SHADOW if room.width() > ROOMY else room.width())
        size = card.fit(width, round((room.height() - bottom) * 0.7))
        y = room.height() - bottom - size.height() - (6 - SHADOW // 2 if bottom else 6)
        card.setGeometry(room.left() + 6, y, width, size.height())
        card.raise_()
        return width if room.width() > ROOMY else 0
