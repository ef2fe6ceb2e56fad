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
#: Which part of the letters in UTF-16 has a NUL: most of them in Latin, blanks and marks in other scripts.
_MOSTLY, _OFTEN, _MANY = 0.4, 0.05, 16
#: Above this part of ASCII, bytes that are no UTF-8 are letters of one byte with a few accents.
_LATIN = 0.85


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of some bytes and the name of its encoding; Windows' own is the last to be tried."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), encoding
    plain = next((encoding for encoding in ("utf-8", "cp1252") if _fits(content, encoding)), "latin-1")
    encoding = _without_mark(content[:_LOOKED_AT], is_utf_8=plain == "utf-8") or plain
    return content.decode(encoding, errors="replace"), encoding


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _without_mark(start: bytes, *, is_utf_8: bool) -> str:
    """Return UTF-16 where that makes a text without NULs of bytes that have enough of them, else "".

    A NUL in a text of another encoding is a fault in it; read as UTF-16 that text would be other words.
    """
    places = [at for at, byte in enumerate(start) if byte == 0]
    if len({at % 2 for at in places}) != 1:
        return ""
    letters = len(start) / 2
    are_many = len(places) >= letters * _MOSTLY or (len(places) >= _MANY and len(places) >= letters * _OFTEN)
    is_other_script = not is_utf_8 and sum(byte < 128 for byte in start) < len(start) * _LATIN
    if not are_many and not is_other_script:
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
