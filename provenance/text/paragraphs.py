"""Paragraphs: the stretches that a quotation mark or a sentence never silently crosses."""

from __future__ import annotations

import re
from itertools import pairwise

from provenance.model.span import Span, Spans

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_WIDEST_WRAP = 100  # a text that was wrapped by hand or by a mail program has no longer line
_FEWEST_BREAKS = 3  # fewer line breaks inside blocks than this tell nothing
_SHARE_THAT_FIT = 0.8
_SHARE_THAT_ENDS = 0.6  # of the lines end with a mark that ends a sentence; in wrapped text few do
_ENDS = frozenset('.?!…:"”’')


def find_paragraphs(text: str) -> Spans:
    """Return the paragraphs in order, without the white space around them.

    A line is a paragraph, unless the text is hard-wrapped: then the lines between two blank ones are one. It is
    hard-wrapped where hardly any line could have taken the next line's first word as well.

    >>> [span.of("One.\\n\\nTwo.\\nThree.") for span in find_paragraphs("One.\\n\\nTwo.\\nThree.")]
    ['One.', 'Two.', 'Three.']
    """
    lines = [span for match in _LINE.finditer(text) if (span := _stripped(text, match.start(), match.end()))]
    if not _is_hard_wrapped(text, lines):
        return tuple(lines)
    blocks: list[Span] = []
    for line in lines:
        if blocks and not _blank_line_between(text, blocks[-1], line):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return tuple(blocks)


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None


def _blank_line_between(text: str, before: Span, after: Span) -> bool:
    between = text[before.end : after.start].replace("\r\n", "\n")
    return sum(between.count(mark) for mark in "\n\r\v\f\u2028\u2029") > 1


def _is_hard_wrapped(text: str, lines: list[Span]) -> bool:
    width = max((len(line) for line in lines), default=0)
    if width > _WIDEST_WRAP:
        return False
    breaks = [(a, b) for a, b in pairwise(lines) if not _blank_line_between(text, a, b)]
    if len(breaks) < _FEWEST_BREAKS:
        return False
    if sum(text[a.end - 1] in _ENDS for a, _ in breaks) > _SHARE_THAT_ENDS * len(breaks):
        return False  # lines of a transcript or a list: each ends where a sentence does
    full = sum(len(a) + 1 + len(b.of(text).split()[0]) > width - 2 for a, b in breaks)
    return full >= _SHARE_THAT_FIT * len(breaks)
