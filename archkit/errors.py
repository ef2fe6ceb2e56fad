"""Every error raised on purpose, and the diagnostic that a reader or a check reports.

An error takes facts and builds its own sentence: what is wrong, where, and what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

Severity = Literal["error", "warning", "hint"]
# What would move the cursor, change the colour or turn the direction of the terminal that shows a message.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing that is wrong in a document: its line (1-based, 0 for the whole file) and what would be right.

    Attributes:
        line: Where it stands.
        message: What is wrong, and what would be right.
        severity: How much it matters.
        rule: The id of the rule that found it; `format` for what reading found.
        section: The key of the section, "" for none.
        column: Where in the line it stands (1-based).
        path: The field that it is about, as an edit names it; empty where it is about lines of the file.
    """

    line: int
    message: str
    severity: Severity = "error"
    rule: str = "format"
    section: str = ""
    column: int = 1
    path: tuple[str | int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        message = f"hint: {self.message}" if self.severity == "hint" else self.message
        return f"{self.line}: {message}" if self.line else message


class ArchkitError(Exception):
    """Base of all errors that a person can cause; its text is one line and can be shown as it is."""


class FileProblem(ArchkitError):
    """A file cannot be opened, read or written."""

    def __init__(self, path: object, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}")
        self.problem = problem


class ModelError(ArchkitError):
    """A value does not fit the field it was given to."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")


class FrameError(ModelError):
    """A frame does not fit the section it was assigned to."""


class SettingsError(ArchkitError):
    """A setting of archkit that is unknown or does not fit."""

    def __init__(self, where: object, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")


class AnalysisError(ArchkitError):
    """Numbers that cannot be computed from what was given."""


class UnreadSectionError(ArchkitError):
    """A section that stays raw Markdown was asked to change as data."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(f'"{title}" is kept as text because {reason}; mend its Markdown first')


class LossError(ArchkitError):
    """Writing a section would lose text, so nothing was written."""

    def __init__(self, title: str, lost: str) -> None:
        super().__init__(f'"{title}" cannot be written without loss ({lost}); the file was left as it is')


class ResearchError(ArchkitError):
    """A look-up of documentation that cannot be made, or an answer that cannot be read."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}; {remedy}")


class ExportError(ArchkitError):
    """An export that cannot be made: an unknown format or a template that fails."""


def quoted(text: str, limit: int = 60) -> str:
    """Return a text in quotes on one line, cut to `limit` characters, for use inside a message."""
    line = _UNSEEN.sub("\ufffd", " ".join(text[:10_000].split()))
    return f'"{line[: limit - 1]}…"' if len(line) > limit else f'"{line}"'


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the known name most like `name`, or the only one that has it as a part; "" when none is close."""
    return _nearest(name[:200], tuple(names))


# The same words are asked for again and again: by each analysis, and by each document of a company.
@lru_cache(maxsize=1024)
def _nearest(name: str, names: tuple[str, ...]) -> str:
    known = {candidate.casefold(): candidate for candidate in names}
    wanted = name.casefold()[:200].strip()
    found = get_close_matches(wanted, known, n=1, cutoff=0.6)
    if not found and len(wanted) > 2:
        within = [candidate for candidate in known if re.search(rf"\b{re.escape(wanted)}\b", candidate)]
        found = within if len(within) == 1 else []
    return known[found[0]] if found else ""
