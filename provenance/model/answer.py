"""What the services answer with, besides lists of claims, relations and articles."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Comparison
from provenance.model.version import IngestStatus


@dataclass(frozen=True, slots=True)
class IngestOutcome:
    """What became of one document."""

    ref: str
    status: IngestStatus
    article_id: str | None = None
    version: int | None = None
    outlet: str | None = None
    published: str | None = None
    sentences: int = 0
    claims: int = 0
    relations: int = 0
    error: str | None = None  # of a failed one: the line that says what was wrong
    notices: tuple[str, ...] = ()  # what a limit cut short, said in words


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
