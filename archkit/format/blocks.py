"""A block of a text at its top level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list", "quote", "fence", "html", "code", "rule", "table", "conflict"]


@dataclass(slots=True)
class Block:
    """A top-level block: lines `first` to `last` (exclusive, 0-based); blank lines after it are not part of it.

    Attributes:
        level: The level of a heading, else 0.
        text: The text of a heading, the info string of a fence, else "".
        setext: Whether a heading is underlined.
        closed: Whether a fence or an HTML block has its end; an open one runs to the end of the text.
    """

    kind: BlockKind
    first: int
    last: int
    level: int = 0
    text: str = ""
    setext: bool = False
    closed: bool = True
