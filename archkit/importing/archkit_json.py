"""The JSON of archkit → the same document: what `archkit export --to json` wrote."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.format.write import write
from archkit.importing.importing import Imported
from archkit.importing.report import Entry, Report
from archkit.importing.words import words_of
from archkit.model.document import Document


def read_own_json(found: Any, name: str) -> Imported | None:
    """Return the document that the JSON of archkit holds, None where it is another JSON.

    The computed numbers are left out: archkit computes them anew.
    """
    if not isinstance(found, dict) or set(found) - {"$schema", "version", "document", "computed"}:
        return None
    try:
        document = Document.model_validate(found.get("document"))
        manuscript = read(write(document))
    except (ValidationError, ArchkitError):
        return None
    if manuscript.document != document:
        return None
    count = sum(words_of(manuscript.text).values())
    entry = Entry(1, 1, "the whole document", "as it stands")
    return Imported(manuscript, Report(name, "archkit-json", count, count, (entry,)))
