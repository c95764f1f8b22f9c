"""Line icons, recoloured by token, sharp at every scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPixmap

from historydesk import paths

_icons: dict[tuple[str, str, int, tuple[float, ...]], QIcon] = {}


@cache
def _drawing(name: str) -> str:
    try:
        return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except OSError:
        return ""


def _scales() -> tuple[float, ...]:
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}))


def icon(name: str, color: QColor | str, size: int = 20) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in one colour, for a square of ``size`` logical pixels.

    It holds a drawing for the scale of every screen, so that nothing is blown up. A missing file gives an
    empty icon: the control keeps its name and words.
    """
    shade = _shade(color)
    scales = _scales()
    key = (name, shade, size, scales)
    if key not in _icons:
        made = QIcon()
        for scale in scales:
            drawn = _render(name, shade, round(size * scale))
            if not drawn.isNull():
                drawn.setDevicePixelRatio(scale)
                made.addPixmap(drawn)
        _icons[key] = made
    return _icons[key]


def pixmap(name: str, color: QColor | str, size: int, scale: float = 1.0) -> QPixmap:
    """One drawing of an icon for a device of this pixel ratio; null when the file is missing."""
    made = _render(name, _shade(color), round(size * scale))
    made.setDevicePixelRatio(scale)
    return made


def _shade(color: QColor | str) -> str:
    return color if isinstance(color, str) else color.name()


def _render(name: str, shade: str, pixels: int) -> QPixmap:
    # The size is written into the drawing: a reader that scales would load QImage and QImageReader, 4 ms at start.
    made = QPixmap()
    drawing = _drawing(name).replace("currentColor", shade)
    if drawing:
        for side in ("width", "height"):
            drawing = drawing.replace(f'{side}="24"', f'{side}="{pixels}"', 1)
        made.loadFromData(drawing.encode(), "SVG")
    return made
