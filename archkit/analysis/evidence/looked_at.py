"""When somebody last looked at the source of a finding."""

from __future__ import annotations

import re
from datetime import date

from archkit.model.findings import Finding

_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
#: Details of the author's own that say the day, where neither Checked nor Retrieved does.
_CALLED = frozenset(
    {"date", "accessed", "last accessed", "last checked", "as of", "visited", "seen", "read", "looked at"}
)


def looked_at(finding: Finding) -> tuple[date | None, str]:
    """Return the day on which somebody last looked, None where no day can be read, and the text that says it.

    `Checked` goes before the day in `Retrieved`, and that before a detail such as `Date` or `Accessed`.
    """
    own = next((item.value for item in finding.details if item.key.casefold() in _CALLED), "")
    for text in (finding.checked, finding.retrieved, own):
        for said in _DAY.findall(text):
            if day := _day(said):
                return day, text
    return None, finding.checked or own


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
