"""Is the database what its hashes, keys and offsets say it is?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, and_, exists, func, select

from provenance.errors import IntegrityError
from provenance.model.claim import Extraction
from provenance.model.identity import text_hash
from provenance.model.relation import RelationKind
from provenance.model.span import Span
from provenance.storage.articles import IS_NEWEST
from provenance.storage.chunks import chunks
from provenance.storage.mapping.relations import pair_id
from provenance.storage.store import Store, Unit
from provenance.storage.tables import (
    ArticleRow,
    ArticleVersionRow,
    AttributionRow,
    AttributionSpanRow,
    BoilerplateRow,
    ClaimRow,
    ClaimSpanRow,
    FindingRow,
    HopRow,
    RelationRow,
    SentenceRow,
    Table,
)

# Lists whose positions run from 0 without a gap: (table, the columns that own the list).
LISTS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (SentenceRow, ("article_id",)),
    (BoilerplateRow, ("article_id",)),
    (AttributionRow, ("article_id",)),
    (ClaimRow, ("article_id",)),
    (HopRow, ("attribution_id",)),
    (AttributionSpanRow, ("attribution_id", "part")),
    (ClaimSpanRow, ("claim_id",)),
    (FindingRow, ("relation_id",)),
)

# What a relation of these kinds says is about a slot, so that a finding must name it.
EXPLAINED = (RelationKind.CONTRADICTS, RelationKind.REFINES, RelationKind.UPDATES)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be."""

    where: str  # "article 3fa1c2..."
    what: str  # "its text does not have the stored hash"

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def check(store: Store) -> tuple[Problem, ...]:
    """Return every problem; empty where the database is whole.

    Looks at the file (SQLite only), foreign keys, hashes of texts, ids, spans, versions, lists, relations and
    fact-checks. A file too damaged to be read is a problem too, and the last one that is found.
    """
    problems: list[Problem] = []
    try:
        with store.read() as unit:
            for found in (_file, _articles, _versions, _lists, _relations, _fact_checks):
                problems.extend(found(unit))
    except IntegrityError as error:
        problems.append(Problem(error.where or "the database", error.what))
    return tuple(problems)


def _file(unit: Unit) -> Iterator[Problem]:
    connection: Connection = unit.connection
    if connection.engine.dialect.name != "sqlite":
        yield from _foreign_keys(connection)
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if line != "ok":
            yield Problem("the file", str(line))
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Problem(f"{table} row {row}", f"points to a row of {parent} that is not there")


def _foreign_keys(connection: Connection) -> Iterator[Problem]:
    """A server refuses rows that point to nothing, unless somebody told it not to: a restore can."""
    for table in Table.metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            parent = key.referred_table.alias("parent")
            found = and_(*(element.parent == parent.c[element.column.name] for element in key.elements))
            points = and_(*(element.parent.is_not(None) for element in key.elements))
            lost = select(*table.primary_key.columns).where(points, ~exists().where(found))
            for row in connection.execute(lost):
                row_id = " ".join(map(str, row))
                yield Problem(
                    f"{table.name} row {row_id}", f"points to a row of {key.referred_table.name} that is not there"
                )


def _articles(unit: Unit) -> Iterator[Problem]:
    hashes = unit.connection.execute(select(ArticleRow.id, ArticleRow.text_sha256)).all()
    for stored_id, sha256 in hashes:
        where = f"article {stored_id}"
        try:
            extraction = unit.articles.extraction(stored_id)
        except (ValueError, LookupError, TypeError) as error:  # a value that the model does not allow
            yield Problem(where, f"cannot be read: {error}")
            continue
        if text_hash(extraction.article.text) != sha256:
            yield Problem(where, "its text does not have the stored hash")
        if extraction.article.id != stored_id:
            yield Problem(where, "its id is not that of its text, outlet, title, URL and date")
        yield from _reading(where, extraction)


