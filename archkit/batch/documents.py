"""The files of documents: which of a folder are some, and their bytes; what cannot be read is named, never left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from archkit.errors import AnalysisError, FileProblem
from archkit.format.parts import has_headings
from archkit.store import MAX_BYTES, reason

#: A file that is called so is a document; another Markdown file is one if it has three headings of the template.
SUFFIX = "-architecture.md"


class DamagedDocumentError(AnalysisError):
    """A file that holds no document: why, what would be right, and on which line (0 for the whole file)."""

    def __init__(self, problem: str, remedy: str, line: int = 0) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem, self.remedy, self.line = problem, remedy, line


def documents_below(folder: str | Path) -> Iterator[str]:
    """Yield the paths of the architecture documents below a folder.

    A folder in it that cannot be read is among them: whoever reads it is told why.
    """
    unread: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: unread.append(error.filename)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = os.path.join(place, name)
            if name.endswith(".md") and not name.startswith(".") and (name.endswith(SUFFIX) or _has_headings(file)):
                yield file
    yield from unread


def read_document(name: str, file: str | Path) -> bytes:
    """Return the bytes of a document.

    Args:
        name: What it is called in the message of an error.
        file: Where it is.

    Raises:
        FileProblem: it cannot be read, is too large, or is no file.
    """
    try:
        mode = os.stat(file).st_mode
        if stat.S_ISDIR(mode):
            raise FileProblem(name, "the folder cannot be read", "check its permissions")
        # To open a pipe would wait for whoever writes into it.
        if not stat.S_ISREG(mode):
            raise FileProblem(name, "this is no regular file", "take it out of the folder")
        with open(file, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileProblem(name, reason(error), "check the file and its permissions") from None
    if len(data) > MAX_BYTES:
        remedy = f"a document has at most {MAX_BYTES // 1_000_000} MB; name another file"
        raise FileProblem(name, "the file is too large", remedy)
    return data


def document_text(name: str, data: bytes) -> str:
    """Return the text of a document.

    Raises:
        DamagedDocumentError: the bytes are empty, or no text.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"the text is not UTF-8 (byte 0x{data[error.start]:02x})"
        raise DamagedDocumentError(problem, "save the file as UTF-8 in your editor", line) from None
    if "\x00" in text:
        raise DamagedDocumentError("this is no text (it has NUL bytes)", "take the file out, or save it as text")
    if not text.strip():
        raise DamagedDocumentError("the file is empty", f"fill it, or delete it and run: archkit new {name}")
    return text


def _has_headings(file: str) -> bool:
    """Whether a Markdown file has headings of the template; one that cannot be read is for the report."""
    try:
        if not stat.S_ISREG(os.stat(file).st_mode):
            return False
        with open(file, "rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return True
    return has_headings(text)
