"""Articles, credits, sentences, versions and runs as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row

from provenance.model.article import Article, ArticleHead, Credit
from provenance.model.run import Run
from provenance.model.span import Span, Spans
from provenance.model.version import ArticleVersion

Values = dict[str, Any]


def run_values(run: Run) -> Values:
    return {
        "id": run.id,
        "program_version": run.program_version,
        "command": run.command,
        "started_at": run.started_at,
        "settings": run.settings,
    }


def run_of(row: Row[Any]) -> Run:
    return Run(row.id, row.program_version, row.command, row.started_at, row.settings)


def article_values(article: Article, run: str) -> Values:
    return {
        "id": article.id,
        "is_current": True,
        "text": article.text,
        "text_sha256": article.text_sha256,
        "outlet": article.outlet,
        "outlet_origin": article.outlet_origin,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "published_on": article.published_on,
        "published_origin": article.published_origin,
        "language": article.language,
        "run_id": run,
    }


def article_of(row: Row[Any], boilerplate: Spans, credited: tuple[Credit, ...]) -> Article:
    return Article(
        text=row.text,
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        published=row.published,
        published_origin=row.published_origin,
        outlet_origin=row.outlet_origin,
        language=row.language,
        boilerplate=boilerplate,
        credits=credited,
    )


def head_of(row: Row[Any], credited: tuple[Credit, ...]) -> ArticleHead:
    return ArticleHead(
        id=row.id,
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        published=row.published,
        published_origin=row.published_origin,
        language=row.language,
        credits=tuple(credit.name for credit in credited),
        credit_kinds=tuple(credit.kind for credit in credited),
    )


def version_of(row: Row[Any], credited: tuple[Credit, ...]) -> ArticleVersion:
    """Return a version from a row that joins articles and article_versions."""
    return ArticleVersion(
        article=head_of(row, credited),
        series=row.series,
        number=row.number,
        is_current=row.is_current,
        text_sha256=row.text_sha256,
        outlet_origin=row.outlet_origin,
        ref=row.ref,
        location=row.location,
        run=row.run_id,
    )


def credit_values(article: Article) -> Iterator[Values]:
    for position, credit in enumerate(article.credits):
        yield {
            "article_id": article.id,
            "position": position,
            "name": credit.name,
            "kind": credit.kind,
            "span": credit.span,
        }


def credit_of(row: Row[Any]) -> Credit:
    return Credit(row.name, row.kind, row.span)


def span_values(spans: Iterable[Span], **owner: str) -> Iterator[Values]:
    """Yield the rows of an owner's spans, for the tables that hold one span a row."""
    for position, span in enumerate(spans):
        yield {**owner, "position": position, "start_offset": span.start, "end_offset": span.end}


def spans_of(rows: Sequence[Row[Any]]) -> Spans:
    return tuple(Span(row.start_offset, row.end_offset) for row in rows)
