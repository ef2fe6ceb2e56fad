"""An effort in words: the totals as a document states them, the assumptions behind them, and what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archkit.analysis.simulation import KEPT_DRAWS
from archkit.analysis.summed_effort import TOTAL
from archkit.analysis.work_in_days import DEVELOPMENT, TESTING

if TYPE_CHECKING:
    from archkit.analysis.total_effort import TotalEffort


def texts(effort: TotalEffort) -> dict[str, str]:
    """Return the three totals as a document states them; the author's own words when there are no work items."""
    if effort.words:
        return {name: effort.words.get(name, "") for name in (DEVELOPMENT, TESTING, TOTAL)}
    found = {name: f"{effort.mean(name):.1f} days" for name in (DEVELOPMENT, TESTING, TOTAL)}
    notes = [f"80 % chance of at most {effort.quantile(0.8):.1f}"] if effort.has_spread else []
    notes += [f"without {left_out(effort)} that cannot be read"] if effort.unread else []
    if notes:
        found[TOTAL] += f" ({'; '.join(notes)})"
    return found


def assumptions(effort: TotalEffort) -> str:
    """Return how the numbers were made, in a few sentences."""
    events = ""
    if effort.events:
        draws = f"{effort.draws:,} draws, seed {effort.seed}" if effort.words else "the same draws"
        events = f" {len(effort.events)} open risk{'s' * (len(effort.events) > 1)} as events in {draws}."
    if effort.words:
        return f"The totals are as stated, not computed.{events}"
    if not effort.work and not events:
        return "No work item has an estimate yet."
    shares = f" The shares of the spread are those of {KEPT_DRAWS:,} draws." if effort.draws > KEPT_DRAWS else ""
    return f"{effort.settings.sentence} {scope(effort)}{events}{shares}"


def scope(effort: TotalEffort) -> str:
    """Return which work the totals count, in one or two sentences."""
    counted = _scope_of_work(effort)
    return f"{counted} {left_out(effort)} without a readable estimate left out." if effort.unread else counted


def left_out(effort: TotalEffort) -> str:
    """Return how many work items have no readable estimate, in words; "" when all have one."""
    return f"{effort.unread} work item{'' if effort.unread == 1 else 's'}" if effort.unread else ""


def sum_of_likely(effort: TotalEffort) -> str:
    """Return the chance that the sum of the likely values is enough, as a sentence; "" where nothing is uncertain."""
    if not effort.has_spread:
        return ""
    what = "The stated total" if effort.words else "The sum of the likely values"
    return f"{what}, {effort.likely_sum:.1f} days, has {_chance(effort.chance(effort.likely_sum))}."


def _chance(chance: float) -> str:
    if not 0.01 <= chance <= 0.99:
        return f"a chance {'below 1' if chance < 0.5 else 'above 99'} %"
    percent = f"{100 * chance:.0f} %"
    return f"{'an' if percent.startswith(('8', '11 ', '18 ')) else 'a'} {percent} chance"


def _scope_of_work(effort: TotalEffort) -> str:
    if not any(item.option for item in effort.work):
        return "All work items count."
    if not effort.chosen:
        return "No option is recommended, so the work of all options counts."
    return f"Counted is the work for all options and for {', '.join(effort.chosen)}."
