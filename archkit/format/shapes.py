"""The literal table of sections: how the text below a heading is read, and which template writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from archkit.format.body import Body
from archkit.format.sections import (
    comparison,
    data_flow,
    effort,
    findings,
    options,
    performance,
    prose,
    recommendation,
)
from archkit.format.sections.grid import GridShape
from archkit.format.sections.rows import ListShape
from archkit.model.components import Component
from archkit.model.dependencies import Dependency
from archkit.model.integration_points import IntegrationPoint
from archkit.model.phases import DETAIL_FIELDS, Phase
from archkit.model.risks import Risk
from archkit.model.scale_steps import ScaleStep
from archkit.model.security import Consideration


@dataclass(frozen=True)
class Shape:
    """How a part is read and written.

    Attributes:
        read: From the text below the heading, and the part's name (a group, an option's name) or the
            names of the options.
        context: From the data to what the template `templates/markdown/{template}.md.j2` is given.
    """

    template: str
    read: Callable[[Body, Any], Any]
    context: Callable[..., dict[str, object]]


def _list(shape: ListShape) -> Shape:
    return Shape("list", shape.read, shape.context)


def _grid(shape: GridShape) -> Shape:
    return Shape("table", lambda body, _: shape.read(body.table(), body.places), shape.context)


def _plain(template: str, module: Any) -> Shape:
    return Shape(template, lambda body, _: module.read(body), module.context)


SHAPES: dict[str, Shape] = {
    "executive_summary": _plain("prose", prose),
    "findings": Shape("list", findings.read, findings.context),
    "option": Shape("option", options.read, options.context),
    "comparison": Shape("comparison", comparison.read, comparison.context),
    "recommendation": _plain("recommendation", recommendation),
    "components": _list(
        ListShape(Component, "component", "purpose", bold=True, blank_name="[Component Name]", group="group")
    ),
    "data_flow": _plain("data_flow", data_flow),
    "integration_points": _list(ListShape(IntegrationPoint, "system", "how", blank_name="[System 1]")),
    "security": _list(ListShape(Consideration, "", "consideration")),
    "performance": _plain("list", performance),
    "phases": _list(ListShape(Phase, "phase", "what", bold=True, numbered=True, known=DETAIL_FIELDS)),
    "risks": _grid(GridShape(Risk, always=("risk", "impact", "mitigation"), required="risk")),
    "risk_scale": _grid(GridShape(ScaleStep, always=("scale", "word", "low", "high"), required="word")),
    "dependencies": _list(ListShape(Dependency, "dependency", "why", blank_name="[Dependency 1]")),
    "effort": _plain("effort", effort),
}
