"""Details in a cell of a grid: `Key: value` on each line, and back."""

from __future__ import annotations

from collections.abc import Iterable

from archkit.model.fields import Detail, FieldSpec
from archkit.widgets.columns import Column


def details_column(spec: FieldSpec) -> Column:
    """Return the column of a row's details."""
    hint = f"{spec.hint} One on each line, as Key: value."
    return Column(spec.key, spec.title, hint, "details", (spec.key,), "area", commit="change")


def details_text(details: Iterable[Detail]) -> str:
    """Return details as text, one on each line."""
    return "\n".join(_line(detail) for detail in details if not detail.is_empty)


def details_of(text: str, held: Iterable[Detail] = ()) -> tuple[Detail, ...]:
    """Return the details that a text says; those that are held already stay exactly as they are."""
    known = {_line(detail): detail for detail in held}
    lines = (line.strip() for line in text.splitlines())
    return tuple(known.get(line) or _detail(line) for line in lines if line)


def _line(detail: Detail) -> str:
    return f"{detail.key}: {' '.join(detail.value.split())}".strip() if detail.key else " ".join(detail.value.split())


def _detail(line: str) -> Detail:
    key, colon, value = line.partition(":")
    return Detail(key=key.strip(), value=value.strip()) if colon else Detail(key="Note", value=line)
