"""How effort is computed: the distribution, what low and high mean, the correlation, the draws and the seed."""

from __future__ import annotations

from dataclasses import dataclass

from archkit.analysis.simulation import CORRELATION, DRAWS, SEED, check_options
from archkit.analysis.three_point import BETA_PERT, LAMBDA
from archkit.errors import AnalysisError, quoted
from archkit.model.effort import DISTRIBUTIONS, ENDS, Effort
from archkit.model.fields import fields_of, number_text
from archkit.model.problems import value_problem

ABSOLUTE = ENDS[0]
#: The chance (0–1) that each reading of low and high leaves to what lies between them.
COVERAGE = dict(zip(ENDS, (1.0, 0.9, 0.8, 0.5), strict=True))


@dataclass(frozen=True)
class EffortSettings:
    """The settings behind every number of an effort.

    Attributes:
        distribution: `beta-PERT` or `triangular`.
        ends: What low and high mean: `absolute limits`, or a range such as `90 % range`.
        correlation: How strongly the items rise and fall together, 0–1.
        draws: Number of draws.
        seed: The same seed gives the same numbers.
    """

    distribution: str = BETA_PERT
    ends: str = ABSOLUTE
    correlation: float = CORRELATION
    draws: int = DRAWS
    seed: int = SEED

    @property
    def coverage(self) -> float:
        """The chance (0–1) of lying between low and high."""
        return COVERAGE[self.ends]

    @property
    def sentence(self) -> str:
        """The settings in words, as they stand under every figure and table."""
        name = f"Beta-PERT (λ = {LAMBDA:g})" if self.distribution == BETA_PERT else "Triangular distribution"
        tail = number_text(50 * (1 - self.coverage))
        article = "an" if self.ends.startswith("8") else "a"
        meaning = (
            "between low and high as the absolute ends"
            if self.ends == ABSOLUTE
            else f"with low and high as {article} {self.ends}, {tail} % below and {tail} % above"
        )
        return (
            f"{name} {meaning}, correlation {number_text(self.correlation)} between all items, {self.draws:,} draws, "
            f"seed {self.seed}; in working days."
        )


def effort_settings(effort: Effort, **given: object) -> tuple[EffortSettings, tuple[str, ...]]:
    """Return the settings of a section, and a message for each that does not fit; its default counts instead.

    Args:
        effort: The section.
        given: Settings by name that count in place of the section's; None for the section's own.

    Raises:
        AnalysisError: one that is given is out of range.
    """
    chosen: dict[str, object] = {}
    problems = []
    for spec in fields_of(Effort):
        if spec.key not in EffortSettings.__annotations__:
            continue
        value = getattr(effort, spec.key)
        if given.get(spec.key) is not None:
            chosen[spec.key] = given[spec.key]
        elif problem := value_problem(spec, value):
            problems.append(f"{problem}; {getattr(EffortSettings(), spec.key)} counts")
        elif value not in (None, ""):
            chosen[spec.key] = int(value) if spec.whole else value
    settings = EffortSettings(**chosen)  # type: ignore[arg-type]
    _check(settings)
    return settings, tuple(problems)


def _check(settings: EffortSettings) -> None:
    check_options(settings.correlation, settings.draws, settings.seed)
    for what, value, known in (
        ("distribution", settings.distribution, DISTRIBUTIONS),
        ("low and high as", settings.ends, ENDS),
    ):
        if value not in known:
            raise AnalysisError(f"{what} {quoted(value)} is not known; use {', '.join(known)}")
