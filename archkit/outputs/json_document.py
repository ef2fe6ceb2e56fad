"""A document as JSON, and the JSON Schema that it follows."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from archkit.model.document import Document
from archkit.outputs.made import Made
from archkit.pages.numbers import page_numbers
from archkit.pages.plain import Plain, plain, plain_document

#: The first number changes when a reader may have to; the second when something is added.
VERSION = "1.0"
SCHEMA_ID = f"urn:archkit:document:{VERSION}"
#: The file below `templates/` that holds the schema.
SCHEMA_FILE = f"json/document-{VERSION}.schema.json"


def made(document: Document, source: Path | None = None) -> Made:
    """Return a document with its numbers as JSON; `document` holds all of it, so that it can be read back."""
    held = _finite(plain(document))
    computed = plain_document(document, page_numbers(document))["computed"]
    whole = {"$schema": SCHEMA_ID, "version": VERSION, "document": held, "computed": _finite(computed, digits=12)}
    text = json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return Made({"document.json": text}, None)


def _finite(value: Plain, digits: int = 17) -> Plain:
    """Return plain data in which a number that JSON has not is null; what comes from adding up is rounded away."""
    if isinstance(value, float):
        return float(f"{value:.{digits}g}") if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(part, digits) for key, part in value.items()}
    if isinstance(value, list):
        return [_finite(part, digits) for part in value]
    return value


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the export, as it stands in the file that ships."""
    schema = Document.model_json_schema(mode="serialization")
    definitions = schema.pop("$defs", {})
    for definition in (schema, *definitions.values()):
        # A field that is at its default is written, too.
        definition["required"] = list(definition.get("properties", {}))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "An architecture document of archkit",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "version": {"type": "string", "pattern": r"^1\.\d+$"},
            "document": schema,
            "computed": {
                "type": "object",
                "description": "Numbers that archkit computed from the document.",
                "properties": {
                    "options": {"type": "array", "items": {"type": "object"}},
                    "effort": {"type": "object"},
                    "risks": {"type": "array", "items": {"type": "object"}},
                },
                "required": ["options", "effort", "risks"],
            },
        },
        "required": ["version", "document"],
        "$defs": definitions,
    }


def schema_text() -> str:
    """Return the JSON Schema as text."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
