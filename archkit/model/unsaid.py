"""Texts that fill a field and say nothing: a dash, a question mark, TBD, none."""

from __future__ import annotations

import re
from functools import lru_cache

_UNSAID = re.compile(
    r"[\W_]*(?:(?:n/?\s?a|none|nothing|nobody|no\s?one|nil|null|unknown|unclear|undecided|unassigned|open|pending"
    r"|tb[acd]|todo|to\s+do|fixme|xxx+|not\s+(?:yet\s+)?(?:known|decided|defined|assigned|set|clear|applicable)"
    r"|to\s+be\s+(?:added|agreed|assigned|clarified|confirmed|decided|defined|determined|done|named|written))"
    r"(?:\s+yet)?)?[\W_]*",
    re.IGNORECASE,
)
_ASSUMED = re.compile(
    r"(?:^|[(\[])[\s*_]*(?:an?\s+)?(?:our\s+)?assum(?:ption|ed)\b|\bassumption[\s*_.)\]]*$", re.IGNORECASE
)
_LINK = re.compile(r"https?://|\]\(")
#: No text that says nothing is longer.
_LONGEST = 40


def is_unsaid(text: str) -> bool:
    """Whether a text is empty, or stands for something that is not said."""
    return not text or (len(text) <= _LONGEST and _stands_for_nothing(text))


# The short texts of a document are words of scales, dates and names, which many documents have.
@lru_cache(maxsize=4096)
def _stands_for_nothing(text: str) -> bool:
    return _UNSAID.fullmatch(text) is not None


def says_assumption(text: str) -> bool:
    """Whether evidence says that it is an assumption: the word at its beginning, its end or in brackets."""
    return _ASSUMED.search(text) is not None


def says_why(claim: str) -> bool:
    """Whether a claim without evidence behind a dash has it in itself: a link, or the word assumption."""
    return _LINK.search(claim) is not None or says_assumption(claim)
