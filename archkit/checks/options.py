"""Rules about the options: each has two sides, and doing nothing is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.errors import quoted
from archkit.model.unsaid import is_unsaid

_LABEL = re.compile(r"\*\*(?:pros|cons)(?::\*\*|\*\*:)", re.IGNORECASE)
_NOTHING_NEW = (
    r"as[- ](?:it[- ])?(?:is|now|today|before)|status\s+quo|do(?:ing)?\s+nothing|unchanged"
    r"|no\s+(?:action|change|migration)|business\s+as\s+usual|(?:do\s+not|don['’]t|not)\s+(?:chang\w+|migrat\w+"
    r"|replac\w+|act\w*)|nothing\s+changes"
    r"|what\s+(?:we\s+have|is\s+there)|already\s+(?:run|have|use)|null\s+option|not\s+now"
    r"|(?:keep|leave|retain|continue\s+with|stay\s+(?:on|with))\s+(?:the|our|today['’]s)\s+(?:current|existing|present"
    r"|old)"
)
#: In a description, the words that say of the option itself that nothing changes.
_AS_IS = re.compile(rf"\b(?:{_NOTHING_NEW})\b", re.IGNORECASE)
#: In a name, each word by which something stays; `keep-alive` and `current-mode` are words of their own.
_NAMED_AS_IS = re.compile(
    rf"\b(?:{_NOTHING_NEW}|keep(?:ing)?|stay(?:ing)?|remain\w*|leave|leaving|continu(?:e|ing)|retain(?:ing)?"
    rf"|maintain(?:ing)?|today"
    r"|current(?:ly)?|existing|legacy|old|baseline|defer\w*|postpone\w*|wait|(?:live|stick|carry\s+on)\s+with"
    r"|accept\s+(?:the|it))\b(?!-)",
    re.IGNORECASE,
)


def one_sided_options(review: Review) -> Iterator[Found]:
    """An option with pros and no cons, or cons and no pros."""
    for at, option in enumerate(review.document.options):
        pros = any(not is_unsaid(point.claim) for point in option.pros)
        cons = any(not is_unsaid(point.claim) for point in option.cons)
        if pros != cons:
            has, lacks, path = ("pros", "cons", "cons") if pros else ("cons", "pros", "pros")
            what = "what speaks against it" if lacks == "cons" else "what speaks for it"
            called = quoted(option.name) if option.name else f"option {at + 1}"
            yield ("options", at, path), f"{called} has {has} and no {lacks}; say {what}"
        elif not pros and not option.is_empty and any(other.pros or other.cons for other in review.document.options):
            called = quoted(option.name) if option.name else f"option {at + 1}"
            yield ("options", at, "pros"), f"{called} has neither pros nor cons; say what speaks for it and against it"


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
    if not any(
        _NAMED_AS_IS.search(option.name) or _AS_IS.search(f"{option.based_on} {option.description}")
        for option in options
    ):
        yield (
            ("options", 0),
            "no option keeps things as they are; add it, so that the others can be seen against it, or say why not",
        )
