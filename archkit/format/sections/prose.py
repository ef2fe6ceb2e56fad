"""A section of prose: Markdown as the author wrote it."""

from __future__ import annotations

from archkit.format.body import Body, unexpected
from archkit.model.placeholders import filled


def read(body: Body) -> str:
    """Read the Markdown below a heading."""
    for block in body.blocks:
        if block.kind == "conflict":
            raise unexpected(body, block, "prose")
    return filled(body.part(body.blocks))


def context(text: str) -> dict[str, object]:
    """Return what the template writes."""
    return {"text": text}
