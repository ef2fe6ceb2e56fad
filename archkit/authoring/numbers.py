"""What is computed from an open document: comparison, effort, risks, schedule, and what a reviewer would say."""

from __future__ import annotations

from pathlib import Path

from archkit.authoring.checked import Checked, Completed, MissingNext
from archkit.authoring.results import Compared, Result
from archkit.checks import check, settings_for
from archkit.checks.completeness import completeness
from archkit.checks.missing import LIMIT, missing
from archkit.model.document import Document
from archkit.session import Session


class Numbers:
    """The results that an open document gives; each is computed when it is asked for."""

    session: Session

    @property
    def path(self) -> Path:
        """The file."""
        return self.session.path

    @property
    def data(self) -> Document:
        """The document as immutable data."""
        return self.session.document

    def compare(self, reference: str | None = None, *, draws: int = 10_000, seed: int = 1959) -> Compared:
        """Compare the options: scores with their intervals, gates, effort and risk, and how firm the order is.

        Parts: `.frame`, `.weights`, `.dominance`, `.contributions`, `.verdict`, `.weight_intervals`, `.score_changes`,
        `.ranks`, `.regret`, `.value_for_effort`, `.deltas`, `.agreement`; what takes long waits until it is asked for.

        Args:
            reference: The option that the others are set against; the document's own when None, else the first.
            draws: Number of draws of weights and open scores.
            seed: The same seed gives the same numbers.
        """
        from archkit.analysis.compare import compare
        from archkit.figures.compare_bars import compare_bars

        return Compared(compare(self.data, reference=reference, draws=draws, seed=seed), compare_bars)

    def total_effort(
        self,
        *,
        risks: bool = False,
        correlation: float | None = None,
        draws: int | None = None,
        seed: int | None = None,
    ) -> Result:
        """Add the effort up: development, testing and total with quantiles.

        `.frame`, `.by_phase`, `.by_option`, `.s_curve` and `.spread` are frames; `.plot()` draws the phases,
        `.plot(kind="s-curve")`, `"spread"` and `"options"` the rest; `.exact()` is the same total without draws.

        Args:
            risks: Whether the total counts the open risks as events in the same draws.
            correlation: How strongly the items rise and fall together, 0–1; the document's own when None.
            draws: Number of draws; the document's own when None.
            seed: The same seed gives the same numbers; the document's own when None.
        """
        from archkit.analysis.document_effort import document_effort
        from archkit.figures.effort_figure import effort_figure

        effort = document_effort(self.data, risks=risks, correlation=correlation, draws=draws, seed=seed)
        return Result(effort, effort_figure)

    def risk_grid(self) -> Result:
        """Place the risks on the grid of the risk scale, five by five steps unless the document has its own."""
        from archkit.analysis.risk_grid import risk_grid
        from archkit.figures.risk_matrix import risk_matrix
        from archkit.model.risk_scales import risk_scale

        return Result(risk_grid(self.data.risks, risk_scale(self.data.risk_scale)), risk_matrix)

    def risk_exposure(self) -> Result:
        """Say what the risks may cost in days, before and after mitigation, and in which order as far as there is one.

        `.frame`, `.mitigations`, `.contributions`, `.exceedance`, `.totals`; `.plot()`, `.plot(kind="exceedance")`,
        `.plot(kind="p80")`.
        """
        from archkit.analysis.risk_exposure import risk_exposure
        from archkit.figures.exposure_figure import exposure_figure

        return Result(risk_exposure(self.data), exposure_figure)

    def use_risk_scale(self, name: str) -> None:
        """Fill the risk scale with the words and intervals of a scale on offer, `archkit` or `NIST SP 800-30`.

        Raises:
            ModelError: there is no scale of that name.
        """
        from archkit.model.risk_scales import offered_scale

        self.session.set(("risk_scale",), offered_scale(name))

    def schedule(self) -> Result:
        """Put the phases on a time line: `.frame`, `.finish`, `.team_load`, `.plot()`, `.plot(kind="finish")`."""
        from archkit.analysis.document_schedule import schedule
        from archkit.figures.schedule_figure import schedule_figure

        return Result(schedule(self.data), schedule_figure)

    def check(self) -> Checked:
        """Return what a reviewer would send back, by line; empty when there is nothing to mend.

        The settings are those of `[tool.archkit]` in the nearest `pyproject.toml`. `.frame` has it as a frame.
        """
        return Checked(check(self.session.manuscript(), settings_for(self.path), folder=self.path.parent))

    def missing(self, limit: int | None = LIMIT) -> MissingNext:
        """Return what is missing next, most valuable first, from what is not filled in yet and what a check finds.

        Each entry has `words`, the `path` of the field that it leads to, `section`, `rule` and `has_fix`; `.frame` has
        them as a frame.

        Args:
            limit: At most so many; all when None.
        """
        settings, folder = settings_for(self.path), self.path.parent
        return MissingNext(missing(self.session.manuscript(), settings, limit=limit, folder=folder))

    def completeness(self) -> Completed:
        """Return how complete each section is: what is filled in, of how much, and a word; `.frame`, `.rule`."""
        return Completed(completeness(self.session.manuscript(), settings_for(self.path), folder=self.path.parent))

    def evidence(self, *, age_limits: dict[str, int] | None = None) -> Result:
        """Return what supports each score, pro and con, and how strongly; strengths are words and change no score.

        `.frame`, `.map`, `.findings`, `.unsupported`, `.unused`, `.both_sides` and `.used` are frames; `.plot()` draws
        the map.

        Args:
            age_limits: Days after which a finding loses a step, by its kind of source; others are those of
                `[tool.archkit.age-limits]` in the nearest `pyproject.toml`, else as documented.

        Raises:
            AnalysisError: a limit is none, or not one of a kind of source.
            SettingsError: a setting is unknown or does not fit.
        """
        from archkit.analysis.evidence.evidence import evidence
        from archkit.figures.evidence_map import evidence_map

        settings = settings_for(self.path).evidence().with_limits(age_limits or {})
        return Result(evidence(self.data, settings), evidence_map)
