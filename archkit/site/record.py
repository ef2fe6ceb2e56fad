"""What the pages over all documents say of one."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Self

from archkit.site.addresses import page_path


@dataclass(frozen=True)
class Record:
    """What the index, the timeline, the tags and the feed show of a document.

    Attributes:
        name: Its path below the common folder.
        title: In words.
        status, date, review_by: As its front matter says.
        authors, tags: Names.
        recommendation: The recommended options.
        lead: The recommendation in a sentence.
        p50, p80: Effort in working days; None where it is not known.
        loss_low, loss_high: Expected loss over its risks in working days; None where it is not known.
        risks: Number of its risks.
        complete: Share (0–1) of what counts that is filled in.
        unread: What of it could not be read as data: line and message.
        ages_on: The next day on which its page shows a finding as weaker than before; "" when that is never.
        problem: Why it could not be read at all; "" where it has a page.
    """

    name: str
    title: str = ""
    status: str = ""
    date: str = ""
    review_by: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    recommendation: str = ""
    lead: str = ""
    p50: float | None = None
    p80: float | None = None
    loss_low: float | None = None
    loss_high: float | None = None
    risks: int = 0
    complete: float = 0.0
    unread: tuple[tuple[int, str], ...] = field(default=())
    ages_on: str = ""
    problem: str = ""

    @property
    def page(self) -> str:
        """The path of its page in the site."""
        return page_path(self.name)

    def plain(self) -> list[Any]:
        """Return it as plain values, for the manifest."""
        return list(_PLAIN(self))

    @classmethod
    def of(cls, values: list[Any]) -> Self:
        """Return it from plain values."""
        given = dict(zip(_NAMES, values, strict=True))
        for name in ("authors", "tags"):
            given[name] = tuple(given[name])
        given["unread"] = tuple((line, message) for line, message in given["unread"])
        # A frozen class sets each field by a call of its own, which thousands of records would wait for.
        made = cls.__new__(cls)
        made.__dict__.update(given)
        return made


_NAMES = tuple(item.name for item in fields(Record))
_PLAIN = attrgetter(*_NAMES)
