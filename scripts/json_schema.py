"""Writes the JSON Schema of the JSON export from the model: python scripts/json_schema.py."""

from __future__ import annotations

from pathlib import Path

from archkit.outputs.json_document import SCHEMA_FILE, schema_text

if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "templates" / SCHEMA_FILE
    target.write_text(schema_text(), encoding="utf-8")
    print(target)
