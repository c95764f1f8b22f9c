"""The places of a map: their controls, marks and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from historydesk.domain.entities import MapPlace
from historydesk.ui.map.camera import Camera
from historydesk.ui.map.clusters import Cluster, Clusters
from historydesk.ui.map.label_layout import Box, overlap
from historydesk.ui.map.map_words import EDGE, MapWords, Mark, Seen
from historydesk.ui.map.marks import REACH, Marks
from historydesk.ui.map.place_button import ClusterButton, MarkButton, PlaceButton
from historydesk.ui.map.room import Room
from historydesk.ui.theme import Appearance

MOST_LEADING = 6
"""Where more places than these lead, all are drawn small."""

APART = 30.0
"""Marks nearer to one another than so many pixels (more with large text) become one."""

SITE_RADIUS = 5.0
SITE_PRIORITY = 100_000
"""Words of a city plate's sites come after those of all places."""

Site = tuple[float, float, str, int]


class PlaceLayer(QObject):
    """Places of one map, in the order in which Tab goes through them; owned by the map.

    Marks are drawn on the map; over each lies a control. Places that crowd share a mark, which tells their
    number; their own controls stay within the keyboard's reach.
    """

    place_chosen = Signal(str)
    """A place's control was used."""

    place_focused = Signal(str)
    """The keyboard came to a place."""

    cluster_chosen = Signal(object)
    """The control of several places was used: their ids."""

    def __init__(self, map_view: QWidget, viewport: QWidget, appearance: Appearance) -> None:
        super().__init__(map_view)
        self._map = map_view
        self._viewport = viewport
        self._appearance = appearance
        self._marks = Marks(appearance)
        self._words = MapWords()
        self._places: tuple[MapPlace, ...] = ()
        self._by_id: dict[str, MapPlace] = {}
        self._index: dict[str, int] = {}
        self._buttons: dict[str, PlaceButton] = {}
        self._cluster_buttons: dict[str, ClusterButton] = {}
        self._along: MarkButton | None = None
        self._clusters: Clusters | None = None
        self._drawn: dict[tuple[Cluster, ...], tuple[Mark, ...]] = {}
        self._year, self._today = 1929, False
        self._chosen = ""
        self.sites: Callable[[Camera, int, int], list[Site]] | None = None
        """Gives the names of city plates' sites for a camera and a size."""

    # Which places

    def set_places(self, places: Sequence[MapPlace]) -> None:
        """Show these places; ``rest`` is wanted afterwards."""
        self._places = tuple(places)
        self._by_id = {place.id: place for place in self._places}
        self._index = {place.id: number for number, place in enumerate(self._places)}
        for place_id in [each for each in self._buttons if each not in self._by_id]:
            self._take_away(self._buttons.pop(place_id), self._map)
        previous: QWidget = self._map
        for place in self._places:
            known = self._buttons.get(place.id)
            if known is None:
                known = PlaceButton(place.id, self._appearance, self._viewport)
                known.clicked.connect(self._on_button)
                known.focused.connect(self.place_focused)
                self._buttons[place.id] = known
            known.set_appearance(self._appearance)
            known.set_name(self.name_of(place))
            known.show()
            QWidget.setTabOrder(previous, known)
            previous = known
        if self._chosen not in self._by_id:
            self._chosen = ""
        self._forget_clusters()

    def _take_away(self, button: MarkButton, heir: QWidget) -> None:
        if button is self._along:
            self._along = None
        if button is self._map.window().focusWidget():
            # Else hiding it would send the keyboard on to whatever comes next.
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
        button.hide()
        button.deleteLater()

    def set_year(self, year: int, *, today: bool) -> None:
        """Names of a year or of today; ``rest`` is wanted afterwards."""
        if (year, today) == (self._year, self._today):
            return
        self._year, self._today = year, today
        self._drawn.clear()
        for place in self._places:
            if (button := self._buttons.get(place.id)) is not None:
                button.set_name(self.name_of(place))

    def set_appearance(self, appearance: Appearance) -> None:
        """Colours and sizes; ``rest`` is wanted afterwards."""
        self._appearance = appearance
        self._marks.set_appearance(appearance)
        self._words.forget()
        self._forget_clusters()
        for button in (*self._buttons.values(), *self._cluster_buttons.values()):
            button.set_appearance(appearance)

    def choose(self, place_id: str) -> bool:
        """Mark a place as chosen; "" or an unknown one: none. Whether that changed anything."""
        chosen = place_id if place_id in self._by_id else ""
        if chosen == self._chosen:
            return False
        self._chosen = chosen
        self._forget_clusters()
        return True

    @property
    def chosen(self) -> str:
        """The chosen place's id or ""."""
        return self._chosen

    def places(self) -> tuple[MapPlace, ...]:
        """All places, in order."""
        return self._places

    def place(self, place_id: str) -> MapPlace | None:
        """The place of an id."""
        return self._by_id.get(place_id)

    def name_of(self, place: MapPlace) -> str:
        """What a place is called in the year shown."""
        if self._today:
            return place.name_today or place.name
        return place.name_in(self._year)

    # Which marks

    def _forget_clusters(self) -> None:
        self._clusters = None
        self._drawn.clear()

    def _all_clusters(self) -> Clusters:
        if self._clusters is None:
            order = sorted(range(len(self._places)), key=self._priority)
            points = [(place.x, -place.y) for place in self._places]
            self._clusters = Clusters(points, order, APART * self._marks.growth())
        return self._clusters

    def _priority(self, number: int) -> int:
        place = self._places[number]
        return (0 if place.id == self._chosen else place.rank) * 10_000 + number

    def _marks_at(self, camera: Camera, room: Room) -> tuple[Mark, ...]:
        """The marks of a camera's scale, wherever they are, the most important first."""
        clusters = self._all_clusters().at(camera.width_km / max(1, room.width))
        made = self._drawn.get(clusters)
        if made is None:
            scale = self._map.devicePixelRatioF()
            leading = sum(1 for place in self._places if place.rank == 1) <= MOST_LEADING
            made = self._drawn[clusters] = tuple(self._mark(each, scale, leading) for each in clusters)
        if self.sites is not None:
            made = (*made, *self._site_marks(self.sites(camera, room.width, room.height)))
        return made

    def _mark(self, cluster: Cluster, scale: float, leading: bool) -> Mark:
        place = self._places[cluster.leader]
        count = len(cluster.members)
        chosen = place.id == self._chosen
        large = chosen or (leading and place.rank == 1 and not self._chosen)
        words = self._marks.label(self.name_of(place), "", large, scale)
        return Mark(
            place.id,
            place.x,
            -place.y,
            self._marks.radius(large, count) + REACH / 2,
            self._marks.drawn_dot(large, count, scale, ringed=chosen),
            words,
            words.deviceIndependentSize().toTuple(),
            self._priority(cluster.leader),
        )

    def _site_marks(self, sites: Sequence[Site]) -> list[Mark]:
        made = []
        for x, y, text, rank in sites:
            words = self._marks.label("", text, False, self._map.devicePixelRatioF())
            size = words.deviceIndependentSize().toTuple()
            key = f"site {text} {x:.3f} {y:.3f}"
            made.append(Mark(key, x, -y, SITE_RADIUS, None, words, size, SITE_PRIORITY + rank))
        return made

    def is_shown(self, place_id: str, camera: Camera, room: Room) -> bool:
        """Whether a place has, or leads, a mark at a camera's scale."""
        clusters = self._all_clusters().at(camera.width_km / max(1, room.width))
        return any(each.leader == self._index[place_id] for each in clusters)

    def width_showing(self, place_id: str, room: Room) -> float:
        """The widest view in km in which a place has a mark of its own; 0: there is none."""
        return self._all_clusters().leading(self._index[place_id]) * room.width

    def width_opening(self, places: Sequence[str], room: Room) -> float:
        """The widest view in km in which places no longer share one mark; 0: there is none."""
        return self._all_clusters().opening([self._index[each] for each in places]) * room.width

    def mark_at(self, x: float, y: float, camera: Camera, room: Room) -> MarkButton | None:
        """The control nearest to a pixel, within a touch target."""
        best, nearest = None, float(self._appearance.target) / 2
        for cluster in self._all_clusters().at(camera.width_km / max(1, room.width)):
            place = self._places[cluster.leader]
            px, py = camera.to_view(place.x, -place.y, room.width, room.height)
            distance = max(abs(px - x), abs(py - y))
            if distance <= nearest:
                crowd = self._cluster_buttons.get(place.id) if len(cluster.members) > 1 else None
                best, nearest = crowd or self._buttons[place.id], distance
        return best

    # Controls

    def hide_controls(self) -> None:
        """A motion begins: only the control that the keyboard is on goes along."""
        focused = self._map.window().focusWidget()
        self._along = None
        for button in (*self._buttons.values(), *self._cluster_buttons.values()):
            if button is focused:
                self._along = button
            else:
                button.hide()

    def show_controls(self) -> None:
        """The map is at rest again."""
        self._along = None
        for button in (*self._buttons.values(), *self._cluster_buttons.values()):
            button.show()

    def follow(self, camera: Camera, room: Room) -> None:
        """In motion: put the control that goes along."""
        button = self._along
        if button is not None and (place := self._by_id.get(button.place_id)) is not None:
            button.put(*camera.to_view(place.x, -place.y, room.width, room.height))

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, ClusterButton):
            self.cluster_chosen.emit(button.members)
        elif isinstance(button, PlaceButton):
            self.place_chosen.emit(button.place_id)

    def list_places(self, places: Sequence[str], camera: Camera, room: Room) -> None:
        """Let the person choose among places that share one mark, at that mark."""
        from historydesk.ui.map.place_menu import PlaceMenu

        found = [self._by_id[each] for each in places]
        named = [(each.id, self.name_of(each)) for each in found]
        menu = PlaceMenu(named, self._appearance, self._map)
        menu.place_chosen.connect(self.place_chosen)
        x, y = camera.to_view(found[0].x, -found[0].y, room.width, room.height)
        menu.popup(self._viewport.mapToGlobal(QPoint(round(x), round(y))))

    def _put_controls(self, camera: Camera, room: Room) -> None:
        clusters = self._all_clusters().at(camera.width_km / max(1, room.width))
        alone = {self._places[each.leader].id for each in clusters if len(each.members) == 1}
        for place in self._places:
            button = self._buttons[place.id]
            button.put(*camera.to_view(place.x, -place.y, room.width, room.height))
            hit = place.id in alone
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not hit)
            if hit and place.id == self._chosen:
                button.raise_()
        self._put_cluster_controls(camera, room, [each for each in clusters if len(each.members) > 1])

    def _put_cluster_controls(self, camera: Camera, room: Room, crowds: Sequence[Cluster]) -> None:
        area = room.area()
        wanted: dict[str, tuple[Cluster, float, float]] = {}
        for crowd in crowds:
            place = self._places[crowd.leader]
            x, y = camera.to_view(place.x, -place.y, room.width, room.height)
            if overlap((x - EDGE, y - EDGE, x + EDGE, y + EDGE), area):
                wanted[place.id] = (crowd, x, y)
        for place_id in [each for each in self._cluster_buttons if each not in wanted]:
            self._take_away(self._cluster_buttons.pop(place_id), self._buttons.get(place_id, self._map))
        previous: QWidget = self._buttons[self._places[-1].id] if self._places else self._map
        for place_id, (crowd, x, y) in wanted.items():
            button = self._cluster_buttons.get(place_id)
            if button is None:
                button = ClusterButton(place_id, self._appearance, self._viewport)
                button.set_appearance(self._appearance)
                button.clicked.connect(self._on_button)
                self._cluster_buttons[place_id] = button
                button.show()
            members = [self._places[each] for each in crowd.members]
            button.set_members([each.id for each in members], [self.name_of(each) for each in members])
            button.put(x, y)
            button.raise_()
            QWidget.setTabOrder(previous, button)
            previous = button

    def last_control(self) -> QWidget:
        """The control that Tab comes to last."""
        buttons: list[QWidget] = [*self._buttons.values(), *self._cluster_buttons.values()]
        return buttons[-1] if buttons else self._map

    # Marks and words

    def rest(self, camera: Camera, room: Room) -> None:
        """Lay out words for a camera at rest and put the controls."""
        self._words.rest(self._marks_at(camera, room), camera, room)
        self._put_controls(camera, room)

    def fly(self, camera: Camera, room: Room) -> None:
        """A flight begins that ends at a camera."""
        self._words.fly(self._marks_at(camera, room), camera, room)

    def frame(self, camera: Camera, room: Room, *, moving: bool) -> list[Seen]:
        """What can be seen from a camera, the most important first; steps on in a motion."""
        return self._words.frame(self._marks_at(camera, room), camera, room, moving=moving)

    def paint(self, painter: QPainter, camera: Camera, room: Room, *, moving: bool) -> list[Box]:
        """Draw marks and words as a camera sees them; the painter is antialiasing, in pixels.

        Returns where words stand.
        """
        seen = self.frame(camera, room, moving=moving)
        for each in reversed(seen):
            if (drawing := each.mark.drawing) is not None:
                half = drawing.deviceIndependentSize().width() / 2
                painter.drawPixmap(QPointF(round(each.x - half), round(each.y - half)), drawing)
        for each in seen:
            if each.box is not None:
                painter.drawPixmap(QPointF(round(each.box[0]), round(each.box[1])), each.mark.words)
        return [each.box for each in seen if each.box is not None]

    def mark_boxes(self, camera: Camera, room: Room) -> list[Box]:
        """Where marks stand in a view at rest."""
        found = []
        for mark in self._marks_at(camera, room):
            x, y = camera.to_view(mark.x, mark.y, room.width, room.height)
            found.append((x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius))
        return found

    def kinds_of_marks(self, camera: Camera, room: Room) -> set[str]:
        """Which marks are in a view: "place", "cluster"."""
        found = set()
        for cluster in self._all_clusters().at(camera.width_km / max(1, room.width)):
            place = self._places[cluster.leader]
            x, y = camera.to_view(place.x, -place.y, room.width, room.height)
            if 0 <= x <= room.width and 0 <= y <= room.height:
                found.add("cluster" if len(cluster.members) > 1 else "place")
        return found
