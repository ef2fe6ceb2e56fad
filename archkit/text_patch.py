"""What changed between two texts, by lines: small to write down, and applied to the first it gives the second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

#: So many pairs of changed lines are compared; where there are more, all between the first and the last is one change.
_MOST_PAIRS = 1_000_000


def patch(before: str, after: str) -> list[list[Any]]:
    """Return the changes from one text to another: from which line to which, and the text in place of them."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = next((at for at in range(shorter - first) if old[-1 - at] != new[-1 - at]), shorter - first)
    old_end, new_end = len(old) - last, len(new) - last
    if (old_end - first) * (new_end - first) > _MOST_PAIRS:
        return [[first, old_end, "".join(new[first:new_end])]]
    matcher = SequenceMatcher(None, old[first:old_end], new[first:new_end], autojunk=False)
    return [
        [first + start, first + stop, "".join(new[first + at : first + end])]
        for kind, start, stop, at, end in matcher.get_opcodes()
        if kind != "equal"
    ]


def patched(before: str, changes: Iterable[Sequence[Any]]) -> str:
    """Return a text after the changes of `patch`."""
    lines = before.splitlines(keepends=True)
    parts, position = [], 0
    for start, stop, text in changes:
        parts += [*lines[position:start], text]
        position = stop
    return "".join([*parts, *lines[position:]])


@dataclass(frozen=True)
class Told:
    """The text that a journal told last, and how much the patches have cost since one stood there whole."""

    text: str = ""
    cost: int = 0

    def tell(self, text: str) -> tuple[Told, dict[str, Any]]:
        """Return what is told then, and how: as a patch, or whole when the patches would have cost more than that."""
        changes = patch(self.text, text) if self.text else []
        cost = self.cost + sum(len(words) + 20 for _, _, words in changes)
        if not self.text or cost > len(text):
            return Told(text), {"text": text}
        return Told(text, cost), {"patch": changes}
