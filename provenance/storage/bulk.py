"""Many readings, written at once: one statement a table for hundreds of articles.

The rows are those of adding.py, made by the same functions; only the way into the database is shorter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Date, insert, select

from provenance.model.claim import Extraction
from provenance.model.run import Run
from provenance.model.span import Spans
from provenance.storage.adding import SLOT_VALUES
from provenance.storage.chunks import chunks
from provenance.storage.columns import SpansText
from provenance.storage.mapping import articles as article_rows
from provenance.storage.mapping import claims as claim_rows
from provenance.storage.tables import (
    ArticleRow,
    ArticleVersionRow,
    AttributionRow,
    AttributionSpanRow,
    BoilerplateRow,
    ClaimRow,
    ClaimSpanRow,
    CreditRow,
    HopRow,
    NoticeRow,
    RunRow,
    SentenceRow,
    Table,
)

Values = dict[str, Any]

CACHE_KIB = 131_072  # of pages that SQLite keeps while it adds thousands of rows in random places of its indexes
_IN_ORDER = (ClaimRow, RunRow)  # claims of one article have numbers side by side


@dataclass(frozen=True, slots=True)
class NewReading:
    """A reading of an article that the store knows nothing of."""

    ref: str
    extraction: Extraction
    run: Run


class Bulk:
    """Adds readings in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, extractions: Sequence[Extraction]) -> set[str]:
        """Return the ids of those articles of which the store may know something: text, address, an id inside."""
        articles = [each.article for each in extractions]
        texts = self._taken(ArticleRow.text_sha256, (each.text_sha256 for each in articles))
        addresses = self._taken(ArticleRow.url, (each.url for each in articles if each.url is not None))
        said = self._taken(AttributionRow.id, (own.id for each in extractions for own in each.attributions))
        claimed = self._taken(ClaimRow.id, (own.id for each in extractions for own in each.claims))
        return {
            each.article.id
            for each in extractions
            if each.article.text_sha256 in texts
            or each.article.url in addresses
            or not said.isdisjoint(own.id for own in each.attributions)
            or not claimed.isdisjoint(own.id for own in each.claims)
        }

    def add(self, readings: Sequence[NewReading]) -> None:
        """Store readings of articles that are not known; each becomes the first version of its article."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
        runs = {each.run.id: each.run for each in readings}
        stored = self._taken(RunRow.id, runs)
        self._insert(RunRow, (article_rows.run_values(run) for each, run in runs.items() if each not in stored))
        for table, values in _TABLES:
            self._insert(table, (row for each in readings for row in values(each)))

    def _taken(self, column: Any, wanted: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for piece in chunks(wanted):
            found.update(self._connection.execute(select(column).where(column.in_(piece))).scalars())
        return found

    def _insert(self, table: type[Table], rows: Iterable[Values]) -> None:
        if self._connection.dialect.name != "sqlite":
            if listed := list(rows):
                self._connection.execute(insert(table), listed)
            return
        statement, columns, turned = _written(table)
        values = [_row(columns(row), turned) for row in rows] if turned else [columns(row) for row in rows]
        if table not in _IN_ORDER:
            values.sort(key=itemgetter(0))  # ids are hashes: rows that come in order touch each page of an index once
        if values:
            self._connection.exec_driver_sql(statement, values)


def _row(values: tuple[Any, ...], turned: tuple[tuple[int, Callable[[Any], str]], ...]) -> tuple[Any, ...]:
    row = list(values)
    for place, turn in turned:
        if row[place] is not None:
            row[place] = turn(row[place])
    return tuple(row)


@cache
def _written(table: type[Table]) -> tuple[str, Callable[[Values], Any], tuple[tuple[int, Callable[[Any], str]], ...]]:
    """Return how SQLite is told a row: the statement, what puts its values in order, and which become text how."""
    columns = [
        column
        for column in table.__table__.columns
        if column is not table.__table__.c.get("number") or table is not ClaimRow
    ]
    names = [column.name for column in columns]
    statement = f"INSERT INTO {table.__tablename__} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    turns: dict[type, Callable[[Any], str]] = {SpansText: _spans_text, Date: date.isoformat}
    turned = tuple((at, turns[type(column.type)]) for at, column in enumerate(columns) if type(column.type) in turns)
    return statement, itemgetter(*names), turned


def _spans_text(spans: Spans) -> str:
    """Return what SpansText writes."""
    if not spans:
        return "[]"
    return "[" + ", ".join([f"[{span.start}, {span.end}]" for span in spans]) + "]"


def _article(each: NewReading) -> Iterator[Values]:
    yield article_rows.article_values(each.extraction.article, each.run.id)


def _version(each: NewReading) -> Iterator[Values]:
    own = each.extraction.article.id
    yield {"series": own, "number": 1, "article_id": own, "ref": each.ref, "location": None, "run_id": each.run.id}


def _notices(each: NewReading) -> Iterator[Values]:
    for position, words in enumerate(each.extraction.notices):
        yield {"article_id": each.extraction.article.id, "position": position, "words": words}


def _attributions(each: NewReading) -> Iterator[Values]:
    own = each.extraction.article.id
    for at, attribution in enumerate(each.extraction.attributions):
        yield claim_rows.attribution_values(attribution, own, at, each.run.id)


def _attribution_spans(each: NewReading) -> Iterator[Values]:
    for own in each.extraction.attributions:
        for part, words in (("source", own.source), ("cue", own.cue), ("content", own.content)):
            yield from article_rows.span_values(words, attribution_id=own.id, part=part)


def _claims(each: NewReading) -> Iterator[Values]:
    own = each.extraction.article.id
    for at, claim in enumerate(each.extraction.claims):
        yield claim_rows.claim_values(claim, own, at, each.run.id)


def _of_claims(values: Callable[[Any], Iterator[Values]]) -> Callable[[NewReading], Iterator[Values]]:
    return lambda each: (row for claim in each.extraction.claims for row in values(claim))


# In the order in which rows may point to each other.
_TABLES: tuple[tuple[type[Table], Callable[[NewReading], Iterable[Values]]], ...] = (
    (ArticleRow, _article),
    (ArticleVersionRow, _version),
    (
        BoilerplateRow,
        lambda each: article_rows.span_values(
            each.extraction.article.boilerplate, article_id=each.extraction.article.id
        ),
    ),
    (CreditRow, lambda each: article_rows.credit_values(each.extraction.article)),
    (NoticeRow, _notices),
    (
        SentenceRow,
        lambda each: article_rows.span_values(each.extraction.sentences, article_id=each.extraction.article.id),
    ),
    (AttributionRow, _attributions),
    (AttributionSpanRow, _attribution_spans),
    (HopRow, lambda each: (row for own in each.extraction.attributions for row in claim_rows.hop_values(own))),
    (ClaimRow, _claims),
    (ClaimSpanRow, _of_claims(lambda claim: article_rows.span_values(claim.span, claim_id=claim.id))),
    *((table, _of_claims(values)) for table, values in SLOT_VALUES),
)
