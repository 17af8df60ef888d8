"""The words that two texts share, as a reader can check them: where they stand in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from provenance.model.span import Span
from provenance.text.quotations import find_quotations

RUN = 5  # words in a row that a shared passage has at least; the same as a shingle of copying
QUOTED_RUN = 7  # in quotation marks: fewer are a phrase that several people may use

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Shared:
    """The longest run of words that two texts share, and where it stands in each."""

    one: Span
    other: Span
    words: int


@dataclass(frozen=True, slots=True)
class _Words:
    forms: tuple[str, ...]  # "" stands for a gap, which no run crosses
    spans: tuple[Span, ...]


def shared_passage(one: str, other: str) -> Shared | None:
    """Return the longest run of words outside quotation marks that both texts have; None for fewer than RUN.

    The first of several that are equally long. Case and punctuation do not count.
    """
    return _longest(_own(one), _own(other), RUN)


def shared_quotation(
    one: str, other: str, *, one_is_quoted: bool = False, other_is_quoted: bool = False
) -> Shared | None:
    """Return the longest run of words in quotation marks that both sentences have; None for fewer than QUOTED_RUN.

    A sentence that is quoted as a whole has no marks where its quotation starts before it and ends after it.
    """
    return _longest(_quoted(one, one_is_quoted), _quoted(other, other_is_quoted), QUOTED_RUN)


@lru_cache(maxsize=4096)
def _quoted(text: str, is_quoted: bool) -> _Words:
    parts = [quotation.inner for quotation in find_quotations(text) if quotation.inner]
    return _read(text, parts or ([Span(0, len(text))] if is_quoted and text else []))


@lru_cache(maxsize=64)
def _own(text: str) -> _Words:
    parts: list[Span] = []
    start = 0
    for gap in sorted(quotation.span for quotation in find_quotations(text)):
        if start < gap.start:
            parts.append(Span(start, gap.start))
        start = max(start, gap.end)
    if start < len(text):
        parts.append(Span(start, len(text)))
    return _read(text, parts)


def _read(text: str, parts: Iterable[Span]) -> _Words:
    forms: list[str] = []
    spans: list[Span] = []
    for part in parts:
        for match in _WORD.finditer(text, part.start, part.end):
            forms.append(match.group().casefold().replace("’", "'"))
            spans.append(Span(match.start(), match.end()))
        forms.append("")
        spans.append(part)
    return _Words(tuple(forms), tuple(spans))


def _longest(one: _Words, other: _Words, fewest: int) -> Shared | None:
    """Return the longest common run; each run of the fewest words is looked up where it first stands in the other."""
    first: dict[tuple[str, ...], int] = {}
    for start in range(len(other.forms) - fewest + 1):
        first.setdefault(other.forms[start : start + fewest], start)
    best: Shared | None = None
    start = 0
    while start <= len(one.forms) - fewest:
        run = one.forms[start : start + fewest]
        there = first.get(run) if "" not in run else None
        if there is None:
            start += 1
            continue
        length = _run_length(one.forms, other.forms, start, there)
        if best is None or length > best.words:
            best = Shared(_from_to(one.spans, start, length), _from_to(other.spans, there, length), length)
        start += length - fewest + 1
    return best


def _run_length(one: Sequence[str], other: Sequence[str], start: int, there: int) -> int:
    length = 0
    most = min(len(one) - start, len(other) - there)
    while length < most and one[start + length] and one[start + length] == other[there + length]:
        length += 1
    return length


def _from_to(spans: Sequence[Span], start: int, length: int) -> Span:
    return Span(spans[start].start, spans[start + length - 1].end)
