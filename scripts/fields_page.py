"""Writes docs/fields.md, the reference of all sections and fields, from the model."""

from __future__ import annotations

from pathlib import Path

from archkit.model.document import Document, outline
from archkit.model.fields import FieldSpec, Frozen, fields_of

PAGE = Path(__file__).resolve().parent.parent / "docs" / "fields.md"
HEAD = """# Sections and fields

Every section of an architecture document with its fields. Forms, frames and messages use the same titles and hints.
This page is made by `python scripts/fields_page.py` from the model; a test holds the two together.
"""


def page() -> str:
    """Return the text of the reference page."""
    parts = [HEAD]
    for spec in outline():
        parts.append(f"## {spec.title}\n\n`doc.{spec.key}`: {spec.hint}\n")
        parts += _tables(spec, _class(Document, spec))
    return "\n".join(parts)


def _tables(spec: FieldSpec, kind: type[Frozen] | None) -> list[str]:
    if kind is None:
        return []
    fields = fields_of(kind)
    lines = ["| field | title | kind | what it holds |", "|---|---|---|---|"]
    for item in fields:
        choices = f" Offered: {', '.join(item.choices)}." if item.choices else ""
        unit = f" In {item.unit}." if item.unit else ""
        lines.append(f"| `{item.key}` | {item.title} | {item.kind} | {item.hint}{unit}{choices} |")
    parts = ["\n".join(lines) + "\n"]
    for item in fields:
        if item.kind == "rows" and item.row is not None:
            parts.append(f"### {spec.title}: {item.title}\n")
            parts += _tables(item, item.row)
    return parts


def _class(owner: type[Frozen], spec: FieldSpec) -> type[Frozen] | None:
    default = owner.model_fields[spec.key].default
    return spec.row or (type(default) if isinstance(default, Frozen) else None)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
