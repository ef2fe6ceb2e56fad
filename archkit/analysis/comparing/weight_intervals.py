"""Within which weights of a criterion the leading option stays ahead, the others scaled in proportion."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.comparing.part import Part
from archkit.analysis.comparing.value_table import TIE, Floats, ValueTable, listed


@dataclass(frozen=True)
class WeightInterval:
    """The weight of one criterion, as a share (0–1) of all weights.

    Attributes:
        criterion: Its name.
        share: What it weighs.
        low: Below this share another option is ahead; of several that lead together, one alone.
        high: Above this share, likewise.
        ahead_below: The option that is ahead just below; "" where none ever is.
        ahead_above: The option that is ahead just above; "" where none ever is.
        room: How far the share can move without another option getting ahead; 1 where no move brings that.
    """

    criterion: str
    share: float
    low: float
    high: float
    ahead_below: str
    ahead_above: str
    room: float


@dataclass(frozen=True, repr=False, eq=False)
class WeightIntervals(Part):
    """For each criterion the interval of its weight in which the leading option, or options, stay ahead."""

    table: ValueTable

    heading: ClassVar[str] = "What weights would change the leading option"
    columns: ClassVar[dict[str, str]] = {
        "criterion": "text",
        "share": "number",
        "low": "number",
        "high": "number",
        "ahead_below": "text",
        "ahead_above": "text",
        "room": "number",
    }

    @property
    def leaders(self) -> tuple[str, ...]:
        """All options with the highest score; none without a score."""
        return tuple(self.table.options[at] for at in self.table.leaders)

    @property
    def leader(self) -> str:
        """The leading option, or `A and B` where several have the highest score; "" without a score."""
        return listed(self.leaders)

    @cached_property
    def rows(self) -> tuple[WeightInterval, ...]:
        """One for each criterion."""
        table = self.table
        if not table.leaders:
            return ()
        found = [weight_intervals(table.middle, table.shares, leader) for leader in table.leaders]
        lows, highs, belows, aboves = (np.array(part) for part in zip(*found, strict=True))
        # Several lead together as far as each of them stays ahead.
        place = np.arange(len(table.criteria))
        first, last = lows.argmax(axis=0), highs.argmin(axis=0)
        low, below = lows[first, place], belows[first, place]
        high, above = highs[last, place], aboves[last, place]
        names = (*table.options, "")
        room = np.minimum(
            np.where(below < 0, 1.0, table.shares - low),
            np.where(above < 0, 1.0, high - table.shares),
        )
        return tuple(
            WeightInterval(name, share, start, end, names[one], names[two], free)
            for name, share, start, end, one, two, free in zip(
                table.criteria,
                table.shares.tolist(),
                low.tolist(),
                high.tolist(),
                below.tolist(),
                above.tolist(),
                room.tolist(),
                strict=True,
            )
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """The rule."""
        if not self.leader:
            return ("There is no option with a score.",)
        lead = "leads" if len(self.leaders) == 1 else "lead with the same score"
        return (
            f"{self.leader} {lead}. One weight moves at a time, the others keep their proportions; open scores count "
            "with the middle of their range.",
        )


def weight_intervals(
    values: Floats, shares: Floats, leader: int
) -> tuple[Floats, Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Return for each criterion the lowest and highest share at which the leader stays first, and who follows there.

    With the share of criterion k at t, an option scores t v + (1 − t) r, where r is its score on the other criteria by
    their own proportions: a straight line, so each other option crosses the leader's at most once. Where k has all the
    weight, the others count alike.

    Args:
        values: Criteria × options, 0–1.
        shares: The weight of each criterion, adding up to 1.
        leader: The place of the option with the highest score.

    Returns:
        Low and high share, and the places of the options that are ahead beyond them; -1 where none is.
    """
    scores = shares @ values
    count = len(shares)
    rest = 1.0 - shares
    alone = rest <= TIE
    alike = (values.sum(axis=0) - values) / max(1, count - 1)
    others = np.where(alone[:, None], alike, (scores - shares[:, None] * values) / np.where(alone, 1.0, rest)[:, None])
    lead_all = values[:, [leader]] - values
    lead_none = others[:, [leader]] - others
    slope = lead_all - lead_none
    flat = np.abs(slope) <= 1e-12
    crossing = np.where(flat, np.nan, -lead_none / np.where(flat, 1.0, slope))
    share = shares[:, None]
    # A crossing on the wrong side by rounding is one at the share itself: a tie.
    high = np.where(~flat & (slope < 0), np.maximum(crossing, share), np.inf)
    low = np.where(~flat & (slope > 0), np.minimum(crossing, share), -np.inf)
    places = np.arange(count)
    above, below = high.argmin(axis=1), low.argmax(axis=1)
    high, low = high[places, above], low[places, below]
    above = np.where(high < 1.0 - TIE, above, -1)
    below = np.where(low > TIE, below, -1)
    return np.where(below < 0, 0.0, low), np.where(above < 0, 1.0, high), below, above
