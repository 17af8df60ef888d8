"""A reading, written into its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import InstrumentedAttribute

from provenance.errors import InvalidRecord
from provenance.model.attribution import Attribution
from provenance.model.claim import Claim, Extraction
from provenance.storage.chunks import chunks
from provenance.storage.mapping import articles as article_rows
from provenance.storage.mapping import claims as claim_rows
from provenance.storage.tables import (
    ArticleRow,
    AttributionRow,
    AttributionSpanRow,
    BoilerplateRow,
    ClaimArgumentRow,
    ClaimParticipantRow,
    ClaimPlaceRow,
    ClaimQuantityRow,
    ClaimRow,
    ClaimSpanRow,
    ClaimTimeRow,
    CreditRow,
    HopRow,
    NoticeRow,
    SentenceRow,
    Table,
)

SLOT_VALUES = (
    (ClaimTimeRow, claim_rows.time_values),
    (ClaimPlaceRow, claim_rows.place_values),
    (ClaimQuantityRow, claim_rows.quantity_values),
    (ClaimParticipantRow, claim_rows.participant_values),
    (ClaimArgumentRow, claim_rows.argument_values),
)


def insert_extraction(connection: Connection, extraction: Extraction, run: str) -> None:
    """Store the article and all that was read in it; raises InvalidRecord where an id is taken by something else."""
    _refuse_taken_ids(connection, "attribution", AttributionRow.id, [each.id for each in extraction.attributions])
    _refuse_taken_ids(connection, "claim", ClaimRow.id, [each.id for each in extraction.claims])
    _insert_article(connection, extraction, run)
    _insert_attributions(connection, extraction.attributions, extraction.article.id, run)
    _insert_claims(connection, extraction.claims, extraction.article.id, run)


def insert_all(connection: Connection, table: type[Table], rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        connection.execute(insert(table), listed)


def _refuse_taken_ids(connection: Connection, kind: str, column: InstrumentedAttribute[str], ids: list[str]) -> None:
    taken = {one for one, times in Counter(ids).items() if times > 1}
    for piece in chunks(ids):
        taken |= set(connection.execute(select(column).where(column.in_(piece))).scalars())
    if taken:
        raise InvalidRecord(f"the id of {kind} {min(taken)} is taken by another {kind}")


def _insert_article(connection: Connection, extraction: Extraction, run: str) -> None:
    article = extraction.article
    notices = (
        {"article_id": article.id, "position": position, "words": words}
        for position, words in enumerate(extraction.notices)
    )
    insert_all(connection, ArticleRow, [article_rows.article_values(article, run)])
    insert_all(connection, BoilerplateRow, article_rows.span_values(article.boilerplate, article_id=article.id))
    insert_all(connection, CreditRow, article_rows.credit_values(article))
    insert_all(connection, NoticeRow, notices)
    insert_all(connection, SentenceRow, article_rows.span_values(extraction.sentences, article_id=article.id))


def _insert_attributions(connection: Connection, attributions: tuple[Attribution, ...], article: str, run: str) -> None:
    rows = (claim_rows.attribution_values(each, article, at, run) for at, each in enumerate(attributions))
    insert_all(connection, AttributionRow, rows)
    spans = (
        row
        for each in attributions
        for part, words in (("source", each.source), ("cue", each.cue), ("content", each.content))
        for row in article_rows.span_values(words, attribution_id=each.id, part=part)
    )
    insert_all(connection, AttributionSpanRow, spans)
    insert_all(connection, HopRow, (row for each in attributions for row in claim_rows.hop_values(each)))


def _insert_claims(connection: Connection, claims: tuple[Claim, ...], article: str, run: str) -> None:
    rows = (claim_rows.claim_values(claim, article, at, run) for at, claim in enumerate(claims))
    insert_all(connection, ClaimRow, rows)
    spans = (row for claim in claims for row in article_rows.span_values(claim.span, claim_id=claim.id))
    insert_all(connection, ClaimSpanRow, spans)
    for table, values in SLOT_VALUES:
        insert_all(connection, table, (row for claim in claims for row in values(claim)))
