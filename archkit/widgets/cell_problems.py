"""What is wrong with a cell of a form, in words: the field's own rules, and those that look at the whole row."""

from __future__ import annotations

from archkit.errors import nearest, quoted
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.effort import WorkItem
from archkit.model.fields import FieldSpec, Frozen
from archkit.model.problems import estimate_problem, scale_problem, score_problem, value_problem, weight_problem
from archkit.widgets.columns import Column


def cell_problem(
    owner: Frozen,
    column: Column,
    spec: FieldSpec | None,
    value: object,
    options: tuple[tuple[str, str], ...],
    comparison: Comparison,
) -> str:
    """Return what is wrong with a value and what would be right, or ""."""
    if isinstance(owner, Criterion):
        return _criterion(owner, column, value, comparison.weights)
    if isinstance(owner, Rating) and column.key in ("weight", "scores"):
        return _rating(owner, column, value, comparison)
    found = value_problem(spec, value, _words(column)) if spec else ""
    if found:
        return found
    if isinstance(owner, WorkItem) and column.key == "likely":
        return estimate_problem(owner.low, owner.likely, owner.high)
    names = [name for name, _ in options]
    if column.kind == "option" and value and value not in names:
        close = nearest(str(value), names)
        return f"no option is called {quoted(str(value))}" + (f"; did you mean {quoted(close)}?" if close else "")
    if column.kind == "criterion" and value and value not in (names := [name for name, _ in column.choices]):
        close = nearest(str(value), names)
        return f"no criterion is called {quoted(str(value))}" + (f"; did you mean {quoted(close)}?" if close else "")
    return ""


def _words(column: Column) -> tuple[str, ...]:
    return tuple(word for word, _ in column.choices) if column.kind == "likelihood" else ()


def _rating(row: Rating, column: Column, value: object, comparison: Comparison) -> str:
    if column.key == "weight":
        return weight_problem(row, comparison.weights)
    rated = next((item for item in comparison.criteria if item.criterion == row.criterion), None)
    return score_problem(rated, str(value)) if rated else ""


def _criterion(criterion: Criterion, column: Column, value: object, weighting: str) -> str:
    if column.kind == "score":
        return score_problem(criterion, str(value))
    if column.key == "weight":
        return weight_problem(criterion, weighting)
    return scale_problem(criterion) if column.key == "scale" else ""
