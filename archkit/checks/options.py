"""Rules about the options: each has two sides, and doing nothing is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.errors import quoted

_LABEL = re.compile(r"\*\*(?:pros|cons)(?::\*\*|\*\*:)", re.IGNORECASE)
_AS_IS = re.compile(
    r"\b(?:keep\w*|as[- ](?:is|now|today)|status\s+quo|do(?:ing)?\s+nothing|no\s+change|unchanged|stay\w*|remain\w*"
    r"|leave|continue\w*|retain\w*|today|current(?:ly)?|existing|already\s+(?:run|have|use)|baseline|null\s+option|defer\w*"
    r"|postpone\w*|not\s+now)\b",
    re.IGNORECASE,
)


def one_sided_options(review: Review) -> Iterator[Found]:
    """An option with pros and no cons, or cons and no pros."""
    for at, option in enumerate(review.document.options):
        pros = any(point.claim for point in option.pros)
        cons = any(point.claim for point in option.cons)
        if pros != cons:
            has, lacks, path = ("pros", "cons", "cons") if pros else ("cons", "pros", "pros")
            what = "what speaks against it" if lacks == "cons" else "what speaks for it"
            called = quoted(option.name) if option.name else f"option {at + 1}"
            yield ("options", at, path), f"{called} has {has} and no {lacks}; say {what}"


def swallowed_labels(review: Review) -> Iterator[Found]:
    """A label such as **Cons:** that Markdown takes for the end of the list item above it."""
    for at, option in enumerate(review.document.options):
        for side in ("pros", "cons"):
            for index, point in enumerate(getattr(option, side)):
                if found := _LABEL.search(f"{point.claim} {point.evidence}"):
                    message = f"{found[0]} belongs to the list item above it; put a blank line between them"
                    yield ("options", at, side, index), message, found[0]


def nothing_as_it_is(review: Review) -> Iterator[Found]:
    """Two options or more, none of which keeps what is there."""
    options = [option for option in review.document.options if not option.is_empty]
    if len(options) < 2 or review.is_kept_as_text("option"):
        return
    if not any(_AS_IS.search(f"{option.name} {option.based_on} {option.description}") for option in options):
        yield (
            ("options", 0),
            "no option keeps things as they are; add it, so that the others can be seen against it, or say why not",
        )
