"""An effort in words: the totals as a document states them, the assumptions behind them, and what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archkit.analysis.summed_effort import TOTAL
from archkit.analysis.work_in_days import DEVELOPMENT, TESTING

if TYPE_CHECKING:
    from archkit.analysis.total_effort import TotalEffort


def texts(effort: TotalEffort) -> dict[str, str]:
    """Return the three totals as a document states them; the author's own words when there are no work items."""
    if effort.words:
        return {name: effort.words.get(name, "") for name in (DEVELOPMENT, TESTING, TOTAL)}
    found = {name: _text(effort, name) for name in (DEVELOPMENT, TESTING, TOTAL)}
    if effort.has_spread and not effort.left_out():
        found[TOTAL] += f" (80 % chance of at most {effort.quantile(0.8):.1f})"
    return found


def _text(effort: TotalEffort, name: str) -> str:
    """Return a computed total; where work is left out it is a bound, and has no percentile."""
    items = _items(effort.left_out(name))
    if effort.is_unknown(name):
        return f"not known ({items} cannot be read)"
    days = f"{effort.mean(name):.1f} days"
    return f"at least {days} (without {items} that cannot be read)" if items else days


def assumptions(effort: TotalEffort) -> str:
    """Return how the numbers were made, in a few sentences."""
    events = ""
    if effort.events:
        draws = f"{effort.draws:,} draws, seed {effort.seed}" if effort.words else "the same draws"
        events = f" {len(effort.events)} open risk{'s' * (len(effort.events) > 1)} as events in {draws}."
    if effort.words:
        return f"The totals are as stated, not computed.{events}{_said(effort)}"
    if not effort.work and not events:
        return f"{nothing(effort)}{_said(effort)}"
    return f"{effort.settings.sentence} {scope(effort)}{events}{_said(effort)}"


def nothing(effort: TotalEffort) -> str:
    """Return why there is nothing to add up."""
    if effort.unread_section:
        return f"The effort is kept as text, so nothing in it counts: {effort.unread_section}."
    if effort.unread:
        return f"No work item has an estimate that can be read: {_items(len(effort.unread))} left out."
    return "No work item has an estimate yet."


def _said(effort: TotalEffort) -> str:
    return f" {effort.working_time}." if effort.working_time else ""


def scope(effort: TotalEffort) -> str:
    """Return which work the totals count, in one or two sentences."""
    counted = _scope_of_work(effort)
    items = _items(len(effort.unread))
    return f"{counted} {items} without a readable estimate left out." if items else counted


def options_left_out(effort: TotalEffort) -> str:
    """Return which options lack work that cannot be read, in sentences; "" for none."""
    said = []
    for option in dict.fromkeys(item.option for item in effort.unread):
        items = _items(sum(item.option == option for item in effort.unread))
        if not option:
            said.append(f"{items} that all options need cannot be read: every option takes at least what is shown.")
        elif any(item.option == option for item in effort.work):
            said.append(f"{option}: {items} cannot be read, so it takes at least what is shown.")
        else:
            said.append(f"{option}: {items} cannot be read, so its effort is not known.")
    return " ".join(said)


def _items(count: int) -> str:
    return f"{count} work item{'' if count == 1 else 's'}" if count else ""


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
