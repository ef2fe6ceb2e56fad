"""The bytes of a document → its text as read, or why they hold none."""

from __future__ import annotations

from archkit.batch import Source
from archkit.batch.documents import document_text
from archkit.format.manuscript import Manuscript
from archkit.format.read import read


def read_source(source: Source) -> Manuscript:
    """Read the bytes of a document.

    Raises:
        DamagedDocumentError: they are empty, or no text.
    """
    return read(document_text(source.name, source.data))
