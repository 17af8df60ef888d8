"""Which stretches belong together: one cue an attribution, the nearest source and content that fit.

What is near counts characters; a sentence's end, or a stretch of some role in between, counts as many more. The costs
were chosen on gold stretches of the training articles, where they link 95 of 100 as the annotator did.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from provenance.extraction.attribution.tagging.decoding import Stretch
from provenance.extraction.attribution.tagging.labels import Role
from provenance.extraction.reading import Reading
from provenance.model.span import Span

_FAR = 14  # stretches; a source or content this many stretches away belongs to another cue


@dataclass(frozen=True, slots=True)
class _Prices:
    """What it costs a stretch to pass the end of a sentence, and others of each role, on its way to a cue."""

    sentence: int
    past: Mapping[Role, int]


_SOURCE = _Prices(400, {Role.CONTENT: 60, Role.SOURCE: 40, Role.CUE: 0})
_CONTENT = _Prices(60, {Role.CUE: 80, Role.CONTENT: 15, Role.SOURCE: 0})
_CUE_FIRST, _CUE_LAST = 4, 8  # what it costs a source to follow its cue, a content to precede it


@dataclass
class Linked:
    """An attribution in the making."""

    cue: Span | None
    source: Span | None = None
    content: list[Span] = field(default_factory=list)


def link(reading: Reading, stretches: Sequence[Stretch]) -> list[Linked]:
    """Return the attributions that the stretches make up, in the order of their cues, paragraph by paragraph.

    A cue without content credits nothing and is left out; content in a paragraph without a cue takes its nearest
    source. A cue may be left without a source.
    """
    found: list[Linked] = []
    starts = [paragraph.start for paragraph in reading.paragraphs]
    for _, group in groupby(stretches, key=lambda stretch: bisect_right(starts, stretch.span.start)):
        found.extend(_Paragraph(reading, list(group)).attributions())
    return found


class _Paragraph:
    def __init__(self, reading: Reading, stretches: list[Stretch]) -> None:
        self._reading = reading
        self._stretches = stretches
        self._sentences = [_sentence_index(reading, stretch.span.start) for stretch in stretches]

    def attributions(self) -> list[Linked]:
        by_cue = {at: Linked(stretch.span) for at, stretch in self._of(Role.CUE)}
        self._give_sources(by_cue)
        without_cue = self._give_content(by_cue)
        return [linked for linked in by_cue.values() if linked.content] + without_cue

    def _of(self, role: Role) -> Iterator[tuple[int, Stretch]]:
        return ((at, stretch) for at, stretch in enumerate(self._stretches) if stretch.role is role)

    def _give_sources(self, by_cue: dict[int, Linked]) -> None:
        """Give each source to its cheapest cue, and each cue the cheapest source that chose it."""
        offers: dict[int, list[tuple[int, int]]] = {}
        for at, _ in self._of(Role.SOURCE):
            costs = [(cost + (_CUE_FIRST if cue < at else 0), cue) for cost, cue in self._cues_near(at, _SOURCE)]
            if costs:
                cost, cue = min(costs)
                offers.setdefault(cue, []).append((cost, at))
        for cue, offered in offers.items():
            by_cue[cue].source = self._stretches[min(offered)[1]].span

    def _give_content(self, by_cue: dict[int, Linked]) -> list[Linked]:
        """Give each content to its cheapest cue; return what there is no cue for, with the nearest source."""
        left: list[Linked] = []
        for at, stretch in self._of(Role.CONTENT):
            costs = [
                (min(cost, self._through_source(at, cue, cost, by_cue)) + (_CUE_LAST if at < cue else 0), cue)
                for cost, cue in self._cues_near(at, _CONTENT)
            ]
            if costs:
                by_cue[min(costs)[1]].content.append(stretch.span)
                continue
            sources = [(_gap(stretch.span, other.span), other.span) for _, other in self._of(Role.SOURCE)]
            left.append(Linked(None, min(sources)[1] if sources else None, [stretch.span]))
        return left

    def _through_source(self, at: int, cue: int, cost: int, by_cue: dict[int, Linked]) -> int:
        """Return what the way costs where the cue's source stands nearer than the cue."""
        source, here = by_cue[cue].source, self._stretches[at].span
        if source is None:
            return cost
        return cost - _gap(here, self._stretches[cue].span) + _gap(here, source) + 1

    def _cues_near(self, at: int, prices: _Prices) -> Iterator[tuple[int, int]]:
        """Yield what the way to each cue costs, and the cue; the cues before and after, outwards."""
        here = self._stretches[at].span
        for step in (-1, 1):
            toll = 0
            for other in range(at + step, at + step * _FAR, step):
                if not 0 <= other < len(self._stretches):
                    break
                stretch = self._stretches[other]
                if stretch.role is Role.CUE:
                    ends = abs(self._sentences[at] - self._sentences[other])
                    yield toll + _gap(here, stretch.span) + ends * prices.sentence, other
                toll += prices.past[stretch.role]


def _gap(a: Span, b: Span) -> int:
    """Return how many characters stand between two stretches."""
    return max(a.start - b.end, b.start - a.end, 0)


def _sentence_index(reading: Reading, position: int) -> int:
    sentence = reading.sentence_at(position)
    return sentence.index if sentence is not None else -1
