"""Claims: found by their id, listed by what they say and who says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, or_, select

from provenance.errors import NotFound
from provenance.model.attribution import AttributionKind
from provenance.model.claim import SourcedClaim
from provenance.model.query import ClaimFilter, SourceCount
from provenance.storage.articles import by_date
from provenance.storage.chunks import chunks
from provenance.storage.columns import lowered, outer
from provenance.storage.loading import load_sourced_claims
from provenance.storage.prefixes import whole_id
from provenance.storage.tables import ArticleRow, AttributionRow, ClaimRow, ClaimTimeRow, HopRow, SentenceRow

_SENTENCES = select(ClaimRow.id, ClaimRow.article_id, SentenceRow.start_offset, SentenceRow.end_offset).join(
    SentenceRow, and_(SentenceRow.article_id == ClaimRow.article_id, SentenceRow.position == ClaimRow.sentence)
)


class Claims:
    """The claims of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, prefix: str) -> SourcedClaim:
        """Return the claim whose id starts so; raises NotFound or AmbiguousId."""
        claim = whole_id(self._connection, ClaimRow.id, prefix, "claim")
        return self.get([claim])[claim]

    def get(self, ids: Iterable[str]) -> dict[str, SourcedClaim]:
        """Return the claims with these whole ids; unknown ids are left out."""
        return load_sourced_claims(self._connection, ids)

    def select(self, only: ClaimFilter, limit: int | None = None) -> Iterator[SourcedClaim]:
        """Yield what passes the filter, by date of publication and place in the text; the order is fixed."""
        statement = _narrowed(only).order_by(*by_date(), ClaimRow.position).limit(limit)
        for piece in chunks(self._connection.execute(statement).scalars().all()):
            found = self.get(piece)
            yield from (found[claim] for claim in piece)

    def count(self, only: ClaimFilter) -> int:
        """Return how many claims pass the filter."""
        statement = select(func.count()).select_from(_narrowed(only).subquery())
        return int(self._connection.execute(statement).scalar_one())

    def sentences(self, ids: Iterable[str]) -> dict[str, str]:
        """Return for each claim the exact sentence it stands in."""
        result: dict[str, str] = {}
        for piece in chunks(dict.fromkeys(ids)):
            rows = self._connection.execute(_SENTENCES.where(ClaimRow.id.in_(piece))).all()
            texts = select(ArticleRow.id, ArticleRow.text).where(ArticleRow.id.in_({row.article_id for row in rows}))
            text_of = dict(self._connection.execute(texts).all())
            # Sliced here and not by SQL, whose functions stop at a NUL character.
            result |= {row.id: text_of[row.article_id][row.start_offset : row.end_offset] for row in rows}
        return result

    def sentence_starts(self, ids: Iterable[str]) -> dict[str, int]:
        """Return for each claim where its sentence starts in the article's text."""
        result: dict[str, int] = {}
        for piece in chunks(dict.fromkeys(ids)):
            rows = self._connection.execute(_SENTENCES.where(ClaimRow.id.in_(piece)))
            result |= {row.id: row.start_offset for row in rows}
        return result

    def sentence(self, claim: str) -> str:
        found = self.sentences([claim])
        if claim not in found:
            raise NotFound(f"no claim has the id {claim}")
        return found[claim]

    def sources(self, *, all_versions: bool = False) -> tuple[SourceCount, ...]:
        """Return the names that claims are credited to, the most frequent first.

        Anonymous people have no name and are not listed: two mentions of "an official" are not one source.
        """
        later = HopRow.__table__.alias("later")
        last = select(func.max(later.c.position)).where(later.c.attribution_id == HopRow.attribution_id)
        claims = func.count(ClaimRow.id.distinct()).label("claims")
        as_root = func.count(ClaimRow.id.distinct()).filter(HopRow.position == last.scalar_subquery())
        statement = (
            select(
                HopRow.name,
                HopRow.registry_id,
                func.min(HopRow.kind).label("kind"),
                claims,
                as_root.label("as_root"),
                func.count(ClaimRow.article_id.distinct()).label("articles"),
            )
            .join(ClaimRow, ClaimRow.attribution_id == HopRow.attribution_id)
            .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
            .where(HopRow.position > 0, HopRow.name.is_not(None), HopRow.anonymous.is_(False))
            .group_by(HopRow.name, HopRow.registry_id)
            .order_by(claims.desc(), HopRow.name, HopRow.registry_id.nulls_first())
        )
        if not all_versions:
            statement = statement.where(ArticleRow.is_current)
        return tuple(
            SourceCount(row.name, row.registry_id, str(row.kind), row.claims, row.as_root, row.articles)
            for row in self._connection.execute(statement)
        )


def _narrowed(only: ClaimFilter) -> Select[Any]:
    # SQLite would read and sort every claim for the first page of a list, looking up its article each time.
    article = ArticleRow.id if only.article is not None else outer(ArticleRow.id)
    statement = select(ClaimRow.id).join(ArticleRow, article == ClaimRow.article_id)
    return statement.where(*_of_article(only), *_of_claim(only))


def _of_article(only: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    if not only.all_versions and only.article is None:
        yield ArticleRow.is_current.is_(True)
    if only.article is not None:
        yield ArticleRow.id == only.article
    if only.outlet is not None:
        yield _holds(ArticleRow.outlet, only.outlet)
    if only.published_from is not None:
        yield ArticleRow.published_on >= only.published_from
    if only.published_to is not None:
        yield ArticleRow.published_on <= only.published_to


def _of_claim(only: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    if only.text is not None:
        yield _holds(ClaimRow.text, only.text)
    if only.source:
        named = [
            or_(_holds(HopRow.name, name), _holds(HopRow.role, name), HopRow.registry_id == name)
            for name in only.source
        ]
        credited = and_(HopRow.attribution_id == ClaimRow.attribution_id, HopRow.position > 0)
        yield select(HopRow.position).where(credited, or_(*named)).exists()
    if only.kinds or only.own_voice is not None:
        yield _attributed(only)
    if only.event_from is not None or only.event_to is not None:
        yield _in_time(only)


def _attributed(only: ClaimFilter) -> ColumnElement[bool]:
    kinds: list[ColumnElement[bool]] = [AttributionRow.kind.in_(only.kinds)] if only.kinds else []
    if only.own_voice is not None:
        is_own = AttributionRow.kind == AttributionKind.OWN_VOICE
        kinds.append(is_own if only.own_voice else not_(is_own))
    return select(AttributionRow.id).where(AttributionRow.id == ClaimRow.attribution_id, *kinds).exists()


def _in_time(only: ClaimFilter) -> ColumnElement[bool]:
    """True where a time of the claim may lie in the range; an end that is not known may lie anywhere."""
    first, last = ClaimTimeRow.first_day, ClaimTimeRow.last_day
    limits = [ClaimTimeRow.claim_id == ClaimRow.id, or_(first.is_not(None), last.is_not(None))]
    if only.event_from is not None:
        limits.append(or_(last.is_(None), last >= only.event_from))
    if only.event_to is not None:
        limits.append(or_(first.is_(None), first <= only.event_to))
    return select(ClaimTimeRow.position).where(*limits).exists()


def _holds(column: Any, part: str) -> ColumnElement[bool]:
    found: ColumnElement[bool] = lowered(column).contains(part.lower(), autoescape=True)
    return found
