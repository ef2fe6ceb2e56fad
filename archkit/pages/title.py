"""The title block: what is recommended in one sentence, and the facts that a reader looks for first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from archkit.model.fields import field_of
from archkit.model.metadata import METADATA_KEYS, Metadata
from archkit.pages.decision import likely_days, top_risks

if TYPE_CHECKING:
    from archkit.pages.views.page import Page

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])|\n\s*\n")
_LONGEST = 400
# These two say how to count, and the language is the page's own.
_SILENT = {"status", "days_per_week", "hours_per_day"}


def lead(page: Page) -> str:
    """Return the recommendation in one sentence, as plain text; "" when there is none."""
    recommendation, rich = page.document.recommendation, page.rich
    names = " and ".join(rich.plain(name) for name in recommendation.options)
    words = rich.plain(_SENTENCE_END.split(recommendation.rationale[:4000].strip(), maxsplit=1)[0])
    between = "" if words[:1] in {",", ";", ":", "."} or not (names and words) else ": "
    sentence = f"{names}{between}{words}"
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1].rstrip()}…"


def facts(page: Page) -> list[tuple[str, Markup]]:
    """Return who, when and how much, each with its label."""
    metadata, rich = page.document.metadata, page.rich
    found = [
        (field_of(Metadata, key).title, _entry(page, getattr(metadata, key)))
        for key in METADATA_KEYS.values()
        if key not in _SILENT
    ]
    # Beside percentiles of computed work the stated total would say the same again.
    found.append(("Effort", Markup("{}").format(likely_days(page.document)) or rich.inline(page.numbers.effort.total)))
    found += [(key, _entry(page, value)) for key, value in metadata.extra.items() if key != "lang"]
    return [(label, value) for label, value in found if value]


def risks(page: Page) -> list[tuple[str, str, str, str]]:
    """Return anchor, number, name and expected loss of the risks that may cost most."""
    found = top_risks(page.document)
    rows = [(page.risk_anchors.get(top.number, ""), f"R{top.number}", top.risk.risk, top.loss) for top in found]
    return [(anchor, number, page.rich.plain(name), loss) for anchor, number, name, loss in rows if anchor]


def _entry(page: Page, value: str | tuple[str, ...]) -> Markup:
    return page.rich.inline(value if isinstance(value, str) else ", ".join(value))
