"""The authored folder: which files it has, and reading them safely."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from historydesk.packs.problems import Problems

PAGE_LIMIT = 256 * 1024
"""Bytes of one chapter or quiz: longer pages take seconds to lay out."""
DATA_LIMIT = 8 * 1024 * 1024
"""Bytes of one TOML, GeoJSON or BibTeX file."""
_SUFFIXES = (".toml", ".md", ".gift", ".geojson", ".bib")
_LINK = "this is a symbolic link", "put a copy of the file in its place"
_NO_FILE = "this is a folder", "put a file of that name in its place"
_CONTROL = bytes((*range(0x01, 0x09), 0x0B, *range(0x0E, 0x20), 0x7F))
"""Signs no text needs; in a terminal some of them give orders."""


class PackFolder:
    """A pack's folder, listed once in a fixed order. Links and files outside the folder are refused."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self.root = root
        self._root = os.fspath(root)
        self._problems = problems
        self._refused: set[str] = set()
        self.files: tuple[str, ...] = tuple(self._walk())
        """Paths relative to the folder, with forward slashes, sorted; hidden files are left out."""
        self._known = frozenset(self.files)

    def has(self, path: str) -> bool:
        """Whether the folder holds that file."""
        return path in self._known

    def under(self, prefix: str, suffix: str) -> list[str]:
        """Files directly or deeper under ``prefix`` that end with ``suffix``, sorted."""
        return [path for path in self.files if path.startswith(prefix) and path.endswith(suffix)]

    def languages(self) -> list[str]:
        """Names of the folders at the top, sorted."""
        return sorted({path.partition("/")[0] for path in self.files if "/" in path})

    def read_bytes(self, path: str, limit: int) -> bytes | None:
        """A file's bytes, or ``None`` when it is too large or unreadable (which is then a problem)."""
        full = os.path.join(self._root, path)  # noqa: PTH118 - a quarter of the time, for each of many chapters
        try:
            status = os.stat(full)  # noqa: PTH116
            if not stat.S_ISREG(status.st_mode):
                self._problems.error(path, 1, "this is no ordinary file", "put a plain file in its place")
                return None
            size = status.st_size
            if size > limit:
                self._problems.error(
                    path,
                    1,
                    f"the file has {size:,} bytes",
                    f"keep it at or under {limit:,} bytes, or divide it",
                )
                return None
            with open(full, "rb", buffering=0) as file:  # noqa: PTH123
                return file.readall()
        except OSError as error:
            reason = error.strerror or str(error)
            self._problems.error(
                path, 1, f"the file cannot be read ({reason})", "check that it exists and its rights"
            )
            return None

    def read_text(self, path: str, limit: int = DATA_LIMIT) -> str | None:
        """A file's text (UTF-8, line ends made ``\\n``), or ``None`` after reporting why not."""
        data = self.read_bytes(path, limit)
        if data is None:
            return None
        if data.startswith(b"\xef\xbb\xbf"):
            self._problems.error(
                path,
                1,
                "the file begins with a byte order mark",
                "save it as UTF-8 without a byte order mark",
            )
            return None
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._problems.error(path, line, "the text is not UTF-8", "save the file with the encoding UTF-8")
            return None
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            self._problems.error(path, line, "the text holds a NUL character", "remove it")
            return None
        if len(data.translate(None, _CONTROL)) < len(data):
            control = next(at for at, sign in enumerate(text) if ord(sign) < 0x80 and ord(sign) in _CONTROL)
            line = text.count("\n", 0, control) + 1
            number = f"U+{ord(text[control]):04X}"
            self._problems.error(path, line, f"the text holds a control character ({number})", "remove it")
            return None
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _walk(self) -> list[str]:
        found: list[str] = []
        for folder, names, files in os.walk(self.root):
            base = Path(folder)
            for name in list(names):
                if name.startswith("."):
                    names.remove(name)
                elif (base / name).is_symlink():
                    names.remove(name)
                    self._refuse(base / name, *_LINK)
                elif name.endswith(_SUFFIXES):
                    names.remove(name)
                    self._refuse(base / name, *_NO_FILE)
            for name in files:
                if name.startswith("."):
                    continue
                if (base / name).is_symlink():
                    self._refuse(base / name, *_LINK)
                else:
                    found.append((base / name).relative_to(self.root).as_posix())
        return sorted(found)

    def _refuse(self, path: Path, what: str, remedy: str) -> None:
        relative = path.relative_to(self.root).as_posix()
        self._refused.add(relative)
        self._problems.error(relative, 1, what, remedy)

    def is_refused(self, path: str) -> bool:
        """Whether the path, or a folder it lies in, was refused: what is missing there is not reported again."""
        if not self._refused:
            return False
        parts = path.split("/")
        return any("/".join(parts[:count]) in self._refused for count in range(1, len(parts) + 1))
