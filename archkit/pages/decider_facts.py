"""What the decider's page says of cost, of time and of what is open: lists of short sentences, as far as known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import isnan

from archkit.model.options import ASSUMPTION
from archkit.pages.analyses import charts_of_risk, compared, estimated, time_line
from archkit.pages.decision import Decision, likely_days

#: Headings of an author's own below which questions stand.
_OPEN = re.compile(
    r"\b(?:open|unresolved|unanswered|remaining)\b.{0,40}\b(?:questions?|issues?|points?|items?)\b", re.I
)
#: Entries of the front matter that say by when.
_DUE = ("decide-by", "decision-by", "due", "deadline", "needed-by", "target", "target-date")


def cost(decision: Decision) -> Iterator[str]:
    """Yield what the work takes, and what the risks may add."""
    effort = decision.numbers.effort
    likely = likely_days(decision.document)
    if likely:
        yield f"Work: {likely}"
        totals = dict(estimated(decision.document)[1].totals)
        kinds = [f"{decision.plain(name)} {row[0]:.1f}" for name, row in totals.items() if name != "total"]
        parts = f"({', '.join(kinds)})" if len(kinds) > 1 else "days"
        yield f"Mean {totals['total'][0]:.1f} {parts}"
    elif effort.total:
        yield f"Work: {decision.plain(effort.total)}"
    rows = charts_of_risk(decision.document).totals
    if rows and not isnan(rows[0][2][1]):
        yield f"Risks as they stand: {rows[0][1]} days, P80 {rows[0][2][4]:.1f}"
    if len(rows) > 1 and not isnan(rows[-1][2][1]):
        yield f"Risks {rows[-1][0]}: {rows[-1][1]} days, P80 {rows[-1][2][4]:.1f}"


def by_when(decision: Decision) -> Iterator[str]:
    """Yield the days that the document names, and when its phases end."""
    metadata = decision.document.metadata
    due = {key.casefold(): key for key in metadata.extra}
    for wanted in _DUE:
        value = metadata.extra.get(due.get(wanted, ""), "")
        if isinstance(value, str) and value:
            yield f"{due[wanted][:1].upper()}{due[wanted][1:].replace('-', ' ')}: {decision.plain(value)}"
    if metadata.review_by:
        yield f"Looked at again: {metadata.review_by}"
    start = decision.document.effort.start
    if start:
        yield f"Work begins: {start}"
    if start or any(phase.after or phase.people not in ("", None) for phase in decision.document.phases):
        for name, days, _, date in time_line(decision.document).finish:
            if name in ("p50", "p80"):
                yield f"{name[1:]} % chance: {f'by {date}, ' if date else ''}{days:.1f} working days"


def open_questions(decision: Decision, prose: Callable[[str, Decision], list[str]]) -> Iterator[str]:
    """Yield the questions that the author wrote down, then what the decision rests on without being known."""
    for place in decision.document.layout:
        if place.part == "custom" and place.text and _OPEN.search(place.name):
            yield from prose(place.text, decision)
    verdict = compared(decision.document).verdict
    if verdict.kind == "no clear winner":
        yield f"By the numbers there is {decision.plain(verdict.words)}"
    for option in decision.chosen:
        for point in (*option.pros, *option.cons):
            if point.evidence.casefold() == ASSUMPTION:
                yield f"Assumed, not found: {decision.plain(point.claim)}"
    yield from _blanks(decision)


def _blanks(decision: Decision) -> Iterator[str]:
    """Yield what of the chosen options and of the risks is not known."""
    names = [option.name for option in decision.chosen]
    for item in decision.document.comparison.criteria:
        lacking = [decision.plain(name) for name in names if not item.is_empty and not item.scores.get(name)]
        if lacking and decision.document.comparison.options:
            yield f"Not scored: {decision.plain(item.criterion)} of {', '.join(lacking)}"
    unknown = [f"R{row.number}" for row in charts_of_risk(decision.document).rows if row.loss == ""]
    if unknown:
        yield f"Likelihood or impact not known: {', '.join(unknown)}"
