"""What belongs to each option elsewhere in the document, in a few words: its score, its work items, its risks."""

from __future__ import annotations

from collections import Counter
from typing import Any

from archkit.model.comparison import Comparison
from archkit.model.document import Document
from archkit.model.references import OPTIONS, Names
from archkit.model.weighted_score import weighted_scores

TITLES = ("Weighted score", "Work items", "Risks", "Recommended")


def option_facts(document: Document) -> tuple[tuple[str, ...], ...]:
    """Return the facts of each option in the order of `TITLES`; one that says nothing is blank."""
    names = Names(document, OPTIONS)

    def counted(said: list[str]) -> Counter[int]:
        # Of thousands of rows most name one of a handful of options.
        found = ((names.find(text), count) for text, count in Counter(said).items() if text)
        total: Counter[int] = Counter()
        for one, count in found:
            total[one.at if one else -1] += count
        return total

    work = counted([item.option for item in document.effort.work_items])
    risks = counted([risk.option for risk in document.risks])
    chosen = counted(list(document.recommendation.options))
    scores = _scores(document.comparison, document.option_names) if document.comparison.criteria else {}
    return tuple(
        (
            scores.get(option.name, "") if option.name else "",
            str(work[at]) if work[at] else "",
            str(risks[at]) if risks[at] else "",
            "yes" if chosen[at] else "",
        )
        for at, option in enumerate(document.options)
    )


def facts_part(
    facts: tuple[tuple[str, ...], ...], path: tuple[str | int, ...], name: str, index: int
) -> list[dict[str, Any]]:
    """Return the part of one option's facts, which only the columns side by side show; none for other rows."""
    if not facts:
        return []
    texts = list(facts[index])
    return [{"part": "computed", "path": (*path, name, "facts"), "titles": TITLES, "texts": texts, "beside": True}]


def _scores(comparison: Comparison, names: tuple[str, ...]) -> dict[str, str]:
    return {name: score.text for name, score in weighted_scores(comparison, names).items()}
