"""From tokens of a sentence to stretches of the text, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from provenance.extraction.reading import Reading, Sentence
from provenance.model.span import Span, Spans, merged

if TYPE_CHECKING:
    from spacy.tokens import Token

    from provenance.text.quotations import Quotation


def spans_of(sentence: Sentence, tokens: Iterable[int], *, drop_that: bool = False) -> Spans:
    """Return the stretches that the tokens cover, gaps of punctuation closed and punctuation at the edges left out."""
    doc = sentence.doc
    kept = sorted(tokens)
    runs: list[list[int]] = []
    for i in kept:
        if runs and all(doc[k].is_punct or doc[k].is_space for k in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    result = []
    for run in runs:
        first, last = run[0], run[-1]
        while first <= last and _is_edge(doc[first], run):
            first += 1
        while last >= first and _is_edge(doc[last], run):
            last -= 1
        if drop_that and first < last and _is_conjunction(doc[first]):
            first += 1
        if first <= last:
            result.append(sentence.tokens_span(doc[first : last + 1]))
    return tuple(result)


def _is_conjunction(token: Token) -> bool:
    """True for the "that" which introduces a clause, also where the parse takes it for "that leader Kim"."""
    return token.lower_ == "that" and (token.dep_ == "mark" or (token.dep_ == "det" and token.head.pos_ == "PROPN"))


def _is_edge(token: Token, run: list[int]) -> bool:
    if token.is_space:
        return True
    if not token.is_punct:
        return token.lower_ == "and" and token.i in (run[0], run[-1])
    return token.text not in ("%", "#", "$", "@")


def trimmed(content: Spans, text: str) -> Spans:
    """Return the stretches without white space and commas at their edges."""
    result = []
    for span in content:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip(" ,;\n"))
        end = span.end - (len(words) - len(words.rstrip(" ;\n" if words.endswith(("”", '"')) else " ,;\n")))
        if start < end:
            result.append(Span(start, end))
    return tuple(result)


def quotations_in(reading: Reading, span: Span) -> tuple[Quotation, ...]:
    """Return the quotations that touch a stretch of the text, in order."""
    low = bisect_right(reading.quotations, span.start, key=lambda quotation: quotation.span.start)
    high = bisect_left(reading.quotations, span.end, key=lambda quotation: quotation.span.start)
    return tuple(q for q in reading.quotations[max(low - 1, 0) : high] if q.span.overlaps(span))


def with_marks(content: Spans, reading: Reading) -> Spans:
    """Return the stretches widened to the marks of a quotation whose words begin or end them."""
    result = []
    for span in content:
        start, end = span.start, span.end
        for quotation in quotations_in(reading, span):
            inner = quotation.inner
            if inner is None:
                continue
            if quotation.span.start < start <= inner.start:
                start = quotation.span.start
            if inner.end - 1 <= end < quotation.span.end:
                end = quotation.span.end
        result.append(Span(start, end))
    return merged(result)


def without(span: Span, holes: Iterable[Span]) -> Spans:
    """Return what is left of a stretch when the holes are cut out."""
    rest = [span]
    for hole in holes:
        rest = [
            Span(start, end)
            for part in rest
            for start, end in ((part.start, min(part.end, hole.start)), (max(part.start, hole.end), part.end))
            if start < end
        ]
    return tuple(sorted(set(rest)))


def inside_marks(reading: Reading, position: int) -> Quotation | None:
    """Return the quotation whose words stand at this position."""
    index = bisect_right(reading.quotations, position, key=lambda quotation: quotation.span.start) - 1
    if index < 0 or position >= reading.quotations[index].span.end:
        return None
    return reading.quotations[index]


def words_in(sentence: Sentence, start: int, end: int) -> list[Token]:
    """Return the tokens, punctuation too, between two positions of the text."""
    if start >= end:
        return []
    return sentence.tokens_in(Span(start, end))
