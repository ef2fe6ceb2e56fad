"""What adding effort up costs, beside what squigglepy and scipy take for the same draws.

    python benchmarks/effort.py [runs]

Median CPU time after imports; a million draws each in a process of its own, with the memory that it needs besides.
Exit code 1 when a limit of the speed table is missed.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from archkit.analysis.convolution import convolution
from archkit.analysis.document_effort import document_effort
from archkit.analysis.three_point import ThreePoint, three_point
from archkit.model.document import Document
from archkit.model.edit import set_value
from archkit.model.effort import Effort, WorkItem

ITEMS = 40
DRAWS = 1_000_000
QUANTILES = (0.1, 0.5, 0.8, 0.9)
#: Limits in milliseconds, and how many times slower each peer has to be.
LIMITS = {"re-total after one edit": 4.0, "S-curve, correlation 0": 6.0, "S-curve, correlation 0.3": 20.0}
MILLION_MS, MILLION_MB, PEERS = 600.0, 64.0, 4.0


def estimates() -> list[tuple[float, float, float]]:
    """Return low, likely and high of forty items."""
    chance = random.Random(1)
    lows = [chance.uniform(1, 8) for _ in range(ITEMS)]
    return [(round(low, 2), round(1.5 * low, 2), round(1.5 * low + chance.uniform(1, 16), 2)) for low in lows]


def edits(runs: int) -> list[float]:
    """Return the CPU times in ms of four quantiles after an edit of one estimate, in the way that forms go."""
    chance = random.Random(2)
    kinds = ("development", "development", "testing")
    items = [
        WorkItem(work_item=f"Item {at}", kind=kinds[at % 3], low=low, likely=likely, high=high)
        for at, (low, likely, high) in enumerate(estimates())
    ]
    document = Document(effort=Effort(work_items=tuple(items)))
    times = []
    for _ in range(runs + 5):
        at = chance.randrange(ITEMS)
        high = round(items[at].likely + chance.uniform(1, 16), 2)
        document = set_value(document, ("effort", "work_items", at, "high"), high)
        times.append(_ms(lambda edited=document: _quantiles(edited)))
    return times[5:]


def _quantiles(document: Document) -> list[float]:
    effort = document_effort(document)
    return [effort.quantile(q) for q in QUANTILES]


def curves(correlation: float, runs: int) -> list[float]:
    """Return the CPU times in ms of the whole distribution by convolution."""
    items = [three_point(*ends) for ends in estimates()]
    return [_ms(lambda: convolution(items, correlation=correlation)) for _ in range(runs + 3)][3:]


def a_million(what: str) -> None:
    """Draw a million totals in one way, and print CPU time in ms and extra memory in MB."""
    work = _MILLIONS[what]()
    # The highest memory so far is forgotten, as it holds that of the process which started this one.
    Path("/proc/self/clear_refs").write_text("5")
    before = _kilobytes("VmRSS")
    spent = _ms(work)
    print(json.dumps([spent, (_kilobytes("VmHWM") - before) / 1024]))


def _kilobytes(key: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key))


def _ours(correlation: float) -> Callable[[], object]:
    from archkit.analysis.summed_draws import summed_draws

    items = [((rank, 7), three_point(*ends)) for rank, ends in enumerate(estimates(), 1)]
    summed_draws(items[:10], correlation=correlation, draws=60_000, seed=1)
    return lambda: summed_draws(items, correlation=correlation, draws=DRAWS, seed=1959)


def _scipy() -> Callable[[], object]:
    from scipy import stats

    items: list[ThreePoint] = [three_point(*ends) for ends in estimates()]

    def draw() -> object:
        total = 0.0
        for item in items:
            curve = stats.beta(1 + 4 * item.peak, 5 - 4 * item.peak, item.least, item.spread)
            total = total + curve.rvs(DRAWS, random_state=1959)
        return total

    return draw


def _squigglepy() -> Callable[[], object]:
    import squigglepy

    def draw() -> object:
        squigglepy.set_seed(1959)
        return sum(squigglepy.sample(squigglepy.pert(*ends), n=DRAWS) for ends in estimates())

    return draw


_MILLIONS: dict[str, Callable[[], Callable[[], object]]] = {
    "archkit, correlation 0": lambda: _ours(0.0),
    "archkit, correlation 0.3": lambda: _ours(0.3),
    "scipy.stats, correlation 0": _scipy,
    "squigglepy, correlation 0": _squigglepy,
}


def _ms(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def main(runs: int = 7) -> int:
    """Measure, print and return 1 when a limit is missed."""
    times = {
        "re-total after one edit": median(edits(20 * runs)),
        "S-curve, correlation 0": median(curves(0.0, runs)),
        "S-curve, correlation 0.3": median(curves(0.3, runs)),
    }
    print(f"{ITEMS} beta-PERT items, median CPU of {runs} runs or more")
    for name, spent in times.items():
        print(f"{name:>28}: {spent:8.1f} ms (at most {LIMITS[name]:.0f})")
    print(f"{DRAWS:,} draws of each")
    found: dict[str, tuple[float, float]] = {}
    for name in _MILLIONS:
        command = [sys.executable, __file__, "--one", name]
        shown = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(3)]
        found[name] = median(spent for spent, _ in shown), median(extra for _, extra in shown)
        print(f"{name:>28}: {found[name][0]:8.0f} ms, {found[name][1]:6.0f} MB more")
    ours = [spent for name, (spent, _) in found.items() if name.startswith("archkit")]
    peers = [found[name][0] for name in found if not name.startswith("archkit")]
    print(f"{'peers':>28}: {min(peers) / ours[0]:.1f} times slower or more (at least {PEERS:.0f})")
    missed = any(times[name] > LIMITS[name] for name in times)
    fits = max(ours[0], ours[1]) <= MILLION_MS and max(found[name][1] for name in list(found)[:2]) <= MILLION_MB
    return int(missed or not fits or min(peers) < PEERS * ours[0])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        a_million(sys.argv[2])
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
