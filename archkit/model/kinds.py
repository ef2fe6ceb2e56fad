"""What each kind of field makes of a given value: one spelling for each meaning, or a refusal."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import BeforeValidator

from archkit.model import text as spelling
from archkit.model.placeholders import filled
from archkit.model.text import is_plain

Amount = float | str | None

_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,9})?")


def _as_text(normalise: Callable[[str], str]) -> Callable[[object], str]:
    def convert(value: object) -> str:
        if isinstance(value, str):
            text = value if is_plain(value) else normalise(value)
            return filled(text) if "[" in text else text
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, (int, float)):
            return number_text(float(value)) if math.isfinite(value) else str(value)
        raise ValueError(f"a text is expected, not {type(value).__name__}")

    return convert


def _as_amount(normalise: Callable[[str], str]) -> Callable[[object], Amount]:
    def convert(value: object) -> Amount:
        if value is None or isinstance(value, str):
            if value and _NUMBER.fullmatch(value):
                return float(value)
            typed = filled(normalise(value or ""))
            if not typed:
                return None
            return float(typed) if _NUMBER.fullmatch(typed) else typed
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            number = float(value)
            if math.isnan(number):
                return None
            # One spelling for each number: what cannot be written as a plain decimal is kept as typed text.
            written = number_text(number)
            return float(written) if _NUMBER.fullmatch(written) else str(value)
        raise ValueError(f"a number is expected, not {type(value).__name__}")

    return convert


def _as_names(value: object) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else list(value or ())  # type: ignore[call-overload]
    names = (spelling.label(str(item)) for item in items)
    return tuple(name for name in names if name)


def _as_columns(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise ValueError("columns are given by their title")
    columns = {spelling.label(str(title)): _as_text(spelling.cell)(cell) for title, cell in value.items()}
    return {title: cell for title, cell in columns.items() if title}


Line = Annotated[str, BeforeValidator(_as_text(spelling.line))]
Cell = Annotated[str, BeforeValidator(_as_text(spelling.cell))]
Label = Annotated[str, BeforeValidator(_as_text(spelling.label))]
Prose = Annotated[str, BeforeValidator(_as_text(spelling.prose))]
Number = Annotated[Amount, BeforeValidator(_as_amount(spelling.cell))]
#: A number in a list item, so that text typed in its place is spelled as a list item's.
ListNumber = Annotated[Amount, BeforeValidator(_as_amount(spelling.label))]
Columns = Annotated[dict[str, str], BeforeValidator(_as_columns)]
Names = Annotated[tuple[str, ...], BeforeValidator(_as_names)]


def number_text(number: float) -> str:
    """Return a number as it is written in a document: `8`, `8.5`."""
    if not math.isfinite(number):
        return str(number)
    written = f"{number:.9f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
