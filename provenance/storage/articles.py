"""Articles and their versions: adding an extraction, finding what a document was before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, insert, or_, select, update

from provenance.errors import NotFound
from provenance.model.article import Article, Credit
from provenance.model.claim import Extraction
from provenance.model.run import Run
from provenance.model.version import ArticleSummary, ArticleVersion
from provenance.storage.adding import insert_extraction
from provenance.storage.chunks import chunks
from provenance.storage.columns import lowered
from provenance.storage.loading import (
    HEAD_COLUMNS,
    load_attributions,
    load_claims,
    load_credits,
    rows_of,
)
from provenance.storage.mapping import articles as values
from provenance.storage.prefixes import whole_id
from provenance.storage.tables import (
    ArticleRow,
    ArticleVersionRow,
    AttributionRow,
    BoilerplateRow,
    ClaimRow,
    CreditRow,
    NoticeRow,
    RunRow,
    SentenceRow,
)

_LATER = ArticleVersionRow.__table__.alias("later")
# True for the last version of a series.
IS_NEWEST = ArticleVersionRow.number == (
    select(func.max(_LATER.c.number)).where(_LATER.c.series == ArticleVersionRow.series).scalar_subquery()
)


class Articles:
    """The articles of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, extraction: Extraction, run: Run, *, ref: str, location: str | None, after: ArticleVersion | None = None
    ) -> ArticleVersion:
        """Store a reading as a new article, or as the version that follows `after`; return the version.

        A text that was an earlier version and comes back is not stored twice: it becomes the newest version again.
        Raises InvalidRecord where an id of the reading is taken by something else.
        """
        article = extraction.article
        self.add_run(run)
        if not self.is_stored(article.id):
            insert_extraction(self._connection, extraction, run.id)
        series, number = (after.series, after.number + 1) if after else (article.id, 1)
        version = {"series": series, "number": number, "article_id": article.id, "ref": ref, "location": location}
        self._connection.execute(insert(ArticleVersionRow), {**version, "run_id": run.id})
        self._mark_current([article.id, *([after.article.id] if after else [])])
        return self.version(article.id)

    def like(self, article: Article, location: str | None) -> tuple[ArticleVersion, ...]:
        """Return every stored version with this text, this URL or this location, in a fixed order."""
        same = [ArticleRow.text_sha256 == article.text_sha256]
        if article.url is not None:
            same.append(ArticleRow.url == article.url)
        if location is not None:
            same.append(ArticleVersionRow.location == location)
        return tuple(self._versions(_select_versions().where(or_(*same))))

    def version(self, article: str) -> ArticleVersion:
        """Return the version that an article's whole id names: the newest, where the text was there several times."""
        found = list(self._versions(_select_versions().where(ArticleRow.id == article)))
        if not found:
            raise NotFound(f"no article has the id {article}")
        return max(found, key=lambda version: (version.is_current, version.number))

    def find(self, prefix: str) -> ArticleVersion:
        """Return the version whose id starts so; raises NotFound or AmbiguousId."""
        return self.version(whole_id(self._connection, ArticleRow.id, prefix, "article"))

    def versions(self, series: str) -> tuple[ArticleVersion, ...]:
        """Return all versions of one article, the first one first."""
        return tuple(self._versions(_select_versions().where(ArticleVersionRow.series == series)))

    def current(self, article: str) -> ArticleVersion | None:
        """Return the version that an article's whole id names, where it is the newest one; else None."""
        found = self._versions(_select_versions().where(ArticleRow.id == article, IS_NEWEST))
        return next(iter(found), None)

    def following(self, article: str) -> tuple[ArticleVersion, ...]:
        """Return the versions that came directly after this one; several, where the text came back in between."""
        own = ArticleVersionRow.__table__.alias("own")
        before = select(own.c.number).where(
            own.c.article_id == article,
            own.c.series == ArticleVersionRow.series,
            own.c.number == ArticleVersionRow.number - 1,
        )
        return tuple(self._versions(_select_versions().where(before.exists())))

    def series(self) -> list[str]:
        """Return the id of each article's first version, in a fixed order."""
        statement = select(ArticleVersionRow.series).distinct().order_by(ArticleVersionRow.series)
        return list(self._connection.execute(statement).scalars())

    def ids(self, *, outlet: str | None = None, all_versions: bool = False, limit: int | None = None) -> list[str]:
        """Return the articles' ids by date of publication, those without a date last."""
        statement = select(ArticleRow.id).order_by(*by_date()).limit(limit)
        if not all_versions:
            statement = statement.where(ArticleRow.is_current)
        if outlet is not None:
            statement = statement.where(lowered(ArticleRow.outlet).contains(outlet.lower(), autoescape=True))
        return list(self._connection.execute(statement).scalars())

    def summaries(self, ids: Iterable[str]) -> Iterator[ArticleSummary]:
        """Yield a summary for each article id, in the order given."""
        for piece in chunks(ids):
            sentences = self._count(SentenceRow, piece)
            claims = self._count(ClaimRow, piece)
            lengths = self._lengths(piece)
            for article in piece:
                yield ArticleSummary(
                    self.version(article), lengths[article], sentences.get(article, 0), claims.get(article, 0)
                )

    def article(self, article: str) -> Article:
        """Return the article with its text; raises NotFound."""
        row = self._connection.execute(select(ArticleRow.__table__).where(ArticleRow.id == article)).one_or_none()
        if row is None:
            raise NotFound(f"no article has the id {article}")
        furniture = rows_of(self._connection, BoilerplateRow, BoilerplateRow.article_id == article)
        credited = rows_of(self._connection, CreditRow, CreditRow.article_id == article)
        return values.article_of(row, values.spans_of(furniture), tuple(map(values.credit_of, credited)))

    def extraction(self, article: str) -> Extraction:
        """Return all that was read in the article, equal to what was added."""
        sentences = rows_of(self._connection, SentenceRow, SentenceRow.article_id == article)
        notices = rows_of(self._connection, NoticeRow, NoticeRow.article_id == article)
        order = rows_of(self._connection, AttributionRow, AttributionRow.article_id == article)
        attributions = load_attributions(self._connection, [row.id for row in order])
        claims = rows_of(self._connection, ClaimRow, ClaimRow.article_id == article)
        return Extraction(
            article=self.article(article),
            sentences=values.spans_of(sentences),
            attributions=tuple(attributions[row.id] for row in order),
            claims=tuple(load_claims(self._connection, claims)),
            notices=tuple(row.words for row in notices),
        )

    def run(self, run: str) -> Run:
        return values.run_of(self._connection.execute(select(RunRow.__table__).where(RunRow.id == run)).one())

    def _versions(self, statement: Select[Any]) -> Iterator[ArticleVersion]:
        rows = self._connection.execute(statement).all()
        credited: dict[str, tuple[Credit, ...]] = {}
        for piece in chunks({row.id for row in rows}):
            credited |= load_credits(self._connection, piece)
        return (values.version_of(row, credited.get(row.id, ())) for row in rows)

    def _lengths(self, articles: list[str]) -> dict[str, int]:
        statement = select(ArticleRow.id, func.length(ArticleRow.text)).where(ArticleRow.id.in_(articles))
        return dict(self._connection.execute(statement).all())

    def _count(self, table: type[SentenceRow | ClaimRow], articles: list[str]) -> dict[str, int]:
        statement = select(table.article_id, func.count()).where(table.article_id.in_(articles))
        return dict(self._connection.execute(statement.group_by(table.article_id)).all())

    def is_stored(self, article: str) -> bool:
        return self._connection.execute(select(ArticleRow.id).where(ArticleRow.id == article)).first() is not None

    def add_run(self, run: Run) -> None:
        """Store the run, unless it is there: what it wrote names it."""
        if self._connection.execute(select(RunRow.id).where(RunRow.id == run.id)).first() is None:
            self._connection.execute(insert(RunRow), values.run_values(run))

    def _mark_current(self, articles: list[str]) -> None:
        """An article is current afterwards where it is the newest version of a series."""
        newest = select(ArticleVersionRow.article_id).where(IS_NEWEST, ArticleVersionRow.article_id == ArticleRow.id)
        statement = update(ArticleRow).where(ArticleRow.id.in_(articles)).values(is_current=newest.exists())
        self._connection.execute(statement)


def by_date() -> tuple[Any, ...]:
    """Order articles by date of publication, those without a date last; the id makes it the same every time."""
    return (ArticleRow.published_on.is_(None), ArticleRow.published_on, ArticleRow.published, ArticleRow.id)


def _select_versions() -> Select[Any]:
    return (
        select(
            *HEAD_COLUMNS,
            ArticleRow.text_sha256,
            ArticleRow.outlet_origin,
            ArticleRow.run_id,
            ArticleVersionRow.series,
            ArticleVersionRow.number,
            ArticleVersionRow.ref,
            ArticleVersionRow.location,
            IS_NEWEST.label("is_current"),
        )
        .join(ArticleVersionRow, ArticleVersionRow.article_id == ArticleRow.id)
        .order_by(ArticleVersionRow.series, ArticleVersionRow.number)
    )
