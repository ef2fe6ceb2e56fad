"""Where the front matter of a text ends: YAML between `---`, TOML between `+++`, or a JSON object."""

from __future__ import annotations

import json
from collections.abc import Sequence

from archkit.format.pieces import front_matter_end

#: The first lines of front matter that is no YAML.
TOML, JSON = "+++", "{"
_LONGEST = 400


def front_end(lines: Sequence[str]) -> int:
    """Return the line behind the front matter, 0 where there is none."""
    first = lines[0].strip() if lines else ""
    if first == TOML:
        return next((at + 1 for at in range(1, min(len(lines), _LONGEST)) if lines[at].strip() == TOML), 0)
    if first == JSON:
        end = next((at + 1 for at in range(1, min(len(lines), _LONGEST)) if lines[at].rstrip() == "}"), 0)
        return end if end and isinstance(json_of(lines[:end]), dict) else 0
    return front_matter_end(list(lines))


def json_of(lines: Sequence[str]) -> object:
    """Return what lines of JSON hold, None where they are none."""
    try:
        return json.loads("\n".join(lines))
    except (ValueError, RecursionError):
        return None
