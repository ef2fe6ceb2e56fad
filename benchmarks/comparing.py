"""What the robustness of a comparison costs, and what the same work costs with other libraries.

    python benchmarks/comparing.py [runs]

CPU time of the third run on, so without imports; exit code 1 when a line is missed. The peers work through one weight
at a time, as they have no other way; they run on a part of the weights, and the rest is reckoned in proportion. pymcdm
is told not to check its input, which makes it ten times as fast. `make bench` installs both; without them it says so
and measures nothing, with exit code 2.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from statistics import median

import numpy as np

from archkit.analysis.comparing.acceptability import rank_acceptability
from archkit.analysis.comparing.score_changes import score_changes
from archkit.analysis.comparing.weight_intervals import weight_intervals

OPTIONS, CRITERIA, WEIGHTS = 8, 12, 10_000
LIMIT_RANKS = 0.025
LIMIT_INTERVALS = 0.001
FASTER = 100
#: How many weights the peers go through; their time grows with the number.
PART = {"pymcdm": 500, "scikit-criteria": 50}


def timed(work: Callable[[], object], runs: int) -> float:
    """Return the median CPU time of a piece of work in seconds."""
    times = []
    for _ in range(runs + 2):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return median(times[2:])


def counted(ranks: np.ndarray, counts: np.ndarray) -> None:
    """Count one draw's ranks (1 is best)."""
    counts[np.arange(OPTIONS), ranks - 1] += 1


def with_pymcdm(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the shares of the ranks by the weighted sum of pymcdm."""
    from pymcdm.methods import WSM

    method = WSM(normalization_function=lambda column, cost=False: column)
    kinds, counts = np.ones(CRITERIA), np.zeros((OPTIONS, OPTIONS))
    for draw in weights:
        scores = method(values.T, draw, kinds, validation=False)
        counted(method.rank(scores).astype(int), counts)
    return counts / len(weights)


def with_scikit_criteria(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the shares of the ranks by the weighted sum of scikit-criteria."""
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    method, counts = WeightedSumModel(), np.zeros((OPTIONS, OPTIONS))
    for draw in weights:
        found = method.evaluate(mkdm(values.T, [max] * CRITERIA, weights=draw))
        counted(found.rank_.astype(int), counts)
    return counts / len(weights)


PEERS = {"pymcdm": with_pymcdm, "scikit-criteria": with_scikit_criteria}
#: The modules of the peers, as Python imports them.
MODULES = ("pymcdm", "skcriteria")


def missing(modules: Iterable[str] = MODULES) -> str:
    """Return which libraries are not installed, and what installs them; "" where all are."""
    gone = [name for name in modules if find_spec(name) is None]
    return (
        f"not installed: {', '.join(gone)}; run `make bench`, which installs what this benchmark needs" if gone else ""
    )


def main(runs: int = 9) -> int:
    """Measure, print and return 1 when a line is missed, 2 when a library is not there."""
    if problem := missing():
        print(problem, file=sys.stderr)
        return 2
    chance = np.random.default_rng(1959)
    values = chance.random((CRITERIA, OPTIONS))
    high = np.minimum(1.0, values + 0.2)
    shares = chance.dirichlet(np.ones(CRITERIA))
    leader = int((shares @ values).argmax())
    print(f"{OPTIONS} options, {CRITERIA} criteria, {WEIGHTS:,} weights; median CPU of {runs} runs")
    ranks = timed(lambda: rank_acceptability(values, values, draws=WEIGHTS), runs)
    opened = timed(lambda: rank_acceptability(values, high, draws=WEIGHTS), runs)
    intervals = timed(lambda: weight_intervals(values, shares, leader), runs)
    changes = timed(lambda: score_changes(values, shares, leader), runs)
    missed = [opened > LIMIT_RANKS, ranks > LIMIT_RANKS, intervals > LIMIT_INTERVALS]
    lines = {
        "ranks, scores known": (ranks, f"at most {LIMIT_RANKS * 1000:.0f} ms"),
        "ranks, every score open": (opened, f"at most {LIMIT_RANKS * 1000:.0f} ms"),
        "weight intervals": (intervals, f"at most {LIMIT_INTERVALS * 1000:.0f} ms"),
        "score changes": (changes, ""),
    }
    for name, (seconds, limit) in lines.items():
        print(f"{name:>28}: {seconds * 1000:10.2f} ms  {limit}")
    weights = chance.dirichlet(np.ones(CRITERIA), WEIGHTS)
    own = rank_acceptability(values, values, draws=200_000).acceptability
    for name, work in PEERS.items():
        part = weights[: PART[name]]
        seconds = timed(lambda work=work, part=part: work(values, part), 1) * WEIGHTS / len(part)  # type: ignore[misc]
        apart = np.abs(work(values, part) - own).max()
        missed.append(seconds < FASTER * ranks)
        print(
            f"{'ranks by ' + name:>28}: {seconds * 1000:10.0f} ms  {seconds / ranks:,.0f} times as long "
            f"({len(part)} weights scaled up; shares at most {apart:.2f} apart)"
        )
    return int(any(missed))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
