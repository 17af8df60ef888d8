"""Time as closed intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from provenance.model.span import Spans


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from start to end, both included; an end that is not known is None ("since March").

    >>> april = DateInterval(date(2019, 4, 16), date(2019, 4, 30))
    >>> april.contains(DateInterval.day(date(2019, 4, 25)))
    True
    """

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"interval ends before it starts: {self.start}..{self.end}")

    @classmethod
    def day(cls, day: date) -> DateInterval:
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        return self.start is not None and self.start == self.end

    def contains(self, other: DateInterval) -> bool:
        """True where every day of the other lies inside; an open end contains all that side."""
        return (self.start is None or (other.start is not None and self.start <= other.start)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )

    def overlaps(self, other: DateInterval) -> bool:
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )

    def __str__(self) -> str:
        if self.is_day:
            return str(self.start)
        return f"{self.start or ''}..{self.end or ''}"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that name a time, and the days they mean.

    "the second half of April" in an article of 2019: 2019-04-16..2019-04-30. `interval` is None where the words name a
    time that cannot be placed ("soon"). `year_inferred` says that the year stands neither in the words nor in a date
    that was given with the article.
    """

    text: str
    interval: DateInterval | None
    span: Spans = ()
    year_inferred: bool = False
