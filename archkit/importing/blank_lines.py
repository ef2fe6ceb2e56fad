"""Single blank lines: what an import and an export alike make of several; code in fences stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def single_blanks(lines: Iterable[str]) -> str:
    """Return lines as a text in which no blank line stands at an end or follows another one."""
    kept: list[str] = []
    fence, was_code = "", False
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            fence = "" if line.strip().startswith(fence) and not line.strip().strip(fence[0]) else fence
        elif found:
            fence = found[1]
        elif not line.strip():
            if not kept or not kept[-1]:
                continue
            # Blanks at the end of a paragraph break no line.
            kept[-1] = kept[-1] if was_code or not kept[-1][:4].strip() else kept[-1].rstrip()
        was_code = bool(fence or found)
        kept.append(line if fence or line.strip() else "")
    return "\n".join(kept).strip("\n")
