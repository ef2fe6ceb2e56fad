"""Single blank lines: what an import and an export alike make of several; code in fences stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def single_blanks(lines: Iterable[str]) -> str:
    """Return lines as a text in which no blank line stands at an end or follows another one."""
    kept: list[str] = []
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            fence = "" if line.strip().startswith(fence) and not line.strip().strip(fence[0]) else fence
        elif found:
            fence = found[1]
        elif not line.strip() and (not kept or not kept[-1]):
            continue
        kept.append(line if fence or line.strip() else "")
    return "\n".join(kept).strip("\n")
