"""What the pages over all documents say of one."""

from __future__ import annotations

from typing import Any, NamedTuple, Self

from archkit.site.addresses import page_path


class Record(NamedTuple):
    """What the index, the timeline, the tags and the feed show of a document.

    A named tuple, as ten thousand of them are read at each build: a frozen class takes four times as long and as much.

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
    unread: tuple[tuple[int, str], ...] = ()
    ages_on: str = ""
    problem: str = ""

    @property
    def page(self) -> str:
        """The path of its page in the site."""
        return page_path(self.name)

    @classmethod
    def of(cls, values: list[Any]) -> Self:
        """Return it from the list that JSON makes of it.

        Raises:
            ValueError: it has other fields.
        """
        if len(values) != len(cls._fields):
            raise ValueError(f"a record has {len(cls._fields)} fields, not {len(values)}")
        values[_AUTHORS], values[_TAGS] = tuple(values[_AUTHORS]), tuple(values[_TAGS])
        values[_UNREAD] = tuple((line, message) for line, message in values[_UNREAD])
        return cls._make(values)


_AUTHORS, _TAGS, _UNREAD = map(Record._fields.index, ("authors", "tags", "unread"))
