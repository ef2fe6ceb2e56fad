"""Plain totals in the author's words, such as `3 weeks` or `10-12 days`."""

from __future__ import annotations

import re

from archkit.analysis.work_in_days import days_in

_NUMBER = r"(\d{1,9}(?:\.\d{1,6})?)"
_TOTAL = re.compile(
    rf"[^\d]{{0,20}}?{_NUMBER}(?:\s*(?:[-–—]|to)\s*{_NUMBER})?\s*"
    r"(?:(?:working|person|staff|man)[- ]?)?(h|hours?|d|days?|w|weeks?)\b",
    re.IGNORECASE,
)
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


def stated_days(text: str, *, days_per_week: float = 5.0, hours_per_day: float = 8.0) -> tuple[float, float] | None:
    """Return the low and high end of a stated total in working days; None when it gives no hours, days or weeks."""
    found = _TOTAL.match(text[:200].strip())
    if not found:
        return None
    factor = days_in(_UNITS[found[3][0].lower()], days_per_week=days_per_week, hours_per_day=hours_per_day)
    ends = sorted((float(found[1]) * factor, float(found[2] or found[1]) * factor))
    return ends[0], ends[1]
