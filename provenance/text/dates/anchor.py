"""The day of an article that gives none, where its own words tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from provenance.model.interval import DateInterval
from provenance.text.dates.clock import Calendar
from provenance.text.dates.grammar import WEEKDAYS
from provenance.text.dates.mentions import Found, find_moments

_AHEAD = re.compile(
    r"\b(?:will|would|shall|due|plans?|planned|planning|scheduled|slated|expected|expects?|set to|to be|upcoming"
    r"|(?-i:may)|might"
    r"|could|until|by|ahead of|before|next|starting|from|deadline|for|if)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|dated?|updated|published|posted)[ :\n,]{1,3}(?:[A-Z][a-z]+day,? )?(?:the )?$", re.IGNORECASE)
_DATELINE = re.compile(r"(?:^|\n)[A-Z][A-Z .,'’/-]{2,40},? (?:\([A-Z][\w /]+\) )?$")
_BEFORE = 90  # characters before a date in which a word that looks ahead counts
_FAR = 366  # days after the latest dated event within which the article was written
_ONE_YEAR = 1  # how far apart the two latest years may lie for the text to be news of the day


def infer_anchor(text: str) -> date | None:
    """Return the latest day on which the text says that something was said or happened; None where it cannot be told.

    A day with a year counts as it stands. A day without one ("said on April 23") takes the first year that puts it
    after the latest month and year that the text looks back on, and agrees with its weekday if it names one. A text
    that names only one such month, or years far apart, may be of any later year, and yields None.

    >>> infer_anchor("He said on April 23 that it failed. They met in June 2018 and in February 2019.")
    datetime.date(2019, 4, 23)
    """
    moments = [found for found in find_moments(text) if isinstance(found.moment, Calendar)]
    happened = [found for found in moments if _looks_back(found, text)]
    dated = [day for day in map(_day_with_year, happened) if day]
    bare = [found for found in happened if found.moment.leans_on_anchor and _is_day(found)]
    latest = _latest_told(moments, text)
    days = dated + [day for day in (_first_after(found, latest, text) for found in bare) if day]
    return max(days) if days else None


def _looks_back(found: Found, text: str) -> bool:
    """True for a day led by "on" or a dateline, with nothing in its sentence before it that looks ahead."""
    before = text[max(0, found.span.start - _BEFORE) : found.span.start]
    if not (_ON.search(before) or _DATELINE.search(before)):
        return False
    sentence = re.split(r"[.!?][\"”’]?\s|\n", before)[-1]
    return not _AHEAD.search(sentence)


def _is_day(found: Found) -> bool:
    in_leap_year = found.moment.in_year(2020) if isinstance(found.moment, Calendar) else None
    return in_leap_year is not None and in_leap_year.is_day


def _day_with_year(found: Found) -> date | None:
    moment = found.moment
    if not isinstance(moment, Calendar) or moment.year is None:
        return None
    interval = moment.in_year(moment.year)
    return interval.start if interval and interval.is_day else None


def _latest_told(moments: list[Found], text: str) -> DateInterval | None:
    """Return the latest month or day with a year that the text looks back on, where it is news of the day."""
    told = [interval for interval in _told(moments, text) if interval.start and interval.end]
    years = sorted({interval.start.year for interval in told if interval.start}, reverse=True)
    if not told or len(told) < 2 or (len(years) > 1 and years[0] - years[1] > _ONE_YEAR):
        return None
    latest = max(told, key=lambda interval: interval.start or date.min)
    return latest if _days_in(latest) <= 31 else None


def _told(moments: list[Found], text: str) -> Iterator[DateInterval]:
    for found in moments:
        moment = found.moment
        if not isinstance(moment, Calendar) or moment.year is None:
            continue
        before = text[max(0, found.span.start - 40) : found.span.start]
        if _AHEAD.search(re.split(r"[.!?][\"”’]?\s|\n", before)[-1]):
            continue
        interval = moment.in_year(moment.year)
        if interval is not None:
            yield interval


def _days_in(interval: DateInterval) -> int:
    return (interval.end - interval.start).days + 1 if interval.start and interval.end else 0


def _first_after(found: Found, latest: DateInterval | None, text: str) -> date | None:
    """Return the first such day after the latest one told, within a year of it, on the weekday that its words name."""
    moment = found.moment
    if latest is None or latest.start is None or not isinstance(moment, Calendar):
        return None
    weekday = next((n for name, n in WEEKDAYS.items() if name in found.span.of(text).lower()), None)
    for year in (latest.start.year, latest.start.year + 1):
        interval = moment.in_year(year)
        if interval is None or interval.start is None:
            continue
        late_enough = latest.start <= interval.start <= latest.start + timedelta(days=_FAR)
        if late_enough and (weekday is None or interval.start.weekday() == weekday):
            return interval.start
    return None
