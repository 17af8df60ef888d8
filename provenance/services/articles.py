"""What was ingested."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.version import ArticleSummary, ArticleVersion
from provenance.services.opened import opened
from provenance.settings import Settings


def list_articles(
    settings: Settings, *, outlet: str | None = None, all_versions: bool = False, limit: int | None = None
) -> Iterator[ArticleSummary]:
    """Yield the articles by date of publication, those without a date last; superseded ones where asked for."""
    with opened(settings) as store, store.read() as unit:
        ids = unit.articles.ids(outlet=outlet, all_versions=all_versions, limit=limit)
        yield from unit.articles.summaries(ids)


def article_versions(prefix: str, settings: Settings) -> tuple[ArticleVersion, ...]:
    """Return every version of the article that the id names, the first one first; raises NotFound or AmbiguousId."""
    with opened(settings) as store, store.read() as unit:
        return unit.articles.versions(unit.articles.find(prefix).series)
