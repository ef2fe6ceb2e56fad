"""What a text is wrapped in: its byte order mark, its line breaks, and how many of them are at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_BARE = re.compile(r"(?<!\r)\n")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Envelope:
    """How a text begins, breaks its lines and ends."""

    mark: bool
    crlf: bool
    end: int

    @classmethod
    def of(cls, text: str) -> Envelope:
        """Return how a text is wrapped."""
        breaks = text.count("\n")
        return cls(text.startswith(_MARK), text.count("\r\n") * 2 > breaks, _breaks_at_end(text))

    def put_on(self, text: str) -> str:
        """Return a text wrapped like this; line breaks of a text that has the right ones already stay as they are."""
        text = text.removeprefix(_MARK)
        if self.crlf:
            text = _BARE.sub("\r\n", text)
        elif text.count("\r\n") * 2 > text.count("\n"):
            text = text.replace("\r\n", "\n")
        if _breaks_at_end(text) != self.end:
            text = text.rstrip("\r\n") + ("\r\n" if self.crlf else "\n") * self.end
        return _MARK + text if self.mark else text


def merged_envelope(base: str, mine: str, theirs: str) -> Envelope:
    """Return the envelope of the merged text: a side that changed something of it counts."""
    was, my, their = map(Envelope.of, (base, mine, theirs))

    def pick(was: Any, my: Any, their: Any) -> Any:
        return their if my == was else my

    return Envelope(
        pick(was.mark, my.mark, their.mark),
        pick(was.crlf, my.crlf, their.crlf),
        pick(was.end, my.end, their.end),
    )


def _breaks_at_end(text: str) -> int:
    return text[len(text.rstrip("\r\n")) :].count("\n")