def _reading(where: str, extraction: Extraction) -> Iterator[Problem]:
    length = len(extraction.article.text)
    for part in (extraction.article, *extraction.attributions, *extraction.claims):
        outside = [span for span in _spans(part) if span.end > length]
        if outside:
            span = outside[0]
            yield Problem(where, f"span [{span.start}, {span.end}] lies outside its text of {length} characters")
    for sentence in extraction.sentences:
        if sentence.end > length:
            yield Problem(where, f"sentence [{sentence.start}, {sentence.end}] lies outside its text of {length}")
    for attribution in extraction.attributions:
        if not attribution.chain:
            yield Problem(f"attribution {attribution.id}", "its chain is empty")
    own = {attribution.id for attribution in extraction.attributions}
    for claim in extraction.claims:
        if not claim.span:
            yield Problem(f"claim {claim.id}", "no characters of the text belong to it")
        if claim.attribution not in own:
            yield Problem(f"claim {claim.id}", "its attribution is another article's")


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _versions(unit: Unit) -> Iterator[Problem]:
    connection = unit.connection
    newest = set(connection.execute(select(ArticleVersionRow.article_id).where(IS_NEWEST)).scalars())
    listed = set(connection.execute(select(ArticleVersionRow.article_id)).scalars())
    for article, is_current in connection.execute(select(ArticleRow.id, ArticleRow.is_current)).all():
        if article not in listed:
            yield Problem(f"article {article}", "is in no list of versions")
        elif is_current != (article in newest):
            marked, known = ("as", "not") if is_current else ("as not", "")
            yield Problem(f"article {article}", f"is marked {marked} current, its versions say it is {known}".rstrip())
    number = ArticleVersionRow.number
    gaps = select(ArticleVersionRow.series).group_by(ArticleVersionRow.series)
    for series in connection.execute(gaps.having(func.max(number) != func.count(number))).scalars():
        yield Problem(f"article {series}", "a version is missing from its list of versions")


def _lists(unit: Unit) -> Iterator[Problem]:
    for table, owners in LISTS:
        columns = [table.__table__.c[owner] for owner in owners]
        position = table.__table__.c.position
        gaps = select(*columns).group_by(*columns).having(func.max(position) != func.count(position) - 1)
        for row in unit.connection.execute(gaps):
            yield Problem(f"{table.__tablename__} of {row[0]}", "a row is missing in between")


def _relations(unit: Unit) -> Iterator[Problem]:
    articles = dict(unit.connection.execute(select(ClaimRow.id, ClaimRow.article_id)).all())
    explained = set(unit.connection.execute(select(FindingRow.relation_id).distinct()).scalars())
    statement = select(RelationRow.id, RelationRow.a_id, RelationRow.b_id, RelationRow.kind)
    for piece in chunks(unit.connection.execute(statement)):
        for relation, a, b, kind in piece:
            where = f"relation {relation}"
            if relation != pair_id(a, b):
                yield Problem(where, "its id is not that of its two claims")
            if articles.get(a) == articles.get(b):
                yield Problem(where, "its two claims are of one article")
            if kind in EXPLAINED and relation not in explained:
                yield Problem(where, f"says {kind} and has no finding that says why")


def _fact_checks(unit: Unit) -> Iterator[Problem]:
    newest: dict[str, int] = {}
    marked: dict[str, list[int]] = {}
    for stored in unit.fact_checks.stored():
        where = f"fact-check {stored.id}"
        if stored.check.id != stored.id:
            yield Problem(where, "its id is not that of what it says")
        if stored.check.series != stored.series:
            yield Problem(where, "its list of versions is another review's")
        newest[stored.series] = max(stored.number, newest.get(stored.series, 0))
        if stored.is_current:
            marked.setdefault(stored.series, []).append(stored.number)
    for series, number in newest.items():
        if marked.get(series) != [number]:
            yield Problem(f"fact-check series {series}", "not its newest version alone is marked as current")
