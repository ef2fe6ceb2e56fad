"""Which option a text means."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"option\s+(\d{1,4})", re.IGNORECASE)


def option_named(text: str, options: tuple[str, ...]) -> str:
    """Return the option that a cell names, by its name in any case or as `Option 2`; "" when there is none."""
    wanted = " ".join(text.split())
    if wanted in options:
        return wanted
    folded = wanted.casefold()
    for name in options:
        if " ".join(name.split()).casefold() == folded:
            return name
    found = _NUMBERED.fullmatch(wanted)
    if found and 1 <= int(found[1]) <= len(options):
        return options[int(found[1]) - 1]
    return ""
