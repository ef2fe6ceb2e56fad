"""Implementation phases, in order."""

from __future__ import annotations

import re
from typing import ClassVar

from pydantic import model_validator

from archkit.model.fields import Detail, Label, Line, ListNumber, Row, field
from archkit.model.known_details import with_known_details

#: What `after` says of a phase that waits for no other.
AT_ONCE = "start"
_NUMBERS = re.compile(r"\d+(?:\s*,\s*\d+)+")
#: Details that are fields of their own, by the key that stands in the document.
DETAIL_FIELDS = {"After": "after", "People": "people"}
_FIELD_OF = {key.casefold(): name for key, name in DETAIL_FIELDS.items()}


class Phase(Row):
    """A step of the implementation; its number is its place in the list."""

    named_by: ClassVar[str] = "phase"

    phase: Label = field("Phase", "Its name.", kind="label")
    what: Line = field("What", "What is built in it.", kind="line")
    after: Label = field(
        "After",
        "Names or numbers of the phases that must be finished first, with ; between them, or start for none; "
        "the phase above when blank.",
        kind="label",
    )
    people: ListNumber = field(
        "People", "How many people work on it; the team size when blank.", kind="number", default=None, least=0.1
    )
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())

    @model_validator(mode="before")
    @classmethod
    def _known(cls, values: object) -> object:
        return with_known_details(values, _FIELD_OF) if isinstance(values, dict) and values.get("details") else values


def split_after(text: str, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the names or numbers that `after` holds, as they were typed.

    Args:
        text: What was typed: names or numbers with `;` between them; numbers may have commas between them.
        names: The names of all phases; a text that is one of them is not split.
    """
    given = text.strip()
    # The names are looked at only where there is something to split: each of many phases would look at all of them.
    if not (";" in given or "," in given):
        return (given,) if given else ()
    if given.casefold() in {name.casefold() for name in names}:
        return (given,)
    pieces = (piece.strip() for piece in text.split(";"))
    split = (piece.split(",") if _NUMBERS.fullmatch(piece) else [piece] for piece in pieces)
    return tuple(name.strip() for several in split for name in several if name.strip())
