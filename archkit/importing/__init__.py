"""Import: an architecture document made of an existing one, with a report of what went where."""

from __future__ import annotations

import os
from pathlib import Path

from archkit.importing.files import import_file
from archkit.importing.importing import Imported as Imported
from archkit.importing.importing import import_text
from archkit.importing.pasted import import_pasted
from archkit.importing.pasted import pasted_rows as pasted_rows
from archkit.importing.report import Report as Report
from archkit.importing.row_columns import ROWS


def import_document(source: str | os.PathLike[str], *, style: str = "") -> Imported:
    """Make an architecture document of an existing one; the source is not touched.

    Args:
        source: A path, or a text: what has a line break, or is no file, is a text.
        style: A style such as `madr-4`, the key of a section for a pasted list, "" to recognise it.

    Raises:
        FileProblem: a path cannot be read.
        SettingsError: there is no such style.
    """
    if isinstance(source, str) and not _is_file(source):
        return import_pasted(source, style) if style in ROWS else import_text(source, "", style)
    return import_file(Path(source), style)


def _is_file(text: str) -> bool:
    if "\n" in text or len(text) > 1000 or "\x00" in text:
        return False
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False
