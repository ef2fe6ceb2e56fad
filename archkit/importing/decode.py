"""Bytes → text: the encodings in which old documents come."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4000
#: Of how many characters of a text one may be invisible.
_PRINTED = 50


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of some bytes and the name of its encoding; Windows' own is the last to be tried."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), encoding
    if encoding := _without_mark(content[:_LOOKED_AT]):
        return content.decode(encoding, errors="replace"), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        try:
            return content.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            return content.decode("latin-1"), "latin-1"


def _without_mark(start: bytes) -> str:
    """Return UTF-16 where that makes a text without NULs of bytes that have some, else ""."""
    if 0 not in start:
        return ""
    even = start[: len(start) // 2 * 2]
    plain = {encoding: _plain(even, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(plain, key=lambda encoding: plain[encoding])
    return best if plain[best] else ""


def _plain(start: bytes, encoding: str) -> int:
    """Return how many characters of ASCII a text has in an encoding; 0 where it is none."""
    # The last character may be cut in two.
    text = start.decode(encoding, errors="replace").rstrip("\ufffd")
    odd = sum(1 for letter in text if not (letter.isprintable() or letter.isspace()))
    is_text = "\x00" not in text and "\ufffd" not in text and odd * _PRINTED <= len(text)
    return sum(map(str.isascii, text)) if is_text else 0
