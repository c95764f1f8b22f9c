"""The map that one moves: base map, places, flights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
    QStyleOptionGraphicsItem,
    QWidget,
)

from historydesk.domain import projection
from historydesk.domain.entities import MapPlace, Way
from historydesk.ui.map.base_map import BaseMap
from historydesk.ui.map.base_painter import BasePainter
from historydesk.ui.map.camera import Camera, fit, home_camera, panned, settled, zoomed
from historydesk.ui.map.flight import Flight
from historydesk.ui.map.label_layout import Label, place_labels
from historydesk.ui.map.marks import REACH, Marks
from historydesk.ui.map.place_button import PlaceButton
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.viewport import own_viewport

PLANE = QRectF(-60_000, -60_000, 120_000, 120_000)
REST_MS = 140
"""After the last wheel notch or drag step the map draws its fine frame."""

RANK_KM = {1: 40_000.0, 2: 9_000.0, 3: 3_000.0}
"""Places of a rank are shown in views up to this wide."""

MOST_LEADING = 6
"""Where more places than these lead, all are drawn small."""

DOTS = 7.0
"""Pixels from dot to dot of a way over the sea."""

STEP = 0.2
"""Share of the view that an arrow key moves."""

KEY_ZOOM = 1.6


@dataclass(frozen=True, slots=True)
class _Mark:
    """A shown place: where, and where its words stand from there."""

    x: float
    y: float
    large: bool
    offset: tuple[float, float] | None
    label: QPixmap | None


class _BaseItem(QGraphicsItem):
    """The whole base map as one item of the scene."""

    def __init__(self, view: MapView) -> None:
        super().__init__()
        self._view = view

    def boundingRect(self) -> QRectF:
        """The whole plane."""
        return PLANE

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw what the camera sees."""
        self._view.paint_base(painter)


