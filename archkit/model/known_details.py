"""Labelled texts that are fields of their own: one spelling, whether they come as a field or as a detail."""

from __future__ import annotations

from collections.abc import Mapping

from archkit.model.fields import Detail


def with_known_details(values: dict[str, object], fields: Mapping[str, str]) -> dict[str, object]:
    """Move details with a known key into their field; a second one of the same key, or a blank one, stays a detail.

    Args:
        values: What a row or section is made of.
        fields: The fields by the folded keys of their details.
    """
    kept: list[object] = []
    for given in values["details"]:  # type: ignore[attr-defined]
        detail = given if isinstance(given, Detail) else Detail.model_validate(given)
        name = fields.get(detail.key.casefold())
        if name and detail.value and values.get(name) in ("", None):
            values = values | {name: detail.value}
        else:
            kept.append(detail)
    return values | {"details": tuple(kept)}


def as_choice(text: str, choices: tuple[str, ...], also: Mapping[str, str] | None = None) -> str:
    """Return the choice that a text means, whatever its case, blanks and hyphens; the last word may be missing.

    A text that means none of them is returned as it is.

    Args:
        text: What was typed.
        choices: The choices.
        also: Other folded texts that stand for a choice.
    """
    if not text or text in choices:
        return text
    meant = {_folded(choice.rpartition(" ")[0]): choice for choice in choices if " " in choice}
    meant |= {_folded(choice): choice for choice in choices} | dict(also or {})
    return meant.get(_folded(text), text)


def _folded(text: str) -> str:
    return "".join(text.casefold().replace("-", " ").split())
