"""Pictures of a pack: found, measured before they are opened, and kept within limits."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree

from historydesk.packs.folder import PackFolder
from historydesk.packs.problems import Problems, did_you_mean

BYTES_LIMIT = 4 * 1024 * 1024
PIXELS_LIMIT = 16_000_000
"""64 MB when decoded, which a PC with 2 GB of memory can still hold."""
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
_SVG_REFUSED = frozenset(
    [
        "use",
        "script",
        "foreignObject",
        "image",
        "feImage",
        "a",
        "animate",
        "animateTransform",
        "animateMotion",
        "set",
        "tref",
        "iframe",
    ]
)
_SVG_ELEMENTS = 20_000
_SVG_DEPTH = 64
_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?\s*(?!#)[^\s\"')]", re.IGNORECASE)
"""A style that fetches something: everything but ``url(#…)``, which stays inside the drawing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture with its size in pixels."""

    path: str
    media_type: str
    width: int
    height: int
    data: bytes


class FigureShelf:
    """The figures of a pack; remembers which are used. One per build."""

    def __init__(self, folder: PackFolder, problems: Problems) -> None:
        self._folder = folder
        self._problems = problems
        self._files = tuple(folder.under("figures/", ""))
        self._used: dict[str, tuple[str, int]] = {}

    def use(self, source: str, path: str, line: int) -> None:
        """Note that a chapter shows a figure; reports a path that leads nowhere."""
        if source in self._used:
            return
        if ":" in source.partition("/")[0] or source.startswith("//"):
            self._problems.error(
                path, line, f"the figure “{source}” is outside the pack", "put the file into figures/"
            )
        elif ".." in source.split("/") or source.startswith("/") or self._folder.is_refused(source):
            self._problems.error(
                path,
                line,
                f"the figure “{source}” is outside the pack’s figures",
                "put the file itself into figures/",
            )
        elif source not in self._files:
            remedy = did_you_mean(source, self._files, "put the file into figures/ or correct the path")
            self._problems.error(path, line, f"there is no figure “{source}”", remedy)
        else:
            self._used[source] = (path, line)

    def load(self) -> list[Figure]:
        """The figures that are used, by path; reports those that cannot be used and those nobody uses."""
        figures = []
        for path in self._files:
            if path not in self._used:
                self._problems.warning(path, 1, "no chapter shows this figure", "show it or remove the file")
                continue
            figure = self._figure(path)
            if figure is not None:
                figures.append(figure)
        return figures

    def _figure(self, path: str) -> Figure | None:
        suffix = path[path.rfind(".") :].lower()
        media_type = _TYPES.get(suffix)
        if media_type is None:
            self._problems.error(
                path, 1, f"a figure cannot be a {suffix} file", "save it as PNG, JPEG or SVG"
            )
            return None
        data = self._folder.read_bytes(path, BYTES_LIMIT)
        if data is None:
            return None
        if media_type == "image/svg+xml":
            size = self._svg_size(path, data)
        else:
            is_png = media_type == "image/png"
            size = _png_size(data) if is_png else _jpeg_size(data)
            if size is None:
                self._problems.error(
                    path, 1, f"this is not a {suffix[1:].upper()} picture", "save it again as PNG or JPEG"
                )
            elif not (_is_whole_png(data) if is_png else _is_whole_jpeg(data)):
                self._problems.error(
                    path, 1, "the picture is damaged or cut short", "copy it again, or save it again"
                )
                return None
        if size is None:
            return None
        width, height = size
        if width * height > PIXELS_LIMIT or not width or not height:
            self._problems.error(
                path, 1, f"the figure has {width} × {height} pixels", "make it 1,600 pixels wide or less"
            )
            return None
        return Figure(path, media_type, width, height, data)

    def _svg_size(self, path: str, data: bytes) -> tuple[int, int] | None:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            self._problems.error(path, 1, "the SVG is not UTF-8", "save it again as UTF-8")
            return None
        # Expat is told that it is UTF-8 whatever the file declares, so that what is searched here is what it reads.
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            self._problems.error(
                path, 1, "the SVG declares a document type", "remove <!DOCTYPE …> and entities"
            )
            return None
        try:
            root = ElementTree.fromstring(data, ElementTree.XMLParser(encoding="utf-8"))
        except ElementTree.ParseError as error:
            self._problems.error(
                path, error.position[0], "the SVG is not well-formed XML", "save it again as SVG"
            )
            return None
        fault = _svg_fault(root)
        if fault:
            self._problems.error(path, 1, fault, "draw it with plain shapes, or save it as PNG")
            return None
        width, height = _length(root.get("width")), _length(root.get("height"))
        box = (root.get("viewBox") or "").replace(",", " ").split()
        if (not width or not height) and len(box) == 4:
            width, height = _length(box[2]), _length(box[3])
        if not width or not height:
            self._problems.error(path, 1, "the SVG has no size", "add a viewBox")
            return None
        return width, height


def _svg_fault(root: ElementTree.Element) -> str:
    """What a drawing must not do: reach outside, run, or take too long to draw."""
    if _local(root.tag) != "svg":
        return "this is not an SVG drawing"
    waiting, count = [(root, 1)], 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > _SVG_ELEMENTS:
            return f"the SVG has more than {_SVG_ELEMENTS:,} elements"
        if depth > _SVG_DEPTH:
            return f"the SVG nests more than {_SVG_DEPTH} elements in each other"
        fault = _element_fault(element)
        if fault:
            return fault
        waiting.extend((child, depth + 1) for child in element)
    return ""


def _element_fault(element: ElementTree.Element) -> str:
    name = _local(element.tag)
    if name in _SVG_REFUSED:
        return f"the SVG uses <{name}>"
    if name == "style" and _OUTSIDE.search(element.text or ""):
        return "the style of the SVG points outside the drawing"
    for key, value in element.attrib.items():
        attribute = _local(key)
        if attribute.startswith("on"):
            return f"the SVG runs a script ({attribute})"
        if (attribute in ("href", "src") and not value.startswith("#")) or _OUTSIDE.search(value):
            return f"the {attribute} of a <{name}> points outside the drawing"
    return ""


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _is_whole_png(data: bytes) -> bool:
    """Whether every chunk is there with its right sum, the image data and the end among them."""
    at, kinds = 8, set()
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        end = at + 12 + length
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(
            data[end - 4 : end], "big"
        ):
            return False
        kind = data[at + 4 : at + 8]
        kinds.add(kind)
        if kind == b"IEND":
            return b"IDAT" in kinds
        at = end
    return False


def _is_whole_jpeg(data: bytes) -> bool:
    """Whether a scan begins and the end marker closes the file (some cameras add zeros)."""
    return b"\xff\xda" in data and data.rstrip(b"\0")[-2:] == b"\xff\xd9"


def _length(text: str | None) -> int:
    match = re.match(r"\s*(\d{1,6}(?:\.\d+)?)(?:px)?\s*$", text or "")
    return round(float(match.group(1))) if match else 0


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or len(data) < 33:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Size from the first start-of-frame marker (ITU T.81, annex B)."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0] if marker not in (0x01, 0xFF) else 1
    return None
