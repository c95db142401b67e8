"""Counting working days from a day, where no public holiday can fall among them.

The holidays are those of Bộ luật Lao động 45/2019/QH14, điều 112. Those of the lunar calendar move and all of them
may be made longer or exchanged from year to year, so that a count that comes near one has no settled end.
"""

from __future__ import annotations

from datetime import date, timedelta

_UNSETTLED = (((1, 1), (1, 4)), ((1, 17), (2, 28)), ((3, 29), (5, 5)), ((8, 29), (9, 6)), ((12, 29), (12, 31)))
"""Days of the year at or around which holidays fall: New Year, Tết, the Hùng Kings' day to 1 May, the National Day."""


def working_day_after(first: date, count: int) -> date | None:
    """Return the day that is so many working days after a day, which does not count itself; None where unsettled."""
    day = first
    while count > 0:
        day += timedelta(days=1)
        if any(begin <= (day.month, day.day) <= end for begin, end in _UNSETTLED):
            return None
        count -= day.weekday() < 5
    return day
