"""Relations between claims: the program's word, its findings, and a person's verdict beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, and_, case, delete, func, insert, or_, select
from sqlalchemy.orm import aliased

from provenance.model.claim import SourcedClaim
from provenance.model.query import RelationFilter
from provenance.model.relation import Finding, Relation, RelationKind
from provenance.model.run import Run
from provenance.storage.adding import insert_all
from provenance.storage.chunks import chunks
from provenance.storage.loading import load_sourced_claims
from provenance.storage.mapping.relations import (
    finding_of,
    finding_values,
    pair_id,
    relation_id,
    relation_of,
    relation_values,
)
from provenance.storage.tables import ArticleRow, ClaimRow, FindingRow, JudgementRow, RelationRow

_STANDING = and_(
    JudgementRow.a_id == RelationRow.a_id, JudgementRow.b_id == RelationRow.b_id, JudgementRow.undone_at.is_(None)
)
_JUDGED = select(JudgementRow.kind).where(_STANDING).limit(1).scalar_subquery()
# What a relation counts as: a person's verdict where one stands, else what the program found.
_KIND = func.coalesce(_JUDGED, RelationRow.kind)
_STRENGTH = case({kind: order for order, kind in enumerate(RelationKind)}, value=_KIND)


class Relations:
    """The relations of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, relations: Iterable[Relation], run: Run) -> int:
        """Store relations of stored claims, and return how many were new; a pair that has one keeps it."""
        added = 0
        for piece in chunks({relation_id(relation): relation for relation in relations}.items()):
            ids = [each for each, _ in piece]
            known = set(self._connection.execute(select(RelationRow.id).where(RelationRow.id.in_(ids))).scalars())
            new = [relation for each, relation in piece if each not in known]
            if new:
                self._connection.execute(insert(RelationRow), [relation_values(each, run.id) for each in new])
                insert_all(self._connection, FindingRow, (row for each in new for row in finding_values(each)))
            added += len(new)
        return added

    def merely_related(self, claims: Iterable[str]) -> dict[tuple[str, str], float]:
        """Return the scores of pairs of current claims, of which one is among these, that the program found RELATED."""
        found: dict[tuple[str, str], float] = {}
        columns = (RelationRow.a_id, RelationRow.b_id, RelationRow.score)
        current = (
            _narrowed(RelationFilter()).with_only_columns(*columns).where(RelationRow.kind == RelationKind.RELATED)
        )
        for piece in chunks(dict.fromkeys(claims)):
            for side in (RelationRow.a_id, RelationRow.b_id):  # one at a time: each has its index
                found |= {(a, b): score for a, b, score in self._connection.execute(current.where(side.in_(piece)))}
        return found

    def remove(self, pairs: Iterable[tuple[str, str]]) -> None:
        """The pairs of claims have no relation afterwards, but for those that a person ever judged."""
        for piece in chunks(pair_id(a, b) for a, b in pairs):
            judged = select(JudgementRow.id).where(
                JudgementRow.a_id == RelationRow.a_id, JudgementRow.b_id == RelationRow.b_id
            )
            mere = select(RelationRow.id).where(RelationRow.id.in_(piece), ~judged.exists())
            ids = list(self._connection.execute(mere).scalars())
            self._connection.execute(delete(FindingRow).where(FindingRow.relation_id.in_(ids)))
            self._connection.execute(delete(RelationRow).where(RelationRow.id.in_(ids)))

    def select(self, only: RelationFilter, limit: int | None = None) -> Iterator[Relation]:
        """Yield what passes the filter, the strongest kind first, then by score; the order is fixed."""
        statement = _narrowed(only).order_by(_STRENGTH, RelationRow.score.desc(), RelationRow.id).limit(limit)
        for piece in chunks(self._connection.execute(statement).scalars().all(), 100):
            yield from self._get(piece)

    def count(self, only: RelationFilter) -> int:
        statement = select(func.count()).select_from(_narrowed(only).subquery())
        return int(self._connection.execute(statement).scalar_one())

    def count_of_article(self, article: str) -> int:
        """Return how many current relations the claims of one article have."""
        own = select(ClaimRow.id).where(ClaimRow.article_id == article)
        sides = or_(RelationRow.a_id.in_(own), RelationRow.b_id.in_(own))
        statement = _narrowed(RelationFilter(all_versions=False)).where(sides)
        return int(self._connection.execute(select(func.count()).select_from(statement.subquery())).scalar_one())

    def article_pairs(self, kind: RelationKind) -> Iterator[tuple[str, str]]:
        """Yield the articles of both claims for each current relation that counts as this kind."""
        left, right = aliased(ClaimRow), aliased(ClaimRow)
        found = _narrowed(RelationFilter(kinds=(kind,)))
        statement = (
            select(left.article_id, right.article_id)
            .select_from(RelationRow)
            .join(left, left.id == RelationRow.a_id)
            .join(right, right.id == RelationRow.b_id)
            .where(RelationRow.id.in_(found))
            .order_by(RelationRow.id)
        )
        yield from ((row[0], row[1]) for row in self._connection.execute(statement))

    def _get(self, ids: list[str]) -> Iterator[Relation]:
        statement = select(RelationRow.__table__, _JUDGED.label("judged")).where(RelationRow.id.in_(ids))
        rows = {row.id: row for row in self._connection.execute(statement)}
        claims: dict[str, SourcedClaim] = load_sourced_claims(
            self._connection, (claim for row in rows.values() for claim in (row.a_id, row.b_id))
        )
        findings = self._findings(ids)
        return (relation_of(rows[each], tuple(findings.get(each, ())), claims) for each in ids)

    def _findings(self, ids: list[str]) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = defaultdict(list)
        statement = select(FindingRow.__table__).where(FindingRow.relation_id.in_(ids))
        for row in self._connection.execute(statement.order_by(FindingRow.relation_id, FindingRow.position)):
            found[row.relation_id].append(finding_of(row))
        return found


def _narrowed(only: RelationFilter) -> Select[Any]:
    statement = select(RelationRow.id)
    if not only.all_versions:
        for side in (RelationRow.a_id, RelationRow.b_id):
            claim, article = aliased(ClaimRow), aliased(ArticleRow)
            statement = statement.join(claim, claim.id == side).join(article, article.id == claim.article_id)
            statement = statement.where(article.is_current.is_(True))
    if only.claim is not None:
        statement = statement.where(or_(RelationRow.a_id == only.claim, RelationRow.b_id == only.claim))
    if only.articles:
        own = select(ClaimRow.id).where(ClaimRow.article_id.in_(only.articles))
        statement = statement.where(or_(RelationRow.a_id.in_(own), RelationRow.b_id.in_(own)))
    if only.kinds:
        statement = statement.where(_KIND.in_(only.kinds))
    if only.independent is not None:
        statement = statement.where(RelationRow.independent.is_(only.independent))
    return statement
