"""The mean of one estimate as its section reads it."""

from __future__ import annotations

from archkit.analysis.effort_settings import effort_settings
from archkit.analysis.three_point import three_point
from archkit.model.effort import Effort


def estimate_mean(effort: Effort, ends: tuple[float, float, float]) -> float:
    """Return the mean of low, likely and high in the section's unit, by its distribution and what low and high mean."""
    settings, _ = effort_settings(effort)
    return three_point(*ends, distribution=settings.distribution, coverage=settings.coverage).mean
