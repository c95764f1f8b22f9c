"""The LaTeX that bibliographies use, as plain Unicode."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_LETTERS = {
    "textdegree": "°",
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "th": "þ",
    "textendash": "–",
    "textemdash": "—",
    "S": "§",
    "P": "¶",
    "ldots": "…",
    "dots": "…",
}
_TEX_ACCENT = re.compile(
    r"\\(?:([`'^~=.\"])\s*|([uvHrdckb])(?:\s+|(?=\{)))(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))"
)
_TEX_LETTER = re.compile(
    r"\\(" + "|".join(sorted(_LETTERS, key=len, reverse=True)) + r")(?![A-Za-z])(?:\{\})?\s?"
)


def plain_text(tex: str) -> str:
    """The LaTeX that bibliographies use (accents, dashes, quotation marks, braces) as plain Unicode."""

    def accent(match: re.Match[str]) -> str:
        letter = (match.group(3) or match.group(4)).lstrip("\\")
        return unicodedata.normalize("NFC", letter + _ACCENTS[match.group(1) or match.group(2)])

    text = _TEX_ACCENT.sub(accent, tex)
    text = _TEX_LETTER.sub(lambda match: _LETTERS[match.group(1)], text)
    text = re.sub(
        r"\\([&%$#_{}])",
        lambda match: {"{": "\ue000", "}": "\ue001"}.get(match.group(1), match.group(1)),
        text,
    )
    text = re.sub(r"\\(?:emph|textit|textbf|textsc|url)\s*\{", "{", text)
    text = text.replace("{", "").replace("}", "").replace("\ue000", "{").replace("\ue001", "}")
    text = (
        text.replace("---", "—").replace("--", "–").replace("``", "“").replace("'''", "’”").replace("''", "”")
    )
    text = text.replace("`", "‘").replace("'", "’").replace("~", "\u00a0")
    return (
        " ".join(text.split(" ")).replace("\n", " ").strip()
        if "  " not in text
        else re.sub(r"[ \n]+", " ", text).strip()
    )
