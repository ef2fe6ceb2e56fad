"""Performance implications: load, scaling, bottlenecks."""

from __future__ import annotations

from archkit.model.fields import Detail, Frozen, Line, field


class Performance(Frozen):
    """Three labelled texts, and whatever else the author labelled."""

    expected_load: Line = field("Expected load", "How much, how often, with its peak; in numbers.", kind="line")
    scaling_approach: Line = field("Scaling approach", "What is added when the load grows.", kind="line")
    bottlenecks: Line = field("Bottlenecks", "What gives way first, and at which load.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Other labelled texts of this section.", kind="details", default=())
