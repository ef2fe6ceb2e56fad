"""Whether an option is ahead, by a rule that is printed with the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis.comparing.compared_option import ComparedOption
from archkit.analysis.comparing.part import frame_of
from archkit.analysis.comparing.ranks_over_weights import RanksOverWeights
from archkit.analysis.comparing.value_table import TIE, Floats, ValueTable, listed
from archkit.analysis.comparing.weight_intervals import weight_intervals
from archkit.analysis.shown import apart, percent

if TYPE_CHECKING:
    import pandas as pd

#: A smaller lead cannot be seen in scores of two decimals.
SMALLEST_LEAD = 0.01
#: An option that scores higher than another in a smaller share of the draws is not told apart from it.
SMALLEST_CHANCE = 0.60
#: A lead that a smaller move of one weight (as a share of all) turns is close.
SMALLEST_ROOM = 0.05

NO_ANSWER = "no answer yet"
NO_CLEAR_WINNER = "no clear winner"
CLOSE_CALL = "close call"

RULE = (
    f'Rule: "{NO_CLEAR_WINNER}" if the lead is under {SMALLEST_LEAD}, or the leading option scores higher than another '
    f'in under {percent(SMALLEST_CHANCE)} of the draws of the open scores; "{CLOSE_CALL}" if another scores more with '
    "the weights of a rater, or with all that is open at its worst for the leading option, "
    f"if moving one weight by {100 * SMALLEST_ROOM:.0f} points of 100 turns the lead, or if it scores higher than "
    f"another with under {percent(SMALLEST_CHANCE)} of all weights; ahead otherwise."
)


@dataclass(frozen=True, repr=False)
class Verdict:
    """Whether an option is ahead. It says what the numbers hold, and recommends nothing.

    Attributes:
        words: `X is ahead`, `close call: X before Y`, `no clear winner: X and Y`, or why there is no answer; behind it
            who else is close, and who scores more and takes no part while a must is open.
        kind: `ahead`, `close call`, `no clear winner` or `no answer yet`.
        leaders: The options that are meant: one that is ahead, or those that cannot be told apart, best first.
        reasons: What the rule found, each with its number.
        rule: The rule.
    """

    words: str
    kind: str
    leaders: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    rule: str = RULE

    def __str__(self) -> str:
        return "\n".join((self.words, *(f"- {reason}" for reason in self.reasons), self.rule))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        reasons = "".join(f"<li>{escape(reason)}</li>" for reason in self.reasons)
        below = f"<ul>{reasons}</ul>" if reasons else ""
        return f"<p><strong>{escape(self.words)}</strong></p>{below}<p>{escape(self.rule)}</p>"

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each reason: `verdict` (the kind), `leaders`, joined by commas, and `reason`."""
        columns = {"verdict": "text", "leaders": "text", "reason": "text"}
        leaders = ", ".join(self.leaders)
        return frame_of(columns, [(self.kind, leaders, reason) for reason in self.reasons or ("",)])


def verdict(
    table: ValueTable,
    ranks: RanksOverWeights,
    *,
    absent: Sequence[ComparedOption] = (),
    why: str = "",
) -> Verdict:
    """Say whether an option is ahead of the others.

    Args:
        table: The options that can be ranked.
        ranks: How often each option scores higher than each other over all weights and open scores.
        absent: The options that take no part.
        why: Why there is none that can be ranked.
    """
    found = _verdict(table, ranks) if table.leaders else Verdict(f"{NO_ANSWER}: {why}", NO_ANSWER)
    best = float(table.scores.max()) if table.leaders else np.inf
    more = [option for option in absent if option.open_gates and not option.out_by and option.score > best + TIE]
    words = [found.words, *([f"{_score_more(more)}, but a must is open"] if more else [])]
    first = [
        f"{option.name} scores {option.score:.2f}, which is more than {best:.2f}, and takes no part ({option.no_part})"
        for option in more
    ]
    rest = [f"{option.name} takes no part ({option.no_part})" for option in absent if option not in more]
    return replace(found, words="; ".join(words), reasons=(*first, *found.reasons, *rest))


def _score_more(options: Sequence[ComparedOption]) -> str:
    return f"{listed([option.name for option in options])} {'scores' if len(options) == 1 else 'score'} more"


def _verdict(table: ValueTable, ranks: RanksOverWeights) -> Verdict:
    at = table.leaders[0]
    name = table.options[at]
    if len(table.options) == 1:
        return Verdict(f"{name} is the only option that can be ranked", NO_ANSWER, (name,))
    level, reasons = _not_told_apart(table, at, ranks.chance_ahead(at))
    if level:
        names = (name, *(table.options[other] for other in level))
        behind, more = _close_behind(table, (at, *level), ranks)
        words = f"{NO_CLEAR_WINNER}: {listed(names)}"
        words += f"; {CLOSE_CALL}: before {listed(behind)}" if behind else ""
        return Verdict(words, NO_CLEAR_WINNER, names, (*reasons, *more))
    near, reasons = _close(table, at, ranks.shares.winning[at], *_other_weights(table, at))
    if near:
        names = (name, *(table.options[other] for other in near))
        return Verdict(f"{CLOSE_CALL}: {name} before {listed(names[1:])}", CLOSE_CALL, names, tuple(reasons))
    second = _ordered(table, {other for other in range(len(table.options)) if other != at})[0]
    lead = table.scores[at] - table.scores[second]
    reason = f"{name} scores {lead:.2f} more than {table.options[second]}, the next one"
    return Verdict(f"{name} is ahead", "ahead", (name,), (reason,))


