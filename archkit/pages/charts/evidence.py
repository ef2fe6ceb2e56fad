"""The evidence map as a chart: for each cell its marks, with the words that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archkit.analysis.evidence.evidence import Evidence, Support
from archkit.analysis.evidence.evidence_frames import bare, map_rows
from archkit.analysis.evidence.strength import steps_of
from archkit.analysis.evidence.uses import SCORE
from archkit.model.findings import STRENGTHS

#: The shade of each strength among the six of the page, darkest first.
_SHADES = {"strong": 1, "fair": 2, "weak": 4, "none": 6}


class SupportMark(NamedTuple):
    """A score or a claim on the map.

    Attributes:
        score: The score as it stands; "" for a claim.
        findings: The ids behind it.
        word: The strength of the strongest of them, or what is lacking; "" for a score that cites nothing.
        shade: The shade of its bar (1–6); 0 where only an outline is drawn.
        length: How long the bar is, in quarters.
        claim: The claim; "" for a score.
    """

    score: str
    findings: tuple[str, ...]
    word: str
    shade: int
    length: int
    claim: str


@dataclass(frozen=True)
class EvidenceChart:
    """The map.

    Attributes:
        columns: The options.
        rows: The title of each row and its cells; a criterion has one mark a cell at most.
        legend: A mark for each strength and one without a finding.
        lists: Findings that stand out: what they have in common, and their ids.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[SupportMark, ...], ...]], ...]
    legend: tuple[SupportMark, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def evidence_chart(found: Evidence) -> EvidenceChart:
    """Return the map of a document's evidence."""
    rows = [
        (title, tuple(tuple(map(_mark, found.cell(name, key))) for name in found.options))
        for title, key in map_rows(found)
    ]
    legend = [SupportMark("", (), word, _SHADES[word], 1 + steps_of(word), "") for word in STRENGTHS]
    used = {use.finding for use in found.uses}
    unused = tuple(name for name in found.strengths if name not in used)
    lists = (("Used for and against", found.on_both_sides), ("Not used", unused))
    return EvidenceChart(
        tuple(found.options),
        tuple(rows),
        (*legend, SupportMark("", (), "without a finding", 0, 1, "")),
        tuple((title, names) for title, names in lists if names),
    )


def claims(rows: Sequence[Support]) -> tuple[Support, ...]:
    """Return the pros and cons among what has or lacks support."""
    return tuple(row for row in rows if row.side != SCORE)


def _mark(item: Support) -> SupportMark:
    is_score = item.side == SCORE
    score, claim = (bare(item), "") if is_score else ("", item.about)
    if not item.findings:
        return SupportMark(score, (), "" if is_score else item.lack, 0, 1, claim)
    return SupportMark(score, item.findings, item.strength, _SHADES[item.strength], 1 + steps_of(item.strength), claim)
