"""City plates: sheets turned north, rivers and streets named along them, sites one can reach, doubt that shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from historydesk.domain import projection
from historydesk.domain.plate import Plate, PlateArea, PlateLine, PlateSite
from historydesk.ui.map.camera import Camera, around
from historydesk.ui.map.label_layout import overlap
from historydesk.ui.map.map_view import MapView
from historydesk.ui.map.plate_painter import PlatePainter
from historydesk.ui.map.plate_sheet import PlateSheet
from historydesk.ui.map.room import Room
from historydesk.ui.map.site_card import site_card
from historydesk.ui.map.site_layer import SiteButton
from historydesk.ui.theme import default_appearance

SIZE = (800, 600)
ROOM = Room(*SIZE, QRect(0, 0, *SIZE))


def at(lon: float, lat: float) -> tuple[float, float]:
    point = projection.forward(lon, lat)
    assert point is not None
    return point


def site(own: str, lon: float, lat: float, precision: int = 40, place: str = "") -> PlateSite:
    return PlateSite(own, own.title(), place, *at(lon, lat), precision, f"About {own}.")


def made(*sites: PlateSite) -> Plate:
    kura = PlateLine("river", "Kura", tuple(at(44.06 + i * 0.01, 41.975 - i * 0.001) for i in range(12)), 250)
    avenue = PlateLine("street", "Stalin Avenue", (at(44.11, 41.978), at(44.115, 41.99)), 60)
    x, y = at(44.1, 41.985)
    park = PlateArea("park", "", (((x, y), (x + 0.2, y), (x + 0.2, y + 0.2), (x, y)),), 100)
    points = [point for line in (kura, avenue) for point in line.points]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Plate(
        "gori", "Gori", "gori", "", (min(xs), min(ys), max(xs), max(ys)), sites, (kura, avenue), (park,)
    )


@pytest.fixture
def plate() -> Plate:
    return made(
        site("museum", 44.112, 41.987), site("school", 44.108, 41.984, 300), site("birth", 44.113, 41.986)
    )


@pytest.fixture
def painter(qtbot: QtBot, plate: Plate) -> PlatePainter:
    painter = PlatePainter()
    painter.set_plates([plate])
    return painter


def over_gori(width_km: float = 8.0) -> Camera:
    x, y = at(44.11, 41.982)
    return around(x, -y, width_km)


def picture(painter: PlatePainter, camera: Camera) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#404040"))
    drawing = QPainter(image)
    painter.paint(drawing, camera, *SIZE, fine=True)
    drawing.end()
    return image


def test_a_sheet_stands_upright_and_holds_everything(plate: Plate) -> None:
    sheet = PlateSheet.of(plate)
    camera = over_gori(20.0)
    corners = [camera.to_view(p.x(), p.y(), *SIZE) for p in sheet.corners]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    assert ay == pytest.approx(by, abs=1) and cy == pytest.approx(dy, abs=1)
    assert ax == pytest.approx(dx, abs=1) and bx == pytest.approx(cx, abs=1)
    for x, y in (point for line in plate.lines for point in line.points):
        px, py = camera.to_view(x, -y, *SIZE)
        assert ax < px < bx and ay < py < dy


def test_the_edge_of_a_sheet_fades(painter: PlatePainter, plate: Plate) -> None:
    camera = over_gori(20.0)
    image = picture(painter, camera)
    x, y = camera.to_view(PlateSheet.of(plate).corners[0].x(), PlateSheet.of(plate).corners[0].y(), *SIZE)
    row = round(y) + 80
    lights = [image.pixelColor(round(x) + step, row).lightness() for step in range(-30, 8)]
    assert lights == sorted(lights)
    assert len(set(lights)) > 6


def test_a_river_is_drawn_where_it_flows(painter: PlatePainter, plate: Plate) -> None:
    camera = over_gori()
    x, y = plate.lines[0].points[4]
    image = picture(painter, camera)
    assert image.pixelColor(*(round(v) for v in camera.to_view(x, -y, *SIZE))) != image.pixelColor(400, 80)


def test_a_loose_site_has_a_disk_of_its_doubt(painter: PlatePainter, plate: Plate) -> None:
    camera = over_gori()
    school = plate.sites[1]
    x, y = camera.to_view(school.x, -school.y, *SIZE)
    radius = 0.3 * SIZE[0] / camera.width_km
    image = picture(painter, camera)
    inside = image.pixelColor(round(x - radius * 0.7), round(y))
    assert inside != image.pixelColor(round(x - radius * 1.5), round(y))
    assert painter.shows(camera, *SIZE) == {"river", "street", "park", "site", "loose"}


def test_names_along_lines_keep_clear_of_words_and_of_each_other(painter: PlatePainter) -> None:
    camera = over_gori()
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    drawing = QPainter(image)
    first = painter.name_lines(drawing, camera, ROOM, [])
    again = painter.name_lines(drawing, camera, ROOM, first)
    drawing.end()
    assert len(first) == 2
    assert not overlap(first[0], first[1])
    assert not any(overlap(one, other) for one in again for other in first)


def test_names_along_lines_keep_out_of_what_a_card_covers(painter: PlatePainter) -> None:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    drawing = QPainter(image)
    half = Room(*SIZE, QRect(400, 0, 400, 600))
    boxes = painter.name_lines(drawing, over_gori(), half, [])
    drawing.end()
    assert boxes
    assert all(box[0] >= 400 for box in boxes)


def test_a_site_that_is_a_place_on_the_map_has_no_mark_or_name_of_its_own(qtbot: QtBot) -> None:
    painter = PlatePainter()
    painter.set_plates(
        [made(site("museum", 44.112, 41.987, place="gori-museum"), site("tower", 44.1, 41.98))]
    )
    painter.set_places({"gori-museum"})
    assert [each[2] for each in painter.labels(over_gori(), *SIZE)] == ["Tower"]
    assert [each.id for each in painter.sites(over_gori(), *SIZE)] == ["tower"]
    painter.set_places(())
    assert len(painter.labels(over_gori(), *SIZE)) == 2


@pytest.fixture
def shown(qtbot: QtBot, plate: Plate) -> MapView:
    view = MapView()
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.set_plates([plate])
    view.show()
    view.look(over_gori())
    return view


def buttons(view: MapView) -> list[SiteButton]:
    found = [each for each in view.viewport().findChildren(SiteButton) if each.isVisible()]
    return sorted(found, key=lambda button: button.accessibleName())


def test_every_site_is_a_named_control_in_a_near_view_only(shown: MapView) -> None:
    names = [each.accessibleName() for each in buttons(shown)]
    assert names == ["Birth, site", "Museum, site", "School, site"]
    assert "300\u00a0m" in buttons(shown)[2].accessibleDescription()
    shown.look(over_gori(400.0))
    assert buttons(shown) == []


def test_a_site_can_be_chosen_by_keyboard(qtbot: QtBot, shown: MapView) -> None:
    button = buttons(shown)[1]
    button.setFocus()
    with qtbot.waitSignal(shown.site_chosen) as caught:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert caught.args is not None
    card = site_card(caught.args[0])
    assert card.title == "Museum"
    assert "About museum. Position known to about 40\u00a0m." in card.html


def test_a_site_out_of_view_loses_its_control_and_the_map_gets_the_keyboard(shown: MapView) -> None:
    shown.activateWindow()
    buttons(shown)[0].setFocus()
    x, y = at(44.9, 41.982)
    shown.look(around(x, -y, 8.0))
    assert buttons(shown) == []
    assert shown.window().focusWidget() is shown


def test_the_layers_give_no_site_while_plates_are_faint(shown: MapView) -> None:
    room = ROOM
    assert shown._layers.sites(over_gori(70.0), room) == []
    assert QPointF(*at(44.112, 41.987)) in [QPointF(s.x, s.y) for s in shown._layers.sites(over_gori(), room)]


def test_the_appearance_reaches_the_plates(painter: PlatePainter) -> None:
    before = picture(painter, over_gori())
    painter.set_appearance(default_appearance())
    assert picture(painter, over_gori()) == before


def test_a_sheet_covers_a_view_that_lies_within_it(painter: PlatePainter) -> None:
    assert painter.covers(over_gori(2.5), *SIZE)
    assert not painter.covers(over_gori(30.0), *SIZE)
    assert {"river", "site"} <= painter.shows(over_gori(8.0), *SIZE)
