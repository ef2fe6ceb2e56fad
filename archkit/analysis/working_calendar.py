"""From working days to dates: a week has a number of working days from Monday on; holidays are not known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_PER_WEEK = 5.0
_NEAR = 1e-6


@dataclass(frozen=True)
class WorkingCalendar:
    """Dates by working days.

    With 5 days per week work is done on Monday to Friday. Any other number counts from Monday on as well: 4 is Monday
    to Thursday, 4.5 has half a Friday, 7 the whole week.

    Attributes:
        start: The date on which work begins, or the next working day after it.
        days_per_week: Working days in a week, above 0, at most 7.
    """

    start: date
    days_per_week: float = DAYS_PER_WEEK

    @property
    def first(self) -> date:
        """The first day of work: the start, or the next Monday where the start is no working day."""
        return self.begins(0) or self.start

    def begins(self, working_days: float) -> date | None:
        """Return the day on which work begins that so many working days come before; None after the year 9999."""
        week, day = self._place(working_days, math.floor, _NEAR)
        return self._date(week, day)

    def ends(self, working_days: float) -> date | None:
        """Return the day on which the last of so many working days from the start on is worked; None after 9999."""
        if working_days <= _NEAR:
            return self.begins(0)
        week, day = self._place(working_days, lambda value: math.ceil(value) - 1, -_NEAR)
        return self._date(week, day)

    def _place(self, working_days: float, rounded: object, near: float) -> tuple[int, int]:
        assert callable(rounded)
        worked = min(float(self.start.weekday()), self.days_per_week) + working_days
        week = rounded(worked / self.days_per_week + near)
        return week, rounded(worked - week * self.days_per_week + near)

    def _date(self, week: int, day: int) -> date | None:
        try:
            return self.start + timedelta(days=7 * week + max(day, 0) - self.start.weekday())
        except OverflowError:
            return None


def working_calendar(
    start: str, days_per_week: float = DAYS_PER_WEEK
) -> tuple[WorkingCalendar | None, tuple[str, ...]]:
    """Return the calendar of a document, None without a start, and a message for each text that does not fit.

    Args:
        start: A date as YYYY-MM-DD, or "".
        days_per_week: Working days in a week, above 0; more than 7 count as 7.
    """
    if not start:
        return None, ()
    try:
        first = date.fromisoformat(start)
    except ValueError:
        return None, (f'start "{start[:40]}" is not a date, so there are no dates; write it as 2026-01-31',)
    calendar = WorkingCalendar(first, min(days_per_week, 7.0))
    if calendar.first != first:
        return calendar, (f"{first} is no working day, so work begins on Monday, {calendar.first}",)
    return calendar, ()
