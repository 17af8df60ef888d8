"""A desk at work: two processes ingest while a person reviews, and nothing is lost, doubled or left half done."""

from __future__ import annotations

import time
from collections.abc import Callable

from test_safety import ingest_here, start

from provenance.model.decision import Judgement
from provenance.model.query import RelationFilter
from provenance.model.relation import RelationKind
from provenance.services.database import check_database
from provenance.services.relations import judge, list_relations, take_back
from provenance.settings import Settings
from provenance.storage.store import Store, open_store

COUNT = 6  # articles of each desk
WAIT_SECONDS = 240


def review(settings: Settings, given: list[Judgement]) -> None:
    """Judge a pair that has no verdict yet, and take every third verdict back."""
    judged = {(each.a, each.b) for each in given}
    for relation in list_relations(settings, kinds=(RelationKind.CORROBORATES,)):
        if (relation.a.id, relation.b.id) not in judged:
            given.append(judge(relation.a.id, relation.b.id, RelationKind.RELATED, settings, by="Ada", why=None))
            if len(given) % 3 == 0:
                take_back(given[-1].id, settings, by="Ada")
            return


def found_in(settings: Settings) -> set[tuple[str, str, str]]:
    """Return what the program found, whatever a person says of it."""
    store = open_store(settings.database_url)
    with store.read() as unit:
        stored = list(unit.relations.select(RelationFilter()))
    store.close()
    return {(each.a.id, each.b.id, each.comparison.kind.value) for each in stored}


def test_two_processes_ingest_while_a_person_reviews(
    store: Store, settings: Settings, new_database: Callable[..., str]
) -> None:
    children = [start(settings, COUNT, desk) for desk in ("North", "South")]
    given: list[Judgement] = []
    until = time.monotonic() + WAIT_SECONDS
    store.close()  # each of its calls opens the database anew, as a command does
    while any(child.poll() is None for child in children) and time.monotonic() < until:
        review(settings, given)
    outcomes = [child.communicate(timeout=WAIT_SECONDS) for child in children]
    assert [(child.returncode, errors) for child, (_, errors) in zip(children, outcomes, strict=True)] == [(0, b"")] * 2
    for _ in range(3):  # where the two were too fast
        review(settings, given)

    assert len(given) >= 3
    with store.read() as unit:
        stored = {each.id: each.decision.undone_at for each in unit.decisions.judgements(undone=True)}
        assert unit.counts().articles == 2 * COUNT
        assert len(list(unit.relations.select(RelationFilter()))) == unit.relations.count(RelationFilter())
    assert [stored[each.id] is not None for each in given] == [number % 3 == 2 for number in range(len(given))]
    assert check_database(settings) == ()
    in_turn = Settings(database_url=new_database("in_turn"))
    for desk in ("North", "South"):
        ingest_here(in_turn, COUNT, desk)
    assert found_in(settings) == found_in(in_turn)
