"""Options at a glance: score, merits, support, effort and risk of each. It ranks, and recommends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isnan, nan
from typing import TYPE_CHECKING

from archkit.analysis import compare_frames
from archkit.analysis.document_effort import document_effort
from archkit.analysis.effort_tables import one_option_days
from archkit.analysis.option_named import option_named
from archkit.analysis.shown import html_table, number, text_table
from archkit.analysis.total_effort import TotalEffort
from archkit.errors import quoted
from archkit.model.comparison import Criterion, read_scale, read_score, read_weight, score_value, weighted_score
from archkit.model.document import Document
from archkit.model.options import ASSUMPTION, Option
from archkit.model.problems import scale_problem, score_problem, weight_problem
from archkit.model.risks import Risk, likelihood_share

if TYPE_CHECKING:
    import pandas as pd

#: Scores that differ by less share a rank.
TIE = 1e-9


@dataclass(frozen=True)
class ComparedOption:
    """What is known of one option. An unknown number is NaN.

    Attributes:
        name: Its name.
        score: Weighted score, 0–1.
        low: The score with every blank at the worst and every range at its low end, 0–1.
        high: The score with every blank at the best and every range at its high end, 0–1.
        out_by: The gates that it fails; such an option has no rank.
        open_gates: The gates that are not answered; such an option has no rank either.
        rank: 1 is best, ties share a rank; None without a score.
        pros: Number of points for it.
        cons: Number of points against it.
        supported: Number of points whose evidence is given and is not called an assumption.
        effort_mean: Mean effort in working days, where work items name the option: its own work with that for all.
        effort_p80: The working days that are enough with a chance of 80 %.
        risks: Number of risks that are not closed: those of all options with its own.
        expected_loss: Sum of likelihood × cost in days over the risks that give a percentage and a cost.
    """

    name: str
    score: float = nan
    low: float = nan
    high: float = nan
    out_by: tuple[str, ...] = ()
    open_gates: tuple[str, ...] = ()
    rank: int | None = None
    pros: int = 0
    cons: int = 0
    supported: int = 0
    effort_mean: float = nan
    effort_p80: float = nan
    risks: int = 0
    expected_loss: float = nan

    @property
    def can_be_ranked(self) -> bool:
        """Whether the option has a score and passes every gate."""
        return not (self.out_by or self.open_gates or isnan(self.score))


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

    Attributes:
        options: What is known of each.
        criteria: The criteria that are no gates, with the value of each option.
        problems: What could not be read, and why a number is missing.
    """

    options: tuple[ComparedOption, ...]
    criteria: tuple[Weighed, ...]
    problems: tuple[str, ...] = ()

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
        """Criteria × options: weight share × value, 0–1, which add up to the score; no score counts as 0.5."""
        return compare_frames.contributions_frame(self)

    def __str__(self) -> str:
        return "\n".join(("Options compared", text_table(*self._shown()), *self.problems))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(*self._shown(), notes=self.problems)

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        heads = ["", "score", "interval", "rank", "pros", "cons", "supported", "days", "P80", "risks", "loss"]
        return heads, [_cells(option) for option in self.options]


def compare(document: Document) -> OptionsCompared:
    """Compare the options of a document.

    Weights are normalised over the criteria that are no gates; scales have fixed ends, so that another option never
    changes the order of the others. Without criteria, weights or scores an option has no score (NaN) and no rank, and
    a message says why.

    Source: Belton & Stewart, Multiple Criteria Decision Analysis (2002), ch. 5.
    """
    criteria = tuple(item for item in document.comparison.criteria if not item.is_empty)
    names = _names(document, criteria)
    effort = document_effort(document)
    compared = [_option(document, criteria, effort, name) for name in names]
    problems = (*_missing(names, criteria), *_unread(names, criteria), *_without_score(compared, criteria))
    return OptionsCompared(_ranked(compared), tuple(_weighed(criteria, names)), problems)


