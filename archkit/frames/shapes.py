"""The literal table of frames: where the rows of each stand in the document, and what its columns are."""

from __future__ import annotations

from dataclasses import dataclass

from archkit.errors import FrameError, quoted
from archkit.model.comparison import Criterion
from archkit.model.components import Component
from archkit.model.data_flow import Flow, Node
from archkit.model.dependencies import Dependency
from archkit.model.edit import Path
from archkit.model.effort import WorkItem
from archkit.model.fields import FieldSpec, Row, field, fields_of
from archkit.model.findings import Finding
from archkit.model.integration_points import IntegrationPoint
from archkit.model.options import Option
from archkit.model.phases import Phase
from archkit.model.ratings import Judgement, Rating
from archkit.model.risks import Risk
from archkit.model.scale_steps import ScaleStep
from archkit.model.security import Consideration

PRO, CON = "pro", "con"


class PointOfOption(Row):
    """A pro or con with the option it belongs to: the rows of the frame `points`."""

    option: str = field("Option", "The option it speaks for or against.", kind="option")
    side: str = field("Side", "pro or con.", kind="choice", choices=(PRO, CON))
    claim: str = field("Claim", "What speaks for or against the option.", kind="line")
    evidence: str = field("Evidence", "What supports it.", kind="line")


class LabelledText(Row):
    """A label and its text: the rows of the frame `performance`."""

    label: str = field("Label", "What the text is about.", kind="label")
    text: str = field("Text", "The text.", kind="line")


@dataclass(frozen=True)
class FrameShape:
    """Where the rows of a frame stand in the document, and the class that gives its columns.

    Attributes:
        path: The attribute of the document, and the one below it.
        row: The class whose fields are the columns.
        required: The column that names a row.
        extra: The field that holds columns of the author's own, by title, or scores by option.
    """

    path: Path
    row: type[Row]
    required: str
    extra: str = ""

    @property
    def is_scored(self) -> bool:
        """Whether each option is a column."""
        return self.extra == "scores"

    def columns(self) -> list[FieldSpec]:
        """Return the fields that are columns."""
        return [spec for spec in fields_of(self.row) if spec.kind not in {"rows", "columns", "score"}]


FRAMES: dict[str, FrameShape] = {
    "findings": FrameShape(("findings",), Finding, "text"),
    "options": FrameShape(("options",), Option, "name"),
    "points": FrameShape(("options",), PointOfOption, "claim"),
    "criteria": FrameShape(("comparison", "criteria"), Criterion, "criterion", extra="scores"),
    "judgements": FrameShape(("comparison", "judgements"), Judgement, "criterion"),
    "ratings": FrameShape(("comparison", "ratings"), Rating, "rater", extra="scores"),
    "components": FrameShape(("components",), Component, "component"),
    "nodes": FrameShape(("data_flow", "nodes"), Node, "label"),
    "flows": FrameShape(("data_flow", "flows"), Flow, "source"),
    "integration_points": FrameShape(("integration_points",), IntegrationPoint, "system"),
    "security": FrameShape(("security",), Consideration, "consideration"),
    "performance": FrameShape(("performance",), LabelledText, "label"),
    "phases": FrameShape(("phases",), Phase, "phase"),
    "risks": FrameShape(("risks",), Risk, "risk", extra="extra"),
    "risk_scale": FrameShape(("risk_scale",), ScaleStep, "word"),
    "dependencies": FrameShape(("dependencies",), Dependency, "dependency"),
    "work_items": FrameShape(("effort", "work_items"), WorkItem, "work_item", extra="extra"),
}


def shape_of(name: str) -> FrameShape:
    """Return the shape of a frame.

    Raises:
        FrameError: there is no frame of that name.
    """
    if name not in FRAMES:
        raise FrameError(quoted(name), "there is no such frame", f"the frames are {', '.join(FRAMES)}")
    return FRAMES[name]
