"""Which words stand on a map, at rest and in motion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QPixmap

from historydesk.domain.values import dataclass
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.label_layout import Box, Label, marker_box, overlap, place_labels, side_box
from historydesk.ui.map.room import Room

EDGE = 20.0
"""A mark less than so many pixels outside the view still shows a part of itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and its words, wherever the camera is: plane in km (y down), pixels, drawings.

    ``key`` tells it from all others; ``size`` is that of the words; ``drawing`` is ``None`` where another painter
    draws the mark.
    """

    key: str
    x: float
    y: float
    radius: float
    drawing: QPixmap | None
    words: QPixmap
    size: tuple[float, float]
    priority: int

    def label(self, x: float, y: float, side: int = -1) -> Label:
        """Its label with the mark at a pixel."""
        return Label(x, y, self.radius, *self.size, self.priority, side)


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark within the view, its pixel, and where its words stand, if they do."""

    mark: Mark
    x: float
    y: float
    box: Box | None


class MapWords:
    """Where the words of each mark stand; owned by a place layer.

    At rest a whole layout is made, and words keep the side they had. In motion words keep their side, come once
    where there is room and go once when they are crowded out: nothing flickers.
    """

    def __init__(self) -> None:
        self._standing: dict[str, int] = {}
        self._sides: dict[str, int] = {}
        self._gone: set[str] = set()
        self._awaited: frozenset[str] | None = None

    def rest(self, marks: Sequence[Mark], camera: Camera, room: Room) -> None:
        """Lay out the words of a view at rest."""
        self._sides = dict(self._standing)
        self._standing = self._layout(marks, camera, room)
        self._sides = dict(self._standing)
        self._gone.clear()
        self._awaited = None

    def fly(self, marks: Sequence[Mark], camera: Camera, room: Room) -> None:
        """A flight begins that ends in a view with these marks: only its words are to come on the way."""
        self._sides = dict(self._standing)
        end = self._layout(marks, camera, room)
        self._sides = {**end, **self._standing}
        self._awaited = frozenset(end)

    def forget(self) -> None:
        """Other words or sizes: no side is kept."""
        self._standing.clear()
        self._sides.clear()
        self._gone.clear()

    def _layout(self, marks: Sequence[Mark], camera: Camera, room: Room) -> dict[str, int]:
        to_view = camera.viewer(room.width, room.height)
        labels = [mark.label(*to_view(mark.x, mark.y), self._sides.get(mark.key, -1)) for mark in marks]
        placed = place_labels(labels, room.area(), blocked=room.taken())
        return {mark.key: spot.side for mark, spot in zip(marks, placed, strict=True) if spot.box is not None}

    def frame(self, marks: Sequence[Mark], camera: Camera, room: Room, *, moving: bool) -> list[Seen]:
        """What of a frame can be seen; ``marks``: all of this scale, the most important first."""
        seen: list[tuple[Mark, Label]] = []
        to_view = camera.viewer(room.width, room.height)
        right, bottom = room.width + EDGE, room.height + EDGE
        for mark in marks:
            x, y = to_view(mark.x, mark.y)
            if -EDGE < x < right and -EDGE < y < bottom:
                seen.append((mark, mark.label(x, y)))
        if moving:
            boxes = self._in_motion(seen, {mark.key for mark in marks})
        else:
            boxes = {
                mark.key: side_box(label, self._standing[mark.key])
                for mark, label in seen
                if mark.key in self._standing
            }
        return [Seen(mark, label.x, label.y, boxes.get(mark.key)) for mark, label in seen]

    def _in_motion(self, seen: Sequence[tuple[Mark, Label]], led: set[str]) -> Mapping[str, Box]:
        for key in [each for each in self._standing if each not in led]:
            self._go(key)
        found: dict[str, Box] = {}
        markers = [(mark.key, marker_box(label)) for mark, label in seen]
        awaited = self._awaited or frozenset()
        standing = [each for each in seen if each[0].key in self._standing]
        # Words that will stand at the end of the flight come first: they are not to go on the way.
        standing.sort(key=lambda each: each[0].key not in awaited)
        coming = [each for each in seen if self._may_come(each[0].key)]
        for mark, label in (*standing, *coming):
            key = mark.key
            side = max(0, self._sides.get(key, 0))
            box = side_box(label, side)
            stays = key in awaited and key in self._standing
            free = not any(overlap(box, other) for other in found.values())
            if free and not stays:
                free = not any(name != key and overlap(box, other) for name, other in markers)
            if free:
                found[key] = box
                self._standing[key] = self._sides[key] = side
            elif key in self._standing:
                self._go(key)
        return found

    def _may_come(self, key: str) -> bool:
        new = key not in self._standing and key not in self._gone
        return new and (self._awaited is None or key in self._awaited)

    def _go(self, key: str) -> None:
        del self._standing[key]
        self._gone.add(key)
