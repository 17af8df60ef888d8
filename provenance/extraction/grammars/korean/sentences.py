"""Korean sentences with exact offsets, and which of them are read together."""

from __future__ import annotations

import re
from bisect import bisect_left

from provenance.extraction.attribution.stretches import without
from provenance.model.span import Span, Spans, merged
from provenance.text.paragraphs import find_paragraphs
from provenance.text.quotations import Quotation

_END = re.compile(r"[.!?…。！？]+[\"'”’»」』)\]]*(?=\s)")
_INITIAL = re.compile(r"(?:^|[\s(])[A-Za-z]$|\b(?:[Nn]o|[Vv]s|[Ss]t|[Mm]r|[Dd]r|[Mm]s)$|^\s*\d{1,3}$")


def split_korean(text: str, boilerplate: Spans = ()) -> Spans:
    """Return the sentences in order; none crosses a paragraph or touches boilerplate.

    >>> text = '항구는 폐쇄됐다. "배가 없다. 기다려야 한다"고 J. 스미스가 말했다.'
    >>> [span.of(text) for span in split_korean(text)]
    ['항구는 폐쇄됐다.', '"배가 없다.', '기다려야 한다"고 J. 스미스가 말했다.']
    """
    furniture = merged(boilerplate)
    found: list[Span] = []
    for paragraph in find_paragraphs(text):
        for stretch in without(paragraph, furniture):
            start = stretch.start
            for match in _END.finditer(text, stretch.start, stretch.end):
                if match[0][0] == "." and _INITIAL.search(text[max(start, match.start() - 4) : match.start()]):
                    continue
                found.extend(_stripped(text, start, match.end()))
                start = match.end()
            found.extend(_stripped(text, start, stretch.end))
    return tuple(span for span in found if any(character.isalnum() for character in span.of(text)))


def read_together(sentences: Spans, quotations: tuple[Quotation, ...]) -> Spans:
    """Return the sentences joined where a closed quotation runs over several: its crediting words follow the last."""
    starts = [sentence.start for sentence in sentences]
    joined: set[int] = set()  # sentences that go on with the one before
    for quotation in quotations:
        if not quotation.closed:
            continue
        index = bisect_left(starts, quotation.span.start + 1)
        while index < len(sentences) and starts[index] < quotation.span.end:
            joined.add(index)
            index += 1
    units: list[Span] = []
    for index, sentence in enumerate(sentences):
        if index in joined and units:
            units[-1] = Span(units[-1].start, sentence.end)
        else:
            units.append(sentence)
    return tuple(units)


def _stripped(text: str, start: int, end: int) -> Spans:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (Span(start, end),) if start < end else ()