def _names(document: Document, criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    scored = (name for item in criteria for name in item.scores)
    return tuple(dict.fromkeys((*document.option_names, *document.comparison.options, *scored)))


def _option(document: Document, criteria: tuple[Criterion, ...], effort: TotalEffort, name: str) -> ComparedOption:
    result = weighted_score(criteria, name)
    score, low, high = (nan if value is None else value for value in (result.score, result.low, result.high))
    if not any(read_weight(item.weight) and _is_known(item, name) for item in criteria):
        score = nan
    option = next((item for item in document.options if item.name == name), Option(name=name))
    points = (*option.pros, *option.cons)
    # Without work of its own an option would show what all options share as if that were all it takes.
    has_own_work = any(item.option == name for item in effort.work)
    mean, _, p80 = one_option_days(effort, name) if has_own_work else (nan, nan, nan)
    risks = [risk for risk in document.risks if _concerns(risk, name, document.option_names)]
    losses = [loss for risk in risks if (loss := _expected_loss(risk)) is not None]
    return ComparedOption(
        name=name,
        score=score,
        low=low,
        high=high,
        out_by=result.out_by,
        open_gates=result.open_gates,
        pros=sum(not point.is_empty for point in option.pros),
        cons=sum(not point.is_empty for point in option.cons),
        supported=sum(point.evidence.strip().casefold() not in ("", ASSUMPTION) for point in points),
        effort_mean=mean,
        effort_p80=p80,
        risks=len(risks),
        expected_loss=sum(losses) if losses else nan,
    )


def _concerns(risk: Risk, name: str, options: tuple[str, ...]) -> bool:
    if risk.is_empty or risk.status.casefold() == "closed":
        return False
    return not risk.option or (option_named(risk.option, options) or risk.option) == name


def _expected_loss(risk: Risk) -> float | None:
    share = likelihood_share(risk.likelihood)
    return None if share is None or not isinstance(risk.cost, float) else share * risk.cost


def _is_known(criterion: Criterion, option: str) -> bool:
    scale = read_scale(criterion.scale)
    if criterion.is_gate or scale is None or scale.worst == scale.best:
        return False
    return read_score(criterion.scores.get(option, "")) is not None


def _ranked(options: list[ComparedOption]) -> tuple[ComparedOption, ...]:
    ranked = [option.score for option in options if option.can_be_ranked]
    return tuple(
        option
        if not option.can_be_ranked
        else replace(option, rank=1 + sum(score > option.score + TIE for score in ranked))
        for option in options
    )


def _weighed(criteria: tuple[Criterion, ...], names: tuple[str, ...]) -> Iterator[Weighed]:
    shares = [0.0 if item.is_gate else read_weight(item.weight) or 0.0 for item in criteria]
    total = sum(shares) or 1.0
    for item, share in zip(criteria, shares, strict=True):
        if not item.is_gate:
            values = tuple(score_value(item, name) for name in names)
            yield Weighed(item.criterion, share / total, values, tuple(_is_known(item, name) for name in names))


def _missing(names: tuple[str, ...], criteria: tuple[Criterion, ...]) -> Iterator[str]:
    if not names:
        yield "there are no options yet"
    elif len(names) == 1:
        yield f"{quoted(names[0])} is the only option, so there is nothing to compare it with"
    if names and not criteria:
        yield "there are no criteria yet, so no option has a score"
    elif names and not any(read_weight(item.weight) for item in criteria):
        yield "no criterion has a weight above 0, so no option has a score"
    for name in names:
        for gate in weighted_score(criteria, name).open_gates:
            yield f"{name}: the must {quoted(gate)} is not answered with yes or no, so it has no rank"


def _unread(names: tuple[str, ...], criteria: tuple[Criterion, ...]) -> Iterator[str]:
    for item in criteria:
        found = [weight_problem(item), *([] if item.is_gate else [scale_problem(item)])]
        found += [f"{name}, {problem}" for name in names if (problem := score_problem(item, item.scores.get(name, "")))]
        if item.is_gate:
            found += [f"{name} has no answer to this must" for name in names if not item.scores.get(name)]
        yield from (f"{quoted(item.criterion)}: {problem}" for problem in found if problem)


def _without_score(options: list[ComparedOption], criteria: tuple[Criterion, ...]) -> Iterator[str]:
    if any(read_weight(item.weight) for item in criteria):
        for option in options:
            if isnan(option.score):
                yield f"{quoted(option.name)} has no score on any criterion that has a weight, so it has no rank"


def _cells(option: ComparedOption) -> list[str]:
    interval = "" if isnan(option.low) else f"{option.low:.2f}–{option.high:.2f}"
    counts = (option.pros, option.cons, option.supported)
    return [
        option.name,
        number(option.score, 2),
        interval,
        "out" if option.out_by else str(option.rank or ""),
        *map(str, counts),
        number(option.effort_mean),
        number(option.effort_p80),
        str(option.risks),
        number(option.expected_loss),
    ]
