"""One stored version of an article, and what became of a document that was ingested."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.article import ArticleHead, OutletOrigin


class IngestStatus(StrEnum):
    ADDED = "added"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new_version"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """A version of an article as the store knows it."""

    article: ArticleHead
    series: str  # the id of the article's first version
    number: int  # 1 is the first
    is_current: bool
    text_sha256: str
    outlet_origin: OutletOrigin = OutletOrigin.UNKNOWN
    ref: str = ""  # how its input was called
    location: str | None = None  # what names the same document next time
    run: str | None = None  # the id of the run that read it


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one input; of a failed one only `ref` and `error` are known."""

    ref: str
    status: IngestStatus
    article_id: str | None = None
    version: int | None = None
    outlet: str | None = None
    published: str | None = None
    sentences: int = 0
    claims: int = 0
    relations: int = 0  # of the article's claims with those of other articles
    error: str | None = None
    notices: tuple[str, ...] = ()  # what a limit cut short


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """A row of the list of articles."""

    version: ArticleVersion
    characters: int
    sentences: int
    claims: int
