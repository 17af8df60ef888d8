"""The outward form of an attribution: direct or not, how sure, and the outlet it begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.attribution.stretches import quotations_in
from provenance.extraction.reading import Reading
from provenance.model.article import Article
from provenance.model.attribution import AttributionKind
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Spans

if TYPE_CHECKING:
    from provenance.registry import Registry

_WORD = re.compile(r"\w+")
_ALL = 0.9  # of the words inside quotation marks make a direct quotation

# How often a triple of this frame is right, as measured (benchmarks/attribution.py); frames that are rare share one.
_SURE = {
    "that before": 0.9, "quoted": 0.8, "that": 0.8, "around": 0.75, "obj as": 0.75, "obj of": 0.75, "obj for": 0.7,
    "colon": 0.6, "noun that": 0.6, "passive that": 0.6, "passive to": 0.6, "is that": 0.7, "obj": 0.55, "to": 0.55,
    "obj to": 0.6, "wh": 0.5,
}  # fmt: skip
_OTHERS = 0.45


def kind_of(reading: Reading, content: Spans) -> AttributionKind:
    """Return whether all, part or none of the content stands inside quotation marks."""
    quoted = total = 0
    for span in content:
        marks = [quotation.span for quotation in quotations_in(reading, span)]
        for word in _WORD.finditer(reading.text, span.start, span.end):
            total += 1
            quoted += any(mark.start <= word.start() and word.end() <= mark.end for mark in marks)
    if not quoted:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= _ALL * total else AttributionKind.MIXED


def confidence_of(frame: str) -> float:
    """Return how often the rules are right about this kind of cue, 0..1."""
    return _SURE.get(frame, _OTHERS)


def outlet_hop(article: Article, registry: Registry | None) -> Hop:
    """Return hop 0: who publishes, by its known name; an outlet that is not known has no name."""
    if article.outlet is None:
        return Hop(None, SourceKind.OUTLET, via="published")
    resolution = registry.resolve(article.outlet, article.published_on) if registry is not None else None
    if resolution is None:
        return Hop(article.outlet, SourceKind.OUTLET, via="published")
    source = resolution.source
    return Hop(source.name, source.kind, via="published", registry_id=source.id)
