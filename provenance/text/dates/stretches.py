"""Closed intervals of days: parts of months, quarters, halves and seasons of years, weeks.

A function returns None for a day that its year does not have (30 February).
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.relativedelta import relativedelta

from provenance.model.interval import DateInterval

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}  # of the northern hemisphere
QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}


def last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def days(year: int, month: int, first: int, last: int) -> DateInterval | None:
    """Return the days of one month from first to last."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= first <= last <= last_day(year, month)):
        return None
    return DateInterval(date(year, month, first), date(year, month, last))


def months(year: int, first: int, last: int) -> DateInterval | None:
    if not (MINYEAR <= year <= MAXYEAR and 1 <= first <= last <= 12):
        return None
    return DateInterval(date(year, first, 1), date(year, last, last_day(year, last)))


def years(first: int, last: int) -> DateInterval | None:
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return DateInterval(date(first, 1, 1), date(last, 12, 31))


def part_of_month(part: str, year: int, month: int) -> DateInterval | None:
    """Return a named part of a month: thirds of ten days, halves, and weeks of seven days from its first.

    >>> str(part_of_month("second half", 2019, 4))
    '2019-04-16..2019-04-30'
    """
    end = last_day(year, month) if MINYEAR <= year <= MAXYEAR else 0
    bounds = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, end),
        "first half": (1, 15),
        "second half": (16, end),
        "first week": (1, 7),
        "second week": (8, 14),
        "third week": (15, 21),
        "fourth week": (22, 28),
        "last week": (end - 6, end),
    }
    first, last = bounds[part]
    return days(year, month, first, last)


def part_of_year(part: str, year: int) -> DateInterval | None:
    """Return a named part of a year: thirds of four months, halves, quarters, or its last week.

    >>> str(part_of_year("first quarter", 2020))
    '2020-01-01..2020-03-31'
    """
    bounds = {
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "first half": (1, 6),
        "second half": (7, 12),
        "first quarter": QUARTERS[1],
        "second quarter": QUARTERS[2],
        "third quarter": QUARTERS[3],
        "fourth quarter": QUARTERS[4],
        "last quarter": QUARTERS[4],
    }
    return months(year, *bounds[part]) if part in bounds else None


def season(name: str, year: int) -> DateInterval | None:
    """Return a season; a winter, which runs over two years, begins in the December of the given one."""
    if name == "winter":
        return DateInterval(date(year, 12, 1), date(year + 1, 2, last_day(year + 1, 2)))
    return months(year, *SEASONS[name])


def week_of(day: date, shift: int = 0) -> DateInterval:
    """Return the week, Monday to Sunday, that lies `shift` weeks from the day's own."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return DateInterval(monday, monday + timedelta(days=6))


def month_of(day: date, shift: int = 0) -> DateInterval:
    first = day.replace(day=1) + relativedelta(months=shift)
    return DateInterval(first, first.replace(day=last_day(first.year, first.month)))


def year_of(day: date, shift: int = 0) -> DateInterval | None:
    return years(day.year + shift, day.year + shift)


def weekend_of(day: date, shift: int = 0) -> DateInterval:
    """Return Saturday and Sunday of the week that lies `shift` weeks from the day's own."""
    week = week_of(day, shift)
    assert week.start is not None  # a week is closed
    return DateInterval(week.start + timedelta(days=5), week.end)
