"""How the database finds what a command asks for: by an index, whatever it holds, and never by reading every claim."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from by_line import ByLine, document
from sqlalchemy import Engine, event

from provenance.model.article import PublishedOrigin
from provenance.model.attribution import AttributionKind
from provenance.model.claim import Extraction
from provenance.model.query import ClaimFilter
from provenance.model.relation import Comparison, Finding, Probabilities, Relation, RelationKind, Slot, Verdict
from provenance.model.run import Run
from provenance.services.claims import list_claims, show_claim
from provenance.services.relations import list_relations
from provenance.services.report import build_report
from provenance.settings import Settings
from provenance.storage.store import Store

ARTICLES = 300
LINES = 10  # of each
FIRST_DAY = date(2031, 1, 1)

PAGES = (
    ClaimFilter(),
    ClaimFilter(published_from=date(2031, 6, 1)),
    ClaimFilter(published_from=date(2031, 6, 1), published_to=date(2031, 6, 3)),
    ClaimFilter(outlet="post 7"),
    ClaimFilter(source=("agency 17",)),
    ClaimFilter(kinds=(AttributionKind.INDIRECT,)),
    ClaimFilter(all_versions=True),
)

EXPLAIN = {False: "EXPLAIN QUERY PLAN", True: "EXPLAIN (COSTS OFF)"}
READ_WHOLE = re.compile(r"SCAN claim")
# An index that is read from end to end has no condition in the next line.
READ_WHOLE_BY_SERVER = re.compile(r"Seq Scan on claim|Index (Only )?Scan [^\n]* on claim[^\n]*\n(?!\s*Index Cond)")

Statement = tuple[str, Any]


def readings() -> list[Extraction]:
    """Return a reading for each day, of which every other line is credited to one of a hundred agencies."""
    found = []
    for number in range(ARTICLES):
        lines = (f"Gauge {number}x{line} reads {number * LINES + line} at berth {line}y." for line in range(LINES))
        credited = (f"Agency {(number + at) % 100}: {line}" if at % 2 else line for at, line in enumerate(lines))
        told = document(f"Post {number % 40}", *credited, location=f"/{number}.txt")
        day = (FIRST_DAY + timedelta(days=number)).isoformat()
        found.append(ByLine().extract(replace(told.article, published=day, published_origin=PublishedOrigin.GIVEN)))
    return found


def related(readings: list[Extraction]) -> list[Relation]:
    """Return a chain of relations: the first claim of each article contradicts that of the next."""
    claims = [reading.sourced_claims()[0] for reading in readings]
    finding = Finding("quantity.interval", Slot.QUANTITY, Verdict.CONFLICTS, "1", "2", "not the same number")
    comparison = Comparison(RelationKind.CONTRADICTS, 0.7, Probabilities(0.1, 0.8, 0.1), (finding,))
    pairs = (sorted(pair, key=lambda claim: claim.id) for pair in pairwise(claims))
    return [Relation(one, other, comparison) for one, other in pairs]


@pytest.fixture
def filled(store: Store) -> Store:
    told = readings()
    run = Run("f" * 32, "0.1.0", "ingest", "2031-01-01T00:00:00+00:00", "{}")
    with store.begin() as unit:
        for reading in told:
            unit.articles.add(reading, run, ref="a", location=None)
        unit.relations.add(related(told), run)
        if unit.connection.dialect.name == "postgresql":  # as a server does by itself from time to time
            unit.connection.exec_driver_sql("ANALYZE")
    return store


def statements(work: Callable[[], object]) -> list[Statement]:
    seen: list[Statement] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            seen.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return seen


def scans(store: Store, asked: list[Statement]) -> list[str]:
    """Return the plans that read all of a table of claims, of which there are as many rows as claims or more.

    A server rightly reads a table of a few pages from end to end. Here it is told that doing so is dear, as it is of a
    large one: a plan that does it all the same knows no index.
    """
    is_server = store.engine.dialect.name == "postgresql"
    found = []
    with store.engine.connect() as connection:
        if is_server:
            connection.exec_driver_sql("SET enable_seqscan = off")
        for statement, parameters in asked:
            rows = connection.exec_driver_sql(f"{EXPLAIN[is_server]} {statement}", parameters).all()
            plan = "\n".join(str(row[-1]) for row in rows)
            if (READ_WHOLE_BY_SERVER if is_server else READ_WHOLE).search(plan):
                found.append(f"{statement}\n{plan}")
    return found


def test_lists_are_found_by_indexes(filled: Store, settings: Settings) -> None:
    """One test, since filling a database takes longer than asking it."""
    asked = [
        each
        for only in PAGES
        for each in statements(lambda only=only: list(list_claims(only, settings, limit=20)))  # type: ignore[misc]
    ]
    asked += statements(lambda: list(list_relations(settings, kinds=(RelationKind.CONTRADICTS,), limit=10)))
    assert len(asked) > 5 * len(PAGES)
    assert scans(filled, asked) == []


def test_what_is_known_of_one_claim_is_found_by_indexes(filled: Store, settings: Settings) -> None:
    (claim,) = list_claims(ClaimFilter(), settings, limit=1)

    def look() -> None:
        show_claim(claim.id[:12], settings)
        assert len(list(list_relations(settings, claim=claim.id[:12]))) == 1
        assert len(build_report(claim.id[:12], settings).contradicting) == 1
        assert len(list(list_claims(ClaimFilter(article=claim.article.id), settings))) == LINES

    asked = statements(look)
    assert len(asked) > 20
    assert scans(filled, asked) == []
