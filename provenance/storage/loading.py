"""Claims, attributions and article heads, read many at a time: a few statements for hundreds of values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select
from sqlalchemy.orm import InstrumentedAttribute

from provenance.model.article import ArticleHead, Credit
from provenance.model.attribution import Attribution
from provenance.model.claim import Claim, SourcedClaim
from provenance.model.source import Hop
from provenance.model.span import Spans
from provenance.storage.chunks import chunks
from provenance.storage.mapping.articles import credit_of, head_of, spans_of
from provenance.storage.mapping.claims import attribution_of, claim_of, hop_of
from provenance.storage.tables import (
    ArticleRow,
    AttributionRow,
    AttributionSpanRow,
    ClaimArgumentRow,
    ClaimParticipantRow,
    ClaimPlaceRow,
    ClaimQuantityRow,
    ClaimRow,
    ClaimSpanRow,
    ClaimTimeRow,
    CreditRow,
    HopRow,
    Table,
)

SLOT_TABLES: dict[str, type[Table]] = {
    "when": ClaimTimeRow,
    "where": ClaimPlaceRow,
    "quantities": ClaimQuantityRow,
    "who": ClaimParticipantRow,
    "arguments": ClaimArgumentRow,
}

# An article's text is long, and a head has no use for it.
HEAD_COLUMNS: tuple[InstrumentedAttribute[Any], ...] = (
    ArticleRow.id,
    ArticleRow.outlet,
    ArticleRow.title,
    ArticleRow.url,
    ArticleRow.published,
    ArticleRow.published_origin,
    ArticleRow.language,
)


def load_sourced_claims(connection: Connection, ids: Iterable[str]) -> dict[str, SourcedClaim]:
    """Return the claims with these ids, in this order; unknown ids are left out."""
    found: dict[str, SourcedClaim] = {}
    heads: dict[str, ArticleHead] = {}
    wanted = list(dict.fromkeys(ids))
    for piece in chunks(wanted):
        rows = connection.execute(select(ClaimRow.__table__).where(ClaimRow.id.in_(piece))).all()
        claims = load_claims(connection, rows)
        attributions = load_attributions(connection, {row.attribution_id for row in rows})
        heads |= load_heads(connection, {row.article_id for row in rows} - heads.keys())
        for row, claim in zip(rows, claims, strict=True):
            found[row.id] = SourcedClaim(claim, attributions[row.attribution_id], heads[row.article_id])
    return {claim: found[claim] for claim in wanted if claim in found}


def load_claims(connection: Connection, rows: Sequence[Row[Any]]) -> list[Claim]:
    """Return a claim for each row of the claims table, in the order of the rows."""
    claims: list[Claim] = []
    for piece in chunks(rows):
        ids = [row.id for row in piece]
        spans = _by_owner(connection, ClaimSpanRow, "claim_id", ids)
        slots = {slot: _by_owner(connection, table, "claim_id", ids) for slot, table in SLOT_TABLES.items()}
        for row in piece:
            own = {slot: found.get(row.id, ()) for slot, found in slots.items()}
            claims.append(claim_of(row, spans_of(spans.get(row.id, ())), own))
    return claims


def load_attributions(connection: Connection, ids: Iterable[str]) -> dict[str, Attribution]:
    result: dict[str, Attribution] = {}
    for piece in chunks(ids):
        rows = connection.execute(select(AttributionRow.__table__).where(AttributionRow.id.in_(piece))).all()
        spans = _by_owner(connection, AttributionSpanRow, "attribution_id", piece)
        hops = _by_owner(connection, HopRow, "attribution_id", piece)
        for row in rows:
            chain: tuple[Hop, ...] = tuple(map(hop_of, hops.get(row.id, ())))
            result[row.id] = attribution_of(row, _parts(spans.get(row.id, ())), chain)
    return result


def load_heads(connection: Connection, ids: Iterable[str]) -> dict[str, ArticleHead]:
    result: dict[str, ArticleHead] = {}
    for piece in chunks(ids):
        credited = load_credits(connection, piece)
        for row in connection.execute(select(*HEAD_COLUMNS).where(ArticleRow.id.in_(piece))):
            result[row.id] = head_of(row, credited.get(row.id, ()))
    return result


def load_credits(connection: Connection, articles: list[str]) -> dict[str, tuple[Credit, ...]]:
    rows = _by_owner(connection, CreditRow, "article_id", articles)
    return {article: tuple(map(credit_of, own)) for article, own in rows.items()}


def rows_of(connection: Connection, table: type[Table], owner: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """Return the rows of one owner in the order of the model's tuple."""
    columns = table.__table__.c
    return connection.execute(select(table.__table__).where(owner).order_by(columns.position)).all()


def _by_owner(connection: Connection, table: type[Table], owner: str, ids: list[str]) -> dict[str, list[Row[Any]]]:
    """Return the rows of many owners, each owner's in the order of the model's tuple."""
    columns = table.__table__.c
    statement = select(table.__table__).where(columns[owner].in_(ids)).order_by(columns[owner], columns.position)
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(statement):
        found[getattr(row, owner)].append(row)
    return found


def _parts(rows: Sequence[Row[Any]]) -> dict[str, Spans]:
    parts: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        parts[row.part].append(row)
    return {part: spans_of(own) for part, own in parts.items()}
