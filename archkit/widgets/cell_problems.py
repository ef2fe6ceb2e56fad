"""What is wrong with a cell of a form, in words: the field's own rules, and those that look at the whole row."""

from __future__ import annotations

from archkit.errors import nearest, quoted
from archkit.model.comparison import Criterion
from archkit.model.effort import WorkItem
from archkit.model.fields import FieldSpec, Frozen
from archkit.model.problems import estimate_problem, scale_problem, score_problem, value_problem, weight_problem
from archkit.widgets.columns import Column


def cell_problem(
    owner: Frozen, column: Column, spec: FieldSpec | None, value: object, options: tuple[tuple[str, str], ...]
) -> str:
    """Return what is wrong with a value and what would be right, or ""."""
    if isinstance(owner, Criterion):
        return _criterion(owner, column, value)
    found = value_problem(spec, value) if spec else ""
    if found:
        return found
    if isinstance(owner, WorkItem) and column.key == "likely":
        return estimate_problem(owner.low, owner.likely, owner.high)
    names = [name for name, _ in options]
    if column.kind == "option" and value and value not in names:
        close = nearest(str(value), names)
        return f"no option is called {quoted(str(value))}" + (f"; did you mean {quoted(close)}?" if close else "")
    return ""


def _criterion(criterion: Criterion, column: Column, value: object) -> str:
    if column.kind == "score":
        return score_problem(criterion, str(value))
    if column.key == "weight":
        return weight_problem(criterion)
    return scale_problem(criterion) if column.key == "scale" else ""
