"""The recommended approach: which option, and why."""

from __future__ import annotations

from archkit.model.fields import Frozen, Names, Prose, field


class Recommendation(Frozen):
    """The option or options that the author recommends."""

    options: Names = field(
        "Recommended options", "The name of the option, or several that are joined.", kind="names", default=()
    )
    rationale: Prose = field("Rationale", "Why, supported by the findings.", kind="prose")
