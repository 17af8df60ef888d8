"""What the services answer with, besides lists of claims, relations and articles."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.claim import SourcedClaim
from provenance.model.decision import SourceAlias, SourceMerge
from provenance.model.query import SourceCount
from provenance.model.relation import Comparison
from provenance.model.source import KnownSource


@dataclass(frozen=True, slots=True)
class ClaimInContext:
    """A claim with the exact words of the sentence it stands in, and where that sentence starts in the article."""

    claim: SourcedClaim
    sentence: str
    start: int


@dataclass(frozen=True, slots=True)
class ComparedSentences:
    """The strongest relation between the claims of two sentences, and the two claims it holds between."""

    comparison: Comparison
    about: tuple[str, str]  # the text of the claim of A, and of B
    ref: str | None = None  # the pair's id, where it has one


@dataclass(frozen=True, slots=True)
class SourceAccount:
    """What is known of one source: the registry's entry, how often it is credited, and what people decided."""

    name: str
    known: KnownSource | None  # None: in no registry
    counts: tuple[SourceCount, ...]  # one for each name that stored claims call it
    aliases: tuple[SourceAlias, ...] = ()
    merges: tuple[SourceMerge, ...] = ()  # into it, or of it into another
