"""Which words of a Korean sentence are the content that somebody is credited with."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.extraction.attribution.stretches import without
from provenance.extraction.grammars.korean.citing import Citation
from provenance.extraction.grammars.korean.cues import Marker
from provenance.extraction.grammars.korean.phrases import Morphs, after_adjuncts
from provenance.model.span import Span, Spans

_EDGE = " \t\u00a0,;:·"


def content_of(morphs: Morphs, marker: Marker, begin: int, citations: Sequence[Citation]) -> Spans:
    """Return what a marker marks, from an index on: a quotation, or the clause before the marker."""
    cited = [c for c in citations if c.kind != "told" or c.last < marker.at]
    for citation in cited:
        if begin <= citation.first and citation.last < marker.at and not _between(morphs, begin, citation.first):
            begin = citation.last + 1
    start = after_adjuncts(morphs, begin, marker.quote if marker.quote is not None else marker.at)
    for citation in cited:
        if start <= citation.first and citation.last < marker.at and not _between(morphs, start, citation.first):
            start = after_adjuncts(morphs, citation.last + 1, marker.at)
    if marker.quote is not None and not _belongs_to(morphs, start, marker.quote):
        start = marker.quote
    if start >= len(morphs) or morphs[start].start >= marker.end:
        return ()
    whole = Span(morphs[start].start, marker.end)
    inside = [Span(morphs[c.first].start, c.cue.end) for c in cited]
    return tuple(without(whole, [span for span in inside if whole.covers(span)]))


def _between(morphs: Morphs, start: int, end: int) -> bool:
    return any(morph.tag not in ("SP", "MAJ") for morph in morphs[start:end])


def _belongs_to(morphs: Morphs, start: int, quote: int) -> bool:
    """True where the words before a quotation are part of its clause: '예산안을 "숫자 놀음"이라고'."""
    before = morphs[start:quote]
    if not before or not any(morph.tag in ("JKO", "JKS", "JX") for morph in before):
        return False
    if any(m.tag in ("EC", "JKQ") for m in before):
        return False
    if before[-1].tag == "JKB":  # "질문에" is what the quotation answers, unless its clause has a subject
        return any(morph.tag in ("JKS", "JX") for morph in before)
    return before[-1].tag in ("JKO", "JKS", "JX", "MAG", "ETM") or before[-1].is_nominal


def minus(spans: Spans, taken: Spans, text: str) -> Spans:
    """Return the spans without others and without commas at their edges."""
    kept = []
    for span in spans:
        for part in without(span, list(taken)):
            words = part.of(text)
            start = part.start + len(words) - len(words.lstrip(_EDGE))
            end = part.end - (len(words) - len(words.rstrip(_EDGE)))
            if start < end:
                kept.append(Span(start, end))
    return tuple(kept)


def rest_of(content: Spans, taken: Spans) -> int:
    """Return how many characters of the content other words do not cover."""
    return sum(len(part) for span in content for part in without(span, list(taken)))
