"""A total that stands beside work items: what archkit computes of it, and what its author says beside that."""

from __future__ import annotations

import re

from archkit.model.text import line

_NUMBER = r"\d[\d.,]*"
#: A unit as it is written behind a number.
UNIT = r"(?:(?:working|person|staff|man)[- ]?)?(?:hours?|days?|weeks?|months?|years?|[hdw])\b"
_RANGE = rf"{_NUMBER}(?:\s*(?:[-–—]|to)\s*{_NUMBER})?"
#: `12.0 days`, `at least 12.0 days`, `10–12 days`, `**3 weeks**`.
_AMOUNT = re.compile(rf"(\*\*|__)?(?:at\s+least\s+)?{_RANGE}\s*{UNIT}(?(1)\1)", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
#: What archkit itself writes in brackets behind the total.
_NOTE = re.compile(
    rf"\d+\s*%\s+chance\s+of\s+at\s+most\s+{_NUMBER}|without\s+\d+\s+work\s+items?\s+that\s+cannot\s+be\s+read"
    r"|\d+\s+work\s+items?\s+cannot\s+be\s+read"
)
#: What archkit writes for a total of which it can read nothing, before its note.
_UNKNOWN = re.compile(r"not\s+known(?=\s+\(\d+\s+work\s+items?\s+cannot\s+be\s+read[;)])")
_MOST = 20
_BETWEEN = re.compile(r"(?:[\s,;:]|[-–—.](?=\s|$))+")


def split_total(text: str) -> tuple[str, str]:
    """Split a total into what archkit computes, such as `12.0 days`, and what its author says beside it.

    The author's part never begins with something that would be read as computed.
    """
    stated: list[str] = []
    remark = text
    # Undoing an escape can lay another dash bare; nobody writes a row of them.
    for _ in range(_MOST):
        if (after := line(_rest(remark, stated))) == remark:
            break
        remark = after
    return " ".join(stated), remark


def joined_total(computed: str, remark: str) -> str:
    """Return a total as it is written: the computed text, and what its author says beside it."""
    if not computed or not remark:
        return computed or remark
    return f"{computed} {remark}" if remark.startswith("(") else f"{computed}, {remark}"


def _rest(text: str, stated: list[str]) -> str:
    """Take off the amounts at the start, archkit's own notes, and what stands between them."""
    at = 0
    while at < len(text):
        if found := _BETWEEN.match(text, at):
            at = found.end()
        elif found := _AMOUNT.match(text, at) or _UNKNOWN.match(text, at):
            stated.append(found[0])
            at = found.end()
        elif found := _BRACKETS.match(text, at):
            parts = [part.strip() for part in found[1].split(";")]
            own = [part for part in parts if not _NOTE.fullmatch(part)]
            if len(own) == len(parts):
                break
            stated.append(f"({'; '.join(part for part in parts if part not in own)})")
            at = found.end()
            if own:
                return f"({'; '.join(own)}){text[at:]}"
        else:
            break
    return text[at:]
