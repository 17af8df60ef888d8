"""`db check` finds what should never be: each case damages a whole database behind the program's back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from readings import RUN, reading_of, relation_of

from provenance.model.article import Article
from provenance.model.relation import RelationKind
from provenance.storage.check import check
from provenance.storage.store import Store

FIRST = reading_of(Article("They met.\nIt rained.\nThey left.", outlet="Harbour Post"), ("KCNA", "KCNA", "KCNA"))
SECOND = reading_of(Article("They met.\nIt rained.", outlet="North Wire"))


@pytest.fixture
def whole(store: Store) -> Store:
    with store.begin() as unit:
        for reading in (FIRST, SECOND):
            unit.articles.add(reading, RUN, ref="a", location=None)
        unit.relations.add([relation_of(FIRST, SECOND, RelationKind.CONTRADICTS)], RUN)
    return store


def test_a_whole_database_has_no_problem(whole: Store) -> None:
    assert check(whole) == ()


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("UPDATE articles SET text = replace(text, 'rained', 'snowed')", "its text does not have the stored hash"),
        ("UPDATE articles SET outlet = 'Somebody else'", "its id is not that of its text"),
        ("UPDATE articles SET published = 'yesterday'", "cannot be read"),
        ("UPDATE articles SET is_current = false", "is marked as not current, its versions say it is"),
        ("UPDATE claims SET polarity = 'sideways'", "cannot be read"),
        ("UPDATE sentences SET end_offset = 9000 WHERE position = 1", r"sentence \[10, 9000\] lies outside"),
        ("UPDATE claim_spans SET end_offset = 9000", r"span \[0, 9000\] lies outside its text"),
        ("UPDATE hops SET span = '[[1, 9000]]'", r"span \[1, 9000\] lies outside its text"),
        ("DELETE FROM claim_spans", "no characters of the text belong to it"),
        ("DELETE FROM hops", "its chain is empty"),
        ("DELETE FROM hops WHERE position = 0", "hops of .*: a row is missing in between"),
        ("DELETE FROM sentences WHERE position = 0", "points to a row of sentences that is not there"),
        ("DELETE FROM runs", "points to a row of runs that is not there"),
        ("DELETE FROM findings", "says contradicts and has no finding"),
        ("UPDATE relations SET id = 'x'", "points to a row of relations|its id is not that of its two claims"),
        ("DELETE FROM article_versions", "is in no list of versions"),
        ("UPDATE article_versions SET number = 2", "a version is missing from its list"),
    ],
)
def test_damage_is_found(whole: Store, damage: str, problem: str, on_postgresql: bool) -> None:
    careless = "SET session_replication_role = replica" if on_postgresql else "PRAGMA foreign_keys = OFF"
    connection = whole.engine.raw_connection()  # the pragma has no effect inside a transaction
    connection.cursor().execute(careless)
    connection.cursor().execute(damage)
    connection.commit()
    connection.invalidate()
    problems = "\n".join(map(str, check(whole)))

    assert re.search(problem, problems), problems


@pytest.mark.sqlite_only
def test_a_damaged_page_is_a_problem_and_no_traceback(whole: Store, tmp_path: Path) -> None:
    whole.close()
    file = tmp_path / "claims.db"
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 20] = b"\xa5" * (4096 * 17)
    file.write_bytes(content)
    assert check(whole) != ()
