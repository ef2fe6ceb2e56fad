"""What a heading means: its words without marks, numbers and case, looked up in the table."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from archkit.importing.headings import HEADINGS

_COMMENT = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>?|\{#[^}]*\}")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_NUMBERED = re.compile(
    r"^(?:(?:\d+(?:\.\d+)*[.):]?|[ivx]+[.)]|§\s*\d+)\s+|\d+(?:\.\d+)*[.、．)]\s*(?=[^\x00-\x7f])|[一二三四五六七八九十]+[、.．]\s*)"
)
_OPTIONAL = re.compile(r"\s*[(\[（](?:optional|if applicable|required|\w{2,12})[)\]）]\s*$")
_ENDS = re.compile(r"^[^\w§]+|[^\w)\]）]+$")
#: `决策（建议默认）`, `해결 전략 (Solution Strategy)`: either may be known.
_BRACKETS = re.compile(r"(?P<outer>[^(（]+?)\s*[(（](?P<inner>[^()（）]+)[)）]")
#: `Background / Context`, `背景・問題`, `Context and goals`.
_BETWEEN = re.compile(
    r"\s*[/／|・+&]\s*|\s+(?:and|und|et|y|e|и|en|i|och|ve)\s+|(?<=[^\x00-\x7f])[和与及と](?=[^\x00-\x7f])"
)
_LONGEST = 200


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
            # A letter such as ß is another one when it is folded.
            found.setdefault(heading.casefold(), meaning)
    return found


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> str:
    """Return what stands below a heading, "" when the table does not say."""
    if len(text) >= _LONGEST:
        return ""
    known, folded = meanings(), folded_heading(text)
    if found := known.get(folded):
        return found
    if bracketed := _BRACKETS.fullmatch(folded):
        outer, inner = folded_heading(bracketed["outer"]), folded_heading(bracketed["inner"])
        return known.get(outer) or _of_parts(outer) or known.get(inner, "")
    return _of_parts(folded)


def is_known(text: str) -> bool:
    """Whether the table has a heading as it stands; what only begins with a known word may be a title."""
    return folded_heading(text) in meanings()


def _of_parts(folded: str) -> str:
    """Return what all the parts of a heading mean whose first part the table knows."""
    parts = [meanings().get(part, "") for part in _BETWEEN.split(folded)]
    known = set(filter(None, parts))
    return parts[0] if len(parts) > 1 and parts[0] and len(known) == 1 else ""
