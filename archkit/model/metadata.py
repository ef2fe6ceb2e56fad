"""The front matter: who, when, in which state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from archkit.model.fields import Frozen, Label, Names, field
from archkit.model.text import label

_KEY = re.compile(r"[A-Za-z_](?:[\w .-]*[\w.-])?")
STATUSES = ("draft", "proposed", "accepted", "rejected", "deprecated", "superseded")


def _as_entries(value: object) -> dict[str, str | tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise ValueError("entries are given by their key")
    entries: dict[str, str | tuple[str, ...]] = {}
    for key, entry in value.items():
        if not _KEY.fullmatch(str(key)):
            raise ValueError("a key is letters, digits, spaces, - and _")
        if isinstance(entry, (list, tuple)):
            entries[str(key)] = tuple(text for item in entry if (text := label(str(item)))) or ""
        else:
            entries[str(key)] = label(str(entry))
    return entries


Entries = Annotated[dict[str, str | tuple[str, ...]], BeforeValidator(_as_entries)]


class Metadata(Frozen):
    """What a catalogue shows of a document."""

    status: Label = field("Status", "Where the decision stands.", kind="word", choices=STATUSES)
    date: Label = field("Date", "The last update, as YYYY-MM-DD.", kind="date")
    authors: Names = field("Authors", "Who wrote it.", kind="names", default=())
    decision_makers: Names = field("Decision makers", "Who decides.", kind="names", default=())
    review_by: Label = field("Review by", "When it is looked at again, as YYYY-MM-DD.", kind="date")
    days_per_week: Label = field("Days per week", "Working days in a week of effort; 5 when blank.", kind="label")
    hours_per_day: Label = field("Hours per day", "Working hours in a day of effort; 8 when blank.", kind="label")
    extra: Entries = field("Other entries", "Entries of your own.", kind="columns", default={})


#: Fields by the key that stands in the front matter, in the order in which they are written.
METADATA_KEYS = {
    "status": "status",
    "date": "date",
    "authors": "authors",
    "decision-makers": "decision_makers",
    "review-by": "review_by",
    "days-per-week": "days_per_week",
    "hours-per-day": "hours_per_day",
}
