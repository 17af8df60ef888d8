"""A sentence cut into pieces, each with what it is: the source, the cue, the content, or the claim's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from provenance.model.span import Span, Spans


class Role(StrEnum):
    """What words are; where two lay claim to the same letters, the first of this list has them."""

    SOURCE = "source"
    CUE = "cue"
    CLAIM = "claim"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    role: Role | None = None


def mark(sentence: str, start: int | None, roles: Mapping[Role, Spans]) -> tuple[Piece, ...]:
    """Return the sentence as pieces that join to exactly the sentence.

    `start` is where the sentence stands in the article; the spans count from the article's start, and what lies outside
    the sentence is left out. Where `start` is not known, nothing is marked.
    """
    if start is None:
        return (Piece(sentence),) if sentence else ()
    owners: list[Role | None] = [None] * len(sentence)
    for role in reversed(Role):
        for span in _inside(roles.get(role, ()), start, len(sentence)):
            owners[span.start : span.end] = [role] * len(span)
    return tuple(_runs(sentence, owners))


def _inside(spans: Iterable[Span], start: int, length: int) -> Iterable[Span]:
    for span in spans:
        low, high = max(span.start - start, 0), min(span.end - start, length)
        if low < high:
            yield Span(low, high)


def _runs(sentence: str, owners: list[Role | None]) -> Iterable[Piece]:
    begin = 0
    for position in range(1, len(sentence) + 1):
        if position == len(sentence) or owners[position] is not owners[begin]:
            yield Piece(sentence[begin:position], owners[begin])
            begin = position
