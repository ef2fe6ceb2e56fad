"""Which addresses a page may point at, and which pictures it may show."""

from __future__ import annotations

import re

_SCHEMES = frozenset({"http", "https", "mailto"})
# What a browser drops from an address before it looks at the scheme, and what no reader can see.
_UNSEEN = re.compile(r"[\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_ENCODED = re.compile(r"%(?:[01][0-9a-f]|20|7f|e2%80%(?:8[b-f]|a[8-e])|ef%bb%bf|c2%ad)", re.IGNORECASE)
_BEFORE_PATH = re.compile(r"[^/?#]*")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+", re.IGNORECASE)


def is_safe_link(address: str) -> bool:
    """Whether an address is http, https, mailto, relative or a place on the page.

    An address without a scheme that names a host (`//host`) is refused: from a shared drive it opens a file server.
    """
    bare = _ENCODED.sub("", _UNSEEN.sub("", address)).replace("\\", "/")
    if bare.startswith("//"):
        return False
    before = _BEFORE_PATH.match(bare)
    scheme, colon, _ = before[0].partition(":") if before else ("", "", "")
    return not colon or scheme.casefold() in _SCHEMES


def is_safe_picture(address: str) -> bool:
    """Whether a picture travels inside the page: its data as PNG, JPEG, GIF or WebP."""
    return bool(_PICTURE.fullmatch(address))
