"""ICU's data without what Qt never asks for.

Qt's Linux libraries carry all of ICU's data, 32 MB. Of ICU they call four things: collation, conversion between
character sets, upper and lower case, and the names of time zones (``nm -D --undefined-only libQt6Core.so.6``). Names of
languages, regions, currencies and units, dictionaries for breaking lines, transliteration, spelled-out numbers and the
names of characters serve other functions. They are taken out of the package's table of contents, as ``icupkg -r`` does,
and the file shrinks by what they took. See decision 0014.
"""

from __future__ import annotations

import struct
from pathlib import Path

DROPPED = (
    "brkitr/",
    "curr/",
    "lang/",
    "rbnf/",
    "region/",
    "translit/",
    "unit/",
    "unames.icu",
    "confusables.cfu",
)
"""Trees and items that no function reads which Qt calls."""
PAGE = 4096
_MAGIC = b"\xda\x27"
_FORMAT = b"CmnD"
_ALIGNED = 16


def shrink(library: Path) -> int:
    """Take what Qt never asks for out of an ``libicudata.so``; the bytes saved.

    Raises ValueError when the file is built differently than ICU builds it; it is untouched then.
    """
    whole = bytearray(library.read_bytes())
    at = _place_of_package(whole)
    size = _size_of_package(whole, at)
    package = _without(bytes(whole[at : at + size]))
    saved = (size - len(package)) // PAGE * PAGE
    whole[at : at + size] = package.ljust(size - saved, b"\0")
    _close_gap(whole, at, saved)
    library.write_bytes(whole)
    return saved


def _without(package: bytes) -> bytes:
    """The package with the items that stay, in their order, each aligned as before."""
    table, items = _contents(package)
    kept = [(name, data) for name, data in items if not name.partition("/")[2].startswith(DROPPED)]
    names = bytearray()
    entries = []
    start = 4 + 8 * len(kept)
    for name, _ in kept:
        entries.append(start + len(names))
        names += name.encode("ascii") + b"\0"
    body = bytearray(start) + names
    for number, (_, data) in enumerate(kept):
        body += b"\xaa" * (-(table + len(body)) % _ALIGNED)
        struct.pack_into("<II", body, 4 + 8 * number, entries[number], len(body))
        body += data
    struct.pack_into("<I", body, 0, len(kept))
    return package[:table] + bytes(body)


def _contents(package: bytes) -> tuple[int, list[tuple[str, bytes]]]:
    """Where the table of contents begins, and the items by name."""
    (table,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, table)
    pairs = [struct.unpack_from("<II", package, table + 4 + 8 * number) for number in range(count)]
    ends = [start for _, start in pairs[1:]] + [len(package) - table]
    items = []
    for (name, start), end in zip(pairs, ends, strict=True):
        stop = package.index(b"\0", table + name)
        items.append((package[table + name : stop].decode("ascii"), package[table + start : table + end]))
    return table, items


def _place_of_package(whole: bytearray) -> int:
    at = whole.find(_FORMAT) - 12
    if at < 0 or whole[at + 2 : at + 4] != _MAGIC:
        raise ValueError("this library holds no package of ICU's data")
    return at


def _sections(whole: bytearray) -> list[int]:
    """Offsets of the section headers."""
    (first,) = struct.unpack_from("<Q", whole, 0x28)
    size, count = struct.unpack_from("<HH", whole, 0x3A)
    return [first + size * number for number in range(count)]


def _size_of_package(whole: bytearray, at: int) -> int:
    """Bytes of the section that the package fills; everything behind it is the library's own."""
    if whole[:6] != b"\x7fELF\x02\x01":
        raise ValueError("this is no 64-bit library of Linux")
    for header in _sections(whole):
        offset, size = struct.unpack_from("<QQ", whole, header + 0x18)
        if offset == at and size:
            return int(size)
    raise ValueError("the package does not begin a section")


def _close_gap(whole: bytearray, at: int, saved: int) -> None:
    """Correct the headers after ``saved`` bytes (whole pages) were taken out of the section at ``at``.

    Addresses stay: between the two parts of the library lies memory that nothing uses.
    """
    first, last = struct.unpack_from("<QQ", whole, 0x20)
    struct.pack_into("<Q", whole, 0x28, last - saved)
    size, count = struct.unpack_from("<HH", whole, 0x36)
    for number in range(count):
        header = first + size * number
        offset, _, _, filled, kept = struct.unpack_from("<QQQQQ", whole, header + 0x08)
        if offset > at:
            struct.pack_into("<Q", whole, header + 0x08, offset - saved)
        elif offset + filled > at:
            struct.pack_into("<QQ", whole, header + 0x20, filled - saved, kept - saved)
    for header in _sections(whole):
        address, offset, filled = struct.unpack_from("<QQQ", whole, header + 0x10)
        if offset == at and filled:
            struct.pack_into("<Q", whole, header + 0x20, filled - saved)
        elif offset > at:
            if not filled:
                struct.pack_into("<Q", whole, header + 0x10, address - saved)
            struct.pack_into("<Q", whole, header + 0x18, offset - saved)
