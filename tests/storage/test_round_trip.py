"""What is stored comes back equal: nothing is lost, changed or reordered on the way."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from readings import RUN, reading_of, readings, relation_of
from sqlalchemy.exc import DataError

from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.model.query import RelationFilter
from provenance.storage.store import Store


class TakeBack(Exception):
    """What was stored is not kept: the next example finds an empty database."""


@given(readings())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_reading_comes_back_equal(store: Store, on_postgresql: bool, reading: Extraction) -> None:
    with suppress(TakeBack), store.begin() as unit:
        try:
            unit.articles.add(reading, RUN, ref="a.txt", location=None)
        except DataError:
            assert on_postgresql
            assert r"\x00" in repr(reading)  # the one character that PostgreSQL refuses
            raise TakeBack from None
        assert unit.articles.extraction(reading.article.id) == reading
        ids = [claim.id for claim in reading.claims]
        assert tuple(unit.claims.get(ids).values()) == reading.sourced_claims()
        sentences = {claim.id: reading.sentences[claim.sentence].of(reading.article.text) for claim in reading.claims}
        assert unit.claims.sentences(ids) == sentences
        assert unit.articles.run(RUN.id) == RUN
        raise TakeBack


def test_a_relation_comes_back_equal_with_its_findings(store: Store) -> None:
    first = reading_of(Article("They met on 25 April.", outlet="Harbour Post"))
    second = reading_of(Article("The talks were held on April 25.", outlet="North Wire"))
    relation = relation_of(first, second)
    with store.begin() as unit:
        for reading in (first, second):
            unit.articles.add(reading, RUN, ref="a", location=None)
        assert unit.relations.add([relation], RUN) == 1
    with store.read() as unit:
        assert list(unit.relations.select(RelationFilter())) == [relation]


def test_a_pair_keeps_its_first_relation(store: Store) -> None:
    first, second = (reading_of(Article("They met.", outlet=outlet)) for outlet in ("A", "B"))
    with store.begin() as unit:
        for reading in (first, second):
            unit.articles.add(reading, RUN, ref="a", location=None)
        assert unit.relations.add([relation_of(first, second)], RUN) == 1
        assert unit.relations.add([relation_of(first, second)], RUN) == 0
