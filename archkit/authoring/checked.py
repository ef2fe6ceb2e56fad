"""What a check, the look for what is missing, and the completeness of the sections give."""

from __future__ import annotations

from typing import Any, ClassVar

from archkit.authoring.listed import Listed
from archkit.checks.completeness import RULE, Completeness
from archkit.checks.missing import Missing
from archkit.errors import Diagnostic


class Checked(Listed[Diagnostic]):
    """What a check found, as a tuple that shows itself as lines, in a notebook as a table; `.frame` is a frame."""

    __slots__ = ()

    COLUMNS: ClassVar[tuple[str, ...]] = ("line", "column", "severity", "rule", "section", "message")
    SHOWN: ClassVar[tuple[str, ...]] = ("line", "severity", "rule", "message")
    TYPES: ClassVar[dict[str, Any]] = {"line": int, "column": int}
    NOTHING: ClassVar[str] = "nothing to mend"


class MissingNext(Listed[Missing]):
    """What is missing next, most valuable first; `.frame` has step, section, rule, line and path, too."""

    __slots__ = ()

    COLUMNS: ClassVar[tuple[str, ...]] = ("step", "section", "words", "more", "rule", "has_fix", "line", "path")
    TYPES: ClassVar[dict[str, Any]] = {"more": int, "has_fix": bool, "line": int, "path": object}
    SHOWN: ClassVar[tuple[str, ...]] = ("step", "words", "line")
    HEADS: ClassVar[dict[str, str]] = {"words": "What to do"}
    NOTHING: ClassVar[str] = "nothing is missing"

    def __repr__(self) -> str:
        if not self:
            return self.NOTHING
        return "\n".join(f"{number}. {_placed(item)}" for number, item in enumerate(self, 1))

    def _cells(self, item: Missing) -> list[str]:
        return [item.step, str(item), str(item.line) if item.line else ""]


class Completed(Listed[Completeness]):
    """How complete each section is, in the order of the document; `.rule` says what the words mean."""

    __slots__ = ()

    COLUMNS: ClassVar[tuple[str, ...]] = ("section", "title", "filled", "of", "share", "word", "optional")
    TYPES: ClassVar[dict[str, Any]] = {"filled": int, "of": int, "share": float, "optional": bool}
    SHOWN: ClassVar[tuple[str, ...]] = ("title", "filled", "of", "word")
    HEADS: ClassVar[dict[str, str]] = {"title": "Section", "word": "State"}

    @property
    def rule(self) -> str:
        """What the words mean."""
        return RULE

    def __repr__(self) -> str:
        return "\n".join(f"{item.title}: {_amount(item)}" for item in self)

    def _repr_html_(self) -> str:
        return f"{super()._repr_html_()}\n<p>{RULE}</p>"


def _placed(item: Missing) -> str:
    return f"{item} (line {item.line})" if item.rule and item.line else str(item)


def _amount(item: Completeness) -> str:
    if not item.of:
        return f"{item.word} (optional)"
    return f"{item.word} ({item.filled} of {item.of})"
