"""The palette and the style sheet of ordinary controls."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from historydesk.errors import ResourceError
from historydesk.ui.theme.appearance import Appearance
from historydesk.ui.theme.theme import TOKENS, folder

IMAGES = ("chevron-down", "chevron-up", "chevron-right", "check", "dot")
"""Small pictures inside controls; one file per theme in ``resources/themes/images``."""

SIZES = (12.5, 14, 15, 16, 18)


def stylesheet(appearance: Appearance) -> str:
    """The application's style sheet; raises ``ResourceError`` when its file is missing."""
    theme = appearance.theme
    values = {token: theme.css(token) for token in TOKENS}
    contrast = theme.is_high_contrast
    values["panel_line"] = f"2px solid {theme.css('rule')}" if contrast else "none"
    values["card_line"] = "2px" if contrast else "1px"
    values["card_edge"] = theme.css("edge" if contrast else "rule")
    values["disabled"] = "#9A9A9A" if contrast else theme.css("soft_ink")
    values["target"] = str(round(appearance.target))
    values["inner"] = str(round(appearance.target - 12))
    values["large"] = str(round(max(appearance.target, appearance.chrome_px(54)) - 8))
    values["pill"] = str(round(appearance.target / 2))
    for size in SIZES:
        values[f"t{size:g}"] = str(round(appearance.chrome_px(size)))
    images = (folder() / "images").as_posix()
    for image in IMAGES:
        values[image] = f"{images}/{image}-{theme.name}.svg"
    text = _template()
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text


@lru_cache(maxsize=1)
def _template() -> str:
    path = folder() / "controls.qss"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError(
            "The style of buttons and fields is missing.", "Reinstall the program.", path=path
        ) from error


def palette(appearance: Appearance) -> QPalette:
    """Colours for what no style sheet rule reaches (text documents, selections, disabled words)."""
    color = appearance.theme.color
    result = QPalette()
    role = QPalette.ColorRole
    for which, token in (
        (role.Window, "page"),
        (role.WindowText, "ink"),
        (role.Base, "card"),
        (role.AlternateBase, "panel"),
        (role.Text, "ink"),
        (role.PlaceholderText, "soft_ink"),
        (role.Button, "panel"),
        (role.ButtonText, "ink"),
        (role.BrightText, "red"),
        (role.Highlight, "blue"),
        (role.HighlightedText, "on_blue"),
        (role.Link, "blue"),
        (role.LinkVisited, "blue"),
        (role.ToolTipBase, "ink"),
        (role.ToolTipText, "on_ink"),
        (role.Accent, "red"),
        (role.Light, "card"),
        (role.Midlight, "panel"),
        (role.Mid, "rule"),
        (role.Dark, "edge"),
        (role.Shadow, "edge"),
    ):
        result.setColor(which, color(token))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, color("soft_ink"))
    return result


def apply(application: QApplication, appearance: Appearance) -> None:
    """Give the whole application this appearance: style, palette, interface font, style sheet."""
    # Asking for the style, or setting it, makes PySide6 load QStyle with all its enumerations, 8 ms of the start;
    # whoever makes the application asks for Fusion by its arguments and says so by this property.
    if not application.property("fusion"):
        application.setStyle("fusion")
        application.setProperty("fusion", True)
    application.setPalette(palette(appearance))
    application.setFont(appearance.interface_face(15))
    application.setStyleSheet(stylesheet(appearance))
