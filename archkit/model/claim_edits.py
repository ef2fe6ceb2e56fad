"""Edits of a pro or con: turned into the other, moved to another option, moved among its neighbours."""

from __future__ import annotations

from archkit.errors import ModelError, quoted
from archkit.model.document import Document
from archkit.model.edit import move_row, require_read, set_value
from archkit.model.option_edits import called, option_index
from archkit.model.options import Point

#: The two lists of claims, and the other one of each.
OTHER_SIDE = {"pros": "cons", "cons": "pros"}


def claims(document: Document, option: int, side: str) -> tuple[Point, ...]:
    """Return the pros or the cons of an option.

    Raises:
        ModelError: there is no such option, or the side is neither `pros` nor `cons`.
    """
    if side not in OTHER_SIDE:
        raise ModelError("options", f"there is no list {quoted(side)}", "say pros or cons")
    held: tuple[Point, ...] = getattr(document.options[option_index(document, option)], side)
    return held


def claim_index(document: Document, option: int, side: str, index: int) -> int:
    """Return the index of a claim; a negative one counts from the end.

    Raises:
        ModelError: there is no such claim.
    """
    count = len(claims(document, option, side))
    if not -count <= index < count:
        known = f"its {side} are 0 to {count - 1}" if count else f"it has no {side}"
        raise ModelError("options", f"{called(document, option)} has no {side[:-1]} {index}", known)
    return index % count


def turn_claim(document: Document, option: int, side: str, index: int) -> Document:
    """Return the document in which a pro is the last con of its option, or a con its last pro.

    Raises:
        ModelError: there is no such claim.
    """
    claim_index(document, option, side, index)
    return move_claim(document, option, side, index, to=option, to_side=OTHER_SIDE[side])


def move_claim(
    document: Document, option: int, side: str, index: int, *, to: int, to_side: str = "", at: int | None = None
) -> Document:
    """Return the document in which a claim stands among those of an option.

    Args:
        document: The document.
        option: The index of the option that has the claim.
        side: `pros` or `cons`.
        index: Which claim.
        to: The index of the option that gets it.
        to_side: The list that it goes to; the same as before when blank.
        at: Its place there; None is the end.

    Raises:
        ModelError: there is no such claim, option or list.
    """
    require_read(document, ("options",))
    option, to = option_index(document, option), option_index(document, to)
    index = claim_index(document, option, side, index)
    to_side = to_side or side
    there = claims(document, to, to_side)
    if (option, side) == (to, to_side):
        return move_row(document, ("options", option, side, index), len(there) if at is None else at)
    held = claims(document, option, side)
    place = len(there) if at is None else min(max(at, 0), len(there))
    changed = set_value(document, ("options", to, to_side), (*there[:place], held[index], *there[place:]))
    return set_value(changed, ("options", option, side), (*held[:index], *held[index + 1 :]))
