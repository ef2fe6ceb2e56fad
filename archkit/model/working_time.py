"""How long a week and a day of effort are: the front matter's own numbers within one rule, else the usual ones."""

from __future__ import annotations

from archkit.model.metadata import Metadata

#: The usual number and the largest one that fits, by field of the front matter.
WORKING_TIME = {"days_per_week": (5.0, 7), "hours_per_day": (8.0, 24)}


def working_time(metadata: Metadata, key: str) -> float:
    """Return the working days per week or hours per day; the usual number where none is given or it does not fit."""
    text = getattr(metadata, key)
    return WORKING_TIME[key][0] if not text or working_time_problem(metadata, key) else float(text)


def working_time_problem(metadata: Metadata, key: str) -> str:
    """Return what is wrong with the front matter's number and what would be right, or ""."""
    text, most = getattr(metadata, key), WORKING_TIME[key][1]
    try:
        fits = not text or 0 < float(text) <= most
    except ValueError:
        fits = False
    name = key.replace("_", "-")
    return "" if fits else f'{name} "{text}" is not understood; use a number above 0, at most {most}'
