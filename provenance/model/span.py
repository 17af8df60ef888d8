"""Where words stand in a stored text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: code points, end exclusive, never empty.

    >>> Span(0, 4).of("KCNA said")
    'KCNA'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: [{self.start}, {self.end}]")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words; raises ValueError where the span does not lie inside the text."""
        if self.end > len(text):
            raise ValueError(f"[{self.start}, {self.end}] lies outside a text of {len(text)} characters")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


Spans = tuple[Span, ...]


def words_of(spans: Iterable[Span], text: str, gap: str = " ... ") -> str:
    """Return the words of a broken stretch, its parts joined by the gap; empty for no spans."""
    return gap.join(span.of(text) for span in spans)


def merged(spans: Iterable[Span]) -> Spans:
    """Return the same stretches sorted, with those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def covered_by(span: Span, spans: Iterable[Span]) -> bool:
    """True where one of the stretches holds the whole span."""
    return any(other.covers(span) for other in spans)
