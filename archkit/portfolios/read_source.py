"""The bytes of a document → its text as read, or why they hold none."""

from __future__ import annotations

from archkit.batch import Source
from archkit.errors import AnalysisError
from archkit.format.manuscript import Manuscript
from archkit.format.read import read


class DamagedDocumentError(AnalysisError):
    """A file that holds no document: why, and on which line (0 for the whole file)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def read_source(source: Source) -> Manuscript:
    """Read the bytes of a document; what is wrong is said in the words of `archkit build`.

    Raises:
        DamagedDocumentError: they are empty, or no text.
    """
    try:
        text = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.data.count(b"\n", 0, error.start) + 1
        byte = source.data[error.start]
        problem = f"the text is not UTF-8 (byte 0x{byte:02x}); save the file as UTF-8 in your editor"
        raise DamagedDocumentError(problem, line) from None
    if "\0" in text:
        raise DamagedDocumentError("this is no text (it has NUL bytes); take the file out, or save it as text")
    if not text.strip():
        raise DamagedDocumentError(f"the file is empty; fill it, or delete it and run: archkit new {source.name}")
    return read(text)
