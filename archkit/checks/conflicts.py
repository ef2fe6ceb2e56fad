"""Rules about merges: no conflict markers are left, not even a single one or one inside code."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.format.scan import scan
from archkit.versions.sides import conflicts_in

_BEGIN, _END = "<<<<<<< ", ">>>>>>> "
_RIGHT = "keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>"


def markers_left(review: Review) -> Iterator[Found]:
    """Conflict markers that reading did not report: inside code, without their other half, behind another problem."""
    if _BEGIN not in review.text and _END not in review.text:
        return
    told = {item.line for item in review.diagnostics if "conflict markers" in item.message}
    lines = review.text.split("\n")
    conflicts = conflicts_in(review.text)
    for conflict in conflicts:
        if conflict.line not in told:
            yield ("line", conflict.line), f"a merge left conflict markers here; {_RIGHT}"
    inside = {line for conflict in conflicts for line in range(conflict.line, conflict.last + 1)}
    code = _code([line.rstrip("\r") for line in lines])
    for number, line in enumerate(lines, 1):
        if number not in inside and line.startswith((_BEGIN, _END)):
            yield ("line", number), _single(line, in_code=number in code)


def _single(line: str, *, in_code: bool) -> str:
    mark = line[:7]
    if in_code:
        return f"{mark} stands inside code, as a merge may have left it; {_RIGHT}, or indent it if it is meant"
    return f"a merge left {mark} here without its other half; look at both sides of the merge, and delete the line"


def _code(lines: list[str]) -> set[int]:
    blocks = (block for block in scan(lines) if block.kind in ("fence", "code", "html"))
    return {line for block in blocks for line in range(block.first + 1, block.last + 1)}