def _not_told_apart(table: ValueTable, at: int, chances: np.ndarray) -> tuple[list[int], list[str]]:
    found: dict[int, str] = {}
    scores = table.scores
    for other, name in enumerate(table.options):
        lead = scores[at] - scores[other]
        if other == at:
            continue
        if lead <= TIE:
            found[other] = f"{table.options[at]} and {name} have the same score"
        elif lead < SMALLEST_LEAD - TIE:
            found[other] = f"{table.options[at]} scores only {apart(lead, SMALLEST_LEAD, 3)[0]} more than {name}"
        elif chances[other] < SMALLEST_CHANCE:
            found[other] = f"{table.options[at]} scores higher than {name} in {_under(chances[other])} of the draws"
    order = _ordered(table, set(found))
    return order, [found[other] for other in order]


def _close_behind(table: ValueTable, level: Sequence[int], ranks: RanksOverWeights) -> tuple[list[str], list[str]]:
    """Return who else is a close call where several cannot be told apart: against each that has the highest score."""
    others = [other for other in range(len(table.options)) if other not in level]
    found: set[int] = set()
    said: list[str] = []
    for at in table.leaders if others else ():
        # Who is close against one leader needs no second reason.
        places = sorted((at, *(other for other in others if other not in found)))
        part = table.of([table.options[place] for place in places])
        ahead, reasons = _other_weights(table, at)
        start = {places.index(place) for place in ahead if place in places}
        winning = ranks.shares.winning[at][places]
        near, reasons = _close(part, places.index(at), winning, start, reasons if start else [])
        found |= {places[place] for place in near}
        said += [reason for reason in reasons if reason not in said]
    return [table.options[place] for place in _ordered(table, found)], said


def _close(
    table: ValueTable, at: int, winning: Floats, near: set[int], reasons: list[str]
) -> tuple[list[int], list[str]]:
    """Return who is close behind the leading option, with those who are so by the weights of a rater."""
    leading, low, high = table.options[at], table.shares @ table.low, table.shares @ table.high
    ahead = table.most(table.high - table.low[:, [at]])
    for other, name in enumerate(table.options):
        if other in (at, *near):
            continue
        if high[other] > low[at] + TIE:
            near.add(other)
            top, bottom = apart(high[other], low[at])
            reasons.append(f"the interval of {name} reaches {top}, that of {leading} begins at {bottom}")
        elif ahead[other] > TIE:
            near.add(other)
            reasons.append(f"{name} can score {ahead[other]:.2f} more than {leading} with weights that are open")
    for other, name in enumerate(table.options):
        if other != at and (move := _smallest_move(table, at, other)):
            near.add(other)
            turn, now = apart(100 * move[1], 100 * move[2], 0)
            reasons.append(f"{name} is ahead of {leading} once {move[0]} weighs {turn} % in place of {now} %")
    for other, name in enumerate(table.options):
        if other != at and winning[other] < SMALLEST_CHANCE:
            near.add(other)
            reasons.append(
                f"{table.options[at]} scores higher than {name} with {_under(winning[other])} of all weights"
            )
    return _ordered(table, near), reasons


def _under(chance: float) -> str:
    """Return a chance below the smallest one as it is shown, which never looks like that one."""
    return f"{apart(100 * chance, 100 * SMALLEST_CHANCE, 0)[0]} %"


def _smallest_move(table: ValueTable, at: int, other: int) -> tuple[str, float, float] | None:
    """Return the criterion whose weight has to move least to put another ahead, with that share and its own.

    None where no single weight does so within the room that makes a close call.
    """
    low, high, below, above = weight_intervals(table.middle[:, [at, other]], table.shares, 0)
    ends = [(place, low[place]) for place in np.flatnonzero(below >= 0)]
    ends += [(place, high[place]) for place in np.flatnonzero(above >= 0)]
    place, end = min(ends, key=lambda found: abs(found[1] - table.shares[found[0]]), default=(0, np.inf))
    share = float(table.shares[place])
    return (table.criteria[place], float(end), share) if abs(end - share) <= SMALLEST_ROOM + TIE else None


def _other_weights(table: ValueTable, at: int) -> tuple[set[int], list[str]]:
    """Return which options score more than the leading one with the weights of a rater, where none are agreed."""
    near: set[int] = set()
    reasons: list[str] = []
    for weights in table.possible:
        scores = np.array(weights.shares) @ table.middle
        ahead = np.flatnonzero(scores > scores[at] + TIE).tolist()
        if weights.by and ahead:
            near.update(ahead)
            first = [table.options[place] for place in ahead if scores[place] >= scores.max() - TIE]
            reasons.append(f"with {weights.by}'s weights {listed(first)} {'leads' if len(first) == 1 else 'lead'}")
    return near, reasons


def _ordered(table: ValueTable, places: set[int]) -> list[int]:
    scores = table.scores
    return sorted(places, key=lambda place: (-scores[place], place))
