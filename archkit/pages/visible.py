"""Letters that a reader cannot see and that change what is seen: they are shown by their number."""

from __future__ import annotations

import re

# What turns the direction of a text around, control characters, and halves of a letter.
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# What is left of a page without these bytes is short, and holds every letter that cannot be seen.
_SEEN = bytes([9, 10, *range(32, 127)])


def visible(page: str) -> str:
    """Return a page on which such letters are shown as `[U+202E]`; nothing else of it changes."""
    rest = page.encode("utf-8", "surrogatepass").translate(None, _SEEN).decode("utf-8", "surrogatepass")
    if not _UNSEEN.search(rest):
        return page
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", page)
