"""The frame of the map that one moves: a graphics view over the plane."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from historydesk.ui.map.camera import Camera
from historydesk.ui.theme.viewport import own_viewport

PLANE = QRectF(-60_000, -60_000, 120_000, 120_000)


class _BaseItem(QGraphicsItem):
    """The whole base map as one item of the scene."""

    def __init__(self, view: MapFrame) -> None:
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


class MapFrame(QGraphicsView):
    """A view over the plane (scene in km, y down) whose ground is drawn by ``paint_base``; base of the map view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
            self.tr(
                "Arrow keys move, plus and minus zoom, Home shows everything, N turns north up, "
                "G shows latitudes and longitudes, Tab goes from place to place"
            )
        )
        viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setCursor(Qt.CursorShape.OpenHandCursor)

    def aim(self, camera: Camera) -> None:
        """Let the scene lie under the view as a camera sees it."""
        scale = self.viewport().width() / camera.width_km
        transform = QTransform()
        transform.rotate(camera.turn)
        transform.scale(scale, scale)
        self.setTransform(transform)
        self.centerOn(camera.x, camera.y)

    def paint_base(self, painter: QPainter) -> None:
        """Draw the ground, in pixels."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """A companion's size."""
        return QSize(430, 640)

    def minimumSizeHint(self) -> QSize:
        """Small."""
        return QSize(200, 200)
