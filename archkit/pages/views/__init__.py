"""What each kind of block shows: one function per kind, and the literal table of them all.

A view returns what the partial template `sections/{kind}.html.j2` is given, or None where there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Callable

from archkit.pages.arrange import Block
from archkit.pages.views.comparison import comparison
from archkit.pages.views.data_flow import data_flow
from archkit.pages.views.effort import effort
from archkit.pages.views.evidence import evidence_map
from archkit.pages.views.options import options, recommendation
from archkit.pages.views.page import Context, Page
from archkit.pages.views.phases import phases
from archkit.pages.views.risks import risk_scale, risks
from archkit.pages.views.texts import components, findings, performance, prose, rows, text

VIEWS: dict[str, Callable[[Page, Block], Context | None]] = {
    "text": text,
    "source": text,
    "executive_summary": prose("executive_summary"),
    "findings": findings,
    "options": options,
    "comparison": comparison,
    "evidence_map": evidence_map,
    "recommendation": recommendation,
    "components": components,
    "data_flow": data_flow,
    "integration_points": rows("integration_points"),
    "security": rows("security"),
    "performance": performance,
    "phases": phases,
    "risks": risks,
    "risk_scale": risk_scale,
    "dependencies": rows("dependencies"),
    "effort": effort,
}

__all__ = ["VIEWS", "Context", "Page"]
