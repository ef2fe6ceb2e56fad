"""The options side by side, and the one that is recommended."""

from __future__ import annotations

from archkit.model.options import ASSUMPTION
from archkit.pages.arrange import Block
from archkit.pages.views.page import Context, Page


def options(page: Page, block: Block) -> Context | None:
    """One card for each option."""
    found = [option for option in page.document.options if not option.is_empty]
    if not found:
        return None
    return {
        "options": found,
        "chosen": set(page.document.recommendation.options),
        "assumption": ASSUMPTION,
        "anchors": [page.rich.anchors.titled(option.name or "option") for option in found],
    }


def recommendation(page: Page, block: Block) -> Context | None:
    """The names of the recommended options and why, as the document writes them."""
    found = page.document.recommendation
    names = " + ".join(f"**{name}**" for name in found.options)
    between = "" if not names or found.rationale[:1] in {",", ";", ":", "."} else " "
    text = f"{names}{between}{found.rationale}".strip()
    return {"text": text} if text else None
