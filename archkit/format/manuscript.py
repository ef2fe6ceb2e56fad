"""A text that has been read: the document in it, and the piece of source behind each of its places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archkit.errors import Diagnostic
from archkit.model.document import Document, Place
from archkit.model.edit import Path


@dataclass(frozen=True, slots=True)
class Chunk:
    """A place with the data that was read there and the exact source it was read from.

    Attributes:
        place: Where in the document it stands.
        value: The data, None where text is kept.
        source: The source, with the heading.
        line: Its first line (1-based).
        lines: Where each row of the data stands, as a path below the place and the number of lines below the first.
        stated: Computed values as the source states them, with their lines counted the same way.
    """

    place: Place
    value: object
    source: str
    line: int
    lines: tuple[tuple[Path, int], ...] = field(default=(), compare=False, repr=False)
    stated: tuple[tuple[tuple[str, str], tuple[str, int]], ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What reading a text gives.

    Attributes:
        text: The text as it was read, byte for byte once encoded.
        document: The data.
        chunks: The pieces of the text in order; their sources joined are the text.
        newline: The line break that the text uses.
        diagnostics: What could not be read as data, and why.
        lines: Where each row and text of the document stands (1-based).
        stated: Computed values as the file states them, with their lines: weighted scores by option, totals by name.
        blanks: Lines on which a placeholder of the template is left, with its text.
    """

    text: str
    document: Document
    chunks: tuple[Chunk, ...]
    newline: str = "\n"
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[Path, int] = field(default_factory=dict)
    stated: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    blanks: tuple[tuple[int, str], ...] = ()
