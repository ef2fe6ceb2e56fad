"""The result of a comparison: the options side by side, and what is computed of them when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis.comparing import compare_frames
from archkit.analysis.comparing.agreement import Agreement
from archkit.analysis.comparing.compared_option import ComparedOption
from archkit.analysis.comparing.dominance import Dominance
from archkit.analysis.comparing.draws import DRAWS, SEED
from archkit.analysis.comparing.no_answer import no_answer
from archkit.analysis.comparing.ranks_over_weights import RanksOverWeights
from archkit.analysis.comparing.rater_agreement import rater_agreement
from archkit.analysis.comparing.reference_deltas import ReferenceDeltas
from archkit.analysis.comparing.regret import Regret
from archkit.analysis.comparing.score_changes import ScoreChanges
from archkit.analysis.comparing.value_for_effort import Frontier, ValueForEffort, efficient
from archkit.analysis.comparing.value_table import ValueTable, value_table
from archkit.analysis.comparing.verdict import Verdict, verdict
from archkit.analysis.comparing.weight_intervals import WeightIntervals
from archkit.analysis.comparing.weight_table import CriterionShare, WeightTable
from archkit.analysis.shown import html_table, text_table
from archkit.model.agreed_scores import with_ratings
from archkit.model.comparison import Comparison, read_scale
from archkit.model.criterion_weights import CriterionWeights

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Weighed:
    """One criterion that is no gate: its share of all weights (0–1), and low, middle and high value of each option.

    A value is 0–1 on the criterion's own scale; `known` says whether there is a score behind it.
    """

    criterion: str
    share: float
    values: tuple[tuple[float, float, float], ...]
    known: tuple[bool, ...]


@dataclass(frozen=True, repr=False)
class OptionsCompared:
    """All options side by side, in the order of the document.

    What takes long is computed when it is first asked for.

    Attributes:
        options: What is known of each.
        criteria: The criteria that are no gates, with the value of each option.
        problems: What could not be read, and why a number is missing.
        comparison: The comparison as the document holds it.
        weighting: The weights of all criteria.
        reference: The option that the others are set against; "" without options.
        chosen: How the reference was chosen.
        draws: Number of draws of weights and open scores.
        seed: The same seed gives the same numbers.
        effort_assumptions: How the effort was computed; "" without work items.
        unread: Why the comparison is kept as text, so that there is nothing to compute with; "" where it is data.
    """

    options: tuple[ComparedOption, ...]
    criteria: tuple[Weighed, ...]
    problems: tuple[str, ...] = ()
    comparison: Comparison = field(default=Comparison(), compare=False)
    weighting: CriterionWeights = field(default=CriterionWeights("direct", (), (), ()), compare=False)
    reference: str = ""
    chosen: str = ""
    draws: int = DRAWS
    seed: int = SEED
    effort_assumptions: str = ""
    unread: str = ""

    @property
    def frame(self) -> pd.DataFrame:
        """One row per option, one column per field of `ComparedOption`; scores 0–1, effort and loss in days."""
        return compare_frames.options_frame(self)

    @property
    def values(self) -> pd.DataFrame:
        """Criteria × options: the middle value, 0 (worst) to 1 (best) on the criterion's scale; NaN without a score."""
        return compare_frames.values_frame(self)

    @property
    def contributions(self) -> pd.DataFrame:
        """Criteria × options: weight share × value, 0–1, which add up to the score; a blank counts as 0.5."""
        return compare_frames.contributions_frame(self)

    @cached_property
    def table(self) -> ValueTable:
        """The values of all options as arrays."""
        names = tuple(option.name for option in self.options)
        return value_table(
            with_ratings(self.comparison).criteria, self.weighting.shares, names, self.weighting.possible
        )

    @cached_property
    def in_play(self) -> ValueTable:
        """The values of the options that can be ranked: not out, no gate open, with a score."""
        return self.table.of([option.name for option in self.options if option.can_be_ranked])

    @cached_property
    def weights(self) -> WeightTable:
        """The share of each criterion, how it came about, and how far raters differ."""
        found = self.weighting
        rows = zip(self.comparison.criteria, found.shares, found.low, found.high, strict=True)
        return WeightTable(
            found, tuple(CriterionShare(row[0].criterion, *row[1:]) for row in rows if not row[0].is_gate)
        )

    @cached_property
    def dominance(self) -> Dominance:
        """Which option is at least as good as another on every criterion, whatever the weights."""
        names = [option.name for option in self.options if not (option.out_by or option.open_gates)]
        return Dominance(self.table.of(names))

    @cached_property
    def verdict(self) -> Verdict:
        """Whether an option is ahead, by a rule that is printed with it."""
        absent = [option for option in self.options if not option.can_be_ranked]
        why = no_answer(self.options, self.weighting, len(self.comparison.criteria), self.unread)
        return verdict(self.in_play, self.ranks, absent=absent, why=why)

    @cached_property
    def weight_intervals(self) -> WeightIntervals:
        """For each criterion the weights within which the leading option stays ahead."""
        return WeightIntervals(self.in_play)

    @cached_property
    def score_changes(self) -> ScoreChanges:
        """How much each single score would have to change before another option is as good as the leading one."""
        scales = [read_scale(item.scale) for item in self.comparison.criteria if not item.is_gate]
        return ScoreChanges(self.in_play, scales)

    @cached_property
    def ranks(self) -> RanksOverWeights:
        """How often each option takes each rank over all weights and open scores."""
        return RanksOverWeights(self.in_play, self.draws, self.seed)

    @cached_property
    def regret(self) -> Regret:
        """How far each option can lie behind the best one."""
        return Regret(self.in_play)

    @cached_property
    def value_for_effort(self) -> Frontier:
        """Score against effort, and which options nothing beats on both."""
        numbers = [
            (option.score, option.effort_mean) if option.can_be_ranked else (np.nan, np.nan) for option in self.options
        ]
        score, effort = np.array(numbers, dtype=np.float64).reshape(-1, 2).T
        found = zip(self.options, efficient(score, effort).tolist(), strict=True)
        return Frontier(tuple(_placed(option, best) for option, best in found), self.effort_assumptions)

    @cached_property
    def deltas(self) -> ReferenceDeltas:
        """Each option against the reference, criterion by criterion."""
        return ReferenceDeltas(self.table, self.reference, self.chosen)

    @cached_property
    def agreement(self) -> Agreement:
        """How far the raters agree, cell by cell, and the ranking of each."""
        names = [option.name for option in self.options]
        return rater_agreement(self.comparison, self.weighting, names, self.in_play.options)

    def __str__(self) -> str:
        return "\n".join(("Options compared", text_table(*self._shown()), str(self.verdict), *self.problems))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        found = self.verdict
        return html_table(*self._shown(), notes=(found.words, *found.reasons, found.rule, *self.problems))

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        return compare_frames.HEADS, [compare_frames.cells(option) for option in self.options]


def weighed(table: ValueTable) -> tuple[Weighed, ...]:
    """Return the criteria of a table as plain data."""
    values = np.stack((table.low, table.middle, table.high), axis=2).tolist()
    return tuple(
        Weighed(name, share, tuple(map(tuple, row)), tuple(known))
        for name, share, row, known in zip(
            table.criteria, table.shares.tolist(), values, table.known.tolist(), strict=True
        )
    )


def _placed(option: ComparedOption, best: bool) -> ValueForEffort:
    return ValueForEffort(
        option.name, option.score, option.low, option.high, option.effort_mean, option.effort_p80, best, option.no_part
    )
