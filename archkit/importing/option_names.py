"""What an option is called: the name in a heading or at the beginning of an item, and what is said of it there."""

from __future__ import annotations

import re

from archkit.format.inline import split_label, split_point
from archkit.importing.phrases import OPTION_HEADING

_BOLD = re.compile(
    r"(?:\*\*|__)(?P<name>(?:(?!\*\*|__).)+?):?(?:\*\*|__)\s*[:：]?\s*(?:[-–—]\s+)?(?P<rest>.*)$", re.DOTALL
)
_ANCHOR = re.compile(r"\[(?P<text>[^\]]+)\]\(#[^)]*\)$")
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")


def folded_marks(heading: str) -> str:
    """Return a heading without emphasis and number, but with its case."""
    return _NUMBER.sub("", heading.strip().strip("*_ "), count=1)


def named_by_heading(heading: str) -> tuple[str, str]:
    """Return the name of the option that a heading is, and the number or letter that it gives it."""
    bare = folded_marks(heading)
    found = OPTION_HEADING.match(bare)
    if found:
        return found["name"].strip().rstrip("*_").strip() or bare, found["number"] or ""
    return bare, ""


def split_name(text: str) -> tuple[str, str]:
    """Return the name that a text begins with, and what is said of it."""
    if found := _BOLD.match(text):
        return found["name"].strip(), found["rest"].strip()
    if found := _ANCHOR.match(text):
        return found["text"], ""
    head, tail = split_point(text)
    if tail and len(head) <= 80:
        return head, tail
    if (labelled := split_label(text)) and len(labelled[0]) <= 80 and labelled[1]:
        if OPTION_HEADING.match(text) and len(labelled[0].split()) <= 2:
            return text, ""
        return labelled
    return text, ""
