"""Which triples' words reach into each other's, found without asking each of every other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from provenance.extraction.attribution.triples import Triple
from provenance.model.span import Span


class Nearby:
    """Triples by the stretch of text from the first to the last of their words."""

    def __init__(self, triples: Sequence[Triple]) -> None:
        self._by_start = sorted(((reach(triple), at) for at, triple in enumerate(triples)), key=lambda pair: pair[0])
        self._starts = [place.start for place, _ in self._by_start]
        self._furthest = list(accumulate((place.end for place, _ in self._by_start), max))
        self._triples = triples

    def of(self, triple: Triple) -> list[Triple]:
        """Return the triples whose stretches overlap this one's, in their own order."""
        here = reach(triple)
        found: list[int] = []
        at = bisect_left(self._starts, here.end) - 1
        while at >= 0 and self._furthest[at] > here.start:
            place, index = self._by_start[at]
            if place.end > here.start:
                found.append(index)
            at -= 1
        return [self._triples[index] for index in sorted(found)]


def reach(triple: Triple) -> Span:
    """Return the stretch from the first to the last word of a triple."""
    words = (*triple.source, *triple.cue, *triple.content)
    return Span(min(span.start for span in words), max(span.end for span in words))
