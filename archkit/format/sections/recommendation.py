"""The recommended approach: `**{option}**`, several joined by `+`, then why."""

from __future__ import annotations

import re

from archkit.format import escape
from archkit.format.body import Body, unexpected
from archkit.model.placeholders import filled
from archkit.model.recommendation import Recommendation
from archkit.model.text import BLOCK_START

_OPENING = re.compile(r"\*\*((?:(?!\*\*)[^\n])+)\*\*(?:[ \t]*\+[ \t]*\n?[ \t]*\*\*((?:(?!\*\*)[^\n])+)\*\*)*")
_NAME = re.compile(r"\*\*((?:(?!\*\*)[^\n])+)\*\*")
_CLINGS = re.compile(r"[,.:;)!?–—]")
_JOINS = re.compile(r"\+\s*\*\*")


def read(body: Body) -> Recommendation:
    """Read the recommendation; a text that names no option is its rationale."""
    for block in body.blocks:
        if block.kind == "conflict":
            raise unexpected(body, block, "a recommendation")
    text = filled(body.part(body.blocks))
    found = _OPENING.match(text) if body.blocks and body.blocks[0].kind == "paragraph" else None
    if not found:
        return Recommendation(rationale=text)
    names = tuple(match[1] for match in _NAME.finditer(found[0]))
    return Recommendation(options=names, rationale=text[found.end() :].strip())


def context(recommendation: Recommendation) -> dict[str, object]:
    """Return what the template writes: the names, what stands between them and the rationale, and the rationale."""
    text = recommendation.rationale
    names = [f"**{escape.label(name)}**" for name in recommendation.options]
    if not names:
        return {"options": "", "gap": "", "rationale": ("\\" + text) if _NAME.match(text) else text}
    gap = "" if not text or _CLINGS.match(text) else " "
    if text and (_starts_block(text) or _JOINS.match(text)):
        gap = "\n\n"
    return {"options": " + ".join(names), "gap": gap, "rationale": text}


def _starts_block(text: str) -> bool:
    first, _, rest = text.partition("\n")
    below = rest.split("\n", 1)[0]
    return bool(BLOCK_START.match(first)) or ("|" in first and bool(BLOCK_START.match(below)))
