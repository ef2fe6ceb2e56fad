"""What a heading means: its words without marks, numbers and case, looked up in the table."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from archkit.importing.headings import HEADINGS

_COMMENT = re.compile(r"<!--.*?-->|\{#[^}]*\}")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*[.):]?|[ivx]+[.)]|§\s*\d+)\s+")
_OPTIONAL = re.compile(r"\s*[(\[（](?:optional|if applicable|required|\w{2,12})[)\]）]\s*$")
_ENDS = re.compile(r"^[^\w§]+|[^\w)\]]+$")


@lru_cache(maxsize=4096)
def folded_heading(text: str) -> str:
    """Return a heading as it is compared: without marks, numbers, emoji, anchors, comments and case."""
    bare = _LINK.sub(r"\1", _COMMENT.sub("", text)) if "[" in text or "<" in text or "{" in text else text
    bare = _ENDS.sub("", bare.strip().replace("*", "").replace("`", "").strip("_")).casefold()
    bare = _NUMBERED.sub("", bare, count=1)
    bare = _OPTIONAL.sub("", bare)
    return " ".join(_ENDS.sub("", bare).split())


@cache
def meanings() -> dict[str, str]:
    """Return what each heading holds; the first entry of the table counts where a heading stands twice."""
    found: dict[str, str] = {}
    for meaning, headings in HEADINGS.items():
        for heading in headings.split(" | "):
            found.setdefault(heading, meaning)
    return found


def meaning_of(text: str) -> str:
    """Return what stands below a heading, "" when the table does not say."""
    return meanings().get(folded_heading(text), "") if len(text) < 200 else ""
