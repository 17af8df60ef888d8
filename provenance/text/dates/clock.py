"""From where a time is told: the anchor day, and which way the words around it look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from provenance.model.interval import DateInterval

InYear = Callable[[int], DateInterval | None]

PRECISE_DAYS = 20  # a mention no longer than this names a day or a part of a month
NEAR_DAYS = 100  # so close to the anchor, the nearest year is right whatever the verb's tense ("was scheduled for")
SLACK = timedelta(days=2)  # the anchor may be a day off: time zones, late editions


class Tense(StrEnum):
    """Which way the words around a time look; without it the nearest year and the last weekday are taken."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Clock:
    """The day from which relative times are told; None where the article's day is not known."""

    anchor: date | None
    tense: Tense | None = None

    def choose_year(self, in_year: InYear) -> DateInterval | None:
        """Return the interval in the most sensible year; None without an anchor.

        A day or part of a month close to the anchor falls in the nearest year. Whatever is further off, or as wide as a
        month, follows the tense: the last one that has begun, or the next one that has not ended.
        """
        if self.anchor is None:
            return None
        candidates = [i for i in (in_year(self.anchor.year + step) for step in (-1, 0, 1)) if i and i.start and i.end]
        if not candidates:
            return None
        nearest = min(candidates, key=self._distance)
        precise = _days(nearest) <= PRECISE_DAYS
        if self.tense is None or self._distance(nearest) == 0 or (precise and self._distance(nearest) <= NEAR_DAYS):
            return nearest
        if self.tense is Tense.PAST:
            begun = [i for i in candidates if i.start and i.start <= self.anchor + SLACK]
            return begun[-1] if begun else nearest
        ahead = [i for i in candidates if i.end and i.end >= self.anchor - SLACK]
        return ahead[0] if ahead else nearest

    def _distance(self, interval: DateInterval) -> int:
        """Return how many days lie between the anchor and the interval; 0 inside it."""
        assert self.anchor is not None  # asked only where there is an anchor
        if interval.start and interval.start > self.anchor:
            return (interval.start - self.anchor).days
        if interval.end and interval.end < self.anchor:
            return (self.anchor - interval.end).days
        return 0


def _days(interval: DateInterval) -> int:
    return (interval.end - interval.start).days + 1 if interval.start and interval.end else 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """A stretch of the calendar year: "April 25", "the second half of April", "2018"."""

    in_year: InYear
    year: int | None = None  # where the words give it

    @property
    def leans_on_anchor(self) -> bool:
        return self.year is None

    def place(self, clock: Clock) -> DateInterval | None:
        return self.in_year(self.year) if self.year is not None else clock.choose_year(self.in_year)

    def of_year(self, year: int | None) -> Calendar:
        """Return the same stretch in this year, unless it has its own."""
        return self if self.year is not None or year is None else replace(self, year=year)


@dataclass(frozen=True, slots=True)
class Relative:
    """A stretch told from the anchor: "last week", "on Tuesday"; None where it cannot be placed ("soon")."""

    told_from: Callable[[date, Tense | None], DateInterval | None] | None

    @property
    def leans_on_anchor(self) -> bool:
        return self.told_from is not None

    def place(self, clock: Clock) -> DateInterval | None:
        if self.told_from is None or clock.anchor is None:
            return None
        try:
            return self.told_from(clock.anchor, clock.tense)
        except (OverflowError, ValueError):  # "90,000 years ago" lies outside the calendar
            return None


Moment = Calendar | Relative
