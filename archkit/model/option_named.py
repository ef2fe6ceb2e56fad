"""Which option a text means."""

from __future__ import annotations

import re
from functools import lru_cache

from archkit.model.text import label

_NUMBERED = re.compile(r"option\s+(\d{1,9})", re.IGNORECASE)
# Longer than this is hardly a name, and not kept.
_SHORT = 200


def option_named(text: str, options: tuple[str, ...]) -> str:
    """Return the option that a cell or column names, or "" when there is none.

    A text names an option by its name, by its name in another case if only one is spelled so, or by its number, as
    `Option 2`; what is called so comes before what is numbered so.

    Args:
        text: The text.
        options: The names of all options by their number; one that has no name yet is "".
    """
    return (_found if len(text) <= _SHORT else _found.__wrapped__)(text, options)


# The same few names stand in every row of a table.
@lru_cache(maxsize=1024)
def _found(text: str, options: tuple[str, ...]) -> str:
    wanted = _one_line(text)
    if not wanted or wanted in options:
        return wanted
    folded = [name for name in options if name and _one_line(name).casefold() == wanted.casefold()]
    if len(set(folded)) == 1:
        return folded[0]
    found = _NUMBERED.fullmatch(wanted)
    return options[int(found[1]) - 1] if found and 1 <= int(found[1]) <= len(options) else ""


def _one_line(text: str) -> str:
    return " ".join(label(text).split())
