"""Plain totals in the author's words, such as `3 weeks`, `2 weeks 3 days` or `10-12 days`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import fsum

from archkit.analysis.work_in_days import DEVELOPMENT, TESTING, days_in
from archkit.errors import quoted
from archkit.model.stated_total import UNIT

Ends = tuple[float, float]

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,6})?"
_DASH = re.compile(r"\s*(?:[-–—]|to\b)\s*", re.IGNORECASE)
_ABOUT = re.compile(r"(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|[~≈])\s*", re.IGNORECASE)
_QUANTITY = re.compile(rf"(?P<low>{_NUMBER})(?:{_DASH.pattern}(?P<high>{_NUMBER}))?\s*(?P<unit>{UNIT})", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|\+|&|\band\b)?\s*", re.IGNORECASE)
# What an author may say behind it: no further number, or anything in brackets.
_REMARK = re.compile(r"\s*(?:[,;.:–—-][^\d]*|\([^()]*\)[^\d]*)?")
_UNITS = {"w": "weeks", "d": "days", "h": "hours"}
_WORKING = re.compile(r"(?:working|person|staff|man)[- ]?", re.IGNORECASE)


def stated_days(text: str, *, days_per_week: float = 5.0, hours_per_day: float = 8.0) -> Ends | None:
    """Return the low and high end of a stated total in working days; None where it does not say them wholly.

    A total is a quantity such as `10-12 days`, a sum of weeks, days and hours in this order, or a range from one of
    them to another. A word such as `about` may stand before it, a remark without numbers or in brackets behind it.
    """
    factors = {
        unit: days_in(unit, days_per_week=days_per_week, hours_per_day=hours_per_day) for unit in _UNITS.values()
    }
    words = text[:400].replace("**", "").strip()
    about = _ABOUT.match(words)
    found = _sum(words, about.end() if about else 0, factors)
    if found is None:
        return None
    (low, high), at = found
    if (dash := _DASH.match(words, at)) and (other := _sum(words, dash.end(), factors)):
        (least, most), at = other
        low, high = min(low, least), max(high, most)
    return (low, high) if _REMARK.fullmatch(words, at) else None


def stated_totals(
    words: Mapping[str, str], *, days_per_week: float = 5.0, hours_per_day: float = 8.0
) -> tuple[dict[str, Ends], tuple[str, ...]]:
    """Return the ends in working days of each total that says some, and a message for each that does not.

    Where no total is stated, development and testing are added up; with one of them unknown the total is, too, and the
    message says at least how much it is. Where all three are stated and do not fit, that is said.
    """
    factors = {"days_per_week": days_per_week, "hours_per_day": hours_per_day}
    stated = {name: ends for name, text in words.items() if (ends := stated_days(text, **factors))}
    said = [
        f"{name} {quoted(words[name])} is not known in hours, days or weeks; "
        "write it such as 3 weeks, 2 weeks 3 days or 10-12 days"
        for name in words
        if name not in stated
    ]
    parts = [stated[name] for name in (DEVELOPMENT, TESTING) if name in stated]
    low, high = fsum(low for low, _ in parts), fsum(high for _, high in parts)
    if "total" not in words and len(parts) == 2:
        stated["total"] = (low, high)
    elif "total" not in words and parts:
        missing = TESTING if DEVELOPMENT in stated else DEVELOPMENT
        said.append(f"{missing} is not known, so the total is not; it is at least {low:.1f} days")
    elif "total" in stated and parts:
        least, most = stated["total"]
        if low > most + 0.05 or (len(parts) == 2 and high < least - 0.05):
            names = " and ".join(name for name in (DEVELOPMENT, TESTING) if name in stated)
            verb = "add up to" if len(parts) == 2 else "takes"
            said.append(f"{names} {verb} {_ends(low, high)} days, but the total is stated as {_ends(least, most)} days")
    return stated, tuple(said)


def _sum(words: str, at: int, factors: Mapping[str, float]) -> tuple[Ends, int] | None:
    """Return the ends of quantities in a row, each in a smaller unit than the one before, and where they end."""
    low = high = 0.0
    smallest = None
    begin = at
    while found := _QUANTITY.match(words, begin):
        unit = _UNITS.get(_WORKING.sub("", found["unit"])[0].lower())
        if unit is None or (smallest is not None and factors[unit] >= smallest):
            return None
        smallest, at = factors[unit], found.end()
        least, most = (float(found[end].replace(",", "")) for end in ("low", "high" if found["high"] else "low"))
        low, high = low + min(least, most) * smallest, high + max(least, most) * smallest
        between = _AND.match(words, at)
        begin = between.end() if between else at
    return None if smallest is None else ((low, high), at)


def _ends(low: float, high: float) -> str:
    return f"{low:.1f}" if high - low < 0.05 else f"{low:.1f}–{high:.1f}"
