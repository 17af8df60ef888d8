"""A stored claim, as much of it as finding its candidates needs: a store is read through by the million."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from provenance.model.claim import SourcedClaim
from provenance.model.relation import RelationKind


@dataclass(frozen=True, slots=True)
class Outline:
    """What a claim says and names."""

    number: int  # the store's own short name for the claim
    article: int  # the same number for claims of one article; of one reading of the store only
    text: str
    names: tuple[str, ...] = ()  # registry ids, as they are: "kim-jong-un"
    spelt: tuple[str, ...] = ()  # who and what place is in no registry, as named: "Eva Lund", "Vardby"
    predicate: str | None = None  # "visit"; None: the claim has no event
    quantities: tuple[tuple[float | None, float | None, str | None], ...] = ()  # low, high, what is counted
    intervals: tuple[tuple[date, date], ...] = ()  # first and last day, where both are known


@dataclass(frozen=True, slots=True)
class Met:
    """Two claims that were compared, and why."""

    a: SourcedClaim
    b: SourcedClaim
    channels: tuple[str, ...]  # what both are found by: "word: ferry", "names: eva lund + vardby", "day: 2019-04-25"
    token_sort: float  # 0..1: how close their words are in alphabetical order
    kind: RelationKind  # what they turned out to be; UNRELATED too where they are so little related that it is not kept
