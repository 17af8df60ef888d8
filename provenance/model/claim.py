"""One proposition of an article, and everything an extraction gives."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.article import Article, ArticleHead
from provenance.model.attribution import Attribution
from provenance.model.frame import Frame
from provenance.model.span import Spans


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition; `text` stands alone, with what pronouns mean in square brackets."""

    id: str
    attribution: str  # the attribution's id
    sentence: int  # index into Extraction.sentences
    span: Spans
    text: str  # "[Kim Jong Un] will visit Russia soon."
    frame: Frame


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article, read: sentences in order, attributions, and claims that each name their attribution."""

    article: Article
    sentences: Spans
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    notices: tuple[str, ...] = ()  # what a limit cut short, said in words

    def sourced_claims(self) -> tuple[SourcedClaim, ...]:
        """Return every claim with its attribution and article head, in order."""
        by_id = {attribution.id: attribution for attribution in self.attributions}
        head = self.article.head
        return tuple(SourcedClaim(claim, by_id[claim.attribution], head) for claim in self.claims)


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with who says it and where: all that matching, relations and chains need to know."""

    claim: Claim
    attribution: Attribution
    article: ArticleHead

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def text(self) -> str:
        return self.claim.text

    @property
    def frame(self) -> Frame:
        return self.claim.frame
