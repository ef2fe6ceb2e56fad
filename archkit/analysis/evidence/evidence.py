"""The evidence of a document: what supports each pro, con and score, how strongly, and what stands without support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from archkit.analysis.evidence import evidence_frames as frames
from archkit.analysis.evidence.strength import RULE, EvidenceSettings, Strength, strengths
from archkit.analysis.evidence.uses import AGAINST, FOR, SCORE, Use, uses
from archkit.analysis.shown import html_table, text_table
from archkit.model.document import Document
from archkit.model.findings import STRENGTHS, cited_in
from archkit.model.options import Option, Point
from archkit.model.unsaid import is_unsaid, says_assumption, says_why

if TYPE_CHECKING:
    import pandas as pd

#: Why something has no support.
NOTHING, ASSUMED, WORDS, UNDEFINED = ("no evidence", "assumption", "words alone", "unknown id")


class Support(NamedTuple):
    """A pro, a con or a score, and what carries it.

    Attributes:
        option: The option, as the document calls it.
        side: `for`, `against` or `score`.
        about: The claim, or the criterion.
        stated: The evidence or the score as it stands.
        findings: The ids of the findings that it cites and that are there.
        strength: That of the strongest of them; `none` without any. Several weak ones do not add up.
        lack: Why it has no support; "" where a finding carries it, or where there is nothing to carry.
        path: The field, as an edit names it.
    """

    option: str
    side: str
    about: str
    stated: str
    findings: tuple[str, ...]
    strength: str
    lack: str
    path: tuple[str | int, ...]


@dataclass(frozen=True, repr=False)
class Evidence:
    """What supports a document.

    Attributes:
        document: The document.
        settings: The day, and how fast findings grow old.
    """

    document: Document
    settings: EvidenceSettings

    @cached_property
    def strengths(self) -> dict[str, Strength]:
        """The strength of each finding by its id; of two with one id the first is the one that is cited."""
        found: dict[str, Strength] = {}
        findings = self.document.findings
        for finding, word in zip(findings, strengths(findings, self.settings), strict=True):
            if finding.id:
                found.setdefault(finding.id, word)
        return found

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Each place that cites a finding."""
        return uses(self.document)

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """Each score, criterion by criterion, then each pro and con, option by option."""
        return (*self._scores(), *self.points)

    @cached_property
    def points(self) -> tuple[Support, ...]:
        """Each pro and con, option by option."""
        found = []
        for at, option in enumerate(self.document.options):
            for side, key in ((FOR, "pros"), (AGAINST, "cons")):
                points: tuple[Point, ...] = getattr(option, key)
                for index, point in enumerate(points):
                    if not point.is_empty:
                        path = ("options", at, key, index)
                        said, on = point.claim, point.evidence
                        found.append(self._support(_called(option, at), side, said, on, f"{said} {on}", path))
        return tuple(found)

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options of the map: those of the comparison in its order, then the others."""
        names = [_called(option, at) for at, option in enumerate(self.document.options) if not option.is_empty]
        return tuple(dict.fromkeys((*self.document.comparison.options, *names)))

    @cached_property
    def criteria(self) -> tuple[str, ...]:
        """The criteria of the map."""
        rows = enumerate(self.document.comparison.criteria)
        return tuple(dict.fromkeys(row.criterion or f"criterion {at + 1}" for at, row in rows if not row.is_empty))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show: no finding, or nothing that one could carry."""
        return not (self.strengths and self.supports)

    @property
    def notes(self) -> tuple[str, ...]:
        """How the strengths came about."""
        return (RULE, "Strength is a word beside a claim; it changes no score.")

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each score, pro and con: option, side, about, stated, findings, strength, lack."""
        return frames.supports(self.supports)

    @property
    def map(self) -> pd.DataFrame:
        """What the map shows: one row per criterion, then `for` and `against`; one column per option."""
        return frames.map_of(self)

    @property
    def findings(self) -> pd.DataFrame:
        """One row per finding: strength, derived, source kind, reasons, text, and how often it is used on each side."""
        return frames.findings(self)

    @property
    def unsupported(self) -> pd.DataFrame:
        """The pros and cons that no finding carries, and why."""
        return frames.supports([row for row in self.points if row.lack])

    @property
    def unused(self) -> pd.DataFrame:
        """The findings that nothing cites."""
        used = {use.finding for use in self.uses}
        return self.findings.loc[[name for name in self.strengths if name not in used]]

    @property
    def both_sides(self) -> pd.DataFrame:
        """The findings that speak for one thing and against another: each use of them in a pro or a con."""
        return frames.uses(
            [use for use in self.uses if use.finding in self.on_both_sides and use.side in (FOR, AGAINST)]
        )

    @cached_property
    def on_both_sides(self) -> tuple[str, ...]:
        """The ids of the findings that are used both for and against."""
        sides: dict[str, set[str]] = {}
        for use in self.uses:
            sides.setdefault(use.finding, set()).add(use.side)
        return tuple(name for name in self.strengths if {FOR, AGAINST} <= sides.get(name, set()))

    @property
    def used(self) -> pd.DataFrame:
        """Where each finding is used: one row per place."""
        return frames.uses(self.uses)

    @property
    def words(self) -> str:
        """One sentence that sums it up."""
        bare = sum(bool(row.lack) for row in self.points)
        rest = f"{len(self.points) - bare} of {len(self.points)} pros and cons rest on a finding"
        unused = len(self.strengths) - len({use.finding for use in self.uses})
        findings = _count(len(self.strengths), "finding", "findings")
        if not self.strengths:
            said = any(not row.is_empty for row in self.document.findings)
            return f"{rest}; {'no finding has an id' if said else 'no findings'}"
        use = f"{unused} of {findings} {'is' if unused == 1 else 'are'} not used" if unused else f"{findings}, all used"
        both = len(self.on_both_sides)
        return f"{rest}; {use}; {both or 'none'} {'is' if both == 1 else 'are'} used for and against"

    def __str__(self) -> str:
        heads, rows = frames.shown(self)
        return "\n".join((self.words, text_table(heads, rows), *self.notes))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(*frames.shown(self), notes=(self.words, *self.notes))

    def cell(self, option: str, row: str) -> tuple[Support, ...]:
        """Return what stands in a cell of the map.

        Args:
            option: The option.
            row: A criterion, or `for` or `against`; the sides are those of pros and cons.
        """
        return self._cells.get((option, row), ())

    @cached_property
    def _cells(self) -> dict[tuple[str, str], tuple[Support, ...]]:
        found: dict[tuple[str, str], list[Support]] = {}
        for item in self.supports:
            key = (item.option, f"{SCORE} {item.about}" if item.side == SCORE else item.side)
            found.setdefault(key, []).append(item)
        return {key: tuple(items) for key, items in found.items()}

    def _scores(self) -> Iterator[Support]:
        comparison = self.document.comparison
        for at, row in enumerate(comparison.criteria):
            if row.is_empty:
                continue
            called = row.criterion or f"criterion {at + 1}"
            for name in comparison.options:
                if score := row.scores.get(name, ""):
                    path = ("comparison", "criteria", at, "scores", name)
                    yield self._support(name, SCORE, called, score, score, path)

    def _support(
        self, option: str, side: str, about: str, stated: str, texts: str, path: tuple[str | int, ...]
    ) -> Support:
        cited = cited_in(texts)
        there = tuple([name for name in cited if name in self.strengths])
        best = max((self.strengths[name] for name in there), key=lambda found: found.steps, default=None)
        word = best.word if best else STRENGTHS[-1]
        lack = "" if there else _lack(stated, about, bool(cited), is_score=side == SCORE)
        return Support(option, side, about, stated, there, word, lack, path)


def evidence(document: Document, settings: EvidenceSettings) -> Evidence:
    """Return the evidence of a document: who supports what, how strongly, and what has no support.

    Args:
        document: The document.
        settings: The day to which ages are counted, and how fast findings grow old.
    """
    return Evidence(document, settings)


def _lack(stated: str, claim: str, is_cited: bool, is_score: bool) -> str:
    if is_cited:
        return UNDEFINED
    if is_score or (is_unsaid(stated) and not says_why(claim)):
        return NOTHING
    said = claim if is_unsaid(stated) else stated
    return ASSUMED if says_assumption(said) else WORDS


def _called(option: Option, at: int) -> str:
    return option.name or f"option {at + 1}"


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