class MapView(QGraphicsView):
    """A map over the plane (scene in km, y down) with places; owned by companion and atlas.

    The keyboard: arrows move, + and − zoom, Home shows the whole story, N turns north up, Tab goes from place
    to place in the order given, Enter chooses.
    """

    place_chosen = Signal(str)
    settled_at = Signal()
    """The camera came to rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._camera = home_camera()
        self._painter = BasePainter()
        self._marks = Marks(self._appearance)
        self._places: tuple[MapPlace, ...] = ()
        self._by_id: dict[str, MapPlace] = {}
        self._buttons: dict[str, PlaceButton] = {}
        self._base: BaseMap | None = None
        self._year = 1929
        self._today = False
        self._chosen = ""
        self._ways: tuple[Way, ...] = ()
        self._shown: list[_Mark] = []
        self._shown_width = 0.0
        self._covered = (0, 0, 0, 0)
        self._blocked: tuple[QRect, ...] = ()
        self._moving = False
        self._drag: QPointF | None = None
        self._flight: Flight | None = None
        self._scale_bar = False
        self.has_base_map = False
        self.moved_by_hand = False

        self._set_up_motion()
        self._set_up_view()
        self.set_appearance(self._appearance)

    def _set_up_motion(self) -> None:
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._animation.valueChanged.connect(self._on_step)
        self._animation.finished.connect(self._settle)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._settle)

    def _set_up_view(self) -> None:
        viewport = own_viewport(self)
        self._scene = QGraphicsScene(PLANE, self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._item = _BaseItem(self)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self.setSceneRect(PLANE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move, plus and minus zoom, Tab goes from place to place")
        )
        viewport.grabGesture(Qt.GestureType.PinchGesture)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setCursor(Qt.CursorShape.OpenHandCursor)

    # What is shown

    def set_base_map(self, base: BaseMap | None) -> None:
        """Draw this base map; ``None``: sea and places only."""
        self.has_base_map = base is not None
        self._painter.set_base_map(base)
        self._base = base
        if base is not None:
            self._painter.era = base.era_of(self._year)
        self.viewport().update()

    def set_places(self, places: Sequence[MapPlace], year: int) -> None:
        """Show these places, named as in ``year``, in this Tab order."""
        self._places = tuple(places)
        self._by_id = {place.id: place for place in self._places}
        self._set_year(year)
        for place_id in [each for each in self._buttons if each not in self._by_id]:
            button = self._buttons.pop(place_id)
            if button is self.window().focusWidget():
                # Else hiding it would send the keyboard on to whatever comes next.
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            button.hide()
            button.deleteLater()
        previous: QWidget = self
        for place in self._places:
            known = self._buttons.get(place.id)
            if known is None:
                known = PlaceButton(place.id, self._appearance, self.viewport())
                known.clicked.connect(self._on_button)
                known.focused.connect(self._on_focused)
                self._buttons[place.id] = known
            known.set_appearance(self._appearance)
            known.set_name(self.name_of(place))
            known.show()
            QWidget.setTabOrder(previous, known)
            previous = known
        if self._chosen not in self._by_id:
            self._chosen = ""
        self._arrange()

    def set_ways(self, ways: Sequence[Way]) -> None:
        """Draw the ways of a journey below the places; none to take it away."""
        self._ways = tuple(ways)
        self.viewport().update()

    def camera_on_ways(self) -> Camera:
        """The camera that shows the whole journey within the free part."""
        return self._in_free_rect([(x, -y) for way in self._ways for x, y in way.points], 700.0)

    def set_year(self, year: int, *, today: bool = False) -> None:
        """Frontiers and names of a year; ``today``: names of today."""
        self._set_year(year, today=today)
        for place in self._places:
            self._buttons[place.id].set_name(self.name_of(place))
        self._arrange()

    def _set_year(self, year: int, *, today: bool = False) -> None:
        self._year, self._today = year, today
        if self._base is not None:
            self._painter.era = self._base.era_of(year)

    def name_of(self, place: MapPlace) -> str:
        """What a place is called in the year shown."""
        if self._today:
            return place.name_today or place.name
        return place.name_in(self._year)

    def choose(self, place_id: str) -> None:
        """Mark a place as chosen (no signal, no flight); "" for none."""
        chosen = place_id if place_id in self._by_id else ""
        if chosen != self._chosen:
            self._chosen = chosen
            self._arrange()

    def chosen(self) -> str:
        """The chosen place's id or ""."""
        return self._chosen

    def set_covered(self, left: int = 0, top: int = 0, right: int = 0, bottom: int = 0) -> None:
        """Pixels at the edges that cards cover: places and labels keep out of them."""
        if (left, top, right, bottom) != self._covered:
            self._covered = (left, top, right, bottom)
            self._arrange()

    def set_blocked(self, rects: Sequence[QRect]) -> None:
        """Where small controls lie over the map (its own pixels): labels keep out of them."""
        if tuple(rects) != self._blocked:
            self._blocked = tuple(rects)
            self._arrange()

    def set_scale_bar(self, shown: bool) -> None:
        """Whether a scale bar stands in the lower left corner."""
        self._scale_bar = shown
        self.viewport().update()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self._painter.set_theme(appearance.theme)
        self._marks.set_appearance(appearance)
        self.setBackgroundBrush(self._painter.sea)
        for button in self._buttons.values():
            button.set_appearance(appearance)
        self._arrange()

    # Where it looks

    def camera(self) -> Camera:
        """Where the map looks now."""
        return self._camera

    def is_moving(self) -> bool:
        """Whether a flight, drag or zoom is under way."""
        return self._moving

    def free_rect(self) -> QRect:
        """The part of the viewport that no card covers."""
        left, top, right, bottom = self._covered
        return self.viewport().rect().adjusted(left, top, -right, -bottom)

    def camera_on(self, places: Sequence[str], least_km: float = 700.0) -> Camera:
        """The camera that shows these places within the free part; unknown ids are left out."""
        points = [(p.x, -p.y) for each in places if (p := self._by_id.get(each)) is not None]
        return self._in_free_rect(points, least_km)

    def camera_at(self, place_id: str, width_km: float) -> Camera:
        """The camera of this width with a place in the middle of the free part."""
        return self.camera_on((place_id,), width_km)

    def keep_in_sight(self) -> None:
        """Fly so that no card covers the chosen place."""
        place = self._by_id.get(self._chosen)
        if place is None:
            return
        camera = self._target()
        x, y = camera.to_view(place.x, -place.y, self.viewport().width(), self.viewport().height())
        if not self.free_rect().adjusted(24, 24, -24, -24).contains(round(x), round(y)):
            self.fly_to(self.camera_at(place.id, camera.width_km))

    def _in_free_rect(self, points: list[tuple[float, float]], least_km: float) -> Camera:
        width, height = max(1, self.viewport().width()), max(1, self.viewport().height())
        free = self.free_rect()
        if free.width() < 60 or free.height() < 60:
            free = self.viewport().rect()
        share = max(1, free.width()) / width
        if not points:
            return home_camera()
        camera = fit(points, free.width() / max(1, free.height()), least_km=least_km * share)
        camera = settled(replace(camera, width_km=camera.width_km / share))
        middle = free.center()
        return panned(camera, middle.x() - width / 2, middle.y() - height / 2, width)

    def look(self, camera: Camera) -> None:
        """Jump to a camera."""
        self._stop()
        self.show_frame(camera)
        self._settle()

    def fly_to(self, camera: Camera) -> None:
        """Fly to a camera; a jump when motion is reduced or nobody sees it."""
        if self._appearance.reduced_motion or not self.isVisible() or self.viewport().width() < 2:
            self.look(camera)
            return
        self._start(camera, None)

    def _start(self, camera: Camera, milliseconds: int | None) -> None:
        self._stop()
        if camera == self._camera:
            self._settle()
            return
        self._flight = Flight(self._camera, camera)
        self.begin_motion(camera)
        self._animation.setDuration(milliseconds or self._flight.milliseconds)
        self._animation.start()

    def zoom(self, factor: float) -> None:
        """Zoom about the middle of the free part; above 1: nearer."""
        self.moved_by_hand = True
        middle = self.free_rect().center()
        camera = zoomed(
            self._target(),
            factor,
            (middle.x(), middle.y()),
            self.viewport().width(),
            self.viewport().height(),
        )
        if self._appearance.reduced_motion or not self.isVisible():
            self.look(camera)
        else:
            self._start(camera, 260)

    def _target(self) -> Camera:
        """Where a running flight ends, or the camera."""
        if self._flight is not None and self._animation.state() == QVariantAnimation.State.Running:
            return self._flight.at(1.0)
        return self._camera

    @Slot(object)
    def _on_step(self, share: float) -> None:
        if self._flight is not None and self._animation.state() == QVariantAnimation.State.Running:
            self.show_frame(self._flight.at(float(share)))

    def _stop(self) -> None:
        self._flight = None
        self._animation.stop()
        self._rest.stop()

    def interrupt(self) -> None:
        """End a flight where it is."""
        if self._flight is not None:
            self._stop()
            self.show_frame(settled(self._camera))
            self._settle()

    def begin_motion(self, end: Camera | None = None) -> None:
        """Draw coarsely from now on; ``end``: labels are placed for the camera at which the motion ends."""
        if not self._moving:
            self._moving = True
            focused = self.window().focusWidget()
            for button in self._buttons.values():
                if button is not focused:
                    button.hide()
        if end is not None:
            self._arrange(end)

    def _nudge(self, camera: Camera) -> None:
        """A step of the hand: show it coarsely, and finely once the hand rests."""
        self.moved_by_hand = True
        self.begin_motion()
        self.show_frame(camera)
        self._rest.start()

    @Slot()
    def _settle(self) -> None:
        if self._drag is not None:
            return
        if self._flight is not None:
            self.show_frame(self._flight.at(1.0))
            self._flight = None
        was_moving, self._moving = self._moving, False
        self._arrange()
        if was_moving:
            for button in self._buttons.values():
                button.show()
        self.settled_at.emit()

    def show_frame(self, camera: Camera) -> None:
        """Look from a camera, as part of a motion or at rest; nothing else changes."""
        self._camera = camera
        scale = self.viewport().width() / camera.width_km
        transform = QTransform()
        transform.rotate(camera.turn)
        transform.scale(scale, scale)
        self.setTransform(transform)
        self.centerOn(camera.x, camera.y)
        if self._moving:
            for button in self._buttons.values():
                if not button.isHidden() and (place := self._by_id.get(button.place_id)) is not None:
                    button.put(*self._to_view(place.x, -place.y))
        self.viewport().update()

    def _to_view(self, x: float, y: float) -> tuple[float, float]:
        return self._camera.to_view(x, y, self.viewport().width(), self.viewport().height())

    # Drawing

    def _arrange(self, camera: Camera | None = None) -> None:
        """Choose markers and labels for a camera (of a flight: its end) and put the places' controls."""
        camera = camera or self._target()
        width, height = self.viewport().width(), self.viewport().height()
        scale = self.devicePixelRatioF()
        labels: list[Label] = []
        entries: list[tuple[MapPlace, bool, QPixmap]] = []
        leading = sum(1 for place in self._places if place.rank == 1) <= MOST_LEADING
        for number, place in enumerate(self._places):
            chosen = place.id == self._chosen
            if not chosen and camera.width_km > RANK_KM.get(place.rank, 3_000.0) and len(self._places) > 12:
                continue
            large = chosen or (leading and place.rank == 1 and not self._chosen)
            x, y = camera.to_view(place.x, -place.y, width, height)
            pixmap = self._marks.label(self.name_of(place), "", large, scale)
            size = pixmap.deviceIndependentSize()
            priority = (0 if chosen else place.rank) * 10_000 + number
            radius = self._marks.radius(large) + REACH / 2
            labels.append(Label(x, y, radius, size.width(), size.height(), priority))
            entries.append((place, large, pixmap))
        free = self.free_rect()
        area = (free.left() + 4.0, free.top() + 4.0, free.right() - 3.0, free.bottom() - 3.0)
        self._shown = []
        self._shown_width = camera.width_km
        reachable = set()
        blocked = [(r.left() - 2.0, r.top() - 2.0, r.right() + 3.0, r.bottom() + 3.0) for r in self._blocked]
        placed = place_labels(labels, area, blocked=blocked)
        for (place, large, pixmap), label, spot in zip(entries, labels, placed, strict=True):
            if not spot.marker:
                continue
            reachable.add(place.id)
            offset = None if spot.box is None else (spot.box[0] - label.x, spot.box[1] - label.y)
            self._shown.append(_Mark(place.x, -place.y, large, offset, pixmap))
        self._shown.sort(key=lambda mark: mark.large)
        if not self._moving:
            for place in self._places:
                button = self._buttons[place.id]
                button.put(*camera.to_view(place.x, -place.y, width, height))
                hit = place.id in reachable
                button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not hit)
                if hit and place.id == self._chosen:
                    button.raise_()
        self.viewport().update()

    def paint_base(self, painter: QPainter) -> None:
        """Called by the scene's item."""
        painter.resetTransform()
        size = self.viewport().size()
        self._painter.paint(painter, self._camera, size.width(), size.height(), fine=not self._moving)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Markers, labels, scale bar."""
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        width, height = self.viewport().width(), self.viewport().height()
        self._draw_ways(painter)
        ratio = self._camera.width_km / self._shown_width if self._shown_width else 1.0
        worded = 0.4 < ratio < 2.5
        spots = []
        for mark in self._shown:
            x, y = self._to_view(mark.x, mark.y)
            if -20 < x < width + 20 and -20 < y < height + 20:
                spots.append((x, y, mark))
                self._marks.dot(painter, x, y, mark.large)
        if worded:
            for x, y, mark in spots:
                if mark.offset is not None and mark.label is not None:
                    at = QPointF(round(x + mark.offset[0]), round(y + mark.offset[1]))
                    painter.drawPixmap(at, mark.label)
        if self._scale_bar and not self._moving:
            self._draw_scale(painter)

    def _draw_ways(self, painter: QPainter) -> None:
        color = self._appearance.theme.color
        lines = [
            (way.mode, QPolygonF([QPointF(*self._to_view(x, -y)) for x, y in way.points]))
            for way in self._ways
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((color("page"), 5.5), (color("red"), 2.5)):
            pen = QPen(ink, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for mode, line in lines:
                if mode == "sea":
                    pen.setDashPattern([0.1, DOTS / width])
                else:
                    pen.setStyle(Qt.PenStyle.SolidLine)
                painter.setPen(pen)
                painter.drawPolyline(line)

    def _draw_scale(self, painter: QPainter) -> None:
        free = self.free_rect()
        middle = free.center()
        x, y = self._camera.to_plane(
            middle.x(), middle.y(), self.viewport().width(), self.viewport().height()
        )
        km = (
            self._camera.width_km
            / max(1, self.viewport().width())
            / projection.scale(*projection.inverse(x, -y))
        )
        length = 1.0
        for unit in (1, 10, 100, 1000):
            for step in (1, 2, 5):
                if step * unit / km <= 110:
                    length = step * unit
        pixels = length / km
        left, bottom = free.left() + 16.0, free.bottom() - 14.0
        color = self._appearance.theme.color
        text = self.tr("{number} km").format(number=f"{length:,.0f}".replace(",", "\u202f"))
        font = self._appearance.interface_face(12)
        for shade, width in ((color("page"), 3.5), (color("soft_ink"), 1.4)):
            painter.setPen(QPen(shade, width))
            painter.drawPolyline(
                [
                    QPointF(left, bottom - 5),
                    QPointF(left, bottom),
                    QPointF(left + pixels, bottom),
                    QPointF(left + pixels, bottom - 5),
                ]
            )
        painter.setFont(font)
        painter.setPen(color("soft_ink"))
        painter.drawText(QPointF(left + 6, bottom - 6), text)

    # The hand

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle and the scale of what is shown."""
        super().resizeEvent(event)
        before, now = event.oldSize(), event.size()
        if before.width() > 0 and now.width() > 0 and self._flight is None:
            self._camera = settled(
                replace(self._camera, width_km=self._camera.width_km * now.width() / before.width())
            )
        self.show_frame(self._camera)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        self.interrupt()
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map."""
        if self._drag is None:
            return
        step = event.position() - self._drag
        self._drag = event.position()
        self.moved_by_hand = True
        self.begin_motion()
        self.show_frame(panned(self._camera, step.x(), step.y(), self.viewport().width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._drag is not None:
            self._drag = None
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            if self._moving:
                self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in where the pointer is."""
        at = event.position()
        self.moved_by_hand = True
        self._start_or_look(self._zoomed_at(2.0, at))

    def _start_or_look(self, camera: Camera) -> None:
        if self._appearance.reduced_motion:
            self.look(camera)
        else:
            self._start(camera, 260)

    def _zoomed_at(self, factor: float, at: QPointF) -> Camera:
        return zoomed(
            self._camera, factor, (at.x(), at.y()), self.viewport().width(), self.viewport().height()
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.interrupt()
        delta = event.angleDelta().y()
        if delta:
            self._nudge(self._zoomed_at(2 ** (delta / 360), event.position()))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching, on a screen or a trackpad."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.interrupt()
                self._drag = None
                at = QPointF(self.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
                step = pinch.centerPoint() - pinch.lastCenterPoint()
                camera = self._zoomed_at(max(0.2, pinch.scaleFactor()), at)
                self._nudge(panned(camera, step.x(), step.y(), self.viewport().width()))
                event.accept(pinch)
                return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.interrupt()
                self._nudge(self._zoomed_at(max(0.2, 1 + event.value()), event.position()))
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, go home, turn north."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        width, height = self.viewport().width(), self.viewport().height()
        moves = {
            Qt.Key.Key_Left: (width * STEP, 0.0),
            Qt.Key.Key_Right: (-width * STEP, 0.0),
            Qt.Key.Key_Up: (0.0, height * STEP),
            Qt.Key.Key_Down: (0.0, -height * STEP),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.interrupt()
            self._nudge(panned(self._camera, *moves[key], width))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(KEY_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / KEY_ZOOM)
        elif key == Qt.Key.Key_Home:
            self.moved_by_hand = True
            self.fly_to(home_camera())
        elif key == Qt.Key.Key_N:
            self.interrupt()
            camera = self._camera
            self.look(replace(camera, turn=projection.north(camera.x, -camera.y)))
        else:
            self.interrupt()
            event.ignore()

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab ends a flight first: while it lasts the other places are hidden, and Tab would leap over them."""
        if self._moving:
            self.look(self._target())
        return bool(super().focusNextPrevChild(next_child))

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            self.choose(button.place_id)
            self.place_chosen.emit(button.place_id)

    @Slot(str)
    def _on_focused(self, place_id: str) -> None:
        """Bring a place into view that the keyboard came to."""
        place = self._by_id.get(place_id)
        if place is None:
            return
        self.interrupt()
        x, y = self._to_view(place.x, -place.y)
        inner = self.free_rect().adjusted(20, 20, -20, -20)
        hidden = all((mark.x, mark.y) != (place.x, -place.y) for mark in self._shown)
        if hidden or not inner.contains(round(x), round(y)):
            width = self._camera.width_km
            least = min(width, RANK_KM.get(place.rank, 3_000.0) * 0.9)
            if hidden and inner.contains(round(x), round(y)):
                least = min(least, width / 3)
            self.fly_to(self.camera_at(place_id, least))

    def sizeHint(self) -> QSize:
        """A companion's size."""
        return QSize(430, 640)

    def minimumSizeHint(self) -> QSize:
        """Small."""
        return QSize(200, 200)
