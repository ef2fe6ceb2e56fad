"""Columns: what a form needs to know to draw the control of a field, derived from the field's kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from archkit.model.comparison import Criterion
from archkit.model.components import Component
from archkit.model.data_flow import DataFlow, Flow, Node
from archkit.model.document import Document
from archkit.model.fields import FieldSpec, Frozen, fields_of, number_text
from archkit.model.findings import Finding
from archkit.model.options import ASSUMPTION, Option, Point
from archkit.model.phases import Phase
from archkit.model.recommendation import Recommendation
from archkit.model.scale_steps import ScaleStep, words_of

CONTROLS = {
    "line": "area",
    "cell": "area",
    "label": "short",
    "prose": "prose",
    "number": "number",
    "word": "combo",
    "choice": "select",
    "date": "date",
    "likelihood": "combo",
    "impact": "combo",
    "weight": "input",
    "score": "input",
    "option": "select",
    "phase": "select",
    "criterion": "combo",
    "ratio": "input",
    "names": "names",
}
INSIDE = {"rows", "details", "columns"}


@dataclass(frozen=True)
class Column:
    """One field of a form: a labelled control, or a column of a table.

    Attributes:
        path: What follows the path of the row, such as `("owner",)` or `("scores", "Outbox table")`.
        choices: What is offered: the value, and the words shown for it.
        control: The sort of control, one of the values of `CONTROLS` or `checks`.
        commit: `live` sends every pause in typing; `change` waits until the field is left, because the
            value is a name that others follow.
        cites: Whether findings can be cited from a list.
        own: Whether the column belongs to the author, who can rename and delete it.
    """

    key: str
    title: str
    hint: str
    kind: str
    path: tuple[str, ...]
    control: str
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    commit: str = "live"
    cites: bool = False
    own: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the column as plain data."""
        return dict(vars(self))


@dataclass(frozen=True)
class Editor:
    """What cannot be derived from a field's kind."""

    control: str = ""
    commit: str = "live"
    cites: bool = False
    choices: str = ""
    words: dict[str, str] = field(default_factory=dict)


NAME = Editor(commit="change")
DIRECTIONS = {
    "LR": "left to right",
    "RL": "right to left",
    "TD": "top down",
    "TB": "top to bottom",
    "BT": "bottom to top",
}
EDITORS: dict[tuple[type[Frozen], str], Editor] = {
    (Criterion, "criterion"): NAME,
    (Phase, "phase"): NAME,
    (Finding, "group"): NAME,
    (Component, "group"): NAME,
    (Option, "name"): NAME,
    (Option, "based_on"): Editor(cites=True),
    (Point, "evidence"): Editor(cites=True),
    (Recommendation, "options"): Editor(control="checks", choices="option"),
    (DataFlow, "direction"): Editor(words=DIRECTIONS),
    (Node, "id"): NAME,
    (Node, "label"): NAME,
    (ScaleStep, "word"): NAME,
    (Flow, "source"): Editor(control="combo", commit="change", choices="node"),
    (Flow, "target"): Editor(control="combo", commit="change", choices="node"),
}


def column(owner: type[Frozen], spec: FieldSpec, document: Document) -> Column:
    """Return the column of a plain field of a row or section class."""
    editor = EDITORS.get((owner, spec.key), Editor())
    given = words_of(document.risk_scale, spec.kind) or spec.choices
    choices = [(choice, editor.words.get(choice, choice)) for choice in given]
    return Column(
        key=spec.key,
        title=spec.title,
        hint=spec.hint,
        kind=spec.kind,
        path=(spec.key,),
        control=editor.control or CONTROLS[spec.kind],
        unit=spec.unit,
        choices=tuple(choices) or offered(editor.choices or spec.kind, document),
        commit=editor.commit,
        cites=editor.cites,
    )


def plain_fields(owner: type[Frozen]) -> tuple[FieldSpec, ...]:
    """Return the fields that are one control each."""
    return tuple(spec for spec in fields_of(owner) if spec.kind not in INSIDE)


def offered(what: str, document: Document) -> tuple[tuple[str, str], ...]:
    """Return the choices that stand elsewhere in the document: options, phases, criteria, boxes of the flowchart."""
    if what == "option":
        return tuple((name, name) for name in document.option_names)
    if what == "phase":
        named = enumerate((phase.phase for phase in document.phases), start=1)
        return tuple((str(number), f"{number} · {name}" if name else str(number)) for number, name in named)
    if what == "criterion":
        return tuple((item.criterion, item.criterion) for item in document.comparison.criteria if item.criterion)
    if what == "node":
        return tuple((node.label, node.label) for node in document.data_flow.nodes if node.label)
    return ()


def citations(document: Document) -> tuple[tuple[str, str, str], ...]:
    """Return what can be cited as evidence: the word assumption, then each finding that has an id, with its source."""
    named = (finding for finding in document.findings if finding.id)
    cited = [(f"[{finding.id}]", f"{finding.id}: {finding.text}", finding.source) for finding in named]
    return ((ASSUMPTION, ASSUMPTION, ""), *cited)


def own_column(title: str, kind: str, listed: bool = False) -> Column:
    """Return a column of the author's own."""
    control = "names" if listed else CONTROLS[kind]
    return Column(title, title, "", kind, ("extra", title), control, own=True)


def shown(value: object) -> Any:
    """Return a field's value as its control holds it: a text, or a list of names."""
    if value is None:
        return ""
    if isinstance(value, float):
        return number_text(value)
    return list(value) if isinstance(value, tuple) else str(value)
