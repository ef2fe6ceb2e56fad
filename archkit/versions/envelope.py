"""What a text is wrapped in: its byte order mark, its line breaks, and whether the last line ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BARE = re.compile(r"(?<!\r)\n")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Envelope:
    """How a text begins, breaks its lines and ends."""

    mark: bool
    crlf: bool
    ends: bool

    @classmethod
    def of(cls, text: str) -> Envelope:
        """Return how a text is wrapped."""
        breaks = text.count("\n")
        return cls(text.startswith(_MARK), text.count("\r\n") * 2 > breaks, text.endswith("\n") or not text)

    def put_on(self, text: str) -> str:
        """Return a text wrapped like this; line breaks of a text that has the right ones already stay as they are."""
        text = text.removeprefix(_MARK)
        if self.crlf:
            text = _BARE.sub("\r\n", text)
        elif text.count("\r\n") * 2 > text.count("\n"):
            text = text.replace("\r\n", "\n")
        if not self.ends:
            text = text.rstrip("\r\n")
        elif text and not text.endswith("\n"):
            text += "\r\n" if self.crlf else "\n"
        return _MARK + text if self.mark else text


def merged_envelope(base: str, mine: str, theirs: str) -> Envelope:
    """Return the envelope of the merged text: a side that changed something of it counts."""
    was, my, their = map(Envelope.of, (base, mine, theirs))

    def pick(was: bool, my: bool, their: bool) -> bool:
        return their if my == was else my

    return Envelope(
        pick(was.mark, my.mark, their.mark),
        pick(was.crlf, my.crlf, their.crlf),
        pick(was.ends, my.ends, their.ends),
    )
