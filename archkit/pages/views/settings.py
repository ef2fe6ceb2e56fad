"""Settings of a section as labelled texts, the way its document says them."""

from __future__ import annotations

from collections.abc import Iterable

from archkit.model.fields import Frozen, fields_of, number_text

Labelled = tuple[str, str]


def settings(section: Frozen, keys: Iterable[str]) -> tuple[Labelled, ...]:
    """Return title and text of those fields of a section that are filled, in the order of its fields."""
    wanted = set(keys)
    found = ((spec, getattr(section, spec.key)) for spec in fields_of(type(section)) if spec.key in wanted)
    return tuple((spec.title, _text(value, spec.unit)) for spec, value in found if value not in ("", None))


def _text(value: object, unit: str) -> str:
    text = number_text(value) if isinstance(value, (int, float)) else str(value)
    return f"{text} {unit}" if unit and isinstance(value, (int, float)) else text
