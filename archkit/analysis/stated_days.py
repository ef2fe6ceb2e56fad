"""Plain totals in the author's words, such as `3 weeks` or `10-12 days`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from archkit.analysis.work_in_days import days_in
from archkit.errors import quoted

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


def stated_totals(
    words: Mapping[str, str], *, days_per_week: float = 5.0, hours_per_day: float = 8.0
) -> tuple[dict[str, tuple[float, float]], tuple[str, ...]]:
    """Return the ends in working days of each total that says some, and a message for each that does not.

    Where no total is stated, the parts are added up.
    """
    factors = {"days_per_week": days_per_week, "hours_per_day": hours_per_day}
    stated = {name: ends for name, text in words.items() if (ends := stated_days(text, **factors))}
    vague = [f"{name} {quoted(words[name])} gives no hours, days or weeks" for name in words if name not in stated]
    if stated and "total" not in words:
        stated["total"] = (sum(low for low, _ in stated.values()), sum(high for _, high in stated.values()))
    return stated, tuple(vague)
