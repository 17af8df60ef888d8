"""What is claimed, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.article import Article
from provenance.model.claim import SourcedClaim
from provenance.model.query import ClaimFilter
from provenance.model.span import Span
from provenance.model.version import ArticleVersion
from provenance.services.opened import opened
from provenance.settings import Settings


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """One claim with the sentence it stands in, and all that the spans of its source, cue and content refer to."""

    claim: SourcedClaim
    article: Article
    version: ArticleVersion
    sentence: Span  # into article.text

    @property
    def sentence_text(self) -> str:
        return self.sentence.of(self.article.text)


def list_claims(only: ClaimFilter, settings: Settings, limit: int | None = None) -> Iterator[SourcedClaim]:
    """Yield the claims that pass the filter, by date of publication and place in the text."""
    with opened(settings) as store, store.read() as unit:
        yield from unit.claims.select(only, limit)


def show_claim(prefix: str, settings: Settings) -> ShownClaim:
    """Return the claim whose id starts so; raises NotFound or AmbiguousId."""
    with opened(settings) as store, store.read() as unit:
        claim = unit.claims.find(prefix)
        extraction = unit.articles.extraction(claim.article.id)
        version = unit.articles.version(claim.article.id)
        return ShownClaim(claim, extraction.article, version, extraction.sentences[claim.claim.sentence])
